import { expect, test } from 'vitest';
import { sessionId } from '../../domain/ids.ts';
import { guide } from '../../words/guide/guide.ts';
import { chapterFor, guideAllowed } from './guide.ts';
import { readScreen } from './place.ts';
import type { Place } from './screen.ts';

const id = sessionId.parse('s1');
const from = { kind: 'deliberate', sessionId: id } as const;

test('the guide never takes the place of a turn or of private notes', () => {
  expect(guideAllowed({ kind: 'turn', sessionId: id, candidateId: 'c' as never, block: 'b' as never, jurorId: 'j' as never })).toBe(false);
  expect(guideAllowed({ kind: 'notes', sessionId: id, candidateId: 'c' as never, block: 'b' as never, pieceId: null })).toBe(false);
  expect(guideAllowed(from)).toBe(true);
});

test('each place of the program opens the guide at a chapter that is there', () => {
  const places: readonly Place[] = [
    { kind: 'start' },
    { kind: 'home' },
    { kind: 'jurors' },
    { kind: 'certifications' },
    { kind: 'statistics' },
    { kind: 'retention' },
    { kind: 'security' },
    { kind: 'reading', work: null },
    { kind: 'prepare', sessionId: id },
    { kind: 'open', sessionId: id },
    from,
    { kind: 'review', sessionId: id },
    { kind: 'sign', sessionId: id },
    { kind: 'archive', sessionId: id },
    { kind: 'archive', sessionId: id, section: 'letters' },
  ];
  const chapters = new Set(places.map(chapterFor));
  for (const chapter of chapters) expect(guide.map((each) => each.id)).toContain(chapter);
  // Only the list of keys has no screen of its own.
  expect(guide.map((each) => each.id).filter((chapter) => !chapters.has(chapter))).toEqual(['keys']);
});

test('a page that is loaded again comes back to the guide, at its chapter and with the place it was opened from', () => {
  const screen = { kind: 'guide', chapter: 'sign', from } as const;
  expect(readScreen(JSON.stringify(screen))).toEqual(screen);
  expect(readScreen(JSON.stringify({ ...screen, chapter: 'nowhere' }))).toBeNull();
  expect(readScreen(JSON.stringify({ ...screen, from: screen }))).toBeNull();
});

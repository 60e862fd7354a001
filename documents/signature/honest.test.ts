import { describe, expect, it } from 'vitest';
import { recordText, type SessionRecord } from '../../domain/minute.ts';
import { catalogue } from '../../tests/fixtures/attacks/catalogue.ts';
import { drawTarget } from '../../tests/fixtures/attacks/target.ts';
import { drawAt } from '../../tests/fixtures/examine.ts';
import { extremes } from '../../tests/fixtures/extreme.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawPlayed, playDay } from '../../tests/fixtures/played.ts';
import { playRectified } from '../../tests/fixtures/rectified.ts';
import { sealMinute, testRoot } from '../../tests/fixtures/signed.ts';
import { pemOf } from './certificate.ts';
import { isRedrawnAlike } from './redraw.ts';
import { verifyMinute } from './verify.ts';

const root = pemOf(testRoot.certificate);
const honest: readonly (readonly [string, SessionRecord])[] = [
  ...extremes().map(({ name, record }) => [name, record] as const),
  ['a day as it was played', drawPlayed(playDay()).record],
  ['a rectification', drawPlayed(playRectified()).record],
];

// A genuine minute called « pas intact » would harm people as much as a forged one called intact.
describe('an honest minute at the edge of what a session may hold', () => {
  it.each(honest)('with %s is established, and its pages are those of its record', async (_, record) => {
    const minute = sealMinute({ record, text: recordText(record), base: await drawAt(record) });
    const { level, faults } = verifyMinute(minute.pdf, { root, receipt: Buffer.from(minute.receipt) });
    expect([level, faults]).toEqual(['established', []]);
    expect(await isRedrawnAlike(minute.pdf, fixtureFonts())).toBe(true);
  });
});

describe('pages that say something else than the record, drawn by who prepares the minute', () => {
  it('are never said to be those of the record, even where only the receipt can refuse them', async () => {
    const target = await drawTarget();
    const only = catalogue.filter(({ by, needs }) => by === 'writer' && needs === 'receipt');
    expect(only.length).toBeGreaterThan(12);
    const said: string[] = [];
    for (const attack of only) {
      const made = attack.make(target);
      const pdf = 'pdf' in made ? made.pdf : made;
      if (await isRedrawnAlike(pdf, fixtureFonts())) said.push(attack.name);
    }
    expect(said).toEqual([]);
  });
});

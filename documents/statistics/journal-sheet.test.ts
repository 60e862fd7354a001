import { beforeAll, describe, expect, test } from 'vitest';
import { tellActs, type JournalView } from '../../domain/journal-view.ts';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { hasReaders, readWith } from '../../tests/fixtures/readers.ts';
import { playSealed } from '../../tests/fixtures/rectified.ts';
import { hasVeraPDF, validate } from '../../tests/fixtures/verapdf.ts';
import { journalReason, journalSentence } from '../../words/journal.ts';
import { drawJournal } from './journal-sheet.ts';

const play = playSealed();
const lines = tellActs(play.acts, play.state);
const long = 'Une coupure de courant a interrompu la soutenance ; elle a repris quand le courant est revenu. '.repeat(9).trim();
const at = instant.parse('2026-03-17T16:00:00.000Z');
const journal: JournalView = {
  number: '2026-ESSAI-01',
  title: 'Jury d’essai',
  timeZone: 'Europe/Paris',
  working: true,
  lines: [...lines, ...lines, { at, who: { kind: 'lead', name: 'Aline Fictive' }, told: { kind: 'incident', text: long } }, ...lines],
};
const holds = { links: 412, destroyed: false, broken: null };
const drawn = (broken: number | null = null) =>
  drawJournal({
    journal,
    check: { session: { ...holds, broken }, register: { links: 2, destroyed: false, broken: null } },
    organism: 'Organisme fictif',
    madeAt: at,
    demonstration: true,
    fonts: fixtureFonts(),
  });
const even = (text: string): string => text.replace(/\s+/g, '');

describe.skipIf(!hasReaders())('the journal on paper', () => {
  let pdf: Uint8Array;
  let pages: readonly string[];
  beforeAll(async () => {
    const made = await drawn();
    if (!made.ok) throw new Error(made.error.code);
    pdf = made.value;
    pages = readWith('pdftotext', ['-raw', 'FILE', '-'], pdf)
      .split('\f')
      .filter((page) => page.trim() !== '');
  });

  test('each page bears its number, the session, the day it was made and the heads of the columns', () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const [rank, page] of pages.entries()) {
      expect(page).toContain(`Page ${rank + 1} sur ${pages.length}`);
      expect(page).toContain('2026-ESSAI-01');
      expect(page).toMatch(/édité le 17\smars\s2026/u);
      expect(page).toMatch(/^Quand Qui Quoi$/m);
    }
  });

  test('every line is there, none gathered, and none is cut between two pages', () => {
    const seen = pages.map(even);
    const count = (sought: string): number => seen.reduce((sum, page) => sum + page.split(sought).length - 1, 0);
    const said = new Map<string, number>();
    for (const { told } of journal.lines) said.set(journalSentence(told), (said.get(journalSentence(told)) ?? 0) + 1);
    for (const [sentence, times] of said) expect(count(even(sentence)), sentence).toBeGreaterThanOrEqual(times);
    for (const { told } of journal.lines) expect(count(even(journalReason(told)))).toBeGreaterThan(0);
    expect(seen.some((page) => page.includes(even(long)))).toBe(true);
  });

  test('it says what the chain said that day, and that its people are fictitious', async () => {
    expect(pages[0]).toContain('412');
    expect(pages[0]).toContain('DÉMONSTRATION');
    const made = await drawn(3);
    if (!made.ok) throw new Error(made.error.code);
    expect(even(readWith('pdftotext', ['-l', '1', 'FILE', '-'], made.value))).toContain('rompueaumaillon3');
  });

  test.skipIf(!hasVeraPDF())(
    'it conforms to PDF/A-3a and PDF/UA-1',
    async () => {
      const verdicts = await validate((['3a', 'ua1'] as const).map((flavour) => ({ pdf, flavour })));
      for (const verdict of verdicts) expect(verdict.failed).toEqual([]);
      for (const verdict of verdicts) expect(verdict.checks).toBeGreaterThan(200);
    },
    120_000,
  );
});

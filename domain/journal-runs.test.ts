import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherLines } from './journal-runs.ts';
import type { JournalLine, JournalTold } from './journal-view.ts';
import { instant } from './time.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
const candidate = { number: 'C1', name: 'Zoé Fictive' };
const row = (told: JournalTold, name = 'Aline Fictive'): { readonly line: JournalLine } => ({ line: { at, who: { kind: 'lead', name }, told } });
const prepared = (what: 'candidate' | 'other', name?: string) => row({ kind: 'prepared', what }, name);
const decided = row({ kind: 'decision', candidate, block: 'BC01', outcome: 'validated', reason: '' });
const shape = (rows: readonly { readonly line: JournalLine }[]) => gatherLines(rows).map((entry) => (entry.kind === 'run' ? entry.rows.length : 'line'));

test('three lines alike in a row become one run; two do not', () => {
  expect(shape([prepared('other'), prepared('other')])).toEqual(['line', 'line']);
  expect(shape([prepared('other'), prepared('other'), prepared('other')])).toEqual([3]);
});

test('another author, another kind or another preparation ends a run', () => {
  const three = (name?: string) => [prepared('other', name), prepared('other', name), prepared('other', name)];
  expect(shape([...three(), ...three('Basile Fictif')])).toEqual([3, 3]);
  expect(shape([...three(), decided, ...three()])).toEqual([3, 'line', 3]);
  expect(shape([...three(), prepared('candidate'), ...three()])).toEqual([3, 'line', 3]);
});

test('a decision, or whatever gives a reason, always stands alone', () => {
  const held = row({ kind: 'registered', entry: { entry: 'held', reason: 'Recours' } });
  for (const alone of [decided, held, row({ kind: 'incident', text: 'Panne' }), row({ kind: 'reopening', candidate, block: 'BC01', reason: 'Erreur' })])
    expect(shape([alone, alone, alone, alone])).toEqual(['line', 'line', 'line', 'line']);
});

test('whatever the lines, none is lost and their order stays', () => {
  const any = fc.array(
    fc
      .constantFrom(prepared('other'), prepared('candidate'), prepared('other', 'Basile Fictif'), decided, row({ kind: 'opened' }))
      .map((each) => ({ ...each })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(any, (rows) => {
      const flat = gatherLines(rows).flatMap((entry) => (entry.kind === 'run' ? [...entry.rows] : [entry.row]));
      expect(flat).toHaveLength(rows.length);
      for (const [place, each] of flat.entries()) expect(each).toBe(rows[place]);
    }),
  );
});

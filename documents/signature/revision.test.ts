import { describe, expect, it } from 'vitest';
import { drawBase, sealMinute } from '../../tests/fixtures/signed.ts';
import { attempt } from './refusal.ts';
import { readTiles, offsetIn, readRevisions, type Revision } from './revision.ts';

const drawn = await drawBase();
const base = Buffer.from(drawn.base);
const firstOf = (file: Buffer): Revision => {
  const [first] = readRevisions(file);
  if (!first) throw new Error('no revision');
  return first;
};
const revision = firstOf(base);

/** The rule that a file breaks whose first revision was altered, its table read before. */
const refusal = (alter: (file: Buffer) => void, from = base, known = revision): string => {
  const file = Buffer.from(from);
  alter(file);
  const read = attempt(() => readTiles(file, known), 'unexpected');
  return read.ok ? 'none' : read.refusal.rule;
};
const lineOf = (number: number): number => (revision.runs[0]?.at ?? 0) + 20 * number;
const offsetOf = (number: number): number => offsetIn(base, revision, number) ?? 0;
const last = revision.size - 1;

describe('the objects of a base', () => {
  it('tile it as the program writes it', () => expect(refusal(() => undefined)).toBe('none'));

  it.each([1, 2, last])('may not be told elsewhere than where they start: object %i', (number) => {
    const other = String(offsetOf(number === 2 ? 3 : 2)).padStart(10, '0');
    expect(refusal((file) => void file.write(other, lineOf(number), 'latin1'))).toBe('pdf-object');
  });

  it('may not be told one byte late', () =>
    expect(refusal((file) => void file.write(String(offsetOf(12) + 1).padStart(10, '0'), lineOf(12), 'latin1'))).toBe('pdf-object'));

  it('may not be told past the end of the file', () => expect(refusal((file) => void file.write('9999999999', lineOf(5), 'latin1'))).toBe('pdf-object'));

  it('may not lie in what was added after the base', () => {
    const sealed = Buffer.from(sealMinute(drawn).pdf);
    const [first, second] = readRevisions(sealed);
    if (!first || !second) throw new Error('not signed');
    // The later of the two objects that the first signature replaces: it follows another, as an object of the base would.
    const [, added = 0] = second.runs.flatMap((run) => Array.from({ length: run.count }, (_, rank) => run.first + rank)).filter((one) => one < first.size);
    const at = String(offsetIn(sealed, second, added)).padStart(10, '0');
    expect(added).toBeGreaterThan(0);
    expect(refusal((file) => void file.write(at, lineOf(added), 'latin1'), sealed, first)).toBe('pdf-object');
  });

  it.each([
    ['another generation', '00001 n'],
    ['no longer used', '00000 f'],
  ])('may not be said of %s', (_, words) => expect(refusal((file) => void file.write(words, lineOf(7) + 11, 'latin1'))).toBe('pdf-table'));

  it.each([2, 9, last])('begin where another ends: nothing lies before object %i that no entry tells', (number) =>
    expect(refusal((file) => void file.write('endobX', offsetOf(number) - 7, 'latin1'))).toBe('pdf-object'),
  );

  it('end where the table begins', () => expect(refusal((file) => void file.write('X', revision.table - 2, 'latin1'))).toBe('pdf-object'));
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCounts, smallCount, withTotals, type MaskedCounts } from './masking.ts';

/** Whether a masked cell could differ by one while every published figure stays: tried one by one over −1, 0, 1, without algebra. */
const mayDiffer = (masked: MaskedCounts, wanted: number): boolean => {
  const cells = masked.flatMap((row, line) => row.flatMap((value, column) => (value === null ? [{ line, column }] : [])));
  const [height, width] = [masked.length, masked[0]?.length ?? 0];
  const change: number[] = [];
  const balanced = (): boolean => {
    const rows = Array.from({ length: height }, () => 0);
    const columns = Array.from({ length: width }, () => 0);
    for (const [place, by] of change.entries()) {
      const cell = cells[place];
      if (cell === undefined) continue;
      rows[cell.line] = (rows[cell.line] ?? 0) + (cell.column === width - 1 ? -by : by);
      columns[cell.column] = (columns[cell.column] ?? 0) + (cell.line === height - 1 ? -by : by);
    }
    return rows.every((value) => value === 0) && columns.every((value) => value === 0);
  };
  const attempt = (place: number): boolean => {
    if (place === cells.length) return balanced();
    return (place === wanted ? [1] : [0, 1, -1]).some((by) => {
      change[place] = by;
      return attempt(place + 1);
    });
  };
  return attempt(0);
};

test('no masked figure follows from the published ones and the totals', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { minLength: 1, maxLength: 3 }), (counts) => {
      const masked = maskCounts(counts);
      const hidden = masked.flat().filter((value) => value === null).length;
      for (let place = 0; place < hidden; place += 1) expect(mayDiffer(masked, place), JSON.stringify({ counts, masked, place })).toBe(true);
    }),
    { numRuns: 60, seed: 6 },
  );
});

test('every figure that is published is true and no smaller than the threshold', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 6 }), (counts) => {
      const full = withTotals(counts);
      for (const [line, row] of maskCounts(counts).entries())
        for (const [column, value] of row.entries())
          if (value !== null) {
            expect(value).toBe(full[line]?.[column]);
            expect(value).toBeGreaterThanOrEqual(smallCount);
          }
    }),
    { numRuns: 100, seed: 6 },
  );
});

test('one small figure takes others with it; a table without one is published whole', () => {
  const masked = maskCounts([
    [12, 3],
    [20, 9],
  ]);
  expect(masked[0]?.[1]).toBeNull();
  expect(masked.flat().filter((value) => value === null).length).toBeGreaterThan(2);
  expect(
    maskCounts([
      [12, 7],
      [20, 9],
    ]),
  ).toEqual([
    [12, 7, 19],
    [20, 9, 29],
    [32, 16, 48],
  ]);
});

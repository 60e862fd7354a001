import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCounts, smallCount, withTotals, type Counts, type MaskedCounts } from './masking.ts';

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

/**
 * The masked cells that stay as they are in every other table of counts that the published figures allow, as "line,column". Tables of this sort differ by
 * steps of one: where a cell can differ at all, some table differs by −1, 0 or 1 everywhere (the equations are those of a flow).
 */
const stuckCells = (counts: Counts, masked: MaskedCounts): readonly string[] => {
  const full = withTotals(counts);
  const hidden = masked.flatMap((row, line) => row.flatMap((value, column) => (value === null ? [`${line},${column}`] : [])));
  const free = new Set<string>();
  const attempt = (cells: readonly number[]): void => {
    const place = cells.length;
    const [line, column] = [Math.floor(place / 2), place % 2];
    if (line < counts.length) {
      const value = counts[line]?.[column] ?? 0;
      for (const by of masked[line]?.[column] === null ? [0, 1, -1] : [0]) if (value + by >= 0) attempt([...cells, value + by]);
      return;
    }
    const other = withTotals(counts.map((_, at) => cells.slice(2 * at, 2 * at + 2)));
    const agrees = other.every((row, at) => row.every((value, beside) => masked[at]?.[beside] === null || masked[at]?.[beside] === value));
    if (agrees) for (const cell of hidden) if (cellOf(other, cell) !== cellOf(full, cell)) free.add(cell);
  };
  const cellOf = (table: Counts, cell: string): number | undefined => {
    const [line = 0, column = 0] = cell.split(',').map(Number);
    return table[line]?.[column];
  };
  attempt([]);
  return hidden.filter((cell) => !free.has(cell));
};

test('a line whose sum equals its total among zeros is told by no subtraction, but since no count is negative: more is masked', () => {
  const counts = [
    [0, 6],
    [0, 0],
    [0, 0],
  ];
  const published: MaskedCounts = [
    [null, null, 6],
    [null, null, null],
    [null, null, null],
    [null, null, 6],
  ];
  expect(stuckCells(counts, published)).toContain('1,0');
  expect(stuckCells(counts, maskCounts(counts))).toEqual([]);
});

test('no masked figure is the only one that a table of counts allows, a count being never negative', () => {
  const cell = fc.constantFrom(0, 0, 0, 1, 4, 5, 6, 9, 20);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (counts) => {
      const masked = maskCounts(counts);
      expect(stuckCells(counts, masked), JSON.stringify({ counts, masked })).toEqual([]);
    }),
    { numRuns: 150, seed: 6 },
  );
});

import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../tests/fixtures/hostile/table.ts';
import { hostileTables } from '../../tests/fixtures/hostile/tables.ts';
import { readTableBytes } from './table-bytes.ts';
import { withoutValue } from './table.ts';

const shown = (cell: TableCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX';
  if ('date' in cell) return cell.date;
  return `${withoutValue}${'error' in cell ? cell.error : cell.formula}`;
};
const trimmed = (cells: readonly string[]): readonly string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

describe('of the catalogue of tables', () => {
  for (const table of hostileTables)
    it(`${table.name} is ${table.rule}`, async () => {
      const read = await readTableBytes(table.bytes());
      const found = read.ok ? read.table.sheets[0]?.rows.map(({ line, cells }) => ({ line, cells: trimmed(cells) })) : 'refused';
      expect(found).toEqual(table.rule === 'refused' ? 'refused' : table.rows.map(({ line, cells }) => ({ line, cells: trimmed(cells.map(shown)) })));
    });
});

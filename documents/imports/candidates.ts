import type { Fact } from '../../domain/errors.ts';
import type { CandidateFields } from '../../domain/candidate.ts';
import type { Referential } from '../../domain/referential.ts';
import {
  candidateColumnOf,
  readCandidateRow,
  requiredColumns,
  type CandidateColumn,
  type CandidatePlaces,
  type CandidateRow,
  type ImportProblem,
} from './candidate-row.ts';
import { fold, type ImportProblemCode } from './cells.ts';
import { readCsv, type CsvTable } from './csv.ts';

/** A candidate whom the session already has, to find duplicates. */
export type KnownCandidate = Pick<CandidateFields, 'number' | 'familyName' | 'givenName' | 'birthDate'>;

/** The rows of a whole file, or every fault of every row: nothing is half read. */
export type CandidateRead =
  | { readonly ok: true; readonly rows: readonly CandidateRow[] }
  | {
      readonly ok: false;
      readonly error: { readonly code: 'import-refused'; readonly facts: { readonly [name: string]: Fact; readonly problems: readonly ImportProblem[] } };
    };

const findColumns = ({ header, rows }: CsvTable): { readonly places: CandidatePlaces; readonly problems: readonly ImportProblem[] } => {
  const places: Partial<Record<CandidateColumn, number>> = {};
  const problems: ImportProblem[] = [];
  const complain = (code: ImportProblemCode, column: string): void => {
    problems.push({ line: header.line, column, code, value: column, first: null });
  };
  header.cells.forEach((title, place) => {
    if (title.trim() === '' && rows.every((row) => (row.cells[place] ?? '').trim() === '')) return;
    const column = candidateColumnOf(title);
    if (column === undefined) complain('unknown-column', title.trim());
    else if (places[column] !== undefined) complain('repeated-column', title.trim());
    else places[column] = place;
  });
  for (const column of requiredColumns) if (places[column] === undefined) complain('missing-column', column);
  return { places, problems };
};

const personOf = (one: KnownCandidate): string => [fold(one.familyName), fold(one.givenName), one.birthDate ?? ''].join('|');

const findDuplicates = (rows: readonly CandidateRow[], existing: readonly KnownCandidate[]): ImportProblem[] => {
  const numbers = new Map<string, number | null>(existing.map((one) => [fold(one.number), null]));
  const people = new Map<string, number | null>(existing.map((one) => [personOf(one), null]));
  return rows.flatMap(({ line, fields }) => {
    const found: ImportProblem[] = [];
    const look = (seen: Map<string, number | null>, key: string, column: CandidateColumn, code: ImportProblemCode, value: string): void => {
      const first = seen.get(key);
      if (first !== undefined) found.push({ line, column, code, value, first });
      else seen.set(key, line);
    };
    if (fields.number !== '') look(numbers, fold(fields.number), 'numero', 'duplicate-number', fields.number);
    if (fields.givenName !== '') look(people, personOf(fields), 'nom', 'duplicate-candidate', `${fields.givenName} ${fields.familyName}`.trim());
    return found;
  });
};

const refuse = (problems: readonly ImportProblem[]): CandidateRead => ({ ok: false, error: { code: 'import-refused', facts: { problems } } });

/**
 * Reads a whole file of candidates against the fiche: every row, or every fault of every row, in the order of the lines.
 * `existing` are the candidates whom the session already has.
 */
export const readCandidateRows = (bytes: Uint8Array, referential: Referential, existing: readonly KnownCandidate[] = []): CandidateRead => {
  const csv = readCsv(bytes);
  if (!csv.ok) return refuse([{ line: csv.fault.line, column: '', code: csv.fault.kind, value: '', first: null }]);
  const { header, rows } = csv.table;
  const { places, problems } = findColumns(csv.table);
  if (rows.length === 0) return refuse([...problems, { line: header.line, column: '', code: 'no-row', value: '', first: null }]);
  const read = rows.map((row) => readCandidateRow(row, places, header.cells.length, referential));
  const candidates = read.map((one) => one.candidate);
  const faults = [...read.flatMap((one) => one.problems), ...findDuplicates(candidates, existing)].toSorted((one, other) => one.line - other.line);
  const all = [...problems, ...faults];
  return all.length === 0 ? { ok: true, rows: candidates } : refuse(all);
};

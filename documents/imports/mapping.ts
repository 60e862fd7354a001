import type { ImportKind, ImportMapping } from '../../domain/import.ts';
import type { Referential } from '../../domain/referential.ts';
import { templateWords } from '../../words/templates.ts';
import { candidateColumnOf, candidateColumns, requiredColumns } from './candidate-row.ts';
import { fold } from './cells.ts';
import type { CsvRow } from './csv.ts';
import { gridColumnOf, gridColumns, isCompetencyColumn } from './grid-row.ts';
import type { Sheet, Table } from './table.ts';

/** One thing that a column may say, and whether no row can be read without it. */
export interface ImportField {
  readonly name: string;
  readonly required: boolean;
}

/** A sheet with its header found: the titles, and the rows under them. */
export interface Titled {
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
  /** How many of the titles are known. */
  readonly known: number;
}

const fieldOf = (kind: ImportKind, title: string, referential: Referential): string | null =>
  (kind === 'candidates' ? candidateColumnOf(title) : gridColumnOf(title, referential)) ?? null;

/** Everything that a column may say, in the order in which it is proposed. */
export const fieldsFor = (kind: ImportKind, referential: Referential): readonly ImportField[] =>
  kind === 'candidates'
    ? candidateColumns.map((name) => ({ name, required: requiredColumns.includes(name) }))
    : [
        ...gridColumns.map((name) => ({ name, required: name === 'numero' })),
        ...referential.blocks.flatMap((block) => block.competencies.map(({ code }) => ({ name: code, required: false }))),
      ];

/** How far down the titles may stand: people write the name of the session above them. */
const reach = 12;

/** Finds the titles of a sheet: the first row, or the row among the first that names most of what is known, when it names two things at least. */
export const findTitles = (kind: ImportKind, { rows }: Sheet, referential: Referential): Titled | null => {
  const knownIn = (row: CsvRow): number => row.cells.filter((cell) => fieldOf(kind, cell, referential) !== null).length;
  const counts = rows.slice(0, reach).map(knownIn);
  const most = Math.max(0, ...counts);
  const place = most >= 2 ? counts.indexOf(most) : 0;
  const header = rows[place];
  return header === undefined ? null : { header, rows: rows.slice(place + 1), known: most };
};

/** The sheet that is looked at first: the first that has known titles, otherwise the first. */
export const firstSheet = (kind: ImportKind, table: Table, referential: Referential): number =>
  Math.max(
    0,
    table.sheets.findIndex((sheet) => (findTitles(kind, sheet, referential)?.known ?? 0) >= 2),
  );

/** The titles of a header made comparable: what a mapping is remembered under. */
export const signatureOf = (header: CsvRow): readonly string[] => header.cells.map(fold);

/** What each column says by its title; a title said twice is left to the person. */
export const guessMapping = (kind: ImportKind, header: CsvRow, referential: Referential): ImportMapping => {
  const taken = new Set<string>();
  return header.cells.map((title) => {
    const field = fieldOf(kind, title, referential);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
};

/** What is left for a person to say: titles of filled columns that nothing recognises, needed fields without a column, and a field given twice. */
export const judgeMapping = (
  kind: ImportKind,
  { header, rows }: Titled,
  mapping: ImportMapping,
  referential: Referential,
): { readonly unknown: readonly string[]; readonly missing: readonly string[]; readonly repeated: readonly string[]; readonly mixed: boolean } => {
  const width = Math.max(header.cells.length, mapping.length);
  const unknown = Array.from({ length: width }, (_, place) => place)
    .filter((place) => (mapping[place] ?? null) === null)
    .filter((place) => fold(header.cells[place] ?? '') !== fold(templateWords.correctionHead))
    .filter((place) => (header.cells[place] ?? '').trim() !== '' || rows.some((row) => (row.cells[place] ?? '').trim() !== ''))
    .map((place) => (header.cells[place] ?? '').trim());
  const given = mapping.filter((field) => field !== null);
  const wide = given.some(isCompetencyColumn);
  const needed = fieldsFor(kind, referential)
    .filter(({ required }) => required)
    .map(({ name }) => name);
  const missing = [...needed, ...(kind === 'grids' && !wide ? ['competence', 'niveau'] : [])].filter((name) => !given.includes(name));
  return {
    unknown,
    missing,
    repeated: given.filter((field, rank) => given.indexOf(field) < rank),
    mixed: wide && ['competence', 'niveau', 'remarque'].some((name) => given.includes(name)),
  };
};

import { candidateFields, type BroughtBlock, type CandidateFields } from '../../domain/candidate.ts';
import type { Fact } from '../../domain/errors.ts';
import type { Referential } from '../../domain/referential.ts';
import type { Day } from '../../domain/time.ts';
import { fold, readBrought, readDay, readPath, readPlain, readPresented, type Cell, type ImportProblemCode } from './cells.ts';
import { readCsv, type CsvRow, type CsvTable } from './csv.ts';

/** One fault of a file of candidates: where it is, why, what was written, and for a duplicate the line of the first (none when it is already in the session). */
export type ImportProblem = {
  readonly line: number;
  readonly column: string;
  readonly code: ImportProblemCode;
  readonly value: string;
  readonly first: number | null;
};

/** One candidate read from a file, with the line it stands on; `recevableOn` is for the VAE file. */
export interface CandidateRow {
  readonly line: number;
  readonly fields: CandidateFields;
  readonly recevableOn: Day | null;
}

/** A candidate whom the session already has, to find duplicates. */
export type KnownCandidate = Pick<CandidateFields, 'number' | 'familyName' | 'givenName' | 'birthDate'>;

/** The rows of a whole file, or every fault of every row: nothing is half read. */
export type CandidateRead =
  | { readonly ok: true; readonly rows: readonly CandidateRow[] }
  | {
      readonly ok: false;
      readonly error: { readonly code: 'import-refused'; readonly facts: { readonly [name: string]: Fact; readonly problems: readonly ImportProblem[] } };
    };

const columns = {
  numero: ['numero', 'n', 'no', 'numero candidat', 'numero de candidat', 'n candidat', 'identifiant', 'matricule', 'nº'],
  nom: ['nom', 'nom de famille', 'nom de naissance', 'nom naissance', 'patronyme'],
  nom_usage: ['nom usage', 'nom d usage', 'nom marital'],
  prenom: ['prenom', 'prenoms'],
  naissance: ['naissance', 'date de naissance', 'date naissance', 'ne le', 'ne e le'],
  courriel: ['courriel', 'email', 'e mail', 'mail', 'adresse electronique', 'adresse mail'],
  voie: ['voie', 'voie d acces', 'voie acces'],
  entree: ['entree', 'date d entree', 'date entree', 'entree en formation', 'date d entree en formation'],
  recevabilite: ['recevabilite', 'date de recevabilite', 'date recevabilite', 'recevabilite vae'],
  justificatif: ['justificatif', 'justificatif d entree', 'preuve', 'preuve d entree'],
  blocs: ['blocs', 'bloc', 'blocs presentes', 'blocs de competences'],
  acquis: ['acquis', 'blocs acquis', 'acquis anterieurement', 'deja acquis'],
  equivalence: ['equivalence', 'equivalences'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A column of the file, by the name that words and templates give it. */
export type CandidateColumn = keyof typeof columns;

/** The columns of a file of candidates, in the order of the template. */
export const candidateColumns = Object.keys(columns) as readonly CandidateColumn[];

/** The columns without which no candidate can be read. */
export const requiredColumns: readonly CandidateColumn[] = ['numero', 'nom', 'prenom', 'naissance', 'voie', 'entree', 'blocs'];

/** What a person writes in `nom` for somebody who has no family name. */
const noName = /^[-–—]$/;

type Places = Readonly<Partial<Record<CandidateColumn, number>>>;

const findColumns = ({ header, rows }: CsvTable): { readonly places: Places; readonly problems: readonly ImportProblem[] } => {
  const places: Partial<Record<CandidateColumn, number>> = {};
  const problems: ImportProblem[] = [];
  const complain = (code: ImportProblemCode, column: string): void => {
    problems.push({ line: header.line, column, code, value: column, first: null });
  };
  header.cells.forEach((title, place) => {
    if (title.trim() === '' && rows.every((row) => (row.cells[place] ?? '').trim() === '')) return;
    const column = candidateColumns.find((one) => (columns[one] as readonly string[]).includes(fold(title)));
    if (column === undefined) complain('unknown-column', title.trim());
    else if (places[column] !== undefined) complain('repeated-column', title.trim());
    else places[column] = place;
  });
  for (const column of requiredColumns) if (places[column] === undefined) complain('missing-column', column);
  return { places, problems };
};

/** Reads one row: the candidate when nothing is wrong, and everything that is wrong otherwise. */
const readRow = (
  row: CsvRow,
  places: Places,
  width: number,
  referential: Referential,
): { readonly problems: readonly ImportProblem[]; readonly candidate: CandidateRow } => {
  const problems: ImportProblem[] = [];
  // A column that is missing is named once, at the header: its cells are not complained about again.
  const complain = (column: CandidateColumn, code: ImportProblemCode, value: string): void => {
    if (places[column] !== undefined) problems.push({ line: row.line, column, code, value, first: null });
  };
  const written = (column: CandidateColumn): string => (places[column] === undefined ? '' : (row.cells[places[column]] ?? ''));
  const take = <Value>(column: CandidateColumn, cell: Cell<Value>): Value | null => {
    if (cell.ok) return cell.value;
    complain(column, cell.code, cell.value);
    return null;
  };
  const plain = (column: CandidateColumn): string => take(column, readPlain(written(column))) ?? '';
  const date = (column: CandidateColumn): Day | null => take(column, readDay(written(column)));
  const takeAll = <Value>(column: CandidateColumn, cells: readonly Cell<Value>[]): Value[] =>
    cells.map((cell) => take(column, cell)).filter((value) => value !== null) as Value[];

  const extra = row.cells.slice(width).find((cell) => cell.trim() !== '');
  if (extra !== undefined) problems.push({ line: row.line, column: '', code: 'extra-cells', value: extra.trim(), first: null });

  const number = plain('numero');
  if (number === '' && written('numero').trim() === '') complain('numero', 'missing-number', '');
  const familyName = plain('nom');
  const givenName = plain('prenom');
  if (written('nom').trim() === '') complain('nom', 'missing-name', '');
  if (written('prenom').trim() === '') complain('prenom', 'missing-name', '');
  const email = plain('courriel');
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) complain('courriel', 'malformed-email', email);

  const path = take('voie', readPath(written('voie'), referential));
  const birthDate = date('naissance');
  const enteredOn = date('entree');
  const recevableOn = date('recevabilite');
  if (path === 'VAE' && written('recevabilite').trim() === '') {
    problems.push({ line: row.line, column: 'recevabilite', code: 'recevability-missing', value: '', first: null });
  }
  if (path !== 'VAE' && path !== null && recevableOn !== null) complain('recevabilite', 'recevability-unexpected', written('recevabilite').trim());
  if (path !== 'VAE' && written('entree').trim() === '') complain('entree', 'missing-entry-date', '');
  const entryDate = path === 'VAE' ? recevableOn : enteredOn;
  if (birthDate !== null && entryDate !== null && birthDate >= entryDate) complain('naissance', 'birth-after-entry', written('naissance').trim());

  const acquired = takeAll('acquis', readBrought(written('acquis'), 'earlier', referential));
  const equivalences = takeAll('equivalence', readBrought(written('equivalence'), 'equivalence', referential));
  const brings: BroughtBlock[] = [...acquired, ...equivalences];
  brings.forEach((one, rank) => {
    const again = brings.findIndex((other) => other.block === one.block) < rank;
    if (again) complain(one.kind === 'earlier' ? 'acquis' : 'equivalence', 'repeated-block', one.block);
  });
  const presents = takeAll('blocs', readPresented(written('blocs'), brings, referential));

  const entryProof = plain('justificatif');
  const fields = {
    number,
    familyName: noName.test(familyName) ? '' : familyName,
    usageName: plain('nom_usage'),
    givenName,
    birthDate,
    email,
    accessPath: path,
    entryDate,
    entryProof,
    presents,
    brings,
  };
  const checked = candidateFields.safeParse(fields);
  // Past this point only the lengths of the domain's own schema can still refuse.
  if (!checked.success && problems.length === 0 && requiredColumns.every((column) => places[column] !== undefined)) {
    const byField: Readonly<Record<string, CandidateColumn>> = {
      number: 'numero',
      familyName: 'nom',
      usageName: 'nom_usage',
      givenName: 'prenom',
      email: 'courriel',
      entryProof: 'justificatif',
      presents: 'blocs',
      brings: 'acquis',
    };
    for (const issue of checked.error.issues) complain(byField[String(issue.path[0])] ?? 'numero', 'too-long', '');
  }
  return { problems, candidate: { line: row.line, fields: (checked.data ?? fields) as CandidateFields, recevableOn } };
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
  const read = rows.map((row) => readRow(row, places, header.cells.length, referential));
  const candidates = read.map((one) => one.candidate);
  const faults = [...read.flatMap((one) => one.problems), ...findDuplicates(candidates, existing)].toSorted((one, other) => one.line - other.line);
  const all = [...problems, ...faults];
  return all.length === 0 ? { ok: true, rows: candidates } : refuse(all);
};

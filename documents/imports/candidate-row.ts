import { candidateFields, type BroughtBlock, type Candidate, type CandidateFields } from '../../domain/candidate.ts';
import type { Referential } from '../../domain/referential.ts';
import type { Day } from '../../domain/time.ts';
import { fold, readBrought, readDay, readPath, readPlain, readPresented, type Cell, type ImportProblemCode } from './cells.ts';
import type { CsvRow } from './csv.ts';
import { valueIn, valueMissing } from './table-cell.ts';

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
  employeur: ['employeur', 'entreprise', 'entreprise d accueil', 'employeur ou entreprise d accueil', 'societe', 'organisme employeur'],
  accompagnateur: ['accompagnateur', 'mentor', 'mentor ou accompagnateur', 'accompagnateur vae', 'tuteur', 'maitre d apprentissage'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A column of the file, by the name that words and templates give it. */
export type CandidateColumn = keyof typeof columns;

/** The columns of a file of candidates, in the order of the template. */
export const candidateColumns = Object.keys(columns) as readonly CandidateColumn[];

/** The columns without which no candidate can be read. */
export const requiredColumns: readonly CandidateColumn[] = ['numero', 'nom', 'prenom', 'naissance', 'voie', 'entree', 'blocs'];

/** The column that a title names, by any of its usual names. */
export const candidateColumnOf = (title: string): CandidateColumn | undefined =>
  candidateColumns.find((one) => (columns[one] as readonly string[]).includes(fold(title)));

/** What a person writes in `nom` for somebody who has no family name. */
const noName = /^[-–—]$/;

/** Where each column stands in the file; a column that is not there is not read. */
export type CandidatePlaces = Readonly<Partial<Record<CandidateColumn, number>>>;

/** Who is known under what a row says of a person: what the file has no column for is kept as it is. */
export type FindKnown = (said: {
  readonly number: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: Day | null;
}) => Candidate | null;

/** Reads one row: the candidate when nothing is wrong, and everything that is wrong otherwise. */
export const readCandidateRow = (
  row: CsvRow,
  places: CandidatePlaces,
  width: number,
  referential: Referential,
  findKnown: FindKnown = () => null,
): { readonly problems: readonly ImportProblem[]; readonly candidate: CandidateRow } => {
  const problems: ImportProblem[] = [];
  // A column that is missing is named once, at the header: its cells are not complained about again.
  const complain = (column: CandidateColumn, code: ImportProblemCode, value: string): void => {
    if (places[column] !== undefined && !broken.has(column)) problems.push({ line: row.line, column, code, value, first: null });
  };
  // A cell that shows an error in the place of a value is named once, and accused of nothing else.
  const broken = new Set<CandidateColumn>();
  for (const column of candidateColumns) {
    const shown = valueMissing(row, places[column]);
    if (shown === null) continue;
    complain(column, 'cell-error', shown);
    broken.add(column);
  }
  const written = (column: CandidateColumn): string => valueIn(row, places[column]);
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
  const birthDate = date('naissance');
  const named = noName.test(familyName) ? '' : familyName;
  const known = findKnown({ number, familyName: named, givenName, birthDate });
  const kept = (column: CandidateColumn, before: string | undefined): string => (places[column] === undefined ? (before ?? '') : plain(column));
  const email = kept('courriel', known?.email);
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) complain('courriel', 'malformed-email', email);

  const path = take('voie', readPath(written('voie'), referential));
  const enteredOn = date('entree');
  const recevable = places.recevabilite === undefined && path === 'VAE' && known?.accessPath === 'VAE' ? known.entryDate : null;
  const recevableOn = recevable ?? date('recevabilite');
  if (path === 'VAE' && recevable === null && written('recevabilite').trim() === '' && !broken.has('recevabilite')) {
    problems.push({ line: row.line, column: 'recevabilite', code: 'recevability-missing', value: '', first: null });
  }
  if (path !== 'VAE' && path !== null && recevableOn !== null) complain('recevabilite', 'recevability-unexpected', written('recevabilite').trim());
  if (path !== 'VAE' && written('entree').trim() === '') complain('entree', 'missing-entry-date', '');
  const entryDate = path === 'VAE' ? recevableOn : enteredOn;
  if (birthDate !== null && entryDate !== null && birthDate >= entryDate) complain('naissance', 'birth-after-entry', written('naissance').trim());

  const brought = (column: 'acquis' | 'equivalence', kind: BroughtBlock['kind']): readonly BroughtBlock[] =>
    places[column] === undefined ? (known?.brings.filter((one) => one.kind === kind) ?? []) : takeAll(column, readBrought(written(column), kind, referential));
  const acquired = brought('acquis', 'earlier');
  const equivalences = brought('equivalence', 'equivalence');
  const brings: BroughtBlock[] = [...acquired, ...equivalences];
  brings.forEach((one, rank) => {
    const again = brings.findIndex((other) => other.block === one.block) < rank;
    if (again) complain(one.kind === 'earlier' ? 'acquis' : 'equivalence', 'repeated-block', one.block);
  });
  const presents = takeAll('blocs', readPresented(written('blocs'), brings, referential));

  const entryProof = kept('justificatif', known?.entryProof);
  const fields = {
    number,
    familyName: named,
    usageName: kept('nom_usage', known?.usageName),
    givenName,
    birthDate,
    email,
    accessPath: path,
    entryDate,
    entryProof,
    presents,
    brings,
    employer: kept('employeur', known?.employer),
    mentor: kept('accompagnateur', known?.mentor),
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
      employer: 'employeur',
      mentor: 'accompagnateur',
    };
    for (const issue of checked.error.issues) complain(byField[String(issue.path[0])] ?? 'numero', 'too-long', '');
  }
  return { problems, candidate: { line: row.line, fields: (checked.data ?? fields) as CandidateFields, recevableOn } };
};

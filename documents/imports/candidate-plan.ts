import type { Candidate, CandidateFields } from '../../domain/candidate.ts';
import type { CandidateId } from '../../domain/ids.ts';
import type { ImportFault, ImportMapping } from '../../domain/import.ts';
import type { Referential } from '../../domain/referential.ts';
import type { Day } from '../../domain/time.ts';
import { candidateColumns, readCandidateRow, type CandidateColumn, type CandidatePlaces, type FindKnown } from './candidate-row.ts';
import { fold, writeBrought } from './cells.ts';
import type { Titled } from './mapping.ts';
import { differencesOf, readEach, type Pace, type PlannedRow } from './plan.ts';
import { shownIn } from './table-cell.ts';

/** What a row would write: a new candidate, or the one whom it names. */
export interface CandidateChange {
  readonly id: CandidateId | null;
  readonly fields: CandidateFields;
  readonly recevableOn: Day | null;
}

/** The fields of a candidate that the preview shows, where the file has them. */
export const shownCandidateColumns: readonly CandidateColumn[] = ['numero', 'nom', 'prenom', 'naissance', 'voie', 'entree', 'blocs'];

type Person = Pick<CandidateFields, 'number' | 'familyName' | 'givenName'> & { readonly birthDate: Day | null };

const personOf = (one: Person): string => [fold(one.familyName), fold(one.givenName), one.birthDate ?? ''].join('|');
const nameOf = (one: Person): string => [one.givenName, one.familyName].filter((part) => part !== '').join(' ');

/** Finds whom of the session a row names: by number, otherwise by names and birth date. */
const known = (existing: readonly Candidate[]) => {
  const numbers = new Map(existing.map((one) => [fold(one.number), one]));
  const people = new Map(existing.map((one) => [personOf(one), one]));
  const find: FindKnown = (said) => numbers.get(fold(said.number)) ?? people.get(personOf(said)) ?? null;
  /** The candidate whose number this is, when nothing else says that it is the same person. */
  const stranger = (said: Person): Candidate | null => {
    const byNumber = numbers.get(fold(said.number));
    if (byNumber === undefined) return null;
    const other = people.get(personOf(said));
    if (other !== undefined && other.id !== byNumber.id) return byNumber;
    const sameName = fold(byNumber.familyName) === fold(said.familyName) && fold(byNumber.givenName) === fold(said.givenName);
    return sameName || byNumber.birthDate === said.birthDate ? null : byNumber;
  };
  return { find, stranger };
};

const textsOf = (fields: CandidateFields, referential: Referential): ReadonlyMap<CandidateColumn, string> =>
  new Map<CandidateColumn, string>([
    ['numero', fields.number],
    ['nom', fields.familyName],
    ['nom_usage', fields.usageName],
    ['prenom', fields.givenName],
    ['naissance', fields.birthDate ?? ''],
    ['courriel', fields.email],
    ['voie', fields.accessPath],
    [fields.accessPath === 'VAE' ? 'recevabilite' : 'entree', fields.entryDate],
    ['justificatif', fields.entryProof],
    [
      'blocs',
      referential.blocks
        .map(({ code }) => code)
        .filter((code) => fields.presents.includes(code))
        .join('+'),
    ],
    ['acquis', writeBrought(fields.brings, 'earlier', referential)],
    ['equivalence', writeBrought(fields.brings, 'equivalence', referential)],
    ['employeur', fields.employer],
    ['accompagnateur', fields.mentor],
  ]);

/** What a file of candidates would do to a session: each row new, changed, unchanged or faulty, and those whom it does not name. Null when told to stop. */
export const planCandidates = async (
  { header, rows }: Titled,
  mapping: ImportMapping,
  referential: Referential,
  existing: readonly Candidate[],
  pace: Pace,
): Promise<{ readonly rows: readonly PlannedRow<CandidateChange>[]; readonly absent: readonly Candidate[] } | null> => {
  const places: CandidatePlaces = Object.fromEntries(candidateColumns.flatMap((name) => (mapping.includes(name) ? [[name, mapping.indexOf(name)]] : [])));
  const shown = shownCandidateColumns.filter((name) => places[name] !== undefined);
  const { find, stranger } = known(existing);
  const numbers = new Map<string, number>();
  const people = new Map<string, number>();
  const taken = new Map<CandidateId, number>();
  const width = Math.max(header.cells.length, mapping.length);
  const planned = await readEach(
    rows,
    (row): PlannedRow<CandidateChange> => {
      const read = readCandidateRow(row, places, width, referential, find);
      const { fields, recevableOn } = read.candidate;
      const problems: ImportFault[] = [...read.problems];
      const complain = (column: CandidateColumn, code: string, value: string, first: number | null): void => {
        problems.push({ line: row.line, column, code, value, first });
      };
      const again = <Key>(seen: Map<Key, number>, key: Key): number | undefined => {
        const first = seen.get(key);
        if (first === undefined) seen.set(key, row.line);
        return first;
      };
      const sameNumber = fields.number === '' ? undefined : again(numbers, fold(fields.number));
      if (sameNumber !== undefined) complain('numero', 'duplicate-number', fields.number, sameNumber);
      const samePerson = fields.givenName === '' ? undefined : again(people, personOf(fields));
      if (samePerson !== undefined) complain('nom', 'duplicate-candidate', nameOf(fields), samePerson);
      const other = stranger(fields);
      if (other !== null) complain('numero', 'number-of-another', nameOf(other), null);
      const match = find(fields);
      const matched = match === null || sameNumber !== undefined || samePerson !== undefined ? undefined : again(taken, match.id);
      if (matched !== undefined) complain('nom', 'duplicate-candidate', nameOf(fields), matched);
      const line = { line: row.line, cells: shown.map((name) => shownIn(row, places[name])), written: row.cells, problems };
      if (problems.length > 0) return { ...line, state: 'faulty', differences: [], change: null };
      const change = { id: match?.id ?? null, fields, recevableOn };
      if (match === null) return { ...line, state: 'added', differences: [], change };
      const differences = differencesOf(textsOf(match, referential), textsOf(fields, referential));
      return { ...line, state: differences.length === 0 ? 'unchanged' : 'changed', differences, change };
    },
    pace,
  );
  // A faulty row that names somebody of the session does not make that person absent.
  const named = (candidate: Candidate): boolean => taken.has(candidate.id) || numbers.has(fold(candidate.number)) || people.has(personOf(candidate));
  return planned === null ? null : { rows: planned, absent: existing.filter((candidate) => !named(candidate)) };
};

import type { HolderIdentity } from '../../domain/holder.ts';
import type { IdentityCause, IdentityState } from '../../domain/holder-import.ts';
import type { CandidateId } from '../../domain/ids.ts';
import type { ImportDifference } from '../../domain/import.ts';
import { foldWords } from '../../domain/name-key.ts';
import { fold } from './cells.ts';
import { readIdentityRow, type IdentityColumn, type IdentitySaid, type IdentitySheet } from './identity-row.ts';
import { differencesOf } from './plan.ts';

type Person = Extract<HolderIdentity, { readonly kind: 'person' }>;

/** A candidate of the session as an import of identities knows them. */
export interface KnownPerson {
  readonly id: CandidateId;
  readonly number: string;
  readonly name: string;
  readonly familyName: string;
  readonly usageName: string;
  readonly givenName: string;
  readonly birthDate: string;
  /** Whether the candidate is to be declared. */
  readonly holds: boolean;
  /** What was last kept, or null while only the minute speaks. */
  readonly kept: HolderIdentity | null;
  /** What the minute says. */
  readonly minute: HolderIdentity;
}

/** What one row would do; an identity only where it may be kept. */
export interface PlannedIdentity {
  readonly line: number;
  readonly person: KnownPerson | null;
  readonly written: string;
  readonly state: IdentityState;
  readonly causes: readonly { readonly field: string; readonly cause: IdentityCause }[];
  readonly differences: readonly ImportDifference[];
  readonly identity: HolderIdentity | null;
}

type Found = { readonly person: KnownPerson | null; readonly state: 'sure' | 'doubtful' | 'faulty' | 'left'; readonly cause: IdentityCause | null };

const glued = (text: string): string => foldWords(text).join('');

/** The given names of one begin as those of the other. */
const sameGiven = (one: string, other: string): boolean => {
  const [first, second] = [glued(one), glued(other)];
  return first !== '' && second !== '' && (first.startsWith(second) || second.startsWith(first));
};

const birthNames = ({ familyName, kept }: KnownPerson): string[] => [familyName, ...(kept?.kind === 'person' ? [kept.birthName] : [])].map(glued);

/** Whom a row names: by number when name or birth date agrees, otherwise by names and birth date; a name alone is doubtful. */
const findPerson = ({ texts }: IdentitySaid, known: readonly KnownPerson[]): Found => {
  const named = (person: KnownPerson): boolean => birthNames(person).includes(glued(texts.nom)) && sameGiven(person.givenName, texts.prenoms);
  const born = (person: KnownPerson): boolean => texts.naissance !== '' && person.birthDate === texts.naissance;
  const numbered = texts.numero === '' ? [] : known.filter((person) => fold(person.number) === fold(texts.numero));
  const [byNumber] = numbered;
  if (byNumber !== undefined) {
    if (!named(byNumber))
      return born(byNumber)
        ? { person: byNumber, state: 'doubtful', cause: 'names-differ' }
        : { person: byNumber, state: 'faulty', cause: 'number-of-another' };
    if (texts.naissance !== '' && byNumber.birthDate !== '' && !born(byNumber)) return { person: byNumber, state: 'doubtful', cause: 'birth-differs' };
    return { person: byNumber, state: 'sure', cause: null };
  }
  const alike = known.filter(named);
  const exact = alike.filter(born);
  const [one] = exact.length > 0 ? exact : alike;
  if (one === undefined) return { person: null, state: 'left', cause: 'unknown' };
  if (exact.length > 1 || (exact.length === 0 && alike.length > 1)) return { person: null, state: 'faulty', cause: 'several' };
  if (exact.length === 1)
    return texts.numero === '' ? { person: one, state: 'sure', cause: null } : { person: one, state: 'doubtful', cause: 'number-unknown' };
  return { person: one, state: 'doubtful', cause: texts.naissance === '' || one.birthDate === '' ? 'birth-missing' : 'birth-differs' };
};

/** The first given name as the minute has it when the file begins so ("Jean Pierre" may be one), then the others. */
const splitGiven = (text: string, known: string): readonly string[] => {
  if (text.includes(',')) return text.split(',').map((part) => part.trim());
  const words = text.split(' ');
  const count = words.findIndex((_, rank) => glued(words.slice(0, rank + 1).join(' ')) === glued(known)) + 1;
  return count > 0 ? [words.slice(0, count).join(' '), ...words.slice(count)] : words;
};

/** What is known of somebody once a row is read: an empty cell keeps what was known. */
const identityFor = ({ texts }: IdentitySaid, person: KnownPerson): Person | null => {
  const base = person.kept?.kind === 'person' ? person.kept : person.minute;
  if (base.kind !== 'person') return null;
  const [first = '', second = '', third = ''] = texts.prenoms === '' ? [] : splitGiven(texts.prenoms, person.givenName);
  const { birthplace } = base;
  const abroad = texts.pays !== '' && fold(texts.pays) !== 'france';
  const before =
    birthplace.kind === 'unknown' ? { insee: '', town: '', postalCode: '', country: '' } : { insee: '', postalCode: '', country: '', ...birthplace };
  const town = texts.commune || before.town;
  const place = ((): Person['birthplace'] => {
    if (abroad || (texts.pays === '' && texts.insee === '' && birthplace.kind === 'abroad'))
      return { kind: 'abroad', postalCode: texts.code_postal || before.postalCode, town, country: texts.pays || before.country };
    if (texts.insee !== '' || texts.pays !== '' || birthplace.kind === 'france') return { kind: 'france', insee: texts.insee || before.insee, town };
    return birthplace;
  })();
  return {
    kind: 'person',
    birthName: texts.nom || base.birthName,
    usageName: texts.nom_usage || base.usageName,
    firstName: first || base.firstName,
    secondName: texts.prenom2 || second || base.secondName,
    thirdName: texts.prenom3 || third || base.thirdName,
    birthDate: texts.naissance || base.birthDate,
    sex: (texts.sexe || base.sex) as Person['sex'],
    birthplace: place,
  };
};

const textsOf = (identity: HolderIdentity): ReadonlyMap<string, string> => {
  const { birthplace = {}, ...rest } = identity.kind === 'person' ? identity : { ...identity, birthplace: {} };
  return new Map(
    [...Object.entries(rest), ...Object.entries(birthplace).filter(([field]) => field !== 'kind')].filter(([field]) => field !== 'kind') as [string, string][],
  );
};

const planRow = (said: IdentitySaid, known: readonly KnownPerson[]): PlannedIdentity => {
  const written = `${said.texts.prenoms} ${said.texts.nom}`.trim();
  const found = findPerson(said, known);
  const { person } = found;
  const causes = found.cause === null ? [] : [{ field: 'numero' satisfies IdentityColumn, cause: found.cause }];
  const row = { line: said.line, person, written, causes, differences: [], identity: null };
  // What cannot be read comes first: the rest of such a row is not judged.
  if (said.faults.length > 0) return { ...row, state: 'faulty', causes: said.faults };
  if (found.state === 'faulty') return { ...row, state: 'faulty' };
  if (person === null || found.state === 'left') return { ...row, state: 'left' };
  if (!person.holds) return { ...row, state: 'left', causes: [{ field: 'numero', cause: 'not-holder' }] };
  const identity = identityFor(said, person);
  if (identity === null) return { ...row, state: 'faulty' };
  const before = textsOf(person.kept ?? person.minute);
  // What the minute had nothing to say of is no change: only what is replaced is shown.
  const differences = differencesOf(before, textsOf(identity)).filter((each) => person.kept !== null || (each.before ?? '') !== '');
  if (person.kept !== null && JSON.stringify(person.kept) === JSON.stringify(identity)) return { ...row, state: 'unchanged' };
  return { ...row, state: found.state === 'doubtful' ? 'doubtful' : person.kept === null ? 'added' : 'changed', differences, identity };
};

/** What every row of a sheet would do; two rows that name one person are both faulty. */
export const planIdentities = (sheet: IdentitySheet, known: readonly KnownPerson[]): readonly PlannedIdentity[] => {
  const rows = sheet.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map((row) => planRow(readIdentityRow(row, sheet), known));
  const times = new Map<CandidateId, number>();
  for (const { person } of rows) if (person !== null) times.set(person.id, (times.get(person.id) ?? 0) + 1);
  return rows.map((row) =>
    row.person !== null && (times.get(row.person.id) ?? 0) > 1
      ? { ...row, state: 'faulty', identity: null, differences: [], causes: [...row.causes, { field: 'numero', cause: 'duplicate' }] }
      : row,
  );
};

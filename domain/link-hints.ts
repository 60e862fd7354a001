import { z } from 'zod';
import type { Candidate } from './candidate.ts';
import { candidateId, jurorId, type JurorFileId, type JurorId } from './ids.ts';
import type { Juror } from './jury.ts';
import { companyKey, familyKey, personKey } from './name-key.ts';
import { day, instant, type Day } from './time.ts';

/** What may show a link before anybody declares one: never a declaration, always to be checked with the person. */
export const hintKind = z.enum(['employer', 'mentor', 'familyName', 'earlierSession']);
/** What may show a link before anybody declares one. */
export type HintKind = z.infer<typeof hintKind>;

/** A link to check between one member and one candidate, with the words compared as each side wrote them. */
export const linkHint = z.strictObject({
  jurorId,
  candidateId,
  kind: hintKind,
  member: z.string(),
  candidate: z.string(),
  /** The earlier sessions where the member judged this candidate. */
  sessions: z.array(z.strictObject({ number: z.string(), heldOn: day })),
  /** What was found, folded: a check no longer holds once the words compared are others. */
  about: z.string(),
  checked: z.strictObject({ note: z.string(), at: instant }).nullable(),
});
/** A link to check between one member and one candidate. */
export type LinkHint = z.infer<typeof linkHint>;

/** What the lead says of a hint that was looked into; a null note takes the check back. */
export const linkCheckFields = linkHint
  .pick({ jurorId: true, candidateId: true, kind: true, about: true })
  .extend({ about: z.string().max(2000), note: z.string().trim().max(500).nullable() });

/** That a hint was looked into, and what came out of it. */
export type LinkCheck = Pick<LinkHint, 'jurorId' | 'candidateId' | 'kind' | 'about'> & NonNullable<LinkHint['checked']>;

/** A candidate whom an earlier session of the store judged, and the members who sat for that candidate. */
export interface EarlierSitting {
  readonly number: string;
  readonly heldOn: Day;
  readonly candidate: Pick<Candidate, 'givenName' | 'familyName' | 'birthDate'>;
  readonly members: readonly (Pick<Juror, 'givenName' | 'familyName'> & { readonly fileId: JurorFileId | null })[];
}

/** What is compared, with the file that a member has in the directory. */
export interface LinkFacts {
  readonly jurors: readonly Juror[];
  readonly candidates: readonly Candidate[];
  readonly earlier: readonly EarlierSitting[];
  readonly fileOf: ReadonlyMap<JurorId, JurorFileId>;
}

type Found = Omit<LinkHint, 'jurorId' | 'candidateId' | 'checked'>;

const nameOf = (person: { readonly givenName: string; readonly familyName: string }): string => `${person.givenName} ${person.familyName}`.trim();

/** The people named in a text that may name several, without what stands between brackets. */
const namedIn = (text: string): string[] =>
  text
    .replace(/\([^)]*\)/g, ' ')
    .split(/[,;/]|\s(?:et|&)\s/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');

interface Keys {
  readonly company: string | null;
  readonly person: string | null;
  readonly family: string | null;
}

const keysOf = (juror: Juror): Keys => ({ company: companyKey(juror.employer), person: personKey(nameOf(juror)), family: familyKey(juror.familyName) });

/** The same candidate, as far as identity papers tell: the same whole name, born the same day. */
const identityOf = ({ givenName, familyName, birthDate }: EarlierSitting['candidate']): string | null => {
  const key = personKey(`${givenName} ${familyName}`);
  return key === null || birthDate === null ? null : `${key}, ${birthDate}`;
};

const namesFound = (keys: Keys, juror: Juror, candidate: Candidate): Found[] => {
  const found: Found[] = [];
  const company = companyKey(candidate.employer);
  if (company !== null && company === keys.company)
    found.push({ kind: 'employer', member: juror.employer, candidate: candidate.employer, sessions: [], about: company });
  const mentor = namedIn(candidate.mentor).find((name) => keys.person !== null && personKey(name) === keys.person);
  if (mentor !== undefined && keys.person !== null) found.push({ kind: 'mentor', member: nameOf(juror), candidate: mentor, sessions: [], about: keys.person });
  const family = [candidate.familyName, candidate.usageName].find((name) => keys.family !== null && familyKey(name) === keys.family);
  if (family !== undefined && keys.family !== null)
    found.push({ kind: 'familyName', member: juror.familyName, candidate: family, sessions: [], about: keys.family });
  return found;
};

/**
 * The links to check before the day, member by member, candidate by candidate: same employer, a mentor who sits, the same family name, a jury already held.
 * Names are compared whole, without accents, case, punctuation or legal form. What is found is never a declaration.
 */
export const findLinkHints = ({ jurors, candidates, earlier, fileOf }: LinkFacts): LinkHint[] => {
  const held = new Map<string, EarlierSitting[]>();
  for (const sitting of earlier) {
    const identity = identityOf(sitting.candidate);
    if (identity !== null) held.set(identity, [...(held.get(identity) ?? []), sitting]);
  }
  return jurors.flatMap((juror) => {
    const keys = keysOf(juror);
    const file = fileOf.get(juror.id);
    const isMember = (member: EarlierSitting['members'][number]): boolean =>
      (file !== undefined && member.fileId === file) || (keys.person !== null && personKey(nameOf(member)) === keys.person);
    return candidates.flatMap((candidate): LinkHint[] => {
      const found = namesFound(keys, juror, candidate);
      const sessions = (held.get(identityOf(candidate) ?? '') ?? [])
        .filter((sitting) => sitting.members.some(isMember))
        .map(({ number, heldOn }) => ({ number, heldOn }))
        .sort((one, other) => one.heldOn.localeCompare(other.heldOn) || one.number.localeCompare(other.number));
      const about = sessions.map(({ number }) => number).join(', ');
      if (sessions.length > 0) found.push({ kind: 'earlierSession', member: nameOf(juror), candidate: nameOf(candidate), sessions, about });
      return found.map((each) => ({ jurorId: juror.id, candidateId: candidate.id, ...each, checked: null }));
    });
  });
};

/** The hints with what was checked of them; a check of other words than those found today counts no more. */
export const withChecks = (hints: readonly LinkHint[], checks: readonly LinkCheck[]): LinkHint[] =>
  hints.map((hint) => {
    const check = checks.find(
      (each) => each.jurorId === hint.jurorId && each.candidateId === hint.candidateId && each.kind === hint.kind && each.about === hint.about,
    );
    return check === undefined ? hint : { ...hint, checked: { note: check.note, at: check.at } };
  });

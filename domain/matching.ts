import type { PieceKind } from './dossier.ts';
import type { CandidateId } from './ids.ts';

/** What a candidate is known by. */
export interface Known {
  readonly id: CandidateId;
  readonly number: string;
  readonly familyName: string;
  readonly usageName: string;
  readonly givenName: string;
}

/** Whose file it is: of one candidate beyond doubt, perhaps of some, or of nobody that is known. */
export type Owner =
  | { readonly kind: 'sure'; readonly candidateId: CandidateId }
  | { readonly kind: 'doubtful'; readonly candidateIds: readonly CandidateId[] }
  | { readonly kind: 'none' };

/** The words of a text, without accents or case: "ÉtudeDupont_v02" gives etude, dupont, v, 2. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$3$4 $2')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word));

/** Where words follow one another to make a text, whatever the separators; -1 when they do not. */
const findRun = (words: readonly string[], text: string): number => {
  if (text === '') return -1;
  return words.findIndex((_, from) => {
    let joined = '';
    for (let at = from; at < words.length && joined.length < text.length; at += 1) joined += words[at];
    return joined === text;
  });
};

const glued = (text: string): string => wordsOf(text).join('');
const introducers = new Set(['n', 'no', 'num', 'numero', 'candidat', 'candidate', 'dossier']);

/** Whether a part of a path holds the number: surely when nothing else could be meant by it. */
const numberIn = (words: readonly string[], number: string, place: 'file' | 'top' | 'inside'): 'strong' | 'weak' | null => {
  const text = glued(number);
  const at = findRun(words, text);
  if (at < 0) return null;
  if (introducers.has(words[at - 1] ?? '')) return 'strong';
  // "12" may be the rank of a document, a version or a day; "D-012" is nothing else.
  if (/\p{L}/u.test(text) && /\d/.test(text) && !/^(?:p|projet|project|v|version|bc?|c|livret|livrable)\d+$/.test(text)) return 'strong';
  if (at === 0 && (place === 'top' || /^\d{3}$|^\d{5,}$/.test(text))) return 'strong';
  return 'weak';
};

const nameIn = (words: readonly string[], known: Known): 'strong' | 'weak' | null => {
  const given = glued(known.givenName);
  const families = [known.familyName, known.usageName].map(glued).filter((name) => name !== '');
  const found = families.filter((family) => findRun(words, family) >= 0);
  const whole = families.some(
    (family) =>
      given !== '' &&
      (findRun(words, family + given) >= 0 || findRun(words, given + family) >= 0 || (findRun(words, family) >= 0 && hasApart(words, family, given))),
  );
  return whole ? 'strong' : found.length > 0 ? 'weak' : null;
};

/** Whether both names stand in the words, each with words of its own. */
function hasApart(words: readonly string[], family: string, given: string): boolean {
  const rest = (text: string): readonly string[] => {
    const from = findRun(words, text);
    let length = 0;
    let to = from;
    while (length < text.length) {
      length += (words[to] ?? '').length;
      to += 1;
    }
    return [...words.slice(0, from), '\u0000', ...words.slice(to)];
  };
  return findRun(rest(family), given) >= 0;
}

interface Evidence {
  readonly known: Known;
  readonly name: 'strong' | 'weak' | null;
  readonly number: 'strong' | 'weak' | null;
}

const evidenceOf = (path: readonly string[], known: Known): Evidence => {
  const rank = (value: Evidence['name']): number => (value === 'strong' ? 2 : value === 'weak' ? 1 : 0);
  const best = (values: readonly Evidence['name'][]): Evidence['name'] => values.reduce((one, other) => (rank(other) > rank(one) ? other : one), null);
  const parts = path.map((part, at) => ({
    words: wordsOf(at === path.length - 1 ? part.replace(/\.[^.]{1,8}$/, '') : part),
    place: at === path.length - 1 ? ('file' as const) : at === 0 ? ('top' as const) : ('inside' as const),
  }));
  return {
    known,
    name: best(parts.map(({ words }) => nameIn(words, known))),
    number: best(parts.map(({ words, place }) => numberIn(words, known.number, place))),
  };
};

/** Whether every family name of a candidate is only a part of another's names. */
const isWithin = (inner: Known, outer: Known): boolean => {
  const words = [...wordsOf(outer.familyName), ...wordsOf(outer.usageName), ...wordsOf(outer.givenName)];
  return [inner.familyName, inner.usageName].every((name) => name === '' || findRun(words, glued(name)) >= 0);
};

/** The candidates whom a text of the path names in some way, found by an index: thousands of files are matched against hundreds of candidates. */
const namedIn = (candidates: readonly Known[]): ((path: readonly string[]) => readonly Known[]) => {
  const index = new Map<string, Set<number>>();
  for (const [rank, known] of candidates.entries()) {
    const given = glued(known.givenName);
    const families = [known.familyName, known.usageName].map(glued).filter((name) => name !== '');
    for (const key of [glued(known.number), ...families.flatMap((family) => [family, family + given, given + family])])
      if (key !== '') index.set(key, (index.get(key) ?? new Set()).add(rank));
  }
  const longest = Math.max(0, ...[...index.keys()].map((key) => key.length));
  return (path) => {
    const found = new Set<number>();
    for (const part of path) {
      const words = wordsOf(part);
      for (const from of words.keys()) {
        let joined = '';
        for (let at = from; at < words.length && joined.length < longest; at += 1) {
          joined += words[at];
          for (const rank of index.get(joined) ?? []) found.add(rank);
        }
      }
    }
    return [...found].sort((one, other) => one - other).flatMap((rank) => candidates[rank] ?? []);
  };
};

const decide = (path: readonly string[], named: readonly Known[], candidates: readonly Known[]): Owner => {
  const found = named.map((known) => evidenceOf(path, known)).filter((entry) => entry.name !== null || entry.number !== null);
  const strong = found.filter((entry) => entry.name === 'strong' || entry.number === 'strong');
  const both = strong.filter((entry) => entry.name === 'strong' && entry.number === 'strong');
  // A number settles who of several namesakes it is, unless the path bears two numbers.
  const [one] = both.length === 1 && strong.every((entry) => entry.number !== 'strong' || entry === both[0]) ? both : strong.length === 1 ? strong : [];
  if (one) {
    const others = found.filter((entry) => entry !== one && entry.name === 'weak' && !isWithin(entry.known, one.known));
    const twins = candidates.filter((known) => known.id !== one.known.id && known.number === one.known.number);
    if (others.length === 0 && twins.length === 0) return { kind: 'sure', candidateId: one.known.id };
  }
  const doubtful = (strong.length > 0 ? found.filter((entry) => entry.name !== null || entry.number === 'strong') : found).map((entry) => entry.known.id);
  return doubtful.length === 0 ? { kind: 'none' } : { kind: 'doubtful', candidateIds: [...new Set(doubtful)].sort() };
};

/**
 * Tells whose file lies at a path: by the number, or by the family (or usage) and given names in either order, in the name of the file or of its folders.
 * Sure only when nothing points to anybody else.
 */
export const matcherOf = (candidates: readonly Known[]): ((path: readonly string[]) => Owner) => {
  const named = namedIn(candidates);
  return (path) => decide(path, named(path), candidates);
};

const kinds: readonly (readonly [PieceKind, RegExp])[] = [
  ['recevability', / recevabilite | recevable /],
  ['validationFile', / livret 2 | dossier de validation | dossier validation | dsv /],
  ['english', / anglais | english | toeic | toefl | ielts | linguaskill | cambridge /],
  ['french', / tcf | tef | delf | dalf | francais (?:b 2|c 1|c 2|langue) | niveau (?:de )?francais | test (?:de )?francais | attestation (?:de )?francais /],
  ['positioning', / positionnement /],
  ['attestation', / attestations? | employeur | certificats? de travail /],
  ['diploma', / diplomes? | titres? pro(?:fessionnels?)? | releves? de notes | bts | licence | bachelor /],
  ['motivation', / motivations? | lettres? /],
  ['cv', / cv | curriculum /],
  ['grid', / grilles? | evaluations? /],
  ['support', / soutenances? | supports? | diaporamas? | diapos? | slides? | presentations? /],
  ['report', / rapports? | memoires? | report /],
  ['deliverable', / livrables? | deliverables? | annexes? /],
  ['evidence', / preuves? | evidences? /],
];

/** What a file is, guessed from the words of its name, then of the nearest folder that says something. */
export const guessKind = (path: readonly string[]): PieceKind => {
  for (const part of [...path].reverse()) {
    const words = ` ${wordsOf(part).join(' ')} `;
    const found = kinds.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return 'other';
};

/** The rank of the project that a path tells ("projet 3", "P3"); null when it tells none. */
export const guessProject = (path: readonly string[]): number | null => {
  for (const part of [...path].reverse()) {
    const told = / (?:projet|project|p) ?(\d{1,2}) /.exec(` ${wordsOf(part).join(' ')} `);
    if (told) return Number(told[1]);
  }
  return null;
};

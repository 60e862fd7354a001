import { countOf, narrow, space } from './typography.ts';

/** The states of a block, as the record names them. */
export type BlockKind = 'brought' | 'notPresented' | 'absent' | 'postponed' | 'pending' | 'validated' | 'notValidated';

/** How a state is said and drawn: never by colour alone. */
export interface BlockWords {
  /** The word in full. */
  readonly word: string;
  /** The word for a narrow column; it may be cut at its space. */
  readonly short: string;
  /** One character for plain text, where nothing can be drawn. */
  readonly sign: string;
  /** The mark as an SVG path in a square of 16, the same on screen and on paper. */
  readonly path: string;
  /** Whether the path is filled, or drawn with a line of `weight` units, round ends and joins. */
  readonly drawn: 'filled' | 'line';
  /** The thickness of the line, in units of the square; a filled path has none. */
  readonly weight: number;
}

/** The side of the square in which a mark is drawn. */
export const markSquare = 16;

/** The word and the mark of each state of a block: the only drawing of it, for the screen and for paper. */
export const blockWords: Readonly<Record<BlockKind, BlockWords>> = {
  validated: { word: 'Validé', short: 'Validé', sign: '✓', path: 'M2.5 8.5 L6.5 12.5 L13.5 3.5', drawn: 'line', weight: 2.1 },
  notValidated: { word: 'Non validé', short: 'Non validé', sign: '✗', path: 'M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5', drawn: 'line', weight: 2.1 },
  brought: { word: 'Acquis antérieurement', short: 'Acq. antér.', sign: '◆', path: 'M8 1.5 L14.5 8 L8 14.5 L1.5 8 Z', drawn: 'filled', weight: 0 },
  notPresented: { word: 'Non présenté', short: 'Non prés.', sign: '–', path: 'M3 8 L13 8', drawn: 'line', weight: 2.1 },
  absent: { word: 'Absence', short: 'Abs.', sign: '○', path: 'M8 2.5 A5.5 5.5 0 1 1 8 13.5 A5.5 5.5 0 1 1 8 2.5 Z', drawn: 'line', weight: 2.1 },
  postponed: { word: 'Reporté', short: 'Rep.', sign: '→', path: 'M2.5 8 L13 8 M8.5 3.5 L13 8 L8.5 12.5', drawn: 'line', weight: 2.1 },
  pending: { word: 'En attente', short: 'En att.', sign: '…', path: 'M2 8 L2.01 8 M8 8 L8.01 8 M14 8 L14.01 8', drawn: 'line', weight: 3 },
};

/** The plain shape of an outcome. */
export type OutcomeShape =
  | { readonly kind: 'full' }
  | { readonly kind: 'partial'; readonly acquired: readonly string[]; readonly remaining: readonly string[] }
  | { readonly kind: 'none'; readonly acquired: readonly string[]; readonly remaining: readonly string[] }
  | { readonly kind: 'absent'; readonly acquired: readonly string[] }
  | { readonly kind: 'excused'; readonly acquired: readonly string[] }
  | { readonly kind: 'postponed'; readonly cause: PostponementKind; readonly note?: string }
  | { readonly kind: 'undecided'; readonly pending: readonly string[] };

/** Why a candidate is postponed, as the record names it. */
export type PostponementKind = 'composition' | 'entry' | 'dossier' | 'other';

/** The causes of a postponement. */
export const postponementWords: Readonly<Record<PostponementKind, string>> = {
  composition: 'composition du jury',
  entry: 'date d’entrée à établir',
  dossier: 'dossier à compléter',
  other: 'autre motif',
};

/** The outcomes in short: the titles of the totals and of a filter. */
export const outcomeWords: Readonly<Record<OutcomeShape['kind'], string>> = {
  full: 'Certification délivrée',
  partial: 'Validation partielle',
  none: 'Aucun bloc validé',
  absent: 'Absence',
  excused: 'Absence excusée',
  postponed: 'Décision reportée',
  undecided: 'Décision en attente',
};

/** The code of a block without the number of its fiche: "BC01". */
export const shortBlock = (code: string): string => code.replace(/^RNCP\d+(?=\D)/, '');

/** The short codes of blocks, joined: "BC01, BC02". */
export const shortBlocks = (codes: readonly string[]): string => codes.map(shortBlock).join(', ');

const remains = (codes: readonly string[]): string => (codes.length === 0 ? '' : `reste ${shortBlocks(codes)}`);

const before = (codes: readonly string[]): string => (codes.length === 0 ? '' : `${shortBlocks(codes)} acquis antérieurement`);

/** What an outcome means, without its title: "BC01, BC02 acquis · reste BC03"; empty when the title says all. */
export const consequenceDetail = (outcome: OutcomeShape): string => {
  switch (outcome.kind) {
    case 'full':
      return '';
    case 'absent':
    case 'excused':
      return before(outcome.acquired);
    case 'partial':
      return [`${shortBlocks(outcome.acquired)} acquis`, remains(outcome.remaining)].filter((part) => part !== '').join(' · ');
    case 'none':
      return [before(outcome.acquired), remains(outcome.remaining)].filter((part) => part !== '').join(' · ');
    case 'postponed':
      return [postponementWords[outcome.cause], outcome.note?.trim() ?? ''].filter((part) => part !== '').join(`${narrow}; `);
    case 'undecided':
      return `${shortBlocks(outcome.pending)} à décider`;
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

/** The consequence line: "Certification délivrée", "Validation partielle : BC01, BC02 acquis · reste BC03". */
export const consequenceLine = (outcome: OutcomeShape): string => {
  const detail = consequenceDetail(outcome);
  return detail === '' ? outcomeWords[outcome.kind] : `${outcomeWords[outcome.kind]}${space}: ${detail}`;
};

/** What a person with a screen reader hears of a block: "BC02 : non validé". */
export const blockSaid = (code: string, kind: BlockKind): string => `${shortBlock(code)}${space}: ${blockWords[kind].word.toLocaleLowerCase('fr')}`;

const several: Readonly<Record<BlockKind, readonly [one: string, many: string]>> = {
  brought: ['bloc acquis antérieurement', 'blocs acquis antérieurement'],
  validated: ['bloc validé', 'blocs validés'],
  notValidated: ['bloc non validé', 'blocs non validés'],
  absent: ['absence à un bloc', 'absences à un bloc'],
  postponed: ['bloc reporté', 'blocs reportés'],
  pending: ['bloc en attente', 'blocs en attente'],
  notPresented: ['bloc non présenté', 'blocs non présentés'],
};

/** How many blocks are in each state met, from what is acquired to what is not presented: what is read where too many marks would stand side by side. */
export const countStates = (kinds: readonly BlockKind[]): readonly { readonly kind: BlockKind; readonly count: number; readonly said: string }[] =>
  (Object.keys(several) as BlockKind[])
    .map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ kind, count, said: countOf(count, ...several[kind]) }));

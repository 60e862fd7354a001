import type { Act, Author } from '../../domain/act.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import type { BlockCode, CandidateId, JurorId } from '../../domain/ids.ts';

/** What a person reads on the screens to know where the sitting stands. */
export interface Screens {
  readonly sitting: RequestOutput<'sitting.get'>;
  readonly candidates: ReadonlyMap<CandidateId, RequestOutput<'sitting.candidate'>>;
  readonly signing: RequestOutput<'minute.signing'>;
}

/** A block on the table, and the member whose turn it is there. */
export interface Seat {
  readonly jurorId: JurorId;
  readonly candidateId: CandidateId;
  readonly block: BlockCode;
}

/** How a beat asks the desk: by requests of the contract alone, taking the member's turn first where one is needed. */
export interface Player {
  readonly ask: <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<RequestOutput<Name>>;
  readonly turn: (seat: Seat) => Promise<string>;
}

/** One answered request of the script: an act of the journal, or a text kept while one types. */
export type Beat =
  | { readonly kind: 'draft'; readonly draft: string; readonly text: string; readonly play: (player: Player) => Promise<unknown> }
  | {
      readonly kind: 'act';
      readonly act: Act;
      readonly author: Author;
      readonly play: (player: Player) => Promise<unknown>;
      /** Whether the screens show that it is done. Nobody else can see that a sealed opinion was revised: that one is asked again. */
      readonly seen: (screens: Screens) => boolean;
      /** The draft that goes away with it. */
      readonly clears?: string;
    };

/** What the store holds of the sitting: acts, and drafts by holder and key. */
export interface Held {
  readonly acts: readonly { readonly act: Act; readonly author: Author }[];
  readonly drafts: Readonly<Record<string, string>>;
}

/** What the store must hold after one more beat; an act that is there already, asked again after a kill, is not added. */
export const afterBeat = (held: Held, beats: readonly Beat[], rank: number): Held => {
  const beat = beats[rank];
  if (beat === undefined) return held;
  if (beat.kind === 'draft') return { ...held, drafts: { ...held.drafts, [beat.draft]: beat.text } };
  const before = beats.slice(0, rank).filter((each) => each.kind === 'act').length;
  const { act, author } = beat;
  const acts = held.acts.length > before ? held.acts : [...held.acts, { act, author }];
  return { acts, drafts: Object.fromEntries(Object.entries(held.drafts).filter(([draft]) => draft !== beat.clears)) };
};

/** The texts of opinions and of their drafts: those revealed once these acts are recorded, and those still sealed. */
export const secretsAfter = (beats: readonly Beat[], acts: readonly Act[]): { readonly sealed: readonly string[]; readonly revealed: readonly string[] } => {
  const isOpen = (opinion: Extract<Act, { kind: 'opinion' }>): boolean =>
    acts.some((act) => act.kind === 'reveal' && act.candidateId === opinion.candidateId && act.block === opinion.block && act.round === opinion.round);
  const given = acts.flatMap((act) => (act.kind === 'opinion' ? [act] : []));
  const standing = given.filter(
    (one, rank) =>
      !given
        .slice(rank + 1)
        .some((later) => later.jurorId === one.jurorId && later.block === one.block && later.candidateId === one.candidateId && later.round === one.round),
  );
  const revealed = standing.filter(isOpen).map((opinion) => opinion.note);
  const typed = beats.flatMap((beat) =>
    beat.kind === 'draft' ? (beat.draft.startsWith('lead ') ? [] : [beat.text]) : beat.act.kind === 'opinion' ? [beat.act.note] : [],
  );
  return { revealed, sealed: typed.filter((text) => !revealed.some((note) => note.includes(text))) };
};

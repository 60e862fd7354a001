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

/** What the store holds once the first beats are done: acts, and drafts by holder and key. */
export interface Expected {
  readonly acts: readonly { readonly act: Act; readonly author: Author }[];
  readonly drafts: Readonly<Record<string, string>>;
}

/** Plays the first beats on paper. */
export const expectAfter = (beats: readonly Beat[], position: number): Expected => {
  const acts: { act: Act; author: Author }[] = [];
  const drafts = new Map<string, string>();
  for (const beat of beats.slice(0, position)) {
    if (beat.kind === 'draft') drafts.set(beat.draft, beat.text);
    else {
      acts.push({ act: beat.act, author: beat.author });
      if (beat.clears !== undefined) drafts.delete(beat.clears);
    }
  }
  return { acts, drafts: Object.fromEntries(drafts) };
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

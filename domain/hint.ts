import type { SigningView } from './minute-view.ts';
import type { DeliberationView, SittingView } from './view.ts';

/** The stages of a session, as the window names them. */
export type HintStage = 'prepare' | 'open' | 'deliberate' | 'review' | 'sign' | 'archive';

/** What a person who tries the demonstration may do next, and with whom. */
export type Hint =
  | { readonly kind: 'goOpen' | 'open' | 'goDeliberate' | 'goReview' | 'close' | 'goSign' | 'establish' | 'seal' | 'goArchive' | 'archive' | 'letters' }
  | { readonly kind: 'arrive' | 'preside' | 'declare' | 'call' | 'reveal' | 'sign'; readonly who: string }
  | { readonly kind: 'opinions' | 'decide'; readonly who: string; readonly block: string }
  | { readonly kind: 'others'; readonly left: number };

/** What a hint is drawn from: the stage on screen, and what the session’s own readings say. */
export interface HintFacts {
  readonly stage: HintStage;
  readonly sitting: SittingView;
  /** The candidate under deliberation, once one is in the room. */
  readonly table: DeliberationView | null;
  /** The signatures, once the deliberation is closed. */
  readonly signing: SigningView | null;
}

/** The candidate that the hints follow: present and still undecided, whose jury may decide; null when there is none. */
export const tableOf = (sitting: SittingView): SittingView['candidates'][number] | null =>
  sitting.candidates.find((line) => line.presence === 'present' && line.outcome.kind === 'undecided' && line.composition.gaps.length === 0) ?? null;

const opening = (sitting: SittingView): Hint => {
  const titulars = sitting.members.filter(({ juror }) => juror.seat === 'titular');
  const missing = titulars.find(({ present }) => !present);
  if (missing !== undefined) return { kind: 'arrive', who: missing.name };
  const president = sitting.members.find(({ rank, present }) => rank === 'president' && present);
  if (president === undefined) return { kind: 'preside', who: (titulars.find(({ juror }) => juror.membership === 'external') ?? titulars[0])?.name ?? '' };
  const silent = sitting.members.find(({ present, declaredAt }) => present && declaredAt === null);
  return silent === undefined ? { kind: 'open' } : { kind: 'declare', who: silent.name };
};

const deliberating = ({ sitting, table }: HintFacts): Hint => {
  const left = sitting.candidates.filter(({ outcome }) => outcome.kind === 'undecided');
  if (left.length === 0) return { kind: 'goReview' };
  const block = table?.blocks.find(({ state }) => state.kind === 'pending');
  if (table === null || block === undefined || table.obstacle !== null) {
    const called = sitting.candidates.some(({ presence }) => presence !== 'expected');
    return called ? { kind: 'others', left: left.length } : { kind: 'call', who: left[0]?.name ?? '' };
  }
  const round = block.rounds.at(-1);
  const { name, composition } = table.line;
  if (round?.kind === 'revealed') return { kind: 'decide', who: name, block: block.code };
  const recorded = round?.recorded.length ?? 0;
  return recorded < composition.sitting.length ? { kind: 'opinions', who: name, block: block.code } : { kind: 'reveal', who: name };
};

const signing = (view: SigningView | null): Hint => {
  if (view === null || view.printing === null) return { kind: 'establish' };
  const waiting = view.signers.find(({ capacity, signedAt, unable }) => capacity === 'member' && signedAt === null && unable === null);
  return waiting === undefined ? { kind: 'seal' } : { kind: 'sign', who: waiting.name };
};

/** The next thing to try, from where the session stands: it leads from the preparation to the archive, and to the letters after it. */
export const nextHint = (facts: HintFacts): Hint => {
  const { stage, sitting } = facts;
  switch (sitting.phase) {
    case 'preparing':
      return stage === 'open' ? opening(sitting) : { kind: 'goOpen' };
    case 'open': {
      const next = deliberating(facts);
      if (next.kind === 'goReview') return stage === 'review' ? { kind: 'close' } : next;
      return stage === 'deliberate' ? next : { kind: 'goDeliberate' };
    }
    case 'closed':
      return stage === 'sign' ? signing(facts.signing) : { kind: 'goSign' };
    case 'sealed':
      return stage === 'archive' ? { kind: 'archive' } : { kind: 'goArchive' };
    case 'archived':
      return stage === 'archive' ? { kind: 'letters' } : { kind: 'goArchive' };
  }
};

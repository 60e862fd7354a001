import type { BlockCode, CandidateId, JurorId, PieceId, SessionId } from '../../../domain/ids.ts';
import type { Block } from '../../../domain/referential.ts';
import type { BlockView, DeliberationView, DossierView, SessionView, SittingView } from '../../../domain/view.ts';

/** Everything that lies on the table of the jury: the session, the sitting, one candidate and one block. */
export interface Table {
  readonly sessionId: SessionId;
  readonly session: SessionView;
  readonly sitting: SittingView;
  readonly view: DeliberationView;
  readonly dossier: DossierView | null;
  readonly block: BlockView;
  readonly terms: Block;
  readonly timeZone: string;
  /** Whether anything may still be recorded. */
  readonly open: boolean;
  readonly nameOf: (id: JurorId) => string;
  /** Reads the sitting and the candidate again, after an act. */
  readonly reload: () => Promise<void>;
  /** Says something to a screen reader, without moving. */
  readonly announce: (sentence: string) => void;
  readonly choose: (candidateId: CandidateId, block?: BlockCode) => void;
  readonly showPiece: (pieceId: PieceId) => void;
}

/** The identity of the block on the table, as every act on it asks. */
export const onBlock = (table: Table) => ({ sessionId: table.sessionId, candidateId: table.view.line.id, block: table.block.code });

/** The block that asks for the jury first: the first pending one, else the first that was presented. */
export const firstBlock = (blocks: readonly { readonly code: BlockCode; readonly state: { readonly kind: string } }[]): BlockCode | null =>
  (blocks.find((block) => block.state.kind === 'pending') ?? blocks.find((block) => block.state.kind !== 'notPresented') ?? blocks[0])?.code ?? null;

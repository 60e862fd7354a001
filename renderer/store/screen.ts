import type { ChapterId } from '../../words/guide/passage.ts';
import type { BlockCode, CandidateId, JurorId, PieceId, SessionId } from '../../domain/ids.ts';

/** The places of a preparation. */
export type PrepareSection = 'session' | 'jury' | 'candidates' | 'dossiers' | 'schedule' | 'accommodations' | 'readiness';

/** The parts of what follows a session. */
export type AfterSection = 'archive' | 'letters' | 'holders' | 'journal';

/** A place that the guide can be read from, and comes back to. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'home' }
  | { readonly kind: 'jurors' }
  | { readonly kind: 'certifications'; readonly importing?: boolean }
  | { readonly kind: 'statistics' }
  | { readonly kind: 'retention' }
  /** What opens the store: its passphrase, its recovery key. */
  | { readonly kind: 'security' }
  | { readonly kind: 'parts' }
  /** An archive read again, with or without a store; `work` names the one that is open, null where it is still to choose. */
  | { readonly kind: 'reading'; readonly work: string | null }
  | {
      readonly kind: 'prepare';
      readonly sessionId: SessionId;
      readonly section?: PrepareSection;
      readonly candidateId?: CandidateId;
      readonly jurorId?: JurorId;
      /** What is put right there, which takes the focus. */
      readonly to?: 'remark' | 'regulations';
    }
  | { readonly kind: 'open'; readonly sessionId: SessionId }
  | {
      readonly kind: 'deliberate';
      readonly sessionId: SessionId;
      readonly candidateId?: CandidateId;
      readonly block?: BlockCode;
      /** Come back to when the program starts again: the members who were out of the room by then. */
      readonly resumed?: { readonly away: readonly JurorId[] };
    }
  | { readonly kind: 'turn'; readonly sessionId: SessionId; readonly candidateId: CandidateId; readonly block: BlockCode; readonly jurorId: JurorId }
  /** A member alone with a dossier and the notes that nobody else reads. */
  | { readonly kind: 'notes'; readonly sessionId: SessionId; readonly candidateId: CandidateId; readonly block: BlockCode; readonly pieceId: PieceId | null }
  | { readonly kind: 'review'; readonly sessionId: SessionId }
  | { readonly kind: 'sign'; readonly sessionId: SessionId }
  | { readonly kind: 'archive'; readonly sessionId: SessionId; readonly section?: AfterSection };

/** Where the person is: a closed union, no router; the guide remembers the place it was opened from. */
export type Screen = Place | { readonly kind: 'guide'; readonly chapter?: ChapterId; readonly from: Place };

/** A screen that belongs to one session. */
export type SessionScreen = Extract<Screen, { readonly sessionId: SessionId }>;

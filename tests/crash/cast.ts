import type { BlockCode, CandidateId, JurorId, ProjectId, SessionId } from '../../domain/ids.ts';

/** Who plays the sitting: identities of the prepared store, by the keys of the demonstration. */
export interface Cast {
  readonly sessionId: SessionId;
  readonly leadPin: string;
  readonly jurors: Readonly<Record<string, { readonly id: string; readonly pin: string }>>;
  readonly candidates: Readonly<Record<string, string>>;
  readonly projectId: string;
  /** Family names: they are in the store, and must be readable in none of its files. */
  readonly names: readonly string[];
}

/** A member's identity. */
export const jurorOf = (cast: Cast, key: string): JurorId => {
  const found = cast.jurors[key];
  if (!found) throw new Error(`no member ${key}`);
  return found.id as JurorId;
};

/** A member's PIN. */
export const pinOf = (cast: Cast, id: JurorId): string => Object.values(cast.jurors).find((entry) => entry.id === id)?.pin ?? '';

/** A candidate's identity. */
export const candidateOf = (cast: Cast, number: string): CandidateId => {
  const found = cast.candidates[number];
  if (!found) throw new Error(`no candidate ${number}`);
  return found as CandidateId;
};

/** A block of the seed by its rank, 1 to 3. */
export const blockOf = (rank: 1 | 2 | 3): BlockCode => `RNCP36912BC0${rank}` as BlockCode;

/** The project whose defence is timed. */
export const projectOf = (cast: Cast): ProjectId => cast.projectId as ProjectId;

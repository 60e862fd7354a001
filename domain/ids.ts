import { z } from 'zod';

const named = <Brand extends string>(brand: Brand) =>
  z
    .string()
    .min(1)
    .max(64)
    .regex(/^[A-Za-z0-9._-]+$/)
    .brand(brand);

/** Identity of one jury session. */
export const sessionId = named('SessionId').meta({ id: 'sessionId' });
/** Identity of one jury session. */
export type SessionId = z.infer<typeof sessionId>;

/** Identity of one member of the jury, titular or substitute. */
export const jurorId = named('JurorId').meta({ id: 'jurorId' });
/** Identity of one member of the jury, titular or substitute. */
export type JurorId = z.infer<typeof jurorId>;

/** Identity of one person in the directory of jury members, kept from session to session. */
export const jurorFileId = named('JurorFileId');
/** Identity of one person in the directory of jury members. */
export type JurorFileId = z.infer<typeof jurorFileId>;

/** Identity of one proof kept in the file of a jury member. */
export const jurorProofId = named('JurorProofId');
/** Identity of one proof kept in the file of a jury member. */
export type JurorProofId = z.infer<typeof jurorProofId>;

/** Identity of one candidate within a session. */
export const candidateId = named('CandidateId').meta({ id: 'candidateId' });
/** Identity of one candidate within a session. */
export type CandidateId = z.infer<typeof candidateId>;

/** Identity of one file of a candidate's dossier. */
export const pieceId = named('PieceId');
/** Identity of one file of a candidate's dossier. */
export type PieceId = z.infer<typeof pieceId>;

/** Identity of one project of a candidate. */
export const projectId = named('ProjectId');
/** Identity of one project of a candidate. */
export type ProjectId = z.infer<typeof projectId>;

/** Identity of one VAE evidence of a candidate. */
export const evidenceId = named('EvidenceId');
/** Identity of one VAE evidence of a candidate. */
export type EvidenceId = z.infer<typeof evidenceId>;

/** Code of a block of competencies as the fiche writes it, "RNCP36912BC01". */
export const blockCode = named('BlockCode').meta({ id: 'blockCode' });
/** Code of a block of competencies as the fiche writes it, "RNCP36912BC01". */
export type BlockCode = z.infer<typeof blockCode>;

/** Code of a competency, ours: block code, "-C", rank within the block. */
export const competencyCode = named('CompetencyCode').meta({ id: 'competencyCode' });
/** Code of a competency, ours: block code, "-C", rank within the block. */
export type CompetencyCode = z.infer<typeof competencyCode>;

/** Source of new identities, passed in so that a test can fix them. */
export interface Ids {
  /** A new identity, URL-safe, never given twice. */
  readonly next: () => string;
  /** Random bytes of the given length, for salts. */
  readonly random: (length: number) => Uint8Array;
}

import { z } from 'zod';
import { candidateId, competencyCode, evidenceId, pieceId } from './ids.ts';
import { day, instant } from './time.ts';

/** One VAE evidence, linked to the competencies it proves. */
export const evidenceFields = z.strictObject({
  candidateId,
  title: z.string().trim().min(1).max(200),
  pieceId: pieceId.nullable(),
  competencies: z.array(competencyCode).min(1).max(60),
});
/** One VAE evidence, linked to the competencies it proves. */
export type EvidenceFields = z.infer<typeof evidenceFields>;

/** A recorded VAE evidence. */
export const evidence = evidenceFields.extend({ id: evidenceId });
/** A recorded VAE evidence. */
export type Evidence = z.infer<typeof evidence>;

/** The VAE file of a candidate: recevabilité, validation file, interview with the jury. */
export const vaeFile = z.strictObject({
  candidateId,
  recevableOn: day.nullable(),
  recevabilityReference: z.string().trim().max(160),
  validationPieceId: pieceId.nullable(),
  interviewAt: instant.nullable(),
  interviewMinutes: z.number().int().min(1).max(600),
});
/** The VAE file of a candidate. */
export type VaeFile = z.infer<typeof vaeFile>;

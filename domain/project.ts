import { z } from 'zod';
import { blockCode, candidateId, competencyCode, pieceId, projectId } from './ids.ts';
import { instant } from './time.ts';

/** One deliverable of a project's report, with the competencies it lets acquire. */
export const deliverable = z.strictObject({
  title: z.string().trim().min(1).max(200),
  pieceId: pieceId.nullable(),
  competencies: z.array(competencyCode).max(60),
});

/** The defence of a project: one per project, with its evaluator, planned and actual time. */
export const defence = z.strictObject({
  plannedAt: instant.nullable(),
  plannedMinutes: z.number().int().min(1).max(600),
  evaluator: z.string().trim().max(160),
});

/** One line of the evaluator's grid: a competency and its level on the scale of the regulations. */
export const gridLine = z.strictObject({ competency: competencyCode, level: z.string().min(1).max(20), remark: z.string().trim().max(1000) });

/** What a person says of a project. */
export const projectFields = z.strictObject({
  candidateId,
  title: z.string().trim().min(1).max(200),
  blocks: z.array(blockCode).min(1).max(12),
  reportPieceId: pieceId.nullable(),
  deliverables: z.array(deliverable).max(40),
  defence,
  grid: z.array(gridLine).max(120),
});
/** What a person says of a project. */
export type ProjectFields = z.infer<typeof projectFields>;

/** A project: covers blocks, has one report with deliverables, and one defence. Source: fiche RNCP36912. */
export const project = projectFields.extend({ id: projectId });
/** A project of one candidate. */
export type Project = z.infer<typeof project>;

/** The state of the defence's timer, derived from its acts. Milliseconds. */
export const timerState = z.strictObject({
  kind: z.enum(['idle', 'running', 'paused', 'stopped']),
  spent: z.number().min(0),
  runningSince: instant.nullable(),
  /** Each interruption, and why where somebody said it; the last one is still going on when it has no end. */
  interruptions: z.array(z.strictObject({ from: instant, to: instant.nullable(), note: z.string() })),
});
/** The state of the defence's timer. */
export type TimerState = z.infer<typeof timerState>;

/** A defence's timer as the room sees it: the seconds that apply, the same field for everybody; what they stand for only with consent. */
export const defenceTimer = z.strictObject({
  projectId,
  title: z.string(),
  seconds: z.number(),
  /** The seconds of the ordinary test, where the candidate consented to the declaration; else null, arranged or not. */
  insteadOf: z.number().nullable(),
  timer: timerState,
});

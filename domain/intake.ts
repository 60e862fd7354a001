import { z } from 'zod';
import { pieceKind } from './dossier.ts';
import { candidateId, sessionId } from './ids.ts';
import { workHandle } from './work.ts';

/** One file of a folder or a zip in the plan of an intake: whose it is said to be, and what. */
export const intakeRow = z.strictObject({
  rank: z.number().int().min(0),
  path: z.string(),
  bytes: z.number(),
  /** What the path alone tells of its owner. */
  owner: z.enum(['sure', 'doubtful', 'none']),
  /** The candidates that a doubtful path may name. */
  proposed: z.array(candidateId),
  /** Whose it will be; null leaves it out. */
  candidateId: candidateId.nullable(),
  kind: pieceKind,
  project: z.number().nullable(),
  ignored: z.boolean(),
});
/** One file in the plan of an intake. */
export type IntakeRow = z.infer<typeof intakeRow>;

/** Which rows are asked for: those that the path does not settle, those of them still without an answer, or those of one candidate. */
export const intakeFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asked') }),
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('candidate'), candidateId }),
]);
/** Which rows are asked for. */
export type IntakeFilter = z.infer<typeof intakeFilter>;

const inIntake = { sessionId, intake: workHandle };

/** What names the plan of an intake, and the page of it to show. */
export const intakePage = z.strictObject({
  ...inIntake,
  filter: intakeFilter,
  search: z.string().max(200),
  from: z.number().int().min(0),
  count: z.number().int().min(0).max(200),
});

/** The plan of an intake: counts, files by candidate, one page of rows, and once it is applied what came of it. */
export const intakeView = z.strictObject({
  name: z.string(),
  files: z.number(),
  bytes: z.number(),
  /** Files that systems leave behind, passed over. */
  passed: z.array(z.string()),
  asked: z.number(),
  waiting: z.number(),
  ready: z.strictObject({ files: z.number(), bytes: z.number() }),
  byCandidate: z.array(z.strictObject({ candidateId, files: z.number(), bytes: z.number() })),
  rows: z.array(intakeRow),
  /** How many rows the filter and the search keep. */
  kept: z.number(),
  outcome: z.strictObject({ added: z.number(), already: z.number(), left: z.number(), bytes: z.number() }).nullable(),
});
/** The plan of an intake. */
export type IntakeView = z.infer<typeof intakeView>;

/** What a person decides of some rows at once. */
export const intakeAssign = z.strictObject({
  ...inIntake,
  ranks: z.array(z.number().int().min(0)).min(1).max(20_000),
  change: z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('candidate'), candidateId: candidateId.nullable() }),
    z.strictObject({ what: z.literal('kind'), kind: pieceKind }),
    z.strictObject({ what: z.literal('ignored'), ignored: z.boolean() }),
  ]),
});

/** What names the plan of an intake. */
export const intakeNamed = z.strictObject(inIntake);

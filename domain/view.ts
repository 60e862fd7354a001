import { z } from 'zod';
import { juryView } from './accommodation.ts';
import { candidate, candidateFields, entryCheck, presence } from './candidate.ts';
import { leadFields } from './correction.ts';
import { blockDecision, blockState, outcome, postponementCause } from './decision.ts';
import { piece } from './dossier.ts';
import { evidence, vaeFile } from './evidence.ts';
import { blockCode, candidateId, jurorFileId, jurorId, sessionId } from './ids.ts';
import { composition, declaredLink, juror, linkKind } from './jury.ts';
import { sittingMode } from './minute.ts';
import { opinionValue } from './opinion.ts';
import { defenceTimer, project, timerState } from './project.ts';
import type { Referential } from './referential.ts';
import { regulations } from './regulations.ts';
import { day, instant, timeZone } from './time.ts';
import { totals } from './totals.ts';
import { sessionAway } from './transfer.ts';

/** The stage that a session has reached. */
export const phase = z.enum(['preparing', 'open', 'closed', 'sealed', 'archived']);

/** What a person says of a session. */
export const sessionFields = z.strictObject({
  number: z.string().trim().min(1).max(60),
  title: z.string().trim().max(200),
  certification: z.string().trim().min(1).max(40),
  heldOn: day,
  place: z.string().trim().max(200),
  mode: sittingMode,
  timeZone,
  lead: leadFields,
});
/** What a person says of a session. */
export type SessionFields = z.infer<typeof sessionFields>;

/** One line of the list of sessions. */
export const sessionSummary = z.strictObject({
  id: sessionId,
  number: z.string(),
  title: z.string(),
  heldOn: day,
  certification: z.strictObject({ code: z.string(), title: z.string() }),
  phase,
  candidates: z.number(),
  decided: z.number(),
  demonstration: z.boolean(),
  /** The rank of the last rectification, in progress or signed; 0 where the minute was never rectified. */
  rank: z.number(),
  /** Where it was carried: while it is away it is only read here. */
  away: sessionAway.nullable(),
});
/** One line of the list of sessions. */
export type SessionSummary = z.infer<typeof sessionSummary>;

/** One missing thing of a preparation: what blocks the opening, or a warning, and the person or place it concerns. */
export const readinessLine = z.strictObject({
  weight: z.enum(['blocking', 'warning']),
  code: z.enum([
    'leadMissing',
    'placeMissing',
    'jurorsMissing',
    'candidatesMissing',
    'presentsNothing',
    'remarkUnacknowledged',
    'appealMissing',
    'entryOutside',
    'closedPath',
    'competencyWithoutEvidence',
    'reportMissing',
    'defenceUnplanned',
    'gridMissing',
    'recevabilityMissing',
    'validationFileMissing',
    'entryPiecesMissing',
    'projectPiecesMissing',
    'scheduleMissing',
    'scheduleChanged',
    'linksToCheck',
    'compositionAtRisk',
    'parity',
  ]),
  candidateId: candidateId.nullable(),
  jurorId: jurorId.nullable(),
  names: z.array(z.string()),
});
/** One missing thing of a preparation. */
export type ReadinessLine = z.infer<typeof readinessLine>;

/** A session as prepared: header, referential, regulations, members. */
export const sessionView = z.strictObject({
  id: sessionId,
  fields: sessionFields,
  phase,
  demonstration: z.boolean(),
  /** The rank of the rectification in progress, or null. */
  rectifying: z.number().nullable(),
  referential: z.custom<Referential>((value) => typeof value === 'object' && value !== null),
  regulations,
  jurors: z.array(juror.extend({ pinSet: z.boolean(), fileId: jurorFileId.nullable() })),
  leadPinSet: z.boolean(),
  acknowledged: z.array(z.strictObject({ remark: z.string(), reason: z.string(), at: instant })),
  savedAt: instant.nullable(),
  /** The date of the latest act, when the clock of the computer is now before it. */
  clockBehind: instant.nullable(),
  /** In the demonstration alone, the published codes of its fictitious people. */
  demonstrationCodes: z.array(z.strictObject({ name: z.string(), code: z.string() })),
});
/** A session as prepared. */
export type SessionView = z.infer<typeof sessionView>;

/** One candidate in the list of a preparation. */
export const candidateLine = candidateFields.extend({ id: candidateId, pieces: z.number(), unproven: z.number() });
/** One candidate in the list of a preparation. */
export type CandidateLine = z.infer<typeof candidateLine>;

/** The dossier of one candidate; nothing about accommodations. */
export const dossierView = z.strictObject({
  candidate,
  pieces: z.array(piece),
  projects: z.array(project.extend({ timer: timerState })),
  evidence: z.array(evidence),
  vaeFile: vaeFile.nullable(),
  unproven: z.array(z.string()),
});
/** The dossier of one candidate. */
export type DossierView = z.infer<typeof dossierView>;

/** One member in the room. */
export const memberView = z.strictObject({
  juror,
  name: z.string(),
  rank: z.enum(['president', 'deputy', 'member']),
  present: z.boolean(),
  attendance: z.array(z.strictObject({ from: instant, to: instant.nullable() })),
  declaredAt: instant.nullable(),
  links: z.array(declaredLink),
  decided: z.boolean(),
  pinSet: z.boolean(),
});
/** One member in the room. */
export type MemberView = z.infer<typeof memberView>;

/** A member recused for a candidate, and who takes the seat. */
export const recusalView = z.strictObject({
  jurorId,
  candidateId,
  cause: z.union([linkKind, z.literal('ownRequest')]),
  substitute: jurorId.nullable(),
});

/** One candidate in the list of a sitting, in the order in which a recused member leaves once. */
export const sittingLine = z.strictObject({
  id: candidateId,
  number: z.string(),
  name: z.string(),
  accessPath: candidateFields.shape.accessPath,
  presence,
  /** The kind of each block's state and no more: the decisions themselves are read with their candidate (`sitting.candidate`). */
  blocks: z.array(z.strictObject({ code: blockCode, state: z.strictObject({ kind: z.enum(blockState.options.map((option) => option.shape.kind.value)) }) })),
  /** Blocks whose decision stands with a member recused since among those who took it. */
  irregular: z.array(z.strictObject({ code: blockCode, members: z.array(jurorId) })),
  mustLeave: z.array(jurorId),
  recusals: z.array(recusalView),
  composition,
  entry: entryCheck,
  outcome,
});
/** One candidate in the list of a sitting. */
export type SittingLine = z.infer<typeof sittingLine>;

const told = new WeakSet<object>();
/** A line that was already found right is not read again: of three hundred, an act changes one. */
const knownLine = z.custom<SittingLine>((line) => {
  if (typeof line !== 'object' || line === null) return false;
  if (!told.has(line) && sittingLine.safeParse(line).success) told.add(line);
  return told.has(line);
});

/** The sitting as a whole. */
export const sittingView = z.strictObject({
  phase,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  members: z.array(memberView),
  candidates: z.array(knownLine),
  incidents: z.array(z.strictObject({ at: instant, text: z.string() })),
  totals,
  savedAt: instant.nullable(),
});
/** The sitting as a whole. */
export type SittingView = z.infer<typeof sittingView>;

const openOpinion = z.strictObject({ jurorId, value: opinionValue, note: z.string() });
const countResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('majority'), value: z.enum(['validate', 'refuse']) }),
  z.strictObject({ kind: z.literal('castingVote'), value: z.enum(['validate', 'refuse']) }),
  z.strictObject({ kind: z.literal('tieRefused'), value: z.literal('refuse') }),
  z.strictObject({ kind: z.literal('tie') }),
  z.strictObject({ kind: z.literal('noneExpressed') }),
]);

/** One round: sealed, it shows only who has recorded; revealed, every opinion at once. */
export const roundView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sealed'), round: z.number(), reason: z.string(), recorded: z.array(jurorId), void: z.boolean() }),
  z.strictObject({
    kind: z.literal('revealed'),
    round: z.number(),
    reason: z.string(),
    at: instant,
    opinions: z.array(openOpinion),
    divergent: z.boolean(),
    count: z.strictObject({ validate: z.number(), refuse: z.number(), abstain: z.number() }),
    result: countResult,
  }),
]);
/** One round. */
export type RoundView = z.infer<typeof roundView>;

/** One block under deliberation. */
export const blockView = z.strictObject({
  code: blockCode,
  state: blockState,
  rounds: z.array(roundView),
  superseded: z.array(
    z.strictObject({
      decision: blockDecision,
      outcome: z.enum(['validated', 'notValidated']),
      reason: z.string(),
      by: z.union([jurorId, z.literal('lead')]),
      at: instant,
    }),
  ),
  /** How many of the rounds came before the rectification that takes the decision again: it asks for another one. */
  earlier: z.number(),
  /** Whose code reopens the decision that stands: the member who presided, or the lead where nobody may preside any more. Null where nothing is to reopen. */
  reopener: z.union([jurorId, z.literal('lead')]).nullable(),
  /** The outcome if this block were validated, or refused: the consequence line. Null unless pending. */
  ifValidated: outcome.nullable(),
  ifRefused: outcome.nullable(),
});
/** One block under deliberation. */
export type BlockView = z.infer<typeof blockView>;

/** One candidate under deliberation; the accommodation only where the candidate consented. */
export const deliberationView = z.strictObject({
  line: sittingLine,
  presenceNote: z.string(),
  accommodation: juryView.nullable(),
  readBy: z.array(jurorId),
  blocks: z.array(blockView),
  postponed: z.strictObject({ cause: postponementCause, note: z.string(), at: instant }).nullable(),
  timers: z.array(defenceTimer),
  obstacle: z.strictObject({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
});
/** One candidate under deliberation. */
export type DeliberationView = z.infer<typeof deliberationView>;

import { z } from 'zod';
import { presence } from './candidate.ts';
import { correctionFields } from './correction.ts';
import { decisionFields, postponementCause } from './decision.ts';
import { blockCode, candidateId, jurorId, projectId } from './ids.ts';
import { declaredLink } from './jury.ts';
import { opinionValue } from './opinion.ts';
import { minuteName } from './rectification.ts';
import { day, instant } from './time.ts';

const text = (most: number) => z.string().trim().max(most);
const block = { candidateId, block: blockCode };

/** Every act of a session. Acts are only ever added: one is superseded by another with its author and reason. */
export const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prepared'), what: text(80), subject: text(200) }),
  z.strictObject({ kind: z.literal('contradictionAcknowledged'), remark: text(80), reason: text(1000) }),
  z.strictObject({ kind: z.literal('attendance'), jurorId, present: z.boolean() }),
  z.strictObject({ kind: z.literal('presidentDesignated'), jurorId, rank: z.enum(['president', 'deputy']) }),
  z.strictObject({ kind: z.literal('declaration'), jurorId, links: z.array(declaredLink).max(600) }),
  z.strictObject({ kind: z.literal('recusal'), jurorId, candidateId, reason: text(1000) }),
  z.strictObject({ kind: z.literal('recusalWithdrawn'), jurorId, candidateId, reason: text(1000) }),
  z.strictObject({ kind: z.literal('substitution'), candidateIds: z.array(candidateId).max(600), replaced: jurorId, substitute: jurorId }),
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('presence'), candidateId, presence, note: text(500) }),
  z.strictObject({ kind: z.literal('blockAbsence'), ...block, absent: z.boolean(), note: text(500) }),
  z.strictObject({ kind: z.literal('equivalence'), ...block, from: text(120), reference: text(160), on: day, authority: text(160) }),
  z.strictObject({ kind: z.literal('equivalenceWithdrawn'), ...block, reason: text(1000) }),
  z.strictObject({ kind: z.literal('accommodationRead'), jurorId, candidateId, note: text(2000) }),
  z.strictObject({ kind: z.literal('opinion'), jurorId, ...block, round: z.number().int(), value: opinionValue, note: text(10_000) }),
  z.strictObject({ kind: z.literal('reveal'), ...block, round: z.number().int() }),
  z.strictObject({ kind: z.literal('round'), ...block, round: z.number().int(), reason: text(1000) }),
  z.strictObject({ kind: z.literal('decision'), ...block, ...decisionFields.shape }),
  z.strictObject({ kind: z.literal('reopening'), ...block, reason: text(1000) }),
  z.strictObject({ kind: z.literal('postponement'), candidateId, cause: postponementCause, note: text(1000) }),
  z.strictObject({ kind: z.literal('postponementLifted'), candidateId, reason: text(1000) }),
  z.strictObject({ kind: z.literal('timer'), projectId, candidateId, move: z.enum(['start', 'pause', 'resume', 'stop']), note: text(300) }),
  z.strictObject({ kind: z.literal('incident'), text: text(4000) }),
  z.strictObject({ kind: z.literal('closed') }),
  z.strictObject({ kind: z.literal('printed'), base: z.string().length(64), printing: z.number().int() }),
  z.strictObject({
    kind: z.literal('signed'),
    signer: z.string().max(64),
    capacity: z.enum(['member', 'lead']),
    fingerprint: z.string().length(64),
    printing: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('signatureRefused'), jurorId, reason: text(1000), printing: z.number().int() }),
  z.strictObject({ kind: z.literal('archived'), sha256: z.string().length(64) }),
  z.strictObject({
    kind: z.literal('rectificationOpened'),
    rank: z.number().int().min(1).max(99),
    reason: text(1000),
    original: minuteName,
    previous: minuteName,
  }),
  z.strictObject({ kind: z.literal('correction'), ...correctionFields.shape }),
  z.strictObject({ kind: z.literal('rectificationWithdrawn'), reason: text(1000) }),
]);
/** One act of a session. */
export type Act = z.infer<typeof act>;
/** The kinds of acts. */
export type ActKind = Act['kind'];

/** Who did an act: the pedagogical lead, a member, the disability officer, or the program on their behalf. */
export const author = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead') }),
  z.strictObject({ kind: z.literal('juror'), jurorId }),
  z.strictObject({ kind: z.literal('officer') }),
]);
/** Who did an act. */
export type Author = z.infer<typeof author>;

/** What the journal keeps of an act: its instant, its author and the act itself. */
export const actContent = z.strictObject({ at: instant, author, act });

/** An act as recorded: its rank in the session's chain, its instant, its author. */
export interface RecordedAct {
  readonly seq: number;
  readonly at: z.infer<typeof instant>;
  readonly author: Author;
  readonly act: Act;
}

/** What an act of preparation says when the session takes another fiche, or another version: what was acknowledged of the one before no longer stands. */
export const anotherFiche = 'certification';

/** The kinds of acts that belong to the working part: sealed or private, never in the record. A timer is one: the time that a defence took tells an arranged test. */
export const workingKinds: readonly ActKind[] = ['opinion', 'reveal', 'round', 'accommodationRead', 'timer'];

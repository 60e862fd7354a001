import { z } from 'zod';
import { blockCode, candidateId, sessionId } from './ids.ts';
import type { CandidateId } from './ids.ts';
import { accessPath } from './jury.ts';
import { localDay } from './clock.ts';
import { outcome } from './decision.ts';
import type { RecordCandidate, SessionRecord } from './minute.ts';
import { day, instant, type Day } from './time.ts';

/** Whom a result is notified to: the candidate, and for a VAE whoever accompanied it. Source: R6412-7. */
export const recipient = z.enum(['candidate', 'companion']);
/** Whom a result is notified to. */
export type Recipient = z.infer<typeof recipient>;

/** The way a letter left: by post, by electronic mail, or handed over. */
export const sendingWay = z.enum(['post', 'mail', 'hand']);
/** The way a letter left. */
export type SendingWay = z.infer<typeof sendingWay>;

/** Identity of one recorded sending. */
export const sendingId = z.string().min(1).max(64).brand('SendingId');
/** Identity of one recorded sending. */
export type SendingId = z.infer<typeof sendingId>;

/** Who accompanied a VAE candidate, as typed after the session. */
export const companionFields = z.strictObject({
  name: z.string().trim().min(1).max(160),
  email: z.string().trim().max(200),
  address: z.string().trim().max(400),
});
/** Who accompanied a VAE candidate. */
export type CompanionFields = z.infer<typeof companionFields>;

/** What is left of the reason of a correction once the dossiers are purged. */
export const purgedReason = '—';

/** One recorded sending; `sent` null takes back the one it replaces, which never took place. Nothing is ever overwritten. */
export const sending = z.strictObject({
  id: sendingId,
  candidateId,
  recipient,
  /** The rank of the minute that the letter follows: 0 the first, then each that rectifies it. */
  rank: z.number().int().min(0),
  sent: z.strictObject({ on: day, way: sendingWay }).nullable(),
  replaces: sendingId.nullable(),
  reason: z.string(),
  notedAt: instant,
});
/** One recorded sending. */
export type Sending = z.infer<typeof sending>;

/** Where one letter stands: to send, sent, or to send again since a rectification changed what it says. */
export const letterState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('toSend') }),
  z.strictObject({ kind: z.literal('sent'), id: sendingId, on: day, way: sendingWay }),
  z.strictObject({ kind: z.literal('again'), id: sendingId, on: day, way: sendingWay, rank: z.number().int() }),
]);
/** Where one letter stands. */
export type LetterState = z.infer<typeof letterState>;

/** One letter of a candidate: to whom, where it stands, by when, and all that was recorded of it. `left` counts the days until the deadline, negative once late. */
export const letterLine = z.strictObject({
  recipient,
  state: letterState,
  due: day.nullable(),
  left: z.number().int().nullable(),
  history: z.array(sending),
});
/** One letter of a candidate. */
export type LetterLine = z.infer<typeof letterLine>;

/** What is to be notified to one candidate. */
export const notificationLine = z.strictObject({
  candidateId,
  number: z.string(),
  name: z.string(),
  accessPath,
  outcome,
  /** The blocks that this jury validated, each with its attestation. */
  attested: z.array(blockCode),
  companion: companionFields.nullable(),
  letters: z.array(letterLine),
});
/** What is to be notified to one candidate. */
export type NotificationLine = z.infer<typeof notificationLine>;

/** The notifications of a session: nothing before its minute is sealed, nor while a rectification runs. */
export const notificationView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notSealed') }),
  z.strictObject({ kind: z.literal('rectifying') }),
  z.strictObject({
    kind: z.literal('ready'),
    number: z.string(),
    rank: z.number().int(),
    heldOn: day,
    today: day,
    vaeDays: z.number().int(),
    lines: z.array(notificationLine),
  }),
]);
/** The notifications of a session. */
export type NotificationView = z.infer<typeof notificationView>;

/** A session whose VAE results are still to be notified: how many letters, and by when the first. */
export const lettersDue = z.strictObject({ sessionId, number: z.string(), letters: z.number().int(), due: day, late: z.boolean() });
/** A session whose VAE results are still to be notified. */
export type LettersDue = z.infer<typeof lettersDue>;

/** One paper that follows a session. */
export const paper = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), candidateId, recipient }),
  z.strictObject({ kind: z.literal('attestation'), candidateId, block: blockCode }),
  z.strictObject({ kind: z.literal('award'), candidateId }),
  z.strictObject({ kind: z.literal('summary') }),
  z.strictObject({ kind: z.literal('list') }),
]);
/** One paper that follows a session. */
export type FollowingPaper = z.infer<typeof paper>;

const dayLength = 86_400_000;
const midnight = (of: Day): number => Date.parse(`${of}T00:00:00.000Z`);

/** The days from one calendar day to another, negative backwards. */
export const daysBetween = (from: Day, to: Day): number => Math.round((midnight(to) - midnight(from)) / dayLength);

/** The calendar day that comes so many days after another. */
export const dayAfter = (from: Day, days: number): Day => day.parse(new Date(midnight(from) + days * dayLength).toISOString().slice(0, 10));

/** The days that a candidate waited, from the day of the jury to the day the first letter left. */
export const daysToNotification = (heldOn: Day, sentOn: Day): number => daysBetween(heldOn, sentOn);

/** The first day on which a letter that follows a minute may have left: the day of the jury, or that on which the minute that rectifies it was closed. */
export const leavesFrom = ({ session, rectification }: SessionRecord): Day =>
  rectification === null ? session.heldOn : day.parse(localDay(rectification.closedAt, session.timeZone));

/** The sendings that stand: those that nothing replaced, and that took place. */
export const standing = (sendings: readonly Sending[]): readonly (Sending & { readonly sent: NonNullable<Sending['sent']> })[] => {
  const replaced = new Set(sendings.map((each) => each.replaces));
  return sendings.flatMap((each) => (each.sent === null || replaced.has(each.id) ? [] : [{ ...each, sent: each.sent }]));
};

const told = (state: RecordCandidate['blocks'][number]['state']): unknown => {
  if (!('decision' in state)) return state;
  const { reason, recommendation, competencies } = state.decision;
  return { kind: state.kind, reason, recommendation, competencies };
};

/** Everything that a letter to this recipient says of a candidate, to be compared between two minutes. */
export const saidOf = (record: SessionRecord, id: CandidateId, to: Recipient): string => {
  const candidate = record.candidates.find((each) => each.id === id);
  if (!candidate) return '';
  const { number, name, birthDate, accessPath: path, outcome: result, blocks } = candidate;
  const who = [number, name, path, result];
  return JSON.stringify(to === 'companion' ? who : [...who, birthDate, blocks.map(({ code, state }) => [code, told(state)])]);
};

const stateOf = (records: readonly SessionRecord[], id: CandidateId, to: Recipient, sendings: readonly Sending[]): LetterState => {
  const latest = records.at(-1);
  const last = standing(sendings)
    .toSorted((one, other) => one.rank - other.rank || one.sent.on.localeCompare(other.sent.on))
    .at(-1);
  if (!last || !latest) return { kind: 'toSend' };
  const { on, way } = last.sent;
  const then = records.find((each) => (each.rectification?.rank ?? 0) === last.rank);
  const changed = then !== undefined && then !== latest && saidOf(then, id, to) !== saidOf(latest, id, to);
  return changed ? { kind: 'again', id: last.id, on, way, rank: last.rank } : { kind: 'sent', id: last.id, on, way };
};

/**
 * The notifications of every candidate, from the sealed records of a session (the first, then each that rectifies it): the late first, then by deadline, then in the
 * order of the record. Only a VAE has a deadline, from the day of the jury; a letter that a rectification changed has one from the day that the rectification closed.
 */
export const linesOf = (facts: {
  readonly records: readonly SessionRecord[];
  readonly sendings: readonly Sending[];
  readonly companions: ReadonlyMap<CandidateId, CompanionFields>;
  readonly today: Day;
  /** The day that the latest rectification closed, if there is one. */
  readonly rectifiedOn: Day | null;
}): NotificationLine[] => {
  const { records, sendings, companions, today, rectifiedOn } = facts;
  const latest = records.at(-1);
  if (!latest) return [];
  const lines = latest.candidates.map((candidate): NotificationLine => {
    const companion = candidate.accessPath === 'VAE' ? (companions.get(candidate.id) ?? null) : null;
    const letterTo = (to: Recipient): LetterLine => {
      const history = sendings.filter((each) => each.candidateId === candidate.id && each.recipient === to);
      const state = stateOf(records, candidate.id, to, history);
      const from = state.kind === 'again' && rectifiedOn !== null ? rectifiedOn : latest.session.heldOn;
      const due = candidate.accessPath === 'VAE' ? dayAfter(from, latest.regulations.vaeNotificationDays) : null;
      return { recipient: to, state, due, left: due === null || state.kind === 'sent' ? null : daysBetween(today, due), history };
    };
    return {
      candidateId: candidate.id,
      number: candidate.number,
      name: candidate.name,
      accessPath: candidate.accessPath,
      outcome: candidate.outcome,
      attested: candidate.blocks.filter(({ state }) => state.kind === 'validated').map(({ code }) => code),
      companion,
      letters: companion === null ? [letterTo('candidate')] : [letterTo('candidate'), letterTo('companion')],
    };
  });
  // A line waits as its most pressing letter does; what has no deadline comes after what has one, what is sent comes last.
  const pressing = ({ letters }: NotificationLine): number =>
    Math.min(...letters.map(({ state, left }) => (state.kind === 'sent' ? 200_000 : (left ?? 100_000))));
  return lines.toSorted((one, other) => pressing(one) - pressing(other));
};

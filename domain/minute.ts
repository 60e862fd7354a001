import { z } from 'zod';
import { blockState, outcome } from './decision.ts';
import { broughtBlock, entryCheck, presence } from './candidate.ts';
import { blockCode, candidateId, competencyCode, jurorId, sessionId } from './ids.ts';
import { accessPath, compositionGap, compositionRule, linkKind } from './jury.ts';
import { recordAct } from './record-act.ts';
import { regulations } from './regulations.ts';
import { day, instant, timeZone } from './time.ts';

/** Where and how the session is held. */
export const sittingMode = z.enum(['onSite', 'remote', 'mixed']);

/** One member of the record. */
export const memberOfRecord = z
  .strictObject({
    id: jurorId,
    name: z.string(),
    quality: z.string(),
    employer: z.string(),
    membership: z.enum(['internal', 'external']),
    itProfessional: z.boolean(),
    pedagogicalLead: z.boolean(),
    qualified: z.boolean(),
    seat: z.enum(['titular', 'substitute']),
    rank: z.enum(['president', 'deputy', 'member']),
    attendance: z.array(z.strictObject({ from: instant, to: instant.nullable() })),
    declaredAt: instant.nullable(),
    /** Whether this member took part in any decision, hence signs. */
    decided: z.boolean(),
  })
  .meta({ id: 'member' });

/** One candidate of the record. */
export const candidateOfRecord = z
  .strictObject({
    id: candidateId,
    number: z.string(),
    name: z.string(),
    familyName: z.string(),
    givenName: z.string(),
    birthDate: day.nullable(),
    accessPath,
    entry: entryCheck,
    entryProof: z.string(),
    presents: z.array(blockCode),
    brings: z.array(broughtBlock),
    presence,
    /** The jury of this candidate at the closing; each decision names the members who took it. */
    composition: z.strictObject({
      members: z.array(jurorId),
      president: jurorId.nullable(),
      valid: z.boolean(),
      gaps: z.array(compositionGap),
      text: z.string().nullable(),
    }),
    blocks: z.array(z.strictObject({ code: blockCode, state: blockState })),
    outcome,
  })
  .meta({ id: 'candidate' });

/** The totals of a session; every candidate is counted once among the outcomes. */
export const totals = z
  .strictObject({
    registered: z.number().int(),
    present: z.number().int(),
    excused: z.number().int(),
    absent: z.number().int(),
    full: z.number().int(),
    partial: z.number().int(),
    none: z.number().int(),
    postponed: z.number().int(),
  })
  .meta({ id: 'totals' });

/**
 * The record of a session, session.json: everything the minute rests on; no opinion, count, round, note or accommodation.
 * `acts` gives what the rest tells: whoever replays them finds the same states and outcomes. Published as documents/record/session-1.schema.json.
 */
export const record = z.strictObject({
  format: z.literal('delibere-session'),
  version: z.literal(1),
  demonstration: z.boolean(),
  session: z.strictObject({
    id: sessionId,
    number: z.string(),
    title: z.string(),
    heldOn: day,
    place: z.string(),
    mode: sittingMode,
    timeZone,
    openedAt: instant,
    closedAt: instant,
  }),
  certification: z.strictObject({
    code: z.string(),
    version: z.string(),
    title: z.string(),
    level: z.number().int(),
    nsf: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    certifier: z.strictObject({ name: z.string(), siret: z.string() }),
    decisionDate: day,
    registrationEnd: day,
    deliveryLimit: day.nullable(),
    accessPaths: z.array(
      z.strictObject({ path: accessPath, label: z.string(), open: z.boolean(), composition: z.string().nullable(), requires: compositionRule.nullable() }),
    ),
    blocks: z.array(z.strictObject({ code: blockCode, label: z.string(), competencies: z.array(z.strictObject({ code: competencyCode, text: z.string() })) })),
    acknowledged: z.array(z.strictObject({ remark: z.string(), text: z.string(), reason: z.string(), at: instant })),
  }),
  regulations,
  lead: z.strictObject({ name: z.string(), quality: z.string() }),
  members: z.array(memberOfRecord).max(60),
  recusals: z.array(
    z.strictObject({
      jurorId,
      candidateId,
      cause: z.union([linkKind, z.literal('ownRequest')]),
      substitute: jurorId.nullable(),
    }),
  ),
  candidates: z.array(candidateOfRecord).max(2000),
  acts: z.array(recordAct).max(100_000),
  incidents: z.array(z.strictObject({ at: instant, text: z.string() })),
  unable: z.array(z.strictObject({ jurorId, reason: z.string() })),
  totals,
  /** The last link of the journal at the closing; never how many there are: acts left out would be counted, hence rounds. */
  chain: z.strictObject({ algorithm: z.literal('SHA-256'), head: z.string().regex(/^[0-9a-f]{64}$/) }),
});
/** The record of a session. */
export type SessionRecord = z.infer<typeof record>;
/** One candidate of the record. */
export type RecordCandidate = SessionRecord['candidates'][number];
/** One member of the record. */
export type RecordMember = SessionRecord['members'][number];

/** Counts the candidates of a record: the eight figures of the minute's section 10. */
export const countTotals = (candidates: readonly Pick<RecordCandidate, 'presence' | 'outcome'>[]): SessionRecord['totals'] => {
  const among = (keep: (candidate: Pick<RecordCandidate, 'presence' | 'outcome'>) => boolean): number => candidates.filter(keep).length;
  return {
    registered: candidates.length,
    present: among((candidate) => candidate.presence === 'present'),
    excused: among((candidate) => candidate.presence === 'excused'),
    absent: among((candidate) => candidate.presence === 'absent'),
    full: among((candidate) => candidate.outcome.kind === 'full'),
    partial: among((candidate) => candidate.outcome.kind === 'partial'),
    none: among((candidate) => candidate.outcome.kind === 'none'),
    postponed: among((candidate) => candidate.outcome.kind === 'postponed'),
  };
};

/** The bytes of session.json: keys in the order of the schema, two-space indent, one final newline, so that the digest is stable. */
export const recordText = (value: SessionRecord): string => `${JSON.stringify(record.parse(value), null, 2)}\n`;

/** Members who must sign: those who took part in a decision, except those recorded as refusing or unable. */
export const signersOf = (value: SessionRecord): readonly RecordMember[] =>
  value.members.filter((member) => member.decided && !value.unable.some((entry) => entry.jurorId === member.id));

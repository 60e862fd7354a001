import { z } from 'zod';
import { blockState, outcome } from './decision.ts';
import { broughtBlock, entryCheck, presence } from './candidate.ts';
import { blockCode, candidateId, competencyCode, jurorId, sessionId } from './ids.ts';
import { accessPath, compositionGap, compositionRule, linkKind } from './jury.ts';
import { recordAct } from './record-act.ts';
import { numberOfMinute, rectification } from './rectification.ts';
import { regulations } from './regulations.ts';
import { day, instant, timeZone } from './time.ts';
import { totals } from './totals.ts';

/** Where and how the session is held. */
export const sittingMode = z.enum(['onSite', 'remote', 'mixed']);

/** One member of the record. */
export const memberOfRecord = z
  .strictObject({
    id: jurorId,
    name: z.string(),
    civility: z.enum(['Mme', 'M.', '']),
    givenName: z.string(),
    familyName: z.string(),
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
    usageName: z.string(),
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
    /** Null where the fiche is silent. */
    level: z.number().int().nullable(),
    nsf: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    certifier: z.strictObject({ name: z.string(), siret: z.string().nullable() }),
    /** The other bodies that grant it; absent where there is one. */
    otherCertifiers: z
      .array(z.strictObject({ name: z.string(), siret: z.string().nullable() }))
      .min(1)
      .optional(),
    decisionDate: day,
    /** What the first day of the registration is, where it is no decision. */
    startsBy: z.enum(['effect', 'publication']).optional(),
    registrationEnd: day,
    deliveryLimit: day.nullable(),
    accessPaths: z.array(
      z.strictObject({ path: accessPath, label: z.string(), open: z.boolean(), composition: z.string().nullable(), requires: compositionRule.nullable() }),
    ),
    blocks: z.array(z.strictObject({ code: blockCode, label: z.string(), competencies: z.array(z.strictObject({ code: competencyCode, text: z.string() })) })),
    acknowledged: z.array(z.strictObject({ remark: z.string(), text: z.string(), reason: z.string(), at: instant })),
  }),
  regulations,
  lead: z.strictObject({ name: z.string(), givenName: z.string(), familyName: z.string(), quality: z.string() }),
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
  /** What this minute rectifies; null for the first minute of a session. */
  rectification: rectification.nullable(),
  /** The last link of the journal at the closing; never how many there are: acts left out would be counted, hence rounds. */
  chain: z.strictObject({ algorithm: z.literal('SHA-256'), head: z.string().regex(/^[0-9a-f]{64}$/) }),
});
/** The record of a session. */
export type SessionRecord = z.infer<typeof record>;
/** One candidate of the record. */
export type RecordCandidate = SessionRecord['candidates'][number];
/** One member of the record. */
export type RecordMember = SessionRecord['members'][number];

/** The bytes of session.json: keys in the order of the schema, two-space indent, one final newline, so that the digest is stable. */
export const recordText = (value: SessionRecord): string => `${JSON.stringify(record.parse(value), null, 2)}\n`;

/** The number of the minute that a record is the record of: the session's, or with its rank of rectification. */
export const minuteNumber = ({ session, rectification: rectifies }: Pick<SessionRecord, 'session' | 'rectification'>): string =>
  numberOfMinute(session.number, rectifies?.rank ?? 0);

/** Members who must sign: those who took part in a decision, except those recorded as refusing or unable. */
export const signersOf = (value: SessionRecord): readonly RecordMember[] =>
  value.members.filter((member) => member.decided && !value.unable.some((entry) => entry.jurorId === member.id));

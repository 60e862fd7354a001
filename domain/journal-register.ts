import { z } from 'zod';
import type { CandidateId, SessionId } from './ids.ts';
import { recipient, sendingWay } from './notification.ts';
import type { RegisterEntry } from './register.ts';
import { rehearsalOutcome } from './rehearsal.ts';
import { day } from './time.ts';

const text = z.string();
const person = z.strictObject({ number: text, name: text });
const whom = { candidate: person.nullable(), candidates: z.number() };

/** What the journal tells of an entry of the register. Of what was purged it tells the kind alone: a number of rows would count opinions, rounds or arrangements. */
export const registeredTold = z.discriminatedUnion('entry', [
  z.strictObject({ entry: z.literal('exported'), fileName: text }),
  z.strictObject({ entry: z.literal('identityKept'), ...whom }),
  z.strictObject({ entry: z.literal('declared'), action: z.enum(['CREATION', 'SUPPRESSION']), batch: z.number(), ...whom }),
  z.strictObject({ entry: z.literal('reportRead'), batch: z.number(), accepted: z.number(), refused: z.number() }),
  z.strictObject({ entry: z.literal('notified'), recipient, on: day, way: sendingWay, ...whom }),
  z.strictObject({ entry: z.literal('notificationCorrected'), recipient, sent: z.strictObject({ on: day, way: sendingWay }).nullable(), ...whom }),
  z.strictObject({ entry: z.literal('companion'), known: z.boolean(), ...whom }),
  z.strictObject({ entry: z.literal('purged'), what: z.enum(['drafts', 'opinions', 'notes', 'dossiers', 'other']), again: z.boolean(), reason: text }),
  z.strictObject({ entry: z.literal('held'), reason: text }),
  z.strictObject({ entry: z.literal('holdLifted'), reason: text }),
  z.strictObject({ entry: z.literal('transferLeft') }),
  z.strictObject({ entry: z.literal('transferReceived'), how: z.enum(['adopted', 'returned', 'replaced']), reason: text }),
  z.strictObject({ entry: z.literal('transferTakenBack'), reason: text }),
  z.strictObject({ entry: z.literal('destroyedByHand') }),
  z.strictObject({ entry: z.literal('rehearsed'), outcome: rehearsalOutcome }),
  z.strictObject({ entry: z.literal('accessGiven'), encrypted: z.boolean(), ...whom }),
]);
/** What the journal tells of an entry of the register. */
export type RegisteredTold = z.infer<typeof registeredTold>;

type Person = z.infer<typeof person>;

/** What is told of an entry in the journal of a session, or null where it concerns another session or the whole store. Another kind of entry is one more case: without it nothing compiles. */
export const tellEntry = (entry: RegisterEntry, sessionId: SessionId, candidate: (id: CandidateId) => Person | null): RegisteredTold | null => {
  if (!('sessionId' in entry) || entry.sessionId !== sessionId) return null;
  const people = (ids: readonly CandidateId[]): { readonly candidate: Person | null; readonly candidates: number } => {
    const known = ids.flatMap((id) => candidate(id) ?? []);
    return { candidate: known.length === 1 ? (known[0] ?? null) : null, candidates: known.length };
  };
  switch (entry.kind) {
    case 'exported':
      return { entry: entry.kind, fileName: entry.fileName };
    case 'identityKept':
      return { entry: entry.kind, ...people(entry.candidateIds) };
    case 'declared':
      return { entry: entry.kind, action: entry.action, batch: entry.batch, ...people(entry.candidateIds) };
    case 'reportRead':
      return { entry: entry.kind, batch: entry.batch, accepted: entry.accepted, refused: entry.refused };
    case 'notified':
      return { entry: entry.kind, recipient: entry.recipient, on: entry.on, way: entry.way, ...people(entry.candidateIds) };
    case 'notificationCorrected':
      return { entry: entry.kind, recipient: entry.recipient, sent: entry.sent, ...people([entry.candidateId]) };
    case 'companion':
      return { entry: entry.kind, known: entry.known, ...people([entry.candidateId]) };
    case 'purged':
      return { entry: entry.kind, again: entry.again, ...purgeTold(entry) };
    case 'held':
    case 'holdLifted':
      return { entry: entry.kind, reason: entry.reason };
    case 'destroyedByHand':
    case 'transferLeft':
      return { entry: entry.kind };
    case 'transferReceived':
      return { entry: entry.kind, how: entry.how, reason: entry.reason ?? '' };
    case 'transferTakenBack':
      return { entry: entry.kind, reason: entry.reason };
    case 'rehearsed':
      return { entry: entry.kind, outcome: entry.outcome };
    case 'accessGiven':
      return { entry: entry.kind, encrypted: entry.encrypted, ...people(entry.candidateIds) };
  }
};

/** What was purged; of arrangements nothing is said, their reason included. */
const purgeTold = ({ what, reason }: Extract<RegisterEntry, { kind: 'purged' }>): Pick<Extract<RegisteredTold, { entry: 'purged' }>, 'what' | 'reason'> => {
  switch (what) {
    case 'accommodations':
    case 'jurorFile':
    case 'holders':
      return { what: 'other', reason: '' };
    case 'drafts':
    case 'opinions':
    case 'notes':
    case 'dossiers':
      return { what, reason };
  }
};

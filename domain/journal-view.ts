import { z } from 'zod';
import type { Act, Author, RecordedAct } from './act.ts';
import { fullName } from './candidate.ts';
import type { Deliberation } from './deliberation.ts';
import type { BlockCode, CandidateId, JurorId, SessionId } from './ids.ts';
import { registeredTold, tellEntry } from './journal-register.ts';
import type { SessionRecord } from './minute.ts';
import { restoreAct } from './record-act.ts';
import type { RegisteredEntry } from './register.ts';
import { instant } from './time.ts';

const text = z.string();
const person = z.strictObject({ number: text, name: text });

/** What may be told of preparation; any other word of the store is told as "other". */
const preparations = [
  'session',
  'candidate',
  'candidateRemoved',
  'removalUndone',
  'juror',
  'jurorRemoved',
  'regulations',
  'certification',
  'import',
  'importUndone',
] as const;

/** What the journal tells of one act: who, on whom, and the words that the minute itself may carry. */
export const journalTold = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prepared'), what: z.enum([...preparations, 'other']) }),
  z.strictObject({ kind: z.literal('contradictionAcknowledged'), reason: text }),
  z.strictObject({ kind: z.literal('attendance'), member: text, present: z.boolean() }),
  z.strictObject({ kind: z.literal('presidentDesignated'), member: text, rank: z.enum(['president', 'deputy']) }),
  z.strictObject({ kind: z.literal('declaration'), member: text, links: z.number() }),
  z.strictObject({ kind: z.literal('recusal'), member: text, candidate: person }),
  z.strictObject({ kind: z.literal('recusalWithdrawn'), member: text, candidate: person }),
  z.strictObject({ kind: z.literal('substitution'), member: text, substitute: text, candidates: z.number() }),
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('presence'), candidate: person, presence: z.enum(['expected', 'present', 'absent', 'excused']) }),
  z.strictObject({ kind: z.literal('blockAbsence'), candidate: person, block: text, absent: z.boolean() }),
  z.strictObject({ kind: z.literal('equivalence'), candidate: person, block: text, from: text, reference: text, authority: text }),
  z.strictObject({ kind: z.literal('equivalenceWithdrawn'), candidate: person, block: text, reason: text }),
  z.strictObject({ kind: z.literal('opinionsRevealed'), candidate: person, block: text }),
  z.strictObject({ kind: z.literal('decision'), candidate: person, block: text, outcome: z.enum(['validated', 'notValidated']), reason: text }),
  z.strictObject({ kind: z.literal('reopening'), candidate: person, block: text, reason: text }),
  z.strictObject({ kind: z.literal('postponement'), candidate: person, reason: text }),
  z.strictObject({ kind: z.literal('postponementLifted'), candidate: person, reason: text }),
  z.strictObject({ kind: z.literal('incident'), text }),
  z.strictObject({ kind: z.literal('closed') }),
  z.strictObject({ kind: z.literal('printed'), printing: z.number() }),
  z.strictObject({ kind: z.literal('signed'), member: text, capacity: z.enum(['member', 'lead']) }),
  z.strictObject({ kind: z.literal('signatureRefused'), member: text, reason: text }),
  z.strictObject({ kind: z.literal('archived') }),
  z.strictObject({ kind: z.literal('rectificationOpened'), rank: z.number(), reason: text }),
  z.strictObject({ kind: z.literal('correction'), before: text, after: text, reason: text }),
  z.strictObject({ kind: z.literal('rectificationWithdrawn'), reason: text }),
  z.strictObject({ kind: z.literal('registered'), entry: registeredTold }),
]);
/** What the journal tells of one act. */
export type JournalTold = z.infer<typeof journalTold>;

/** One line of the journal: when, who, what. Its place in the list is no rank of the chain: a gap would tell a round. */
export const journalLine = z.strictObject({
  at: instant,
  who: z.strictObject({ kind: z.enum(['lead', 'juror', 'officer', 'jury']), name: text }),
  told: journalTold,
});
/** One line of the journal. */
export type JournalLine = z.infer<typeof journalLine>;

/** The journal of a session as it may be read; `working` says whether the revealed opinions are told of, which is never while the session is open. */
export const journalView = z.strictObject({ number: text, title: text, timeZone: text, working: z.boolean(), lines: z.array(journalLine) });
/** The journal of a session as it may be read. */
export type JournalView = z.infer<typeof journalView>;

/** The chain as verified: how many links (null while the session is open), whether contents were destroyed (their number would count opinions and rounds), the first link that does not hold. */
export const chainVerdict = z.strictObject({ links: z.number().nullable(), destroyed: z.boolean().nullable(), broken: z.number().nullable() });
/** The chain of a session, and that of the register. */
export const journalCheck = z.strictObject({ session: chainVerdict, register: chainVerdict });
/** The chain of a session, and that of the register. */
export type JournalCheck = z.infer<typeof journalCheck>;

interface Names {
  readonly juror: (id: JurorId) => string;
  readonly candidate: (id: CandidateId) => { readonly number: string; readonly name: string };
  readonly lead: string;
}

const namesOf = ({ members, candidates, header }: Deliberation): Names => ({
  juror: (id) => {
    const found = members.find(({ juror }) => juror.id === id);
    return found ? fullName(found.juror) : '';
  },
  candidate: (id) => {
    const found = candidates.find(({ candidate }) => candidate.id === id)?.candidate;
    return found ? { number: found.number, name: fullName(found) } : { number: '', name: '' };
  },
  lead: fullName(header.lead),
});

const preparationOf = (what: string): Extract<JournalTold, { kind: 'prepared' }>['what'] => preparations.find((known) => known === what) ?? 'other';

/**
 * What is told of an act, or null. Never told: opinions and their values, rounds, timers (a length tells an arranged test), readings of an accommodation,
 * and the words that may speak of a life (note of a link or of a presence, reason of a recusal).
 */
const tell = (act: Act, names: Names): JournalTold | null => {
  switch (act.kind) {
    case 'opinion':
    case 'reveal':
    case 'round':
    case 'timer':
    case 'accommodationRead':
      return null;
    case 'prepared':
      return { kind: act.kind, what: preparationOf(act.what) };
    case 'contradictionAcknowledged':
      return { kind: act.kind, reason: act.reason };
    case 'attendance':
      return { kind: act.kind, member: names.juror(act.jurorId), present: act.present };
    case 'presidentDesignated':
      return { kind: act.kind, member: names.juror(act.jurorId), rank: act.rank };
    case 'declaration':
      return { kind: act.kind, member: names.juror(act.jurorId), links: act.links.length };
    case 'recusal':
    case 'recusalWithdrawn':
      return { kind: act.kind, member: names.juror(act.jurorId), candidate: names.candidate(act.candidateId) };
    case 'substitution':
      return { kind: act.kind, member: names.juror(act.replaced), substitute: names.juror(act.substitute), candidates: act.candidateIds.length };
    case 'presence':
      return { kind: act.kind, candidate: names.candidate(act.candidateId), presence: act.presence };
    case 'blockAbsence':
      return { kind: act.kind, candidate: names.candidate(act.candidateId), block: act.block, absent: act.absent };
    case 'equivalence':
      return {
        kind: act.kind,
        candidate: names.candidate(act.candidateId),
        block: act.block,
        from: act.from,
        reference: act.reference,
        authority: act.authority,
      };
    case 'equivalenceWithdrawn':
    case 'reopening':
      return { kind: act.kind, candidate: names.candidate(act.candidateId), block: act.block, reason: act.reason };
    case 'decision':
      return { kind: act.kind, candidate: names.candidate(act.candidateId), block: act.block, outcome: act.outcome, reason: act.reason };
    case 'postponement':
      return { kind: act.kind, candidate: names.candidate(act.candidateId), reason: act.note };
    case 'postponementLifted':
      return { kind: act.kind, candidate: names.candidate(act.candidateId), reason: act.reason };
    case 'incident':
      return { kind: act.kind, text: act.text };
    case 'printed':
      return { kind: act.kind, printing: act.printing };
    case 'signed':
      return { kind: act.kind, capacity: act.capacity, member: act.capacity === 'lead' ? names.lead : names.juror(act.signer as JurorId) };
    case 'signatureRefused':
      return { kind: act.kind, member: names.juror(act.jurorId), reason: act.reason };
    case 'rectificationOpened':
      return { kind: act.kind, rank: act.rank, reason: act.reason };
    case 'correction':
      return { kind: act.kind, before: act.before, after: act.after, reason: act.reason };
    case 'rectificationWithdrawn':
      return { kind: act.kind, reason: act.reason };
    case 'opened':
    case 'closed':
    case 'archived':
      return { kind: act.kind };
  }
};

const whoOf = (author: Author, names: Names): JournalLine['who'] => {
  switch (author.kind) {
    case 'lead':
      return { kind: 'lead', name: names.lead };
    case 'juror':
      return { kind: 'juror', name: names.juror(author.jurorId) };
    case 'officer':
      return { kind: 'officer', name: '' };
  }
};

/** The lines of a session's acts. Once closed, one line a block says that opinions were revealed, at the first reveal: more would count the rounds. */
export const tellActs = (acts: readonly RecordedAct[], state: Deliberation): JournalLine[] => {
  const names = namesOf(state);
  const revealed = new Set<string>();
  const working = state.phase !== 'open' && state.phase !== 'preparing';
  const reveal = (candidateId: CandidateId, block: BlockCode): JournalTold | null => {
    const key = `${candidateId} ${block}`;
    if (!working || revealed.has(key)) return null;
    revealed.add(key);
    return { kind: 'opinionsRevealed', candidate: names.candidate(candidateId), block };
  };
  return acts.flatMap(({ at, author, act }): JournalLine[] => {
    if (act.kind === 'reveal') {
      const told = reveal(act.candidateId, act.block);
      return told === null ? [] : [{ at, who: { kind: 'jury', name: '' }, told }];
    }
    const told = tell(act, names);
    return told === null ? [] : [{ at, who: whoOf(author, names), told }];
  });
};

/** The lines of the acts that a record tells, with the names of the record: what an archive says of its session, without a store. */
export const tellRecord = ({ acts, members, candidates, lead }: Pick<SessionRecord, 'acts' | 'members' | 'candidates' | 'lead'>): JournalLine[] => {
  const [byMember, byCandidate] = [new Map(members.map((each) => [each.id, each.name])), new Map(candidates.map((each) => [each.id, each]))];
  const names: Names = {
    juror: (id) => byMember.get(id) ?? '',
    candidate: (id) => ({ number: byCandidate.get(id)?.number ?? '', name: byCandidate.get(id)?.name ?? '' }),
    lead: lead.name,
  };
  return acts.flatMap((entry, rank): JournalLine[] => {
    const { at, author, act } = restoreAct(entry, rank);
    const told = tell(act, names);
    return told === null ? [] : [{ at, who: whoOf(author, names), told }];
  });
};

/** The lines of the register that concern a session. */
export const tellRegister = (entries: readonly RegisteredEntry[], sessionId: SessionId, state: Deliberation): JournalLine[] => {
  const { candidate, lead } = namesOf(state);
  const known = (id: CandidateId) => (state.candidates.some((each) => each.candidate.id === id) ? candidate(id) : null);
  return entries.flatMap(({ at, entry }) => {
    const told = tellEntry(entry, sessionId, known);
    return told === null ? [] : [{ at, who: { kind: 'lead' as const, name: lead }, told: { kind: 'registered' as const, entry: told } }];
  });
};

import { appliedSeconds } from '../domain/accommodation.ts';
import { fullName } from '../domain/candidate.ts';
import type { RequestOutput } from '../domain/contract.ts';
import { outcomeOfBlocks, type BlockDecision, type Outcome } from '../domain/decision.ts';
import type { BlockProgress, CandidateState } from '../domain/deliberation.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { countTotals } from '../domain/totals.ts';
import { orderCandidates } from '../domain/order.ts';
import { irregularDecisions } from '../domain/permission.ts';
import { mayDeliberate, reopenerOf } from '../domain/permission-block.ts';
import { runningRectification } from '../domain/rectification.ts';
import { readTimer } from '../domain/timer.ts';
import { clockBehind } from '../domain/time.ts';
import { noteShown, readJuryViews, readTimeShares, saveAccommodationNote } from '../db/accommodation.ts';
import { backUp } from '../db/backup.ts';
import { mirrorBackups } from '../db/second-folder.ts';
import { readProjects } from '../db/dossier.ts';
import { clearOpinionDrafts, readDraft, saveDraft } from '../db/draft.ts';
import { checkPin, readPinHolders } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { checkPrintable, checkWords } from './printable.ts';
import { commitAct, loadSession, requireStore, type Office } from './office.ts';

type Line = RequestOutput<'sitting.get'>['candidates'][number];
type BlockView = RequestOutput<'sitting.candidate'>['blocks'][number];

const lead = { kind: 'lead' } as const;
const saved = (result: ReturnType<typeof commitAct>) => (result.ok ? done({ savedAt: result.value }) : result);

const drawLine = (state: CandidateState): Line => ({
  id: state.candidate.id,
  number: state.candidate.number,
  name: fullName(state.candidate),
  accessPath: state.candidate.accessPath,
  presence: state.presence,
  blocks: state.blocks.map(({ code, state: { kind } }) => ({ code, state: { kind } })),
  irregular: irregularDecisions(state),
  mustLeave: [...state.mustLeave],
  recusals: state.recusals.map((recusal) => ({ ...recusal })),
  composition: state.composition,
  entry: state.entry,
  outcome: state.outcome,
});

const lines = new WeakMap<CandidateState, Line>();
/** The line of a candidate, drawn once for each state that the acts give. */
const lineOf = (state: CandidateState): Line => {
  const line = lines.get(state) ?? drawLine(state);
  lines.set(state, line);
  return line;
};

const supposedOutcome = (candidate: CandidateState, block: BlockProgress, kind: 'validated' | 'notValidated'): Outcome | null => {
  if (block.state.kind !== 'pending') return null;
  const decision = { outcome: kind } as BlockDecision;
  return outcomeOfBlocks(candidate.blocks.map(({ code, state }) => ({ code, state: code === block.code ? { kind, decision } : state })));
};

const blockOf = (candidate: CandidateState, block: BlockProgress, later: boolean): BlockView => ({
  code: block.code,
  state: block.state,
  rounds: block.rounds.map((round) =>
    round.kind === 'sealed' ? { ...round, recorded: [...round.recorded] } : { ...round, opinions: round.opinions.map((opinion) => ({ ...opinion })) },
  ),
  superseded: [...block.superseded],
  earlier: block.earlier,
  reopener: reopenerOf(candidate, block, later),
  ifValidated: supposedOutcome(candidate, block, 'validated'),
  ifRefused: supposedOutcome(candidate, block, 'notValidated'),
});

const backUpAtClosing = (office: Office, sessionId: SessionId): Result<true> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const { db, folder, key } = store.value;
  const made = backUp(db, folder, key, office.tools.clock.now(), 'cloture');
  if (made.ok) mirrorBackups(db, folder);
  return made.ok ? done(true) : failed('backup-unusable', { session: sessionId });
};

/** The sitting: candidates in order, one candidate in full, presence, absences, incidents, timers, closing. */
export const sittingRequests = {
  'sitting.get': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { state, stored } = session.value;
    const holders = readPinHolders(store.value.db, sessionId);
    const away = (entry: CandidateState) =>
      entry.recusals
        .filter((recusal) => state.members.some((member) => member.juror.id === recusal.jurorId && member.present))
        .map((recusal) => recusal.jurorId);
    const order = orderCandidates(state.candidates.map((entry) => ({ id: entry.candidate.id, away: away(entry) })));
    const byId = new Map(state.candidates.map((entry) => [entry.candidate.id, entry]));
    return done({
      phase: state.phase,
      openedAt: state.openedAt,
      closedAt: state.closedAt,
      members: state.members.map((member) => ({
        juror: member.juror,
        name: [member.juror.civility, fullName(member.juror)].filter((part) => part !== '').join(' '),
        rank: member.rank,
        present: member.present,
        attendance: [...member.attendance],
        declaredAt: member.declaredAt,
        links: [...member.links],
        decided: member.decided,
        pinSet: holders.includes(member.juror.id),
      })),
      candidates: order.flatMap((id) => byId.get(id) ?? []).map(lineOf),
      incidents: [...state.incidents],
      totals: countTotals(state.candidates),
      savedAt: stored.savedAt,
    });
  },
  'sitting.candidate': (office, { sessionId, candidateId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { state, acts } = session.value;
    const candidate = state.candidates.find((entry) => entry.candidate.id === candidateId);
    if (!candidate) return failed('not-found', { what: 'candidate' });
    const { db } = store.value;
    const accommodation = readJuryViews(db, sessionId).find((view) => view.candidateId === candidateId) ?? null;
    const share = readTimeShares(db, sessionId).get(candidateId) ?? null;
    if (accommodation !== null) noteShown(db, sessionId, candidateId, office.tools.clock.now());
    const may = mayDeliberate(state, candidate);
    return done({
      line: lineOf(candidate),
      presenceNote: candidate.presenceNote,
      accommodation,
      readBy: [...candidate.readBy],
      blocks: candidate.blocks.map((block) => blockOf(candidate, block, runningRectification(state) !== null)),
      postponed: candidate.postponed,
      timers: readProjects(db, sessionId)
        .filter((project) => project.candidateId === candidateId)
        .map((project) => ({
          projectId: project.id,
          title: project.title,
          seconds: appliedSeconds(project.defence.plannedMinutes, share),
          insteadOf: accommodation !== null && share !== null ? project.defence.plannedMinutes * 60 : null,
          timer: readTimer(acts, project.id),
        })),
      obstacle: may.ok ? null : { code: may.error.code, facts: { ...may.error.facts } },
    });
  },
  'sitting.presence': (office, { sessionId, candidateId, presence, note }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'presence', candidateId, presence, note })),
  'sitting.blockAbsence': (office, { sessionId, candidateId, block, absent, note }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'blockAbsence', candidateId, block, absent, note })),
  'sitting.postpone': (office, { sessionId, candidateId, cause, note }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'postponement', candidateId, cause, note })),
  'sitting.liftPostponement': (office, { sessionId, candidateId, reason }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'postponementLifted', candidateId, reason })),
  'sitting.equivalence': (office, { sessionId, candidateId, block, from, reference, on, authority }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'equivalence', candidateId, block, from, reference, on, authority })),
  'sitting.withdrawEquivalence': (office, { sessionId, candidateId, block, reason }) =>
    saved(commitAct(office, sessionId, lead, { kind: 'equivalenceWithdrawn', candidateId, block, reason })),
  'sitting.incident': (office, { sessionId, text }) => {
    // An incident is never effaced: what could not be printed is refused now.
    const printable = checkWords(office, text);
    return printable.ok ? saved(commitAct(office, sessionId, lead, { kind: 'incident', text })) : printable;
  },
  'sitting.timer': (office, { sessionId, candidateId, projectId, move, note }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const { kind } = readTimer(session.value.acts, projectId);
    const fits = {
      start: kind === 'idle' || kind === 'stopped',
      pause: kind === 'running',
      resume: kind === 'paused',
      stop: kind === 'running' || kind === 'paused',
    }[move];
    if (!fits) return failed(kind === 'running' ? 'timer-running' : 'timer-not-running');
    return saved(commitAct(office, sessionId, lead, { kind: 'timer', candidateId, projectId, move, note }));
  },
  'sitting.accommodationRead': (office, { sessionId, candidateId, jurorId, pin, note }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const checked = checkPin(store.value.db, sessionId, jurorId, pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    // The act says that it was read; what is noted of it lies beside the journal, and goes with the consent.
    const read = { kind: 'accommodationRead', candidateId, jurorId, note: '' } as const;
    return saved(commitAct(office, sessionId, { kind: 'juror', jurorId }, read, (db) => saveAccommodationNote(db, candidateId, jurorId, note)));
  },
  'draft.get': (office, { sessionId, key }) => {
    const store = requireStore(office);
    return store.ok ? done({ text: readDraft(store.value.db, sessionId, 'lead', key) }) : store;
  },
  'draft.save': (office, { sessionId, key, text }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    saveDraft(store.value.db, sessionId, 'lead', key, text);
    return done({ savedAt: office.tools.clock.now() });
  },
  'session.close': (office, { sessionId, pin }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const checked = checkPin(store.value.db, sessionId, 'lead', pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    // The minute prints the hour of its closing: it cannot be before what it closes.
    const now = office.tools.clock.now();
    const earliest = clockBehind(
      now,
      session.value.acts.map(({ at }) => at),
    );
    if (earliest !== null) return failed('clock-set-back', { now, earliest, timeZone: session.value.stored.fields.timeZone, act: 'close' });
    const printable = session.value.state.phase === 'open' ? checkPrintable(office, session.value, []) : done(true as const);
    if (!printable.ok) return printable;
    const closed = commitAct(office, sessionId, lead, { kind: 'closed' }, (db) => clearOpinionDrafts(db, sessionId));
    if (!closed.ok) return closed;
    const backup = backUpAtClosing(office, sessionId);
    return backup.ok ? done({ savedAt: closed.value }) : backup;
  },
} satisfies Handlers;

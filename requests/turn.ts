import { done, failed, type Result } from '../domain/errors.ts';
import type { RecordedAct } from '../domain/act.ts';
import { currentRound } from '../domain/permission-block.ts';
import { readDraft, saveDraft } from '../db/draft.ts';
import { checkPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { commitAct, loadSession, requireStore, type Office, type Turn } from './office.ts';

const requireTurn = (office: Office, token: string): Result<Turn> => (office.turn?.token === token ? done(office.turn) : failed('turn-over'));

const draftKey = (turn: Turn): string => `opinion:${turn.candidateId}:${turn.block}:${turn.round}`;

const ownOpinion = (acts: readonly RecordedAct[], turn: Turn) => {
  const given = acts.findLast(
    ({ act }) =>
      act.kind === 'opinion' && act.jurorId === turn.jurorId && act.candidateId === turn.candidateId && act.block === turn.block && act.round === turn.round,
  )?.act;
  return given?.kind === 'opinion' ? { value: given.value, note: given.note } : null;
};

/** A member's turn: only its author ever sees the sealed opinion, and only while the turn lasts. */
export const turnRequests = {
  'turn.begin': (office, { sessionId, candidateId, block, jurorId, pin }) => {
    const store = requireStore(office);
    const session = loadSession(office, sessionId);
    if (!store.ok) return store;
    if (!session.ok) return session;
    [office.turn, office.notes] = [null, null];
    const checked = checkPin(store.value.db, sessionId, jurorId, pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const candidate = session.value.state.candidates.find((entry) => entry.candidate.id === candidateId);
    const progress = candidate?.blocks.find((entry) => entry.code === block);
    if (!candidate || !progress) return failed('not-found', { what: 'block' });
    if (!candidate.composition.sitting.includes(jurorId)) return failed('not-sitting', { juror: jurorId });
    if (candidate.mustRead && !candidate.readBy.includes(jurorId)) return failed('accommodation-unread', { jurors: [jurorId] });
    const round = currentRound(progress);
    if (progress.rounds.at(-1)?.kind === 'revealed') return failed('round-revealed', { round });
    const turn: Turn = { token: office.tools.ids.next(), sessionId, candidateId, block, jurorId, round };
    office.turn = turn;
    const draft = readDraft(store.value.db, sessionId, jurorId, draftKey(turn));
    return done({ turn: turn.token, round, mine: ownOpinion(session.value.acts, turn), draft });
  },
  'turn.draft': (office, { turn: token, text }) => {
    const store = requireStore(office);
    const turn = requireTurn(office, token);
    if (!store.ok) return store;
    if (!turn.ok) return turn;
    saveDraft(store.value.db, turn.value.sessionId, turn.value.jurorId, draftKey(turn.value), text);
    return done({ savedAt: office.tools.clock.now() });
  },
  'turn.record': (office, { turn: token, value, note }) => {
    const found = requireTurn(office, token);
    if (!found.ok) return found;
    const turn = found.value;
    const { sessionId, candidateId, block, jurorId, round } = turn;
    const recorded = commitAct(office, sessionId, { kind: 'juror', jurorId }, { kind: 'opinion', jurorId, candidateId, block, round, value, note }, (db) =>
      saveDraft(db, sessionId, jurorId, draftKey(turn), ''),
    );
    if (!recorded.ok) return recorded;
    office.turn = null;
    return done({ savedAt: recorded.value });
  },
  'turn.leave': (office, { turn: token }) => {
    if (office.turn?.token === token) office.turn = null;
    return done({ savedAt: null });
  },
} satisfies Handlers;

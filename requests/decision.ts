import { done, failed } from '../domain/errors.ts';
import { currentRound, reopenerOf } from '../domain/permission-block.ts';
import { runningRectification } from '../domain/rectification.ts';
import type { BlockProgress } from '../domain/deliberation.ts';
import type { BlockCode, CandidateId, SessionId } from '../domain/ids.ts';
import { clearOpinionDrafts, saveDraft } from '../db/draft.ts';
import { checkPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { checkWords } from './printable.ts';
import { commitAct, loadSession, requireStore, type Office } from './office.ts';

const lead = { kind: 'lead' } as const;
const saved = (result: ReturnType<typeof commitAct>) => (result.ok ? done({ savedAt: result.value }) : result);

const findBlock = (office: Office, sessionId: SessionId, id: CandidateId, code: BlockCode) => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  const candidate = session.value.state.candidates.find((entry) => entry.candidate.id === id);
  const block: BlockProgress | undefined = candidate?.blocks.find((entry) => entry.code === code);
  return candidate && block
    ? done({ block, reopener: reopenerOf(candidate, block, runningRectification(session.value.state) !== null) })
    : failed('not-found', { what: 'block' });
};

/** The reveal, another round, the collegial decision and its reopening. */
export const decisionRequests = {
  'round.reveal': (office, { sessionId, candidateId, block }) => {
    const found = findBlock(office, sessionId, candidateId, block);
    if (!found.ok) return found;
    const round = currentRound(found.value.block);
    return saved(
      commitAct(office, sessionId, lead, { kind: 'reveal', candidateId, block, round }, (db) =>
        clearOpinionDrafts(db, sessionId, `opinion:${candidateId}:${block}:${round}`),
      ),
    );
  },
  'round.another': (office, { sessionId, candidateId, block, reason }) => {
    const found = findBlock(office, sessionId, candidateId, block);
    if (!found.ok) return found;
    return saved(commitAct(office, sessionId, lead, { kind: 'round', candidateId, block, round: currentRound(found.value.block) + 1, reason }));
  },
  'decision.record': (office, { sessionId, candidateId, block, decision }) => {
    const printable = checkWords(office, decision);
    if (!printable.ok) return printable;
    return saved(
      commitAct(office, sessionId, lead, { kind: 'decision', candidateId, block, ...decision }, (db) =>
        saveDraft(db, sessionId, 'lead', `decision:${candidateId}:${block}`, ''),
      ),
    );
  },
  'decision.reopen': (office, { sessionId, candidateId, block, reason, pin }) => {
    const found = findBlock(office, sessionId, candidateId, block);
    const store = requireStore(office);
    if (!found.ok) return found;
    if (!store.ok) return store;
    const { reopener } = found.value;
    if (reopener === null) return failed('nothing-to-reopen');
    const checked = checkPin(store.value.db, sessionId, reopener, pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const author = reopener === 'lead' ? lead : ({ kind: 'juror', jurorId: reopener } as const);
    return saved(commitAct(office, sessionId, author, { kind: 'reopening', candidateId, block, reason }));
  },
} satisfies Handlers;

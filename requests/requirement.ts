import { done, failed, type Result } from '../domain/errors.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { readPieces } from '../db/piece.ts';
import { readRequirements, removeRequirement, saveRequirement } from '../db/requirement.ts';
import type { Handlers } from './desk.ts';
import { removeFromPreparation } from './removal.ts';
import { loadSession, prepare, requireStore, type Office } from './office.ts';

const requireCandidate = (office: Office, sessionId: SessionId, id: CandidateId): Result<true> => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  return session.value.sitting.candidates.some((entry) => entry.id === id) ? done(true) : failed('not-found', { what: 'candidate' });
};

/** Required pieces: what was checked before the jury, by whom and when. Nothing of it reaches the deliberation or the minute. */
export const requirementRequests = {
  'requirement.list': (office, { sessionId, candidateId }) => {
    const known = requireCandidate(office, sessionId, candidateId);
    const store = requireStore(office);
    if (!known.ok) return known;
    if (!store.ok) return store;
    return done(readRequirements(store.value.db, sessionId).filter((record) => record.candidateId === candidateId));
  },
  'requirement.save': (office, { sessionId, record }) => {
    const known = requireCandidate(office, sessionId, record.candidateId);
    const store = requireStore(office);
    if (!known.ok) return known;
    if (!store.ok) return store;
    const isOwn = (id: string): boolean => readPieces(store.value.db, sessionId).some((piece) => piece.id === id && piece.candidateId === record.candidateId);
    if (record.pieceId !== null && !isOwn(record.pieceId)) return failed('not-found', { what: 'piece' });
    const result = prepare(office, sessionId, 'requirement', record.candidateId, (db) => saveRequirement(db, record));
    return result.ok ? done({ savedAt: result.value }) : result;
  },
  'requirement.remove': (office, { sessionId, candidateId, code }) => {
    const known = requireCandidate(office, sessionId, candidateId);
    if (!known.ok) return known;
    const taken = { sessionId, what: 'requirementRemoved', table: 'requirement', subject: candidateId, key: { candidate_id: candidateId, code } };
    return removeFromPreparation(office, taken, (db) => {
      removeRequirement(db, { candidateId, code });
      return [];
    });
  },
} satisfies Handlers;

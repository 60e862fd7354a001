import type { CandidateFields } from '../domain/candidate.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { candidateId as candidateIdSchema, type CandidateId } from '../domain/ids.ts';
import { unprovenCompetencies } from '../domain/readiness.ts';
import type { Sitting } from '../domain/seats.ts';
import { dropRecordOf } from '../db/accommodation.ts';
import type { WritableDb } from '../db/connection.ts';
import { removeCandidate, saveCandidate } from '../db/candidate.ts';
import { readEvidence, readProjects } from '../db/dossier.ts';
import { readPieces, removePiece } from '../db/piece.ts';
import type { Handlers } from './desk.ts';
import { loadSession, prepare, requireStore } from './office.ts';
import { removeFromPreparation } from './removal.ts';

/** Checks a candidate typed in a form: open access path, blocks of the fiche, a number nobody else has. Source: fiche, "Voie d'accès". */
const checkCandidate = (sitting: Sitting, id: CandidateId | null, fields: CandidateFields): Result<true> => {
  const { referential, candidates } = sitting;
  if (!referential.accessPaths.some((path) => path.path === fields.accessPath && path.open)) return failed('closed-access-path', { path: fields.accessPath });
  const codes = referential.blocks.map((block) => block.code);
  const unknown = [...fields.presents, ...fields.brings.map((brought) => brought.block)].find((code) => !codes.includes(code));
  if (unknown !== undefined) return failed('unknown-block', { block: unknown });
  const acquired = fields.brings.find((brought) => fields.presents.includes(brought.block));
  if (acquired) return failed('block-already-acquired', { block: acquired.block });
  const others = candidates.filter((entry) => entry.id !== id);
  const same = others.find(
    (entry) =>
      entry.number === fields.number ||
      (fields.birthDate !== null && entry.familyName === fields.familyName && entry.givenName === fields.givenName && entry.birthDate === fields.birthDate),
  );
  return same ? failed('duplicate-candidate', { number: same.number }) : done(true);
};

/** Candidates: list and form; their import from a table is in import.ts. */
export const candidateRequests = {
  'candidate.list': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const { sitting, state } = session.value;
    const pieces = readPieces(db, sessionId);
    const projects = readProjects(db, sessionId);
    const evidence = readEvidence(db, sessionId);
    return done(
      state.candidates.map(({ candidate }) => ({
        ...candidate,
        pieces: pieces.filter((piece) => piece.candidateId === candidate.id).length,
        unproven: unprovenCompetencies(candidate, sitting.referential, projects, evidence).length,
      })),
    );
  },
  'candidate.save': (office, { sessionId, candidateId, fields }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const { sitting } = session.value;
    if (candidateId !== null && !sitting.candidates.some((entry) => entry.id === candidateId)) return failed('not-found', { what: 'candidate' });
    const checked = checkCandidate(sitting, candidateId, fields);
    if (!checked.ok) return checked;
    const id = candidateId ?? candidateIdSchema.parse(office.tools.ids.next());
    const result = prepare(office, sessionId, 'candidate', id, (db) => saveCandidate(db, sessionId, id, fields));
    return result.ok ? done({ candidateId: id }) : result;
  },
  'candidate.remove': (office, { sessionId, candidateId }) => {
    const taken = { sessionId, what: 'candidateRemoved', table: 'candidate', subject: candidateId };
    // The officer's record leaves for good: nothing about health waits in memory.
    const before = (db: WritableDb): void => dropRecordOf(db, sessionId, candidateId, office.tools.clock.now());
    const change = (db: WritableDb): readonly string[] => {
      const own = readPieces(db, sessionId).filter((piece) => piece.candidateId === candidateId);
      const names = own.flatMap((piece) => removePiece(db, piece.id));
      removeCandidate(db, sessionId, candidateId);
      return names;
    };
    return removeFromPreparation(office, taken, change, before);
  },
} satisfies Handlers;

import type { Result } from '../domain/errors.ts';
import { candidateId as candidateIdSchema, type SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { dropRecordOf } from '../db/accommodation.ts';
import { removeCandidate, saveCandidate, saveCandidates } from '../db/candidate.ts';
import type { WritableDb } from '../db/connection.ts';
import { readProjects, readVaeFiles, removeVaeFile, saveProject, saveVaeFile } from '../db/dossier.ts';
import type { CandidateChange } from '../documents/imports/candidate-plan.ts';
import { mergeGrid, type GridChange } from '../documents/imports/grid-plan.ts';
import { loadSession, prepare, requireStore, type Office } from './office.ts';

/** Puts back what an import changed. */
export type PutBack = (db: WritableDb) => void;

const blankFile = { recevabilityReference: '', validationPieceId: null, interviewAt: null, interviewMinutes: 60 } as const;

/** Writes candidates, new and changed, in one transaction; a dossier stays with its candidate. Errors: those of `prepare`. */
export const writeCandidates = (office: Office, sessionId: SessionId, changes: readonly CandidateChange[]): Result<PutBack> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const before = new Map(session.value.sitting.candidates.map((one) => [one.id, one]));
  const files = new Map(readVaeFiles(store.value.db, sessionId).map((file) => [file.candidateId, file]));
  const named = changes.map((change) => ({ ...change, id: change.id ?? candidateIdSchema.parse(office.tools.ids.next()) }));
  const written = prepare(office, sessionId, 'import', String(named.length), (db) => {
    saveCandidates(db, sessionId, named);
    for (const { id, recevableOn } of named) {
      if (recevableOn !== null) saveVaeFile(db, { ...blankFile, ...files.get(id), candidateId: id, recevableOn });
    }
  });
  if (!written.ok) return written;
  return {
    ok: true,
    value: (db) => {
      for (const { id, recevableOn } of named) {
        const earlier = before.get(id);
        if (earlier === undefined) {
          dropRecordOf(db, sessionId, id, office.tools.clock.now());
          removeCandidate(db, sessionId, id);
          continue;
        }
        const { id: _, ...fields } = earlier;
        saveCandidate(db, sessionId, id, fields);
        const file = files.get(id);
        if (file !== undefined) saveVaeFile(db, file);
        else if (recevableOn !== null) removeVaeFile(db, id);
      }
    },
  };
};

/** Writes the lines of evaluators' grids into their projects, in one transaction. Errors: those of `prepare`. */
export const writeGrids = (office: Office, sessionId: SessionId, changes: readonly GridChange[]): Result<PutBack> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const wanted = new Map<string, GridChange['lines'][number][]>();
  for (const { projectId, lines } of changes) wanted.set(projectId, [...(wanted.get(projectId) ?? []), ...lines]);
  const projects = readProjects(store.value.db, sessionId).filter((project) => wanted.has(project.id));
  const written: Result<Instant> = prepare(office, sessionId, 'grids', String(changes.length), (db) => {
    for (const { id, ...fields } of projects) saveProject(db, id, { ...fields, grid: mergeGrid(fields.grid, wanted.get(id) ?? []) });
  });
  if (!written.ok) return written;
  return {
    ok: true,
    value: (db) => {
      for (const { id, ...fields } of projects) saveProject(db, id, fields);
    },
  };
};

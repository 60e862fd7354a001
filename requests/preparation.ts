import { listReadiness } from '../domain/readiness.ts';
import type { ReadinessLine } from '../domain/view.ts';
import type { ReadableDb } from '../db/connection.ts';
import { readEvidence, readProjects, readVaeFiles } from '../db/dossier.ts';
import { readRequirements } from '../db/requirement.ts';
import type { OpenSession } from './office.ts';

/** Everything that a session's preparation lacks, read from the store as a whole. */
export const readReadiness = (db: ReadableDb, { stored, sitting, state }: OpenSession): ReadinessLine[] =>
  listReadiness({
    fields: stored.fields,
    referential: stored.referential,
    regulations: stored.regulations,
    jurors: sitting.jurors,
    candidates: sitting.candidates,
    projects: readProjects(db, stored.id),
    evidence: readEvidence(db, stored.id),
    vaeFiles: readVaeFiles(db, stored.id),
    requirements: readRequirements(db, stored.id),
    acknowledged: state.acknowledged.map((entry) => entry.remark),
  });

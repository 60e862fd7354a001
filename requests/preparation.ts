import { listReadiness } from '../domain/readiness.ts';
import type { ReadinessLine } from '../domain/view.ts';
import { readEvidence, readProjects, readVaeFiles } from '../db/dossier.ts';
import type { Store } from '../db/open.ts';
import { readPieces } from '../db/piece.ts';
import { readRequirements } from '../db/requirement.ts';
import { hintsOf } from './link.ts';
import type { Office, OpenSession } from './office.ts';
import { scheduleState } from './schedule.ts';

/** Everything that a session's preparation lacks, read from the store as a whole. */
export const readReadiness = (office: Office, store: Store, session: OpenSession): ReadinessLine[] => {
  const { db } = store;
  const { stored, sitting, state } = session;
  const unchecked = hintsOf(office, store, session, stored.id).filter((hint) => hint.checked === null);
  return listReadiness({
    fields: stored.fields,
    referential: stored.referential,
    regulations: stored.regulations,
    jurors: sitting.jurors,
    candidates: sitting.candidates,
    projects: readProjects(db, stored.id),
    evidence: readEvidence(db, stored.id),
    vaeFiles: readVaeFiles(db, stored.id),
    pieces: readPieces(db, stored.id),
    requirements: readRequirements(db, stored.id),
    acknowledged: state.acknowledged.map((entry) => entry.remark),
    schedule: scheduleState(office, stored.id),
    links: [...Map.groupBy(unchecked, (hint) => hint.jurorId)].map(([jurorId, hints]) => ({ jurorId, count: hints.length })),
  });
};

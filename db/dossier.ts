import { evidenceFields, vaeFile, type Evidence, type EvidenceFields, type VaeFile } from '../domain/evidence.ts';
import type { CandidateId, EvidenceId, ProjectId, SessionId } from '../domain/ids.ts';
import { projectFields, type Project, type ProjectFields } from '../domain/project.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The projects of every candidate of a session. */
export const readProjects = (db: ReadableDb, sessionId: SessionId): Project[] =>
  db
    .prepare<[string], { id: ProjectId; fields: string }>(
      'SELECT p.id, p.fields FROM project p JOIN candidate c ON c.id = p.candidate_id WHERE c.session_id = ? ORDER BY p.rowid',
    )
    .all(sessionId)
    .map(({ id, fields }) => ({ id, ...projectFields.parse(JSON.parse(fields)) }));

/** Adds a project, or changes one. */
export const saveProject = (db: WritableDb, id: ProjectId, fields: ProjectFields): void => {
  db.prepare('INSERT INTO project (id, candidate_id, fields) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET fields = excluded.fields').run(
    id,
    fields.candidateId,
    JSON.stringify(fields),
  );
};

/** Removes a project. */
export const removeProject = (db: WritableDb, id: ProjectId): void => {
  db.prepare('DELETE FROM project WHERE id = ?').run(id);
};

/** The VAE evidence of every candidate of a session. */
export const readEvidence = (db: ReadableDb, sessionId: SessionId): Evidence[] =>
  db
    .prepare<[string], { id: EvidenceId; fields: string }>(
      'SELECT e.id, e.fields FROM evidence e JOIN candidate c ON c.id = e.candidate_id WHERE c.session_id = ? ORDER BY e.rowid',
    )
    .all(sessionId)
    .map(({ id, fields }) => ({ id, ...evidenceFields.parse(JSON.parse(fields)) }));

/** Adds an evidence, or changes one. */
export const saveEvidence = (db: WritableDb, id: EvidenceId, fields: EvidenceFields): void => {
  db.prepare('INSERT INTO evidence (id, candidate_id, fields) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET fields = excluded.fields').run(
    id,
    fields.candidateId,
    JSON.stringify(fields),
  );
};

/** Removes an evidence. */
export const removeEvidence = (db: WritableDb, id: EvidenceId): void => {
  db.prepare('DELETE FROM evidence WHERE id = ?').run(id);
};

/** The VAE files of a session. */
export const readVaeFiles = (db: ReadableDb, sessionId: SessionId): VaeFile[] =>
  db
    .prepare<[string], { fields: string }>('SELECT v.fields FROM vae_file v JOIN candidate c ON c.id = v.candidate_id WHERE c.session_id = ?')
    .all(sessionId)
    .map(({ fields }) => vaeFile.parse(JSON.parse(fields)));

/** Adds a candidate's VAE file, or changes it. */
export const saveVaeFile = (db: WritableDb, file: VaeFile): void => {
  db.prepare('INSERT INTO vae_file (candidate_id, fields) VALUES (?, ?) ON CONFLICT (candidate_id) DO UPDATE SET fields = excluded.fields').run(
    file.candidateId,
    JSON.stringify(file),
  );
};

/** Removes a candidate's VAE file. */
export const removeVaeFile = (db: WritableDb, id: CandidateId): void => {
  db.prepare('DELETE FROM vae_file WHERE candidate_id = ?').run(id);
};

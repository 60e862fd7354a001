import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFields, vaeFile, type Evidence, type EvidenceFields, type VaeFile } from '../domain/evidence.ts';
import { pieceKind, type Piece } from '../domain/dossier.ts';
import type { CandidateId, EvidenceId, PieceId, ProjectId, SessionId } from '../domain/ids.ts';
import { projectFields, type Project, type ProjectFields } from '../domain/project.ts';
import { storeParts } from './backup.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { writeWhole } from './disk.ts';
import { openBytes, sealBytes } from './keys.ts';

interface PieceRow {
  readonly id: PieceId;
  readonly candidate_id: CandidateId;
  readonly kind: string;
  readonly title: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly reading: 'pdf' | 'unreadable';
  readonly stored_as: string;
}

const fileKey = (storeKey: Uint8Array): Uint8Array => new Uint8Array(hkdfSync('sha256', storeKey, '', 'delibere/pieces', 32));

const fromRow = (row: PieceRow): Piece => ({
  id: row.id,
  candidateId: row.candidate_id,
  kind: pieceKind.parse(row.kind),
  title: row.title,
  fileName: row.file_name,
  bytes: row.bytes,
  sha256: row.sha256,
  reading: row.reading,
});

/** The pieces of every dossier of a session. */
export const readPieces = (db: ReadableDb, sessionId: SessionId): Piece[] =>
  db
    .prepare<[string], PieceRow>('SELECT p.* FROM piece p JOIN candidate c ON c.id = p.candidate_id WHERE c.session_id = ? ORDER BY p.rowid')
    .all(sessionId)
    .map(fromRow);

/** The bytes of a piece, checked against the digest kept in the store; null when the file is missing or changed. */
export const readPieceBytes = (db: ReadableDb, folder: string, storeKey: Uint8Array, id: PieceId): Buffer | null => {
  const row = db.prepare<[string], PieceRow>('SELECT * FROM piece WHERE id = ?').get(id);
  const path = row ? join(folder, storeParts.files, row.stored_as) : '';
  if (!row || !existsSync(path)) return null;
  const plain = openBytes(fileKey(storeKey), readFileSync(path));
  return plain && createHash('sha256').update(plain).digest('hex') === row.sha256 ? plain : null;
};

/** Copies a piece into the store's folder, encrypted under a random name, then adds it to the dossier. */
export const addPiece = (db: WritableDb, folder: string, storeKey: Uint8Array, entry: Omit<Piece, 'bytes' | 'sha256'>, bytes: Uint8Array): void => {
  const storedAs = randomBytes(16).toString('hex');
  const path = join(folder, storeParts.files, storedAs);
  writeWhole(path, sealBytes(fileKey(storeKey), bytes));
  try {
    db.prepare('INSERT INTO piece (id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      entry.id,
      entry.candidateId,
      entry.kind,
      entry.title,
      entry.fileName,
      bytes.length,
      createHash('sha256').update(bytes).digest('hex'),
      entry.reading,
      storedAs,
    );
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
};

/** Removes a piece from a dossier in preparation, then its file. */
export const removePiece = (db: WritableDb, folder: string, id: PieceId): void => {
  const row = db.prepare<[string], PieceRow>('SELECT * FROM piece WHERE id = ?').get(id);
  if (!row) return;
  db.prepare('DELETE FROM piece WHERE id = ?').run(id);
  rmSync(join(folder, storeParts.files, row.stored_as), { force: true });
};

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

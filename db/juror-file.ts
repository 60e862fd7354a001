import { rmSync } from 'node:fs';
import { jurorFileFields, type JurorFile, type JurorFileFields, type JurorProof } from '../domain/juror-file.ts';
import type { JurorFileId, JurorId, JurorProofId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { seatJuror } from './juror-seat.ts';
import { adoptCopy, dropCopies, storedPath } from './piece.ts';
import { openRange, type Sealed } from './sealed-file.ts';

interface FileRow {
  readonly id: JurorFileId;
  readonly fields: string;
  readonly archived_at: Instant | null;
}

interface ProofRow {
  readonly id: JurorProofId;
  readonly juror_file_id: JurorFileId;
  readonly file_name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly reading: JurorProof['reading'];
  readonly stored_as: string;
  readonly added_at: Instant;
}

const proofOf = (row: ProofRow): JurorProof => ({
  id: row.id,
  fileName: row.file_name,
  bytes: row.bytes,
  sha256: row.sha256,
  reading: row.reading,
  addedAt: row.added_at,
});

const proofRows = (db: ReadableDb, id: JurorFileId): ProofRow[] =>
  db.prepare<[string], ProofRow>('SELECT * FROM juror_proof WHERE juror_file_id = ? ORDER BY rowid').all(id);

const fromRow = (db: ReadableDb, row: FileRow): JurorFile => ({
  ...jurorFileFields.parse(JSON.parse(row.fields)),
  id: row.id,
  archivedAt: row.archived_at,
  proofs: proofRows(db, row.id).map(proofOf),
});

/** Every person of the directory, in the order of their registration. */
export const readJurorFiles = (db: ReadableDb): JurorFile[] =>
  db
    .prepare<[], FileRow>('SELECT id, fields, archived_at FROM juror_file ORDER BY rowid')
    .all()
    .map((row) => fromRow(db, row));

/** One person of the directory, or null. */
export const readJurorFile = (db: ReadableDb, id: JurorFileId): JurorFile | null => {
  const row = db.prepare<[string], FileRow>('SELECT id, fields, archived_at FROM juror_file WHERE id = ?').get(id);
  return row ? fromRow(db, row) : null;
};

/** Adds a person to the directory, or changes what it says of one. */
export const saveJurorFile = (db: WritableDb, id: JurorFileId, fields: JurorFileFields): void => {
  db.prepare('INSERT INTO juror_file (id, fields) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET fields = excluded.fields').run(id, JSON.stringify(fields));
};

/** Sets a person aside from the choices, or back among them. */
export const archiveJurorFile = (db: WritableDb, id: JurorFileId, at: Instant | null): void => {
  db.prepare('UPDATE juror_file SET archived_at = ? WHERE id = ?').run(at, id);
};

/** Adds a proof whose file was copied in under the random name `storedAs`. */
export const insertProof = (
  db: WritableDb,
  fileId: JurorFileId,
  proof: Omit<JurorProof, 'bytes' | 'sha256'>,
  storedAs: string,
  { bytes, sha256 }: Sealed,
): void => {
  adoptCopy(db, storedAs);
  db.prepare('INSERT INTO juror_proof (id, juror_file_id, file_name, bytes, sha256, reading, stored_as, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    proof.id,
    fileId,
    proof.fileName,
    bytes,
    sha256,
    proof.reading,
    storedAs,
    proof.addedAt,
  );
};

/** A range of a proof's bytes, `end` excluded, only the chunks that hold it opened; null when the file is missing or changed there. */
export const readProofRange = (db: ReadableDb, folder: string, storeKey: Uint8Array, id: JurorProofId, start: number, end: number): Buffer | null => {
  const row = db.prepare<[string], ProofRow>('SELECT * FROM juror_proof WHERE id = ?').get(id);
  return row ? openRange(storedPath(folder, row.stored_as), storeKey, start, end) : null;
};

/** Removes a proof, then its file; a qualification that rested on it stays, without proof. */
export const removeProof = (db: WritableDb, folder: string, file: JurorFile, id: JurorProofId): void => {
  const row = proofRows(db, file.id).find((each) => each.id === id);
  if (!row) return;
  const { id: _id, archivedAt: _archivedAt, proofs: _proofs, ...fields } = file;
  db.transaction(() => {
    const qualifications = fields.qualifications.map((each) => (each.proof === id ? { ...each, proof: null } : each));
    saveJurorFile(db, file.id, { ...fields, qualifications });
    db.prepare('DELETE FROM juror_proof WHERE id = ?').run(id);
  })();
  rmSync(storedPath(folder, row.stored_as), { force: true });
  db.pragma('wal_checkpoint(TRUNCATE)');
};

/** What was taken out of the directory, kept in memory alone so that it can be put back. */
export interface RemovedJurorFile {
  readonly row: FileRow;
  readonly proofs: readonly ProofRow[];
  readonly seats: readonly JurorId[];
}

/**
 * Takes a person out of the directory with the proofs; members of sessions in preparation stay as they are.
 * The files of the proofs are marked: put back by `restoreJurorFile`, or gone with `forgetRemoved` or at the next start. The store refuses for a person who sat.
 */
export const removeJurorFile = (db: WritableDb, id: JurorFileId): RemovedJurorFile | null => {
  const row = db.prepare<[string], FileRow>('SELECT id, fields, archived_at FROM juror_file WHERE id = ?').get(id);
  if (!row) return null;
  const removed = db.transaction((): RemovedJurorFile => {
    const proofs = proofRows(db, id);
    const seats = db.prepare<[string], { juror_id: JurorId }>('SELECT juror_id FROM juror_seat WHERE juror_file_id = ?').all(id);
    db.prepare('DELETE FROM juror_seat WHERE juror_file_id = ?').run(id);
    db.prepare('DELETE FROM juror_file WHERE id = ?').run(id);
    for (const { stored_as } of proofs) db.prepare('INSERT INTO copying (stored_as) VALUES (?)').run(stored_as);
    return { row, proofs, seats: seats.map((seat) => seat.juror_id) };
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  return removed;
};

/** Puts a person back in the directory, with proofs and seats; a member removed meanwhile, or who has become somebody else of the directory, is left out. */
export const restoreJurorFile = (db: WritableDb, { row, proofs, seats }: RemovedJurorFile): void =>
  db.transaction(() => {
    db.prepare('INSERT INTO juror_file (id, fields, archived_at) VALUES (?, ?, ?)').run(row.id, row.fields, row.archived_at);
    for (const { bytes, sha256, ...proof } of proofs)
      insertProof(db, row.id, { id: proof.id, fileName: proof.file_name, reading: proof.reading, addedAt: proof.added_at }, proof.stored_as, { bytes, sha256 });
    const free = db.prepare('SELECT 1 FROM juror j WHERE j.id = ? AND NOT EXISTS (SELECT 1 FROM juror_seat x WHERE x.juror_id = j.id)');
    for (const jurorId of seats) if (free.get(jurorId)) seatJuror(db, jurorId, row.id);
  })();

/** Removes the files of somebody taken out of the directory: nothing can be put back afterwards. */
export const forgetRemoved = (db: WritableDb, folder: string, { proofs }: RemovedJurorFile): void =>
  dropCopies(
    db,
    folder,
    proofs.map((proof) => proof.stored_as),
  );

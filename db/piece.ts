import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pieceKind, type Piece } from '../domain/dossier.ts';
import type { CandidateId, PieceId, SessionId } from '../domain/ids.ts';
import { storeParts } from './backup.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { openBytes } from './keys.ts';
import { openRange, openStream, type Sealed } from './sealed-file.ts';

interface PieceRow {
  readonly id: PieceId;
  readonly candidate_id: CandidateId;
  readonly kind: string;
  readonly title: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly reading: Piece['reading'];
  readonly stored_as: string;
  readonly sealing: 'whole' | 'chunks';
}

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

const rowOf = (db: ReadableDb, id: PieceId): PieceRow | undefined => db.prepare<[string], PieceRow>('SELECT * FROM piece WHERE id = ?').get(id);

/** Where a file of the store lies, by its random name. */
export const storedPath = (folder: string, storedAs: string): string => join(folder, storeParts.files, storedAs);

// The pieces that an earlier version sealed in one go, under one key.
const openWhole = (path: string, storeKey: Uint8Array): Buffer | null =>
  existsSync(path) ? openBytes(new Uint8Array(hkdfSync('sha256', storeKey, '', 'delibere/pieces', 32)), readFileSync(path)) : null;

/** The bytes of a piece, checked against the digest kept in the store; null when the file is missing or changed. For a piece that fits the memory. */
export const readPieceBytes = (db: ReadableDb, folder: string, storeKey: Uint8Array, id: PieceId): Buffer | null => {
  const row = rowOf(db, id);
  if (!row) return null;
  const path = storedPath(folder, row.stored_as);
  const plain = row.sealing === 'whole' ? openWhole(path, storeKey) : openRange(path, storeKey, 0, row.bytes);
  return plain && createHash('sha256').update(plain).digest('hex') === row.sha256 ? plain : null;
};

/** The bytes of a piece as they are read, in flat memory for one sealed by chunks. Throws when the file is missing, cut or changed. */
export function* openPiece(db: ReadableDb, folder: string, storeKey: Uint8Array, id: PieceId): Generator<Buffer> {
  const row = rowOf(db, id);
  if (row?.sealing === 'chunks') return yield* openStream(storedPath(folder, row.stored_as), storeKey);
  const plain = row ? openWhole(storedPath(folder, row.stored_as), storeKey) : null;
  if (plain === null) throw new Error('piece: missing or changed');
  yield plain;
}

/** A range of a piece's bytes, `end` excluded, only the chunks that hold it opened; null when the file is missing or changed there. */
export const readPieceRange = (db: ReadableDb, folder: string, storeKey: Uint8Array, id: PieceId, start: number, end: number): Buffer | null => {
  const row = rowOf(db, id);
  if (!row) return null;
  const path = storedPath(folder, row.stored_as);
  return row.sealing === 'whole' ? (openWhole(path, storeKey)?.subarray(start, end) ?? null) : openRange(path, storeKey, start, end);
};

/** The name of a piece's file, when it is sealed as files are now; null when it is unknown or was sealed by an earlier version. */
export const chunkedFile = (db: ReadableDb, id: PieceId): string | null => {
  const row = rowOf(db, id);
  return row?.sealing === 'chunks' ? row.stored_as : null;
};

/** The names of the files of a session's pieces, but those that are kept. */
export const leavingFiles = (db: ReadableDb, sessionId: SessionId, kept: ReadonlySet<string>): string[] =>
  db
    .prepare<[string], { stored_as: string }>('SELECT p.stored_as FROM piece p JOIN candidate c ON c.id = p.candidate_id WHERE c.session_id = ?')
    .all(sessionId)
    .map((row) => row.stored_as)
    .filter((name) => !kept.has(name));

/** Names for files about to be copied in, each marked so that a cut leaves no file behind: `adoptCopy` or `dropCopies` takes the mark away. */
export const planCopies = (db: WritableDb, folder: string, count: number): string[] => {
  mkdirSync(join(folder, storeParts.files), { recursive: true });
  const names = Array.from({ length: count }, () => randomBytes(16).toString('hex'));
  db.transaction(() => {
    for (const name of names) db.prepare('INSERT INTO copying (stored_as) VALUES (?)').run(name);
  })();
  return names;
};

/** Takes the mark of a copied file away, in the transaction that adds the row which owns the file. */
export const adoptCopy = (db: WritableDb, storedAs: string): void => {
  db.prepare('DELETE FROM copying WHERE stored_as = ?').run(storedAs);
};

/** Removes copied files that nothing adopted, and their marks. */
export const dropCopies = (db: WritableDb, folder: string, names: readonly string[]): void => {
  for (const name of names) for (const path of [storedPath(folder, name), `${storedPath(folder, name)}.partial`]) rmSync(path, { force: true });
  db.transaction(() => {
    for (const name of names) adoptCopy(db, name);
  })();
};

/** Removes what interrupted copies left behind: to run when a store opens. */
export const sweepCopies = (db: WritableDb, folder: string): void =>
  dropCopies(
    db,
    folder,
    db
      .prepare<[], { stored_as: string }>('SELECT stored_as FROM copying')
      .all()
      .map((row) => row.stored_as),
  );

/** A piece whose file was copied in under the random name `storedAs`, to be added. */
export interface CopiedPiece {
  readonly entry: Omit<Piece, 'bytes' | 'sha256'>;
  readonly storedAs: string;
  readonly sealed: Sealed;
}

/** Adds a piece whose file was copied in. */
export const insertPiece = (db: WritableDb, { entry, storedAs, sealed: { bytes, sha256 } }: CopiedPiece): void => {
  adoptCopy(db, storedAs);
  db.prepare(
    `INSERT INTO piece (id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as, sealing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'chunks')`,
  ).run(entry.id, entry.candidateId, entry.kind, entry.title, entry.fileName, bytes, sha256, entry.reading, storedAs);
};

/** Removes a piece from a dossier in preparation and gives the name of its file, marked: to remove with `dropCopies` once the change is on the disk. */
export const removePiece = (db: WritableDb, id: PieceId): string[] => {
  const row = rowOf(db, id);
  if (!row) return [];
  db.prepare('DELETE FROM piece WHERE id = ?').run(id);
  db.prepare('INSERT INTO copying (stored_as) SELECT stored_as FROM (SELECT ? AS stored_as) WHERE length(stored_as) = 32').run(row.stored_as);
  return [row.stored_as];
};

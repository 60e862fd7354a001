import type { SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { openBytes, sealBytes } from './keys.ts';

/** One printing of a minute as stored: the record, the unsigned base, and the bytes with the signatures given so far. */
export interface StoredPrinting {
  readonly number: number;
  readonly at: Instant;
  readonly record: string;
  readonly base_sha256: string;
  readonly base: Buffer;
  readonly current: Buffer;
  /** JSON array of the certificates used so far. */
  readonly certificates: string;
  readonly receipt: string | null;
}

/** The latest printing of a session's minute, or null. */
export const readPrinting = (db: ReadableDb, sessionId: SessionId): StoredPrinting | null =>
  db
    .prepare<[string], StoredPrinting>(
      'SELECT number, at, record, base_sha256, base, current, certificates, receipt FROM printing WHERE session_id = ? ORDER BY number DESC LIMIT 1',
    )
    .get(sessionId) ?? null;

/** The sealed minutes of a session, the first then each that rectifies it. */
export const readSealed = (db: ReadableDb, sessionId: SessionId): StoredPrinting[] =>
  db
    .prepare<[string], StoredPrinting>(
      'SELECT number, at, record, base_sha256, base, current, certificates, receipt FROM printing WHERE session_id = ? AND receipt IS NOT NULL ORDER BY number',
    )
    .all(sessionId);

/** The sealed records of a session as texts, the first then each that rectifies it; never their PDFs, which weigh a thousand times more. */
export const readSealedTexts = (db: ReadableDb, sessionId: SessionId): string[] =>
  db
    .prepare<[string], { record: string }>('SELECT record FROM printing WHERE session_id = ? AND receipt IS NOT NULL ORDER BY number')
    .all(sessionId)
    .map(({ record }) => record);

/** Adds a printing. */
export const insertPrinting = (
  db: WritableDb,
  sessionId: SessionId,
  entry: { readonly number: number; readonly at: Instant; readonly record: string; readonly baseSha256: string; readonly base: Uint8Array },
): void => {
  db.prepare('INSERT INTO printing (session_id, number, at, record, base_sha256, base, current) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    sessionId,
    entry.number,
    entry.at,
    entry.record,
    entry.baseSha256,
    Buffer.from(entry.base),
    Buffer.from(entry.base),
  );
};

/** Keeps the bytes after one more signature, the certificates used so far and, with the seal, the receipt that freezes the printing. */
export const updatePrinting = (
  db: WritableDb,
  sessionId: SessionId,
  number: number,
  entry: { readonly current: Uint8Array; readonly certificates: string; readonly receipt: string | null },
): void => {
  db.prepare('UPDATE printing SET current = ?, certificates = ?, receipt = ? WHERE session_id = ? AND number = ?').run(
    Buffer.from(entry.current),
    entry.certificates,
    entry.receipt,
    sessionId,
    number,
  );
};

/** The organism's root: its certificate and its private key, or null before the first use. */
export const readOrganism = (db: ReadableDb, storeKey: Uint8Array): { readonly certificate: Buffer; readonly privateKey: Buffer } | null => {
  const row = db.prepare<[], { certificate: Buffer; sealed_key: Buffer }>('SELECT certificate, sealed_key FROM organism WHERE id = 1').get();
  const privateKey = row ? openBytes(storeKey, row.sealed_key) : null;
  return row && privateKey ? { certificate: row.certificate, privateKey } : null;
};

/** Keeps the organism's root, its private key sealed once more under the store's key. */
export const insertOrganism = (
  db: WritableDb,
  storeKey: Uint8Array,
  root: { readonly certificate: Uint8Array; readonly privateKey: Uint8Array },
  at: Instant,
): void => {
  db.prepare('INSERT INTO organism (id, certificate, sealed_key, created_at) VALUES (1, ?, ?, ?)').run(
    Buffer.from(root.certificate),
    sealBytes(storeKey, root.privateKey),
    at,
  );
};

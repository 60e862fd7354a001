import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** A root certificate that a person recognised: its SHA-256, its DER, and since when. */
export interface TrustedRoot {
  readonly fingerprint: string;
  readonly certificate: Buffer;
  readonly addedAt: Instant;
}

/** Every root recognised, in the order of their fingerprints. */
export const readTrustedRoots = (db: ReadableDb): TrustedRoot[] =>
  db.prepare<[], TrustedRoot>('SELECT fingerprint, certificate, added_at AS addedAt FROM trusted_root ORDER BY fingerprint').all();

/** Recognises a root; one already recognised stays as it is. */
export const addTrustedRoot = (db: WritableDb, fingerprint: string, certificate: Uint8Array, at: Instant): void => {
  db.prepare('INSERT INTO trusted_root (fingerprint, certificate, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    fingerprint,
    Buffer.from(certificate),
    at,
  );
};

/** Recognises a root no more. */
export const removeTrustedRoot = (db: WritableDb, fingerprint: string): void => {
  db.prepare('DELETE FROM trusted_root WHERE fingerprint = ?').run(fingerprint);
};

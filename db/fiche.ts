import { createHash } from 'node:crypto';
import type { FicheReading } from '../domain/fiche.ts';
import { readReferential, type Referential } from '../domain/referential.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** One version of an imported fiche. */
export interface StoredFiche {
  readonly referential: Referential;
  /** The SHA-256 of what was read in the flux. */
  readonly readingSha256: string;
  readonly fileName: string;
  readonly confirmedAt: Instant;
}

interface Row {
  readonly referential: string;
  readonly readingSha256: string;
  readonly fileName: string;
  readonly confirmedAt: Instant;
}

const fromRow = ({ referential, ...rest }: Row): StoredFiche => {
  const read = readReferential(JSON.parse(referential));
  if (!read.ok) throw new Error(`stored fiche: ${JSON.stringify(read.error.facts)}`);
  return { referential: read.value, ...rest };
};

const columns = 'referential, reading_sha256 AS readingSha256, file_name AS fileName, confirmed_at AS confirmedAt';

/** Every version of every imported fiche, by code, the latest version first. */
export const readStoredFiches = (db: ReadableDb): StoredFiche[] =>
  db.prepare<[], Row>(`SELECT ${columns} FROM fiche ORDER BY code, version DESC`).all().map(fromRow);

/** The digest of a fiche as it was read: two readings with the same one say the same. */
export const digestOfReading = (reading: FicheReading): string => createHash('sha256').update(JSON.stringify(reading)).digest('hex');

/** Keeps one version of a fiche, as read and as confirmed. */
export const insertFiche = (db: WritableDb, entry: Omit<StoredFiche, 'readingSha256'> & { readonly reading: FicheReading }): void => {
  db.prepare('INSERT INTO fiche (code, version, reading, referential, reading_sha256, file_name, confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    entry.referential.code,
    entry.referential.version,
    JSON.stringify(entry.reading),
    JSON.stringify(entry.referential),
    digestOfReading(entry.reading),
    entry.fileName,
    entry.confirmedAt,
  );
};

/** Removes one version from the list; the sessions that hold it keep their own copy. */
export const removeFiche = (db: WritableDb, code: string, version: string): void => {
  db.prepare('DELETE FROM fiche WHERE code = ? AND version = ?').run(code, version);
};

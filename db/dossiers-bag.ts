import { dossiersWritten, type DossiersWritten } from '../domain/archive.ts';
import type { SessionId } from '../domain/ids.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** Notes a bag of dossiers that was written; call it in the transaction of its entry in the register. */
export const insertDossiersBag = (db: WritableDb, sessionId: SessionId, { at, fileName, manifestSha512 }: DossiersWritten): void => {
  db.prepare('INSERT INTO dossiers_bag (session_id, written_at, file_name, manifest_sha512) VALUES (?, ?, ?, ?)').run(sessionId, at, fileName, manifestSha512);
};

/** The bags of dossiers written of a session, the first one first. */
export const readDossiersBags = (db: ReadableDb, sessionId: SessionId): DossiersWritten[] =>
  db
    .prepare<[string], unknown>(
      'SELECT written_at AS at, file_name AS fileName, manifest_sha512 AS manifestSha512 FROM dossiers_bag WHERE session_id = ? ORDER BY rank',
    )
    .all(sessionId)
    .map((row) => dossiersWritten.parse(row));

/** The last bag of dossiers written of a session; null when there is none. */
export const readDossiersBag = (db: ReadableDb, sessionId: SessionId): DossiersWritten | null => readDossiersBags(db, sessionId).at(-1) ?? null;

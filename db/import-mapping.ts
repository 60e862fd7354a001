import { importMapping, type ImportKind, type ImportMapping } from '../domain/import.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** What a person said that the columns of a file with this header are; null when nobody has. */
export const readImportMapping = (db: ReadableDb, kind: ImportKind, header: readonly string[]): ImportMapping | null => {
  const found = db
    .prepare<[string, string], { fields: string }>('SELECT fields FROM import_mapping WHERE kind = ? AND header = ?')
    .get(kind, JSON.stringify(header));
  return found === undefined ? null : importMapping.parse(JSON.parse(found.fields));
};

/** Keeps what a person said, in the place of what was said before of the same header. */
export const saveImportMapping = (db: WritableDb, kind: ImportKind, header: readonly string[], fields: ImportMapping, at: Instant): void => {
  db.prepare(
    `INSERT INTO import_mapping (kind, header, fields, used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, header) DO UPDATE SET fields = excluded.fields, used_at = excluded.used_at`,
  ).run(kind, JSON.stringify(header), JSON.stringify(fields), at);
};

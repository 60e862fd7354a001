import type { SessionId } from '../domain/ids.ts';
import type { SessionAway, TableRows, TravellingRows } from '../domain/transfer.ts';
import type { Instant } from '../domain/time.ts';
import { sqliteCode, type ReadableDb, type WritableDb } from './connection.ts';

type Owner = 'id' | 'session_id' | 'candidate_id' | 'juror_id';

/** What travels with a session, in the order in which it is written: a table after those that it names. */
export const travelling: readonly (readonly [table: string, owner: Owner])[] = [
  ['session', 'id'],
  ['juror', 'session_id'],
  ['candidate', 'session_id'],
  ['piece', 'candidate_id'],
  ['project', 'candidate_id'],
  ['evidence', 'candidate_id'],
  ['vae_file', 'candidate_id'],
  ['requirement', 'candidate_id'],
  ['officer_record', 'candidate_id'],
  ['jury_view', 'candidate_id'],
  ['accommodation_note', 'candidate_id'],
  ['officer_access', 'session_id'],
  ['pin', 'session_id'],
  ['event', 'session_id'],
  ['event_content', 'session_id'],
  ['draft', 'session_id'],
  ['printing', 'session_id'],
  ['schedule', 'session_id'],
  ['private_note', 'session_id'],
  ['link_check', 'juror_id'],
];

/** What speaks of a session and stays where it is: the directory's seats, and what is done with the papers once the session is over (docs/decisions/0021). */
export const staying: readonly string[] = [
  'juror_seat',
  'session_away',
  'dossiers_bag',
  'companion',
  'sending',
  'holder_identity',
  'holder_key',
  'declaration_batch',
  'declaration_line',
  'declaration_report',
  'declaration_answer',
];

const owned = (owner: Owner): string => {
  if (owner === 'candidate_id') return 'candidate_id IN (SELECT id FROM candidate WHERE session_id = ?)';
  return owner === 'juror_id' ? 'juror_id IN (SELECT id FROM juror WHERE session_id = ?)' : `${owner} = ?`;
};

const columnsOf = (db: ReadableDb, table: string): string[] => (db.pragma(`table_info(${table})`) as { readonly name: string }[]).map(({ name }) => name);
const listOf = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/** Every row of a session that travels, byte for byte. */
export const gatherRows = (db: ReadableDb, sessionId: SessionId): TravellingRows =>
  Object.fromEntries(
    travelling.map(([table, owner]) => {
      const columns = columnsOf(db, table);
      const found = db
        .prepare<[string], Record<string, string | number | null | Buffer>>(`SELECT ${listOf(columns)} FROM ${table} WHERE ${owned(owner)}`)
        .all(sessionId);
      const rows = found.map((row) =>
        columns.map((column) => {
          const value = row[column] ?? null;
          return Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value;
        }),
      );
      return [table, { columns, rows }];
    }),
  );

/** Rows that cannot be those of the session: of another one, of an unknown table, or that contradict one another. */
export class UnfitRows extends Error {}

const check = (rows: TravellingRows, sessionId: SessionId, db: ReadableDb): void => {
  const names = travelling.map(([table]) => table);
  if (Object.keys(rows).sort().join() !== [...names].sort().join()) throw new UnfitRows('tables');
  const idsOf = (table: string): Set<unknown> => new Set((rows[table]?.rows ?? []).map((row) => row[rows[table]?.columns.indexOf('id') ?? -1]));
  const known: Readonly<Record<string, Set<unknown>>> = { session_id: new Set([sessionId]), candidate_id: idsOf('candidate'), juror_id: idsOf('juror') };
  if (idsOf('session').size !== 1 || !idsOf('session').has(sessionId)) throw new UnfitRows('session');
  for (const table of names) {
    const given = rows[table];
    if (!given || given.columns.join() !== columnsOf(db, table).join()) throw new UnfitRows(table);
    for (const row of given.rows) {
      if (row.length !== given.columns.length) throw new UnfitRows(table);
      for (const [index, column] of given.columns.entries())
        if (known[column] && table !== 'session' && row[index] !== null && !known[column].has(row[index])) throw new UnfitRows(table);
    }
  }
};

const insertRows = (db: WritableDb, table: string, { columns, rows }: TableRows, storedAs: ReadonlyMap<string, string>): void => {
  const places = columns.map(() => '?').join(', ');
  // The reading log is added to: what was read here while the session was away stays written.
  const once =
    table === 'officer_access' ? ` WHERE NOT EXISTS (SELECT 1 FROM officer_access WHERE ${columns.map((column) => `"${column}" IS ?`).join(' AND ')})` : '';
  const insert = db.prepare(`INSERT INTO ${table} (${listOf(columns)}) SELECT ${places}${once}`);
  for (const row of rows) {
    const values = row.map((value) => (typeof value === 'object' && value !== null ? Buffer.from(value.bytes, 'base64') : value));
    if (table === 'piece') {
      const name = storedAs.get(String(values[columns.indexOf('id')]));
      if (name === undefined) throw new UnfitRows('piece');
      [values[columns.indexOf('stored_as')], values[columns.indexOf('sealing')]] = [name, 'chunks'];
    }
    insert.run(...(once === '' ? values : [...values, ...values]));
  }
};

/**
 * Writes the rows of a session in the place of those that are here, if any, all or nothing: the one door through the triggers, which stand again, word for word, before it closes.
 * `storedAs` names the file of each piece here; `alongside` runs once the rows are in, under the triggers. Throws UnfitRows.
 */
export const adoptRows = (db: WritableDb, sessionId: SessionId, rows: TravellingRows, storedAs: ReadonlyMap<string, string>, alongside: () => void): void => {
  check(rows, sessionId, db);
  // Rows that stay here must not go with those that are replaced: links are checked at the end.
  db.pragma('foreign_keys=OFF');
  try {
    db.transaction(() => {
      const triggers = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid").all();
      for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
      const kept = new Set(storedAs.values());
      const files = db.prepare<[string], { stored_as: string }>(`SELECT stored_as FROM piece WHERE ${owned('candidate_id')}`).all(sessionId);
      for (const { stored_as } of files) if (!kept.has(stored_as)) db.prepare('INSERT OR IGNORE INTO copying (stored_as) VALUES (?)').run(stored_as);
      for (const [table, owner] of [...travelling].reverse())
        if (table !== 'officer_access') db.prepare(`DELETE FROM ${table} WHERE ${owned(owner)}`).run(sessionId);
      for (const [table] of travelling) insertRows(db, table, rows[table] ?? { columns: [], rows: [] }, storedAs);
      for (const name of kept) db.prepare('DELETE FROM copying WHERE stored_as = ?').run(name);
      db.exec('DELETE FROM juror_seat WHERE juror_id NOT IN (SELECT id FROM juror)');
      for (const { sql } of triggers) db.exec(sql);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new UnfitRows('links');
      alongside();
    })();
  } catch (error) {
    // A row that its table does not take is a fault of the file; the store itself failing is another matter.
    if (/^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG|ERROR)\b|^SQLITE_CONSTRAINT_/.test(sqliteCode(error))) throw new UnfitRows('rows');
    throw error;
  } finally {
    db.pragma('foreign_keys=ON');
  }
};

/** Where a session is checked out to, or null while it is written here. */
export const readAway = (db: ReadableDb, sessionId: string): (SessionAway & { readonly token: string }) | null =>
  db.prepare<[string], SessionAway & { token: string }>('SELECT destination AS "to", at, token FROM session_away WHERE session_id = ?').get(sessionId) ?? null;

/** One step of a session's travels. */
export interface Travel {
  readonly kind: 'left' | 'received' | 'takenBack' | 'replaced';
  readonly token: string;
  readonly lineage: readonly string[];
}

/** Every step of a session's travels, in order. */
export const readTravels = (db: ReadableDb, sessionId: string): Travel[] =>
  db
    .prepare<[string], { kind: Travel['kind']; token: string; lineage: string }>('SELECT kind, token, lineage FROM travel WHERE session_id = ? ORDER BY id')
    .all(sessionId)
    .map(({ kind, token, lineage }) => ({ kind, token, lineage: JSON.parse(lineage) as string[] }));

/** Notes one step of a session's travels; call it in the transaction of what it tells. */
export const addTravel = (db: WritableDb, sessionId: string, { kind, token, lineage }: Travel, at: Instant): void => {
  db.prepare('INSERT INTO travel (session_id, kind, token, lineage, at) VALUES (?, ?, ?, ?, ?)').run(sessionId, kind, token, JSON.stringify(lineage), at);
};

/** Checks a session out: from then on it is only read here. */
export const setAway = (db: WritableDb, sessionId: string, token: string, to: string, at: Instant): void => {
  db.prepare('INSERT INTO session_away (session_id, token, destination, at) VALUES (?, ?, ?, ?)').run(sessionId, token, to, at);
};

/** Ends a check-out: the session is written here again. */
export const liftAway = (db: WritableDb, sessionId: string): void => {
  db.prepare('DELETE FROM session_away WHERE session_id = ?').run(sessionId);
};

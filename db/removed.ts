import type { ReadableDb, WritableDb } from './connection.ts';

/** A row that was taken out, with the table it lay in. */
interface TakenRow {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Its rank in a list that is read in the order of entry; null where the table keeps none. */
  readonly rank: number | null;
}
/** A row that stays and forgot one that was taken out. */
interface ForgottenLink {
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly column: string;
  readonly value: unknown;
}
/** All that leaves with one row: itself first, what falls with it after, and what forgets it. */
export interface Removed {
  readonly rows: readonly TakenRow[];
  readonly links: readonly ForgottenLink[];
}

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: string;
  readonly falls: boolean;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Who refers to a table, by a key that falls or forgets with its row. */
const referencesTo = (db: ReadableDb, table: string): Reference[] =>
  db
    .prepare<[string], { name: string; from: string; to: string | null; on_delete: string }>(
      `SELECT m.name, k."from", k."to", k.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) k
       WHERE m.type = 'table' AND k."table" = ? AND k.on_delete IN ('CASCADE', 'SET NULL') ORDER BY m.name, k."from"`,
    )
    .all(table)
    .map(({ name, from, to, on_delete }) => ({ table: name, column: from, to: to ?? 'id', falls: on_delete === 'CASCADE' }));

const keysOf = (db: ReadableDb, table: string): string[] =>
  db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => name);

type Key = Readonly<Record<string, unknown>>;

const rowsOf = (db: ReadableDb, table: string, key: Key): Record<string, unknown>[] =>
  db
    .prepare<unknown[], Record<string, unknown>>(
      `SELECT * FROM ${quoted(table)} WHERE ${Object.keys(key)
        .map((column) => `${quoted(column)} = ?`)
        .join(' AND ')}`,
    )
    .all(...Object.values(key));

const hasRanks = (db: ReadableDb, table: string): boolean =>
  db.prepare<[string], { wr: number }>(`SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`).get(table)?.wr === 0;

const rankOf = (db: ReadableDb, table: string, values: Key): number | null => {
  if (!hasRanks(db, table)) return null;
  const names = keysOf(db, table);
  if (names.length === 0) return null;
  const where = names.map((name) => `${quoted(name)} = ?`).join(' AND ');
  return db.prepare<unknown[], { rowid: number }>(`SELECT rowid FROM ${quoted(table)} WHERE ${where}`).get(...names.map((name) => values[name]))?.rowid ?? null;
};

/** Reads what will leave with a row, named by its identifier or by the columns of its key, before it does. */
export const readRemoved = (db: ReadableDb, table: string, of: string | Key): Removed => {
  const rows: TakenRow[] = [];
  const links: ForgottenLink[] = [];
  const seen = new Set<string>();
  const take = (from: string, named: Key): void => {
    for (const values of rowsOf(db, from, named)) {
      const key = `${from} ${JSON.stringify(values)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      rows.push({ table: from, values, rank: rankOf(db, from, values) });
      for (const { falls, table: referring, column: by, to } of referencesTo(db, from))
        if (falls) take(referring, { [by]: values[to] });
        else
          for (const row of rowsOf(db, referring, { [by]: values[to] }))
            links.push({ table: referring, key: Object.fromEntries(keysOf(db, referring).map((name) => [name, row[name]])), column: by, value: values[to] });
    }
  };
  take(table, typeof of === 'string' ? { id: of } : of);
  return { rows, links };
};

/** Puts back what left with a row, as it was; throws a constraint's error where something has taken its place since. */
export const putBackRemoved = (db: WritableDb, { rows, links }: Removed): void => {
  // A row may refer to one that comes later: what is checked is the whole.
  db.pragma('defer_foreign_keys = ON');
  for (const { table, values: taken, rank } of rows) {
    const isFree = rank !== null && db.prepare(`SELECT 1 FROM ${quoted(table)} WHERE rowid = ?`).get(rank) === undefined;
    const values = isFree ? { ...taken, rowid: rank } : taken;
    const columns = Object.keys(values);
    db.prepare(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...Object.values(values));
    if (typeof taken['stored_as'] === 'string') db.prepare('DELETE FROM copying WHERE stored_as = ?').run(taken['stored_as']);
  }
  for (const { table, key, column, value } of links) {
    const where = Object.keys(key).map((name) => `${quoted(name)} = ?`);
    db.prepare(`UPDATE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${[...where, `${quoted(column)} IS NULL`].join(' AND ')}`).run(
      value,
      ...Object.values(key),
    );
  }
};

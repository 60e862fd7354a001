import type { ReadableDb, WritableDb } from './connection.ts';

/** A row that was taken out, with the table it lay in. */
interface TakenRow {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
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

const rowsOf = (db: ReadableDb, table: string, column: string, value: unknown): Record<string, unknown>[] =>
  db.prepare<[unknown], Record<string, unknown>>(`SELECT * FROM ${quoted(table)} WHERE ${quoted(column)} = ?`).all(value);

/** Reads what will leave with a row, before it does. */
export const readRemoved = (db: ReadableDb, table: string, id: string): Removed => {
  const rows: TakenRow[] = [];
  const links: ForgottenLink[] = [];
  const seen = new Set<string>();
  const take = (from: string, column: string, value: unknown): void => {
    for (const values of rowsOf(db, from, column, value)) {
      const key = `${from} ${JSON.stringify(values)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      rows.push({ table: from, values });
      for (const { falls, table: referring, column: by, to } of referencesTo(db, from))
        if (falls) take(referring, by, values[to]);
        else
          for (const row of rowsOf(db, referring, by, values[to]))
            links.push({ table: referring, key: Object.fromEntries(keysOf(db, referring).map((name) => [name, row[name]])), column: by, value: values[to] });
    }
  };
  take(table, 'id', id);
  return { rows, links };
};

/** Puts back what left with a row, as it was; throws a constraint's error where something has taken its place since. */
export const putBackRemoved = (db: WritableDb, { rows, links }: Removed): void => {
  // A row may refer to one that comes later: what is checked is the whole.
  db.pragma('defer_foreign_keys = ON');
  for (const { table, values } of rows) {
    const columns = Object.keys(values);
    db.prepare(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...Object.values(values));
    if (typeof values['stored_as'] === 'string') db.prepare('DELETE FROM copying WHERE stored_as = ?').run(values['stored_as']);
  }
  for (const { table, key, column, value } of links) {
    const where = Object.keys(key).map((name) => `${quoted(name)} = ?`);
    db.prepare(`UPDATE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${[...where, `${quoted(column)} IS NULL`].join(' AND ')}`).run(
      value,
      ...Object.values(key),
    );
  }
};

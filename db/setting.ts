import type { ReadableDb, WritableDb } from './connection.ts';

/** The settings of a store. */
export type SettingName = 'secondFolder' | 'formerFolders' | 'storeTag' | 'idleMinutes' | 'keysIntended';

/** A setting of the store, or null. */
export const readSetting = (db: ReadableDb, name: SettingName): string | null =>
  db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value ?? null;

/** Sets a setting of the store; null takes it away. */
export const writeSetting = (db: WritableDb, name: SettingName, value: string | null): void => {
  if (value === null) db.prepare('DELETE FROM setting WHERE name = ?').run(name);
  else db.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value);
};

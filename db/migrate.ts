import type { WritableDb } from './connection.ts';
import { migrations, type Migration } from './migrations/all.ts';

/** The version that the store was last written with; 0 for an empty file. */
export const storeVersion = (db: WritableDb): number => {
  const version: unknown = db.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
};

/** Brings the store to the program's version, each migration whole or not at all. */
export const migrate = (db: WritableDb, steps: readonly Migration[] = migrations): void => {
  for (const step of steps.filter((entry) => entry.version > storeVersion(db)))
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    })();
};

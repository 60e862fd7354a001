import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pinWaits, type PinWait } from '../domain/pin.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { writeWhole } from './disk.ts';
import { openBytes, sealBytes } from './keys.ts';

const name = 'attentes.scellees';

const readWaits = (db: ReadableDb): readonly PinWait[] =>
  pinWaits.parse(db.prepare('SELECT session_id AS sessionId, holder, failures, failed_at AS failedAt FROM pin WHERE failures > 0').all());

/** Keeps beside the database, sealed, what a store about to be replaced tells of its wrong codes: putting another in its place is no way round the delay. */
export const keepWaits = (folder: string, key: Uint8Array, db: ReadableDb): void => {
  const waits = readWaits(db);
  if (waits.length > 0) writeWhole(join(folder, name), sealBytes(key, Buffer.from(JSON.stringify(waits))));
};

/** Gives the store that takes the place of another the delays that ran in that one: the longer of the two holds. A file of another key says nothing. */
export const takeWaits = (db: WritableDb, folder: string, key: Uint8Array): void => {
  const path = join(folder, name);
  if (!existsSync(path)) return;
  const plain = openBytes(key, readFileSync(path));
  const waits = plain === null ? [] : (pinWaits.safeParse(JSON.parse(plain.toString('utf8'))).data ?? []);
  const carry = db.prepare('UPDATE pin SET failures = ?, failed_at = ? WHERE session_id = ? AND holder = ? AND failures < ?');
  db.transaction(() => {
    for (const wait of waits) carry.run(wait.failures, wait.failedAt, wait.sessionId, wait.holder, wait.failures);
  })();
  rmSync(path, { force: true });
};

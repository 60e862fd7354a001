import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { addTravel, liftAway, readAway, readTravels, setAway } from '../transfer.ts';
import { addTrustedRoot, readTrustedRoots } from '../trusted-root.ts';
import { migrations } from './all.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
const token = 'a'.repeat(32);
let db: WritableDb;
let dispose: () => void;

beforeEach(() => {
  ({ db, dispose } = openBefore(160));
});
afterEach(() => dispose());

const addSession = () =>
  db.exec(
    `INSERT INTO session (id, number, fields, referential, regulations, created_at, saved_at) VALUES ('s1', 'N-1', '{}', '{}', '{"id":"r","version":"1"}', '${at}', '${at}')`,
  );

test('a store migrates with what it had, and none of its sessions is away', () => {
  addTrustedRoot(db, 'a'.repeat(64), Buffer.from('root'), at);
  addSession();
  migrate(
    db,
    migrations.filter((step) => step.version <= 160),
  );
  expect(storeVersion(db)).toBe(160);
  expect(readTrustedRoots(db)).toHaveLength(1);
  expect(readAway(db, 's1')).toBeNull();
  expect(readTravels(db, 's1')).toEqual([]);
});

test('a session that is away takes no write, whoever writes, and takes them again once it is back', () => {
  migrate(db);
  addSession();
  setAway(db, 's1', token, 'Portable', at);
  expect(readAway(db, 's1')).toEqual({ to: 'Portable', at, token });
  const writes = [
    `UPDATE session SET fields = '{"title":"x"}' WHERE id = 's1'`,
    `DELETE FROM session WHERE id = 's1'`,
    `INSERT INTO juror (id, session_id, rank, fields) VALUES ('j1', 's1', 1, '{}')`,
    `INSERT INTO candidate (id, session_id, rank, number, fields) VALUES ('c1', 's1', 1, '1', '{}')`,
    `INSERT INTO event (session_id, seq, previous, content_digest, digest) VALUES ('s1', 1, '${'0'.repeat(64)}', '${'1'.repeat(64)}', '${'2'.repeat(64)}')`,
    `INSERT INTO draft (session_id, holder, key, body) VALUES ('s1', 'lead', 'k', 'b')`,
    `INSERT INTO schedule (session_id, fields, slot_minutes) VALUES ('s1', '{}', 30)`,
  ];
  for (const write of writes) expect(() => db.exec(write)).toThrow('session: checked out');
  liftAway(db, 's1');
  db.exec(writes[2] ?? '');
  expect(db.prepare('SELECT id FROM juror').all()).toEqual([{ id: 'j1' }]);
});

test('another session than the one that is away is written as before', () => {
  migrate(db);
  addSession();
  db.exec(`INSERT INTO session (id, number, fields, referential, regulations, created_at, saved_at)
    VALUES ('s2', 'N-2', '{}', '{}', '{"id":"r","version":"1"}', '${at}', '${at}')`);
  setAway(db, 's1', token, 'Portable', at);
  db.exec(`INSERT INTO juror (id, session_id, rank, fields) VALUES ('j2', 's2', 1, '{}')`);
  expect(db.prepare('SELECT id FROM juror').all()).toEqual([{ id: 'j2' }]);
});

test('the travels of a session are only ever added to', () => {
  migrate(db);
  addTravel(db, 's1', { kind: 'left', token, lineage: [token] }, at);
  expect(readTravels(db, 's1')).toEqual([{ kind: 'left', token, lineage: [token] }]);
  expect(() => db.exec(`UPDATE travel SET kind = 'received'`)).toThrow('travel: append only');
  expect(() => db.exec('DELETE FROM travel')).toThrow('travel: append only');
});

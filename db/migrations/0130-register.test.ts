import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../domain/ids.ts';
import { instant } from '../../domain/time.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { appendEntry, checkRegister, readRegister } from '../register.ts';
import { addTrustedRoot, readTrustedRoots } from '../trusted-root.ts';
import { migrations } from './all.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
const salt = new Uint8Array(16).fill(3);
let db: WritableDb;
let dispose: () => void;

beforeEach(() => {
  ({ db, dispose } = openBefore(130));
});
afterEach(() => dispose());

const exported = (fileName: string) => ({ kind: 'exported', sessionId: sessionId.parse('s1'), what: 'archive', fileName, sha256: null }) as const;

test('a store migrates with what it had, and its register is empty', () => {
  addTrustedRoot(db, 'a'.repeat(64), Buffer.from('root'), at);
  migrate(
    db,
    migrations.filter((step) => step.version <= 130),
  );
  expect(storeVersion(db)).toBe(130);
  expect(readTrustedRoots(db)).toHaveLength(1);
  expect(readRegister(db)).toEqual([]);
  expect(checkRegister(db)).toBe(true);
});

test('entries follow one another, and none is changed, deleted or slipped in', () => {
  migrate(db);
  appendEntry(db, at, exported('un.zip'), salt);
  appendEntry(db, at, exported('deux.zip'), salt);
  expect(readRegister(db).map(({ seq, entry }) => [seq, 'fileName' in entry && entry.fileName])).toEqual([
    [1, 'un.zip'],
    [2, 'deux.zip'],
  ]);
  expect(checkRegister(db)).toBe(true);
  expect(() => db.exec(`UPDATE register SET content = '{}'`)).toThrow('an entry never changes');
  expect(() => db.exec('DELETE FROM register')).toThrow('an entry is never deleted');
  const slip = (seq: number, previous: string) => () =>
    db
      .prepare('INSERT INTO register (seq, previous, content_digest, digest, salt, content) VALUES (?, ?, ?, ?, ?, ?)')
      .run(seq, previous, 'b'.repeat(64), 'c'.repeat(64), Buffer.from(salt), '{}');
  expect(slip(4, 'c'.repeat(64))).toThrow('follows the one before');
  expect(slip(3, 'c'.repeat(64))).toThrow('follows the one before');
});

test('an entry changed by another program than ours no longer holds', () => {
  migrate(db);
  appendEntry(db, at, exported('un.zip'), salt);
  db.exec('DROP TRIGGER register_never_changes');
  db.exec(`UPDATE register SET content = replace(content, 'un.zip', 'nu.zip')`);
  expect(checkRegister(db)).toBe(false);
});

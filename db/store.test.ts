import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../domain/ids.ts';
import { defaultRegulations } from '../domain/regulations.ts';
import { instant, instantFrom, type Clock } from '../domain/time.ts';
import { sessionFields } from '../domain/view.ts';
import { seedReferential } from '../tests/fixtures/sitting.ts';
import { backUp, listBackups, storeParts } from './backup.ts';
import { connect } from './connection.ts';
import { openKeys } from './keys.ts';
import { migrate, storeVersion } from './migrate.ts';
import { migrations, programVersion } from './migrations/all.ts';
import { createStore, findStore, openStore, type Store } from './open.ts';
import { restoreBackup } from './restore.ts';
import { insertSession, readSession } from './session.ts';

const passphrase = 'une phrase de passe assez longue';
let folder: string;
let ticks = 0;
const clock: Clock = { now: () => instantFrom(1_773_700_000_000 + ticks++ * 1000) };

const id = sessionId.parse('s1');
const fill = (store: Store): void =>
  insertSession(store.db, {
    id,
    fields: sessionFields.parse({
      number: 'PV-SECRET-1',
      title: '',
      certification: 'RNCP36912',
      heldOn: '2026-03-17',
      place: 'Salle Confidentielle',
      mode: 'onSite',
      timeZone: 'Europe/Paris',
      lead: { givenName: 'A', familyName: 'B', quality: 'C' },
    }),
    referential: seedReferential(),
    regulations: defaultRegulations,
    savedAt: clock.now(),
  });

const must = <Value>(result: { ok: true; value: Value } | { ok: false; error: { code: string } }): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-store-'));
  rmSync(folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is there again after reopening with the passphrase', () => {
  const store = must(createStore(folder, passphrase, clock));
  fill(store);
  store.close();
  const again = must(openStore(folder, passphrase, clock));
  expect(readSession(again.db, id)?.fields.place).toBe('Salle Confidentielle');
  again.close();
});

test('nothing written can be read in any file of the store without the passphrase', () => {
  const store = must(createStore(folder, passphrase, clock));
  fill(store);
  must(backUp(store.db, folder, store.key, clock.now(), 'cloture'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    for (const planted of ['Salle Confidentielle', 'PV-SECRET-1', 'CREATE TABLE', passphrase])
      expect(bytes.includes(planted), `${planted} in ${file.name}`).toBe(false);
  }
  store.close();
});

test('a wrong passphrase opens nothing and says so', () => {
  must(createStore(folder, passphrase, clock)).close();
  expect(openStore(folder, 'une autre phrase de passe', clock)).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
});

test('a second program cannot open a store in use', () => {
  const store = must(createStore(folder, passphrase, clock));
  expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-in-use' } });
  store.close();
});

test('every connection has its journal flushed at each commit, links and triggers on', () => {
  const store = must(createStore(folder, passphrase, clock));
  store.close();
  const again = must(openStore(folder, passphrase, clock));
  const pragma = (name: string) => again.db.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema'), pragma('secure_delete')]).toEqual([
    'wal',
    2,
    1,
    0,
    1,
  ]);
  again.close();
});

test('a store written by a newer version is refused with both versions, untouched', () => {
  const store = must(createStore(folder, passphrase, clock));
  store.db.pragma(`user_version = ${programVersion + 10}`);
  store.close();
  expect(openStore(folder, passphrase, clock)).toEqual({
    ok: false,
    error: { code: 'store-newer', facts: { store: programVersion + 10, program: programVersion } },
  });
  expect(listBackups(folder)).toEqual([]);
});

test('a damaged store never starts, and its last backup brings back what it held', () => {
  const store = must(createStore(folder, passphrase, clock));
  fill(store);
  const backup = must(backUp(store.db, folder, store.key, clock.now(), 'cloture'));
  store.close();
  const database = join(folder, storeParts.database);
  const bytes = readFileSync(database);
  bytes.fill(0x5a, 4096, 4096 * 3);
  writeFileSync(database, bytes);
  expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  must(restoreBackup(folder, backup.id, passphrase, clock.now()));
  const again = must(openStore(folder, passphrase, clock));
  expect(readSession(again.db, id)?.fields.number).toBe('PV-SECRET-1');
  again.close();
  const aside = readdirSync(join(folder, storeParts.aside), { recursive: true }).map(String);
  expect(aside.some((name) => name.endsWith(storeParts.database))).toBe(true);
});

test('a store cut short, emptied or without its keys is called damaged, never absent or empty', () => {
  must(createStore(folder, passphrase, clock)).close();
  truncateSync(join(folder, storeParts.database), 0);
  expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  rmSync(join(folder, storeParts.database));
  expect(findStore(folder)).toBe('damaged');
  expect(createStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-exists' } });
});

test('a backup in which a byte changed is not restored, and the present store is left as it was', () => {
  const store = must(createStore(folder, passphrase, clock));
  fill(store);
  const backup = must(backUp(store.db, folder, store.key, clock.now(), 'cloture'));
  store.close();
  const copy = join(folder, storeParts.backups, backup.id, storeParts.database);
  const bytes = readFileSync(copy);
  bytes.fill(0x5a, 4096, 8192);
  writeFileSync(copy, bytes);
  expect(restoreBackup(folder, backup.id, passphrase, clock.now())).toMatchObject({ ok: false, error: { code: 'backup-unusable' } });
  expect(readSession(must(openStore(folder, passphrase, clock)).db, id)).not.toBeNull();
});

test('a stale journal beside a restored copy is moved aside and never replayed', () => {
  const store = must(createStore(folder, passphrase, clock));
  const backup = must(backUp(store.db, folder, store.key, clock.now(), 'cloture'));
  fill(store);
  const wal = join(folder, `${storeParts.database}-wal`);
  copyFileSync(wal, join(folder, 'kept-wal'));
  store.close();
  copyFileSync(join(folder, 'kept-wal'), wal);
  must(restoreBackup(folder, backup.id, passphrase, clock.now()));
  const again = must(openStore(folder, passphrase, clock));
  expect(readSession(again.db, id)).toBeNull();
  again.close();
});

test('opening makes a verified backup, and keeps the three last of the day', () => {
  must(createStore(folder, passphrase, clock)).close();
  for (let round = 0; round < 5; round += 1) must(openStore(folder, passphrase, clock)).close();
  expect(listBackups(folder).filter((backup) => backup.cause === 'ouverture')).toHaveLength(3);
  expect(instant.safeParse(listBackups(folder)[0]?.at).success).toBe(true);
});

test('what a cut left of a backup being written is never offered, and goes at the next opening', () => {
  must(createStore(folder, passphrase, clock)).close();
  must(openStore(folder, passphrase, clock)).close();
  const [kept] = listBackups(folder);
  const cut = join(folder, storeParts.backups, '2026-03-17T08-00-00-000Z_ouverture.partial');
  mkdirSync(cut);
  copyFileSync(join(folder, storeParts.backups, kept?.id ?? '', storeParts.database), join(cut, storeParts.database));
  expect(listBackups(folder)).toEqual([kept]);
  must(openStore(folder, passphrase, clock)).close();
  expect(existsSync(cut)).toBe(false);
  expect(listBackups(folder)).toHaveLength(2);
});

test('the first migration takes an empty file to the present version, and its questions use its indexes', () => {
  const key = new Uint8Array(32).fill(7);
  const path = join(tmpdir(), `delibere-migration-${process.pid}.db`);
  const db = connect(path, key, false);
  expect(storeVersion(db)).toBe(0);
  migrate(db, migrations.slice(0, 1));
  expect(storeVersion(db)).toBe(10);
  const plan = (sql: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => row.detail)
      .join(' ');
  expect(plan("SELECT * FROM candidate WHERE session_id = 'x' ORDER BY rank")).toContain('candidate_of_session');
  expect(plan("SELECT * FROM event WHERE session_id = 'x' ORDER BY seq DESC LIMIT 1")).toMatch(/USING (INDEX|PRIMARY KEY|COVERING INDEX)/);
  expect(plan("SELECT * FROM piece WHERE candidate_id = 'x'")).toContain('piece_of_candidate');
  db.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
});

test('a migration that fails leaves the store as it was', () => {
  const store = must(createStore(folder, passphrase, clock));
  fill(store);
  const broken = [...migrations, { version: 99_990, name: 'broken', sql: 'CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);' }];
  expect(() => migrate(store.db, broken)).toThrow(/nowhere/);
  expect(storeVersion(store.db)).toBe(programVersion);
  expect(store.db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
  store.close();
});

test('a key file that asks for an absurd derivation is refused before any work', () => {
  must(createStore(folder, passphrase, clock)).close();
  const path = join(folder, storeParts.keys);
  const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  expect(openKeys(JSON.stringify({ ...file, N: 2 ** 30 }), passphrase)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(existsSync(path)).toBe(true);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { Migration } from '../db/migrations/all.ts';
import { openKeys } from '../db/keys.ts';
import { connect } from '../db/connection.ts';
import { storeVersion } from '../db/migrate.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';

// The next version of the program, whose last migration is at fault after it has written.
const next = vi.hoisted(() => ({ poisoned: false }));
vi.mock('../db/migrations/all.ts', async (load) => {
  const real = await load<typeof import('../db/migrations/all.ts')>();
  const version = real.programVersion + 10;
  const poison: Migration = { version, name: 'poison', sql: 'CREATE TABLE planted (x); DELETE FROM session; SELECT no_such_function();' };
  return {
    ...real,
    get migrations() {
      return next.poisoned ? [...real.migrations, poison] : real.migrations;
    },
    get programVersion() {
      return next.poisoned ? version : real.programVersion;
    },
  };
});

const bench = openTestDesk();
const ask = askOf(() => bench.desk);
const passphrase = 'une phrase assez longue';
afterAll(() => bench.dispose());

test('a migration at fault is told by a screen of its own, leaves the store as it was and a backup beside it, and the version of before opens it', async () => {
  await ask('store.create', { passphrase });
  const lead = { givenName: 'Ada', familyName: 'Fictive', quality: 'Responsable' };
  await ask('session.create', {
    number: '2026-001',
    title: '',
    certification: 'RNCP36912',
    heldOn: '2026-03-17',
    place: '',
    mode: 'onSite',
    timeZone: 'Europe/Paris',
    lead,
  } as never);
  await ask('store.lock', {});
  next.poisoned = true;
  for (let start = 0; start < 3; start += 1) {
    const told = await ask('store.unlock', { passphrase });
    expect(told).toMatchObject({ kind: 'unmigrated', backups: [] });
    expect(told.programVersion).toBe((told.storeVersion ?? 0) + 10);
  }
  const { storeFolder } = bench.tools;
  const backups = readdirSync(join(storeFolder, 'sauvegardes')).filter((name) => name.includes('migration-'));
  expect(backups.length).toBeGreaterThan(0);
  for (const folder of [storeFolder, ...backups.map((name) => join(storeFolder, 'sauvegardes', name))]) {
    const key = openKeys(readFileSync(join(folder, 'cles.json'), 'utf8'), passphrase);
    if (!key.ok) throw new Error(key.error.code);
    const db = connect(join(folder, 'delibere.db'), key.value, true);
    expect([db.prepare('SELECT number FROM session').pluck().all(), db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'planted'").all()]).toEqual([
      ['2026-001'],
      [],
    ]);
    expect(storeVersion(db)).toBeGreaterThan(0);
    db.close();
  }
  next.poisoned = false;
  expect(await ask('store.unlock', { passphrase })).toMatchObject({ kind: 'open' });
  expect(await ask('session.list', {})).toMatchObject([{ number: '2026-001' }]);
}, 120_000);

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { openDesk } from './desk.ts';

const bench = openTestDesk();
const root = mkdtempSync(join(tmpdir(), 'delibere-place-'));
afterAll(() => {
  bench.dispose();
  rmSync(root, { recursive: true, force: true });
});

test('a store in a synchronised folder says so before it is created and at each opening, and is refused at neither', async () => {
  const shared = join(root, 'partage');
  mkdirSync(shared);
  writeFileSync(join(shared, '.owncloudsync.log'), '');
  const desk = openDesk({ ...bench.tools, storeFolder: join(shared, 'delibere', 'store') });
  const place = { kind: 'synchronised', service: 'ownCloud' };
  expect(await desk.ask('store.status', {})).toMatchObject({ ok: true, value: { kind: 'absent', place } });
  expect(await desk.ask('store.create', { passphrase: 'une phrase assez longue' })).toMatchObject({ ok: true });
  await desk.ask('store.lock', {});
  expect(await desk.ask('store.status', {})).toMatchObject({ ok: true, value: { kind: 'locked', place } });
  expect(await desk.ask('store.unlock', { passphrase: 'une phrase assez longue' })).toMatchObject({ ok: true, value: { kind: 'open', place } });
  desk.close();
});

test('a second folder that a service synchronises is taken, and said to be one', async () => {
  const second = join(root, 'Nextcloud', 'copies');
  mkdirSync(second, { recursive: true });
  const { desk, dialogs } = bench;
  await desk.ask('store.create', { passphrase: 'une phrase assez longue' });
  dialogs.folder = second;
  expect(await desk.ask('retention.setFolder', { choose: true })).toMatchObject({
    ok: true,
    value: { kind: 'reached', place: { kind: 'synchronised', service: 'Nextcloud' } },
  });
});

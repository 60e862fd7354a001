import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { instantFrom } from '../domain/time.ts';
import { checkPassphrase, createStore } from './open.ts';
import { openStream, sealStream } from './sealed-file.ts';

const root = mkdtempSync(join(tmpdir(), 'delibere-key-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const clock = { now: () => instantFrom(Date.parse('2026-03-17T08:00:00.000Z')) };

test('a store that closes leaves nothing of its key in memory, and what still runs seals nothing under an empty one', async () => {
  const store = createStore(join(root, 'store'), 'une phrase de passe fictive', clock);
  if (!store.ok) throw new Error(store.error.code);
  const { key, close } = store.value;
  expect(key.some((byte) => byte !== 0)).toBe(true);
  expect(checkPassphrase(store.value, 'une phrase de passe fictive')).toMatchObject({ ok: true });
  // A check of the passphrase empties its own copy of the key, never the one in use.
  expect(key.some((byte) => byte !== 0)).toBe(true);
  const path = join(root, 'piece');
  await sealStream(path, key, [Buffer.from('contenu')]);
  expect(Buffer.concat([...openStream(path, key)]).toString()).toBe('contenu');
  close();
  expect(key.every((byte) => byte === 0)).toBe(true);
  const late = join(root, 'late');
  await expect(sealStream(late, key, [Buffer.from('contenu')])).rejects.toThrow('the store is closed');
  expect([late, `${late}.partial`].map((each) => existsSync(each))).toEqual([false, false]);
});

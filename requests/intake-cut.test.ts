import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeParts } from '../db/backup.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { openDesk } from './desk.ts';

test('a program killed while it copies leaves no file and no piece after its next start', async () => {
  const place = mkdtempSync(join(tmpdir(), 'delibere-cut-'));
  const [storeFolder, folder] = [join(place, 'store'), join(place, 'lot')];
  mkdirSync(folder);
  for (const [name, mebibytes] of [
    ['L-01 rapport.bin', 16],
    ['L-01 film.bin', 600],
  ] as const) {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), mebibytes * 2 ** 20);
  }
  const stored = (): readonly string[] => readdirSync(join(storeFolder, storeParts.files));
  const bench = openTestDesk();
  try {
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'tests', 'fixtures', 'cut-intake.ts'), storeFolder, folder]);
    let [said, wrong] = ['', ''];
    child.stderr.on('data', (bytes: Buffer) => (wrong += bytes.toString()));
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      child.kill('SIGKILL');
    });
    expect(await ended, wrong).toBe('SIGKILL');
    expect(said).toBe('copying');
    expect(stored().length).toBeGreaterThan(0);
    const desk = openDesk({ ...bench.tools, storeFolder });
    const ask = askOf(() => desk);
    await ask('store.unlock', { passphrase: 'une phrase assez longue' });
    const [session] = await ask('session.list', {});
    const sessionId = session?.id;
    if (!sessionId) throw new Error('the session is there');
    expect(stored()).toEqual([]);
    expect((await ask('candidate.list', { sessionId })).map((line) => line.pieces)).toEqual([0]);
    desk.close();
  } finally {
    bench.dispose();
    rmSync(place, { recursive: true, force: true });
  }
}, 120_000);

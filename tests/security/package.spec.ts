import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { fuses } from '../../build/fuses.ts';
import { launchApp } from '../journeys/launch.ts';

const programIn = (name: string): string => join(process.env[name] ?? '', 'delibere');
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

test.skip(process.platform !== 'linux', 'the packaged program is looked at on Linux');

test('every fuse of the packaged program is set as decided', async () => {
  const wire = await getCurrentFuseWire(programIn('DELIBERE_HARDENED'));
  const decided = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  };
  for (const [name, on] of Object.entries(decided)) {
    const fuse = FuseV1Options[name as keyof typeof FuseV1Options];
    expect(fuses[fuse], `${name} as decided`).toBe(on);
    expect(wire[fuse], `${name} in the program`).toBe(on ? FuseState.ENABLE : FuseState.DISABLE);
  }
});

test('a decision exists for each fuse that the Electron of the project may have', () => {
  const names = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');
  for (const fuse of names) expect(typeof fuses[fuse]).toBe('boolean');
});

test('the hardened program starts, stays, and opens neither Node, nor an inspector, nor a debugging port', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'delibere-hardened-'));
  const child = spawn(programIn('DELIBERE_HARDENED'), [...asRoot, '--inspect=0', '--remote-debugging-port=0', `--user-data-dir=${userData}`], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr.on('data', (part) => (said += String(part)));
  await expect.poll(() => readdirSync(userData), { timeout: 30_000 }).toContain('SingletonLock');
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect([child.exitCode, child.signalCode]).toEqual([null, null]);
  // The signal that opens Node's inspector in a running program opens none: without that inspector, it ends the program as any signal does.
  child.kill('SIGUSR1');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(said).not.toContain('Debugger listening');
  expect(said).not.toContain('DevTools listening');
  expect(existsSync(join(userData, 'DevToolsActivePort'))).toBe(false);
  child.kill('SIGKILL');
  await ended;
  rmSync(userData, { recursive: true, force: true });
});

test('the hardened program does not run a script given as to Node', () => {
  const userData = mkdtempSync(join(tmpdir(), 'delibere-hardened-'));
  const asked = spawnSync(programIn('DELIBERE_HARDENED'), [...asRoot, '-e', "console.log('as ' + 'node')", `--user-data-dir=${userData}`], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 4_000,
    encoding: 'utf8',
  });
  expect(asked.stdout).not.toContain('as node');
  rmSync(userData, { recursive: true, force: true });
});

test('the packaged program opens the demonstration session', async () => {
  const { page, close } = await launchApp({ packaged: programIn('DELIBERE_OPEN') });
  await page.getByRole('button', { name: /démonstration/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
  const sessions = await page.evaluate(() => window.delibere.ask('session.list', {}));
  expect(sessions).toMatchObject({ ok: true, value: [expect.anything()] });
  await close();
});

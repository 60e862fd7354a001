import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withOpened } from '../age/opened.ts';
import { isEncrypted } from '../archive/path.ts';
import { readPath, verifyPath } from '../archive/verify-file.ts';
import { readGiven } from '../../electron/whole-file.ts';
import { indexFlux } from './fiche/flux.ts';
import { chosenFile } from './intake/chosen.ts';
import { IntakeRefusal } from './intake/manifest.ts';
import { openPlain } from './intake/plain.ts';
import { listZip } from './intake/zip.ts';
import { readTable } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'delibere-special-'));
const pipe = join(folder, 'cv.pdf');
const device = join(folder, 'zero.pdf');
const hasPipes = spawnSync('mkfifo', [pipe]).status === 0;
beforeAll(() => symlinkSync('/dev/zero', device));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = { name: 'cv.pdf' };
/** Every way in which a path that a person gave is first read, by the noun of what it is read as. */
const readers: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  'a document to verify': (path) => verifyPath(path, facts),
  'an archive to read': (path) => readPath(path, facts),
  'a file that may be encrypted': isEncrypted,
  'an encrypted file': (path) => withOpened(path, { kind: 'passphrase', passphrase: 'x' }, async () => 'opened'),
  'a zip of dossiers': (path) => listZip(path),
  'a piece': (path) => chosenFile(path, 'cv.pdf'),
  'a table': (path) => readTable(path, new AbortController().signal),
  'fiches of the register': async (path) => {
    const read = await indexFlux(path);
    if (!read.ok) throw Object.assign(new Error('refused'), { code: read.error.facts?.['reason'] });
  },
  'a file read whole': readGiven,
};

const said = (read: Promise<unknown>): Promise<string> =>
  read.then(
    () => 'read',
    (error: unknown) => (error instanceof IntakeRefusal ? error.fault : String((error as { code?: unknown }).code)),
  );

// Nobody writes to the pipe: a reader that waits for it would never answer, and the test would end by its own time.
describe.skipIf(!hasPipes)('a pipe is neither waited for nor read (skipped where there are none)', () => {
  test.each(Object.entries(readers))('as %s', async (_, read) => {
    expect(['ENODEV', 'special-file', 'missing']).toContain(await said(read(pipe)));
  });

  test('and no thread of the program is left waiting behind it', async () => {
    for (let times = 0; times < 12; times += 1) await said(openPlain(pipe));
    expect(await said(readGiven(import.meta.filename))).toBe('read');
  });
});

describe('a device, which never ends, is not read', () => {
  test.each(Object.entries(readers))('as %s', async (_, read) => {
    expect(['ENODEV', 'special-file', 'missing']).toContain(await said(read(device)));
  });
});

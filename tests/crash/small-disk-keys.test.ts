import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { layResources } from '../../scripts/resources.ts';
import { errorWords } from '../../words/errors.ts';

const root = mkdtempSync(join(tmpdir(), 'delibere-small-disk-keys-'));
const program = join(import.meta.dirname, '..', 'fixtures', 'small-disk-keys.ts');
const inside = (words: string, ...args: string[]) => spawnSync('unshare', ['-rm', 'sh', '-c', words, ...args], { encoding: 'utf8' });
const can = inside('mount -t tmpfs -o size=64k tmpfs /mnt').status === 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.skipIf(!can)(
  'a disk full to a page while the passphrase or the recovery key changes leaves the old or the new, never none, as it is told, and the register says each change made (skipped where no small disk can be mounted)',
  () => {
    const resources = layResources(join(root, 'resources'));
    const place = mkdtempSync(join(root, 'disk-'));
    const { stdout, stderr } = inside('mount -t tmpfs -o size=24m tmpfs "$0" && exec "$1" "$2" "$0" "$3"', place, process.execPath, program, resources);
    const said = JSON.parse(stdout.trim().split('\n').at(-1) || JSON.stringify(stderr)) as Record<'changed' | 'made' | 'recovered' | 'register', string[]>;
    for (const each of [...said.changed, ...said.made]) expect(['store-full old', 'done new']).toContain(each);
    for (const each of said.recovered) expect(['full old code', 'open new code']).toContain(each);
    for (const kind of ['changed', 'made', 'recovered'] as const) expect([said[kind][0], new Set(said[kind]).size]).toEqual([expect.stringMatching(/ old/), 2]);
    const count = (kind: string): number => said.register.filter((entry) => entry === kind).length;
    const recovered = said.recovered.filter((each) => each.startsWith('open')).length;
    expect(count('passphraseChanged')).toBe(said.changed.filter((each) => each === 'done new').length + recovered);
    expect(count('recoveryMade')).toBe(1 + said.made.filter((each) => each === 'done new').length);
    expect(count('openedByRecovery')).toBe(recovered);
  },
  300_000,
);

test('what is told of a full disk says which secret still opens the store', () => {
  const safe = (request: string): string => JSON.stringify(errorWords('store-full', { request }));
  expect(safe('keys.changePassphrase')).toContain('phrase de passe d’avant');
  expect(safe('keys.makeRecovery')).toContain('gardez sa fiche');
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawBase, namesakeRoot, sealMinute, testRoot } from '../tests/fixtures/signed.ts';
import { pemOf } from '../documents/signature/certificate.ts';

const script = fileURLToPath(new URL('./delibere.ts', import.meta.url));
const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
let folder: string;
const at = (name: string): string => join(folder, name);
const run = (...parts: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(node, [script, ...parts], { encoding: 'utf8' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-cli-'));
  const minute = sealMinute(await drawBase(1));
  writeFileSync(at('pv.pdf'), minute.pdf);
  writeFileSync(at('receipt.json'), minute.receipt);
  writeFileSync(at('unsealed.pdf'), minute.revisions.at(-2) ?? '');
  writeFileSync(at('letter.txt'), 'Bonjour');
  writeFileSync(at('organisme.pem'), pemOf(testRoot.certificate));
  writeFileSync(at('other.pem'), pemOf(namesakeRoot.certificate));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('delibere verify', () => {
  it('exits 0 when the minute is intact and its origin established', () => {
    const { status, stdout } = run('verify', at('pv.pdf'), '--root', at('organisme.pem'), '--receipt', at('receipt.json'));
    expect(status).toBe(0);
    expect(stdout).toContain('Intact, et son origine est établie.');
  });
  it('exits 3 when the origin is not established: no root, or another', () => {
    expect(run('verify', at('pv.pdf')).status).toBe(3);
    expect(run('verify', at('pv.pdf'), '--root', at('other.pem')).status).toBe(3);
  });
  it('exits 1 and names each fault when the minute is not intact', () => {
    const { status, stdout } = run('verify', at('unsealed.pdf'), '--root', at('organisme.pem'));
    expect(status).toBe(1);
    expect(stdout).toContain('[seal-missing]');
  });
  it('exits 2 when the file is not ours, cannot be read, or the command is wrong', () => {
    for (const parts of [
      ['verify', at('letter.txt')],
      ['verify', at('absent.pdf')],
      ['verify'],
      ['explain', at('pv.pdf')],
      ['verify', at('pv.pdf'), '--what'],
      ['verify', at('pv.pdf'), '--root', at('letter.txt')],
    ]) {
      const { status, stderr } = run(...parts);
      expect(status, parts.join(' ')).toBe(2);
      expect(stderr).not.toContain('    at ');
    }
  });
  it('says the same verdict as JSON', () => {
    const { status, stdout } = run('verify', at('pv.pdf'), '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'minute', level: 'whole', faults: [] });
  });
});

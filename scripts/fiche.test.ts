import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere, type Said } from '../tests/fixtures/command.ts';
import { el, ficheXml, fluxXml } from '../tests/fixtures/flux.ts';

const script = fileURLToPath(new URL('./delibere.ts', import.meta.url));
let folder: string;
const runAlone = (...args: readonly string[]): Said => spawnSync(process.execPath, [script, 'fiche', ...args], { encoding: 'utf8' });
const run = (...args: readonly string[]): Promise<Said> => runHere('fiche', ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-fiche-'));
  writeFileSync(join(folder, 'flux.xml'), fluxXml([ficheXml(), ficheXml({ number: el('NUMERO_FICHE', 'RNCP90002') })]));
  writeFileSync(join(folder, 'empty.xml'), fluxXml([]));
  writeFileSync(join(folder, 'broken.xml'), '<FICHES><FICHE>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

test('each fiche is one JSON object on its line, with the keys that were promised', async () => {
  const { status, stdout, stderr } = runAlone(at('flux.xml'), '--json');
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ code }) => code)).toEqual(['RNCP90001', 'RNCP90002']);
  const [first] = lines;
  for (const key of ['code', 'title', 'state', 'level', 'nsf', 'certifiers', 'dates', 'paths', 'blocks', 'remarks', 'previous', 'next', 'correspondences'])
    expect(first).toHaveProperty(key);
  expect(first).toMatchObject({
    paths: expect.arrayContaining([{ path: 'CL', label: 'Candidature individuelle', open: false, composition: null }]),
    blocks: expect.arrayContaining([
      expect.objectContaining({
        code: 'RNCP90001BC02',
        label: 'Bloc fictif 2',
        competencies: ['Veiller au feu 2', 'Tenir le journal 2', 'Alerter le large 2'],
      }),
    ]),
  });
});

test('one fiche is asked for by its code, in a summary that a person reads', async () => {
  const { status, stdout } = await run(at('flux.xml'), '--code', 'rncp90002');
  expect(status).toBe(0);
  expect(stdout).toContain('RNCP90002  Régisseur de phare & balises');
  expect(stdout).not.toContain('RNCP90001  ');
  expect(stdout).toContain('3. Alerter le large 5');
});

test('none found is 1, unreadable is 2 with its reason, and a word too many is the usage', async () => {
  expect(runAlone(at('flux.xml'), '--code', 'RNCP1', '--json')).toMatchObject({ status: 1, stdout: '', stderr: 'La fiche RNCP1 n’est pas dans ce fichier.\n' });
  expect(await run(at('empty.xml'), '--json')).toMatchObject({ status: 1, stdout: '' });
  const broken = runAlone(at('broken.xml'), '--json');
  expect([broken.status, broken.stdout]).toEqual([2, '']);
  expect(broken.stderr).toContain('ligne 1');
  expect((await run(at('nowhere.xml'))).status).toBe(2);
  expect((await run()).stderr).toContain('fiche FLUX');
});

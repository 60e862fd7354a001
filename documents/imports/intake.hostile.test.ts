import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { reasonsOf } from '../../tests/fixtures/hostile/fault.ts';
import { laidFolders, withFolder } from '../../tests/fixtures/hostile/folders.ts';
import { goodZips } from '../../tests/fixtures/hostile/honest.ts';
import { programZips } from '../../tests/fixtures/hostile/programs.ts';
import { hostileZips } from '../../tests/fixtures/hostile/zips.ts';
import { listFolder } from './intake/folder.ts';
import { IntakeRefusal, type Manifest } from './intake/manifest.ts';
import { listZip } from './intake/zip.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'delibere-intake-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const laid = (bytes: Uint8Array): string => {
  const path = join(place, 'lot.zip');
  writeFileSync(path, bytes);
  return path;
};

/** Every content of a manifest, read to its end, by path. */
const readAll = async ({ files }: Manifest): Promise<ReadonlyMap<string, Buffer>> => {
  const read = new Map<string, Buffer>();
  for (const file of files) {
    const parts: Uint8Array[] = [];
    for await (const bytes of file.open()) parts.push(bytes);
    const content = Buffer.concat(parts);
    expect(content.length).toBe(file.bytes);
    read.set(file.path.join('/'), content);
  }
  return read;
};

/** The reason for which a reading was refused; "accepted" when it was not, the code of the disk when it failed. */
const faultOf = async (read: () => Promise<unknown>): Promise<string> => {
  try {
    await read();
    return 'accepted';
  } catch (error) {
    if (error instanceof IntakeRefusal) return error.fault;
    return `fails ${(error as { readonly code?: string }).code ?? String(error)}`;
  }
};

const sorted = (files: ReadonlyMap<string, Uint8Array>): readonly (readonly [string, string])[] =>
  [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')] as const).sort(([one], [other]) => (one < other ? -1 : 1));
const composed = (names: readonly string[]): readonly string[] => names.map((name) => name.normalize('NFC')).sort();

describe('a hostile zip is refused by its own rule', () => {
  for (const zip of hostileZips)
    it(`${zip.name}: ${zip.rule}`, async () => {
      const path = laid(zip.bytes());
      expect(reasonsOf(zip)).toContain(await faultOf(async () => readAll(await listZip(path))));
    });
});

describe('an honest zip is read to its last byte', () => {
  for (const zip of goodZips)
    it(zip.name, async () => {
      const manifest = await listZip(laid(zip.bytes()));
      expect(sorted(await readAll(manifest))).toEqual(sorted(zip.files));
      expect(composed(manifest.ignored)).toEqual(composed(zip.ignored));
    });
});

describe('what a real program makes is judged as it should', () => {
  for (const zip of programZips)
    it.skipIf(!zip.here)(`${zip.name}: ${zip.rule} (skipped without ${zip.program})`, async () => {
      const path = laid(zip.make());
      if (zip.rule === 'accepted') expect(sorted(await readAll(await listZip(path)))).toEqual(sorted(zip.files));
      else expect(await faultOf(async () => readAll(await listZip(path)))).toBe(zip.rule);
    });
});

describe('a folder of the disk is judged as it should', () => {
  for (const folder of laidFolders)
    it(`${folder.name}: ${folder.rule}`, async (context) => {
      const judged = await withFolder(folder, async (chosen) => {
        let listed: Manifest | null = null;
        const fault = await faultOf(async () => {
          listed = await listFolder(chosen);
          folder.change?.(chosen);
          expect(sorted(await readAll(listed))).toEqual(sorted(folder.files));
        });
        return { fault, ignored: (listed as Manifest | null)?.ignored ?? [] };
      });
      if (judged === null) return context.skip('this disk or this account cannot lay it');
      if (folder.rule === 'fails') expect(judged.fault).toMatch(/^fails E[A-Z]+$/);
      else expect([folder.rule, ...folder.or]).toContain(judged.fault);
      if (folder.rule === 'accepted') expect(composed(judged.ignored)).toEqual(composed(folder.ignored));
    });
});

test('a folder moved away behind a link is refused, though its files are the same', async () => {
  const chosen = join(place, 'choisi');
  mkdirSync(join(chosen, 'Exemple'), { recursive: true });
  writeFileSync(join(chosen, 'Exemple', 'cv.pdf'), 'CV');
  const manifest = await listFolder(chosen);
  renameSync(join(chosen, 'Exemple'), join(place, 'ailleurs'));
  symlinkSync(join(place, 'ailleurs'), join(chosen, 'Exemple'));
  expect(await faultOf(() => readAll(manifest))).toBe('link');
});

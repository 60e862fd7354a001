import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { unzip } from '../../documents/archive/unzip.ts';
import { writeArchive } from '../../documents/archive/write.ts';
import { changed, rebagged, retagged, zipMembers, type Members } from '../../tests/fixtures/bags/archives.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../../tests/fixtures/signed.ts';
import { verify } from './verify.ts';

let place: string;
let archive: Uint8Array;
let members: Members;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-bad-input-'));
  const minute = sealMinute(await drawBase(1));
  const parts = { minute: minute.pdf, recordText: minute.text, receipt: minute.receipt, earlier: [], root: testRoot.certificate, chain: chainOf(20) };
  archive = await writeArchive({ ...parts, referential: testReferential(), at: '2026-03-17T17:00:00.000Z', dossiers: null, fonts: fixtureFonts() });
  members = await unzip(archive);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** What the command says of a file, and its exit code. */
const say = async (bytes: Uint8Array | string): Promise<readonly [code: number, said: string]> => {
  const path = typeof bytes === 'string' ? bytes : join(place, 'Archive.zip');
  if (typeof bytes !== 'string') writeFileSync(path, bytes);
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => (said += String(text)) !== '');
  const code = await verify([path]);
  vi.restoreAllMocks();
  return [code, said];
};
const textOf = (path: string): string => Buffer.from([...members].find(([name]) => name.endsWith(`/${path}`))?.[1] ?? []).toString('utf8');
const renamed = (): Members => new Map([...members].map(([name, bytes]) => [name.replace('data/minute.pdf', 'data/pv.pdf'), bytes]));
const flipped = (): Uint8Array => {
  const minute = Buffer.from([...members].find(([name]) => name.endsWith('data/minute.pdf'))?.[1] ?? []);
  minute[900] = (minute[900] ?? 0) ^ 1;
  return minute;
};
const lyingManifest = (): Members => {
  const text = textOf('manifest-sha256.txt').replace(/^[0-9a-f]{64}(?= +data\/minute\.pdf)/m, 'f'.repeat(64));
  return retagged(changed(members, { 'manifest-sha256.txt': text }));
};
const newer = (): Members => retagged(changed(members, { 'bag-info.txt': textOf('bag-info.txt').replace('Archive-Version: 1', 'Archive-Version: 2') }));

// Each bad input of an archive: its exit code, its own heading, and the sentence that names it.
const inputs: Readonly<Record<string, readonly [make: () => Uint8Array, code: number, title: string, sentence: RegExp]>> = {
  'a truncated zip': [() => archive.subarray(0, archive.length - 400), 1, 'Ce fichier zip est incomplet', /Le fichier zip est coupé/],
  'a changed byte': [() => zipMembers(changed(members, { 'data/minute.pdf': flipped() })), 1, 'Un fichier a changé', /\(data\/minute\.pdf\)/],
  'a renamed file': [() => zipMembers(renamed()), 1, 'Un fichier a été renommé', /data\/minute\.pdf s’appelle data\/pv\.pdf/],
  'an added file': [() => zipMembers(changed(members, { 'data/note.txt': 'x' })), 1, 'Un fichier a été ajouté', /\(data\/note\.txt\)/],
  'an added file that every manifest lists': [
    () => zipMembers(rebagged(changed(members, { 'data/note.txt': 'x' }))),
    1,
    'Un fichier a été ajouté',
    /n’a pas sa place.*\(data\/note\.txt\)/,
  ],
  'a file taken out': [() => zipMembers(changed(members, { 'data/fiche.json': null })), 1, 'Un fichier manque', /\(data\/fiche\.json\)/],
  'a manifest that lies': [() => zipMembers(lyingManifest()), 1, 'Un manifeste ne dit pas vrai', /manifest-sha256\.txt, data\/minute\.pdf/],
  'a manifest changed after its own manifest': [
    () => zipMembers(changed(members, { 'manifest-sha512.txt': `${textOf('manifest-sha512.txt')}\n` })),
    1,
    'Un manifeste ne dit pas vrai',
    /\(manifest-sha512\.txt\)/,
  ],
  'a newer version': [() => zipMembers(newer()), 2, 'Cette archive est d’une version plus récente', /format plus récent \(2\)/],
};

for (const [what, [make, code, title, sentence]] of Object.entries(inputs))
  it(`${what} is named, says what is safe and what to do, and is never taken`, async () => {
    const [exit, said] = await say(make());
    expect([exit, said]).toEqual([code, expect.stringContaining(`${title}`)]);
    expect(said).toMatch(sentence);
    expect(said).toMatch(code === 2 ? /n’est pas mise en cause/ : /Rien n’a été modifié ni repris/);
    expect(said).toMatch(/demandez-en un autre|Copiez-le de nouveau|Vérifiez-la avec la version récente/);
  });

it('a bag of another program is named as one, whole and unsigned, never as an archive', async () => {
  const folder = join(place, 'sac');
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'rapport.txt'), 'Rapport');
  writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(folder, 'manifest-sha256.txt'), `${createHash('sha256').update('Rapport').digest('hex')}  data/rapport.txt\n`);
  const [exit, said] = await say(folder);
  expect([exit, said]).toEqual([3, expect.stringContaining('d’un autre programme')]);
  expect(said).toContain('ce n’est pas une archive de session');
  expect(said).not.toContain('celui qui a été signé');
});

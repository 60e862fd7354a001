import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { chainOf, drawBase, namesakeRoot, sealMinute, testReferential, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { pemOf } from '../signature/certificate.ts';
import { unzip } from './unzip.ts';
import type { Verdict } from '../signature/verdict.ts';
import { judgeFile, readArchiveMembers, verifyFile } from './verify-file.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { folderName } from './layout.ts';
import { writeArchive } from './write.ts';

let minute: SealedMinute;
let archive: Uint8Array;
let files: ReadonlyMap<string, Buffer>;
let folder: string;
const root = pemOf(testRoot.certificate);

const write = (at = '2026-03-17T17:00:00.000Z'): Promise<Uint8Array> =>
  writeArchive({ minute: minute.pdf, recordText: minute.text, receipt: minute.receipt, earlier: [], root: testRoot.certificate, chain: chainOf(20), referential: testReferential(), at, dossiers: null, fonts: fixtureFonts() });

interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mode?: number;
}

/** Zips what it is given, however wrong: names are written as they are, by patching names of the same length. */
const zipOf = async (members: readonly Member[]): Promise<Buffer> => {
  const zip = new ZipFile();
  const placeholders = members.map((member, index) => `${index}|`.padStart(Buffer.byteLength(member.name), '|'));
  for (const [index, { bytes, mode }] of members.entries()) zip.addBuffer(Buffer.from(bytes), placeholders[index] ?? '', { compress: false, mode: mode ?? 0o100644, forceDosTimestamp: true });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  const all = Buffer.concat(chunks);
  for (const [index, { name }] of members.entries()) {
    const placeholder = Buffer.from(placeholders[index] ?? '');
    for (let at = all.indexOf(placeholder); at >= 0; at = all.indexOf(placeholder, at + 1)) Buffer.from(name).copy(all, at);
  }
  return all;
};

const membersOf = (changes: ReadonlyMap<string, Uint8Array | null> = new Map()): Member[] => {
  const all = new Map<string, Uint8Array>([...files, ...[...changes].filter((change): change is [string, Uint8Array] => change[1] !== null).map(([path, bytes]) => [`${folder}/${path}`, bytes] as const)]);
  for (const [path, bytes] of changes) if (bytes === null) all.delete(`${folder}/${path}`);
  return [...all].map(([name, bytes]) => ({ name, bytes }));
};

/** Zips the archive with some files changed or removed, and its manifests written anew so that they lie. */
const lying = async (changes: ReadonlyMap<string, Uint8Array | null>): Promise<Buffer> => {
  const members = membersOf(changes).filter(({ name }) => !/manifest-/.test(name));
  const line = (algorithm: string, { name, bytes }: Member): string => `${createHash(algorithm).update(bytes).digest('hex')}  ${name.slice(folder.length + 1)}\n`;
  const payload = members.filter(({ name }) => name.startsWith(`${folder}/data/`));
  const info = members.find(({ name }) => name.endsWith('bag-info.txt'));
  const oxum = `Payload-Oxum: ${payload.reduce((sum, { bytes }) => sum + bytes.length, 0)}.${payload.length}`;
  const tags = [
    ...members.filter((member) => !payload.includes(member) && member !== info),
    ...(info === undefined ? [] : [{ name: info.name, bytes: Buffer.from(Buffer.from(info.bytes).toString('utf8').replace(/^Payload-Oxum: .*$/m, oxum)) }]),
    ...['sha256', 'sha512'].map((algorithm) => ({ name: `${folder}/manifest-${algorithm}.txt`, bytes: Buffer.from(payload.map((member) => line(algorithm, member)).join('')) })),
  ];
  const tagManifests = ['sha256', 'sha512'].map((algorithm) => ({ name: `${folder}/tagmanifest-${algorithm}.txt`, bytes: Buffer.from(tags.map((member) => line(algorithm, member)).join('')) }));
  return zipOf([...tags, ...tagManifests, ...payload]);
};

const verifyArchive = async (bytes: Uint8Array, known: { readonly root?: string } = {}): Promise<Verdict> => (await judgeFile(bytes, { name: 'a.zip', ...known })).verdict;

const rulesOf = async (bytes: Uint8Array): Promise<string[]> => (await verifyArchive(bytes, { root })).faults.map(({ rule }) => rule);

beforeAll(async () => {
  minute = sealMinute(await drawBase(1));
  archive = await write();
  files = await unzip(archive);
  folder = folderName(minute.record.session.number);
});

describe('an archive', () => {
  it('is intact and its origin established with the root', async () => {
    const verdict = await verifyArchive(archive, { root });
    expect(verdict).toMatchObject({ kind: 'archive', level: 'established', number: minute.record.session.number, faults: [] });
    expect(verdict.checks.every(({ passed }) => passed === true)).toBe(true);
  });
  it('is whole, its origin not established, without the root or with another', async () => {
    expect((await verifyArchive(archive)).level).toBe('whole');
    expect((await verifyArchive(archive, { root: pemOf(namesakeRoot.certificate) })).level).toBe('whole');
  });
  it('has the same bytes when the same pieces are archived again', async () => {
    expect(Buffer.from(await write()).equals(Buffer.from(archive))).toBe(true);
  });
  it('stays intact zipped anew by another program', async () => {
    expect((await verifyArchive(await zipOf(membersOf()), { root })).level).toBe('established');
    expect((await verifyArchive(await lying(new Map()), { root })).level).toBe('established');
  });
  it('keeps of each act only its number and digests, and stops at the closing', () => {
    const lines = (files.get(`${folder}/data/journal/chaine.jsonl`)?.toString('utf8') ?? '').trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    expect((JSON.parse(lines.at(-1) ?? '') as { digest: string }).digest).toBe(minute.record.chain.head);
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual(['seq', 'previous', 'contentDigest', 'digest']);
  });
  it('is dated by the day of the place, not by that of the meridian', async () => {
    const dayOf = async (at: string): Promise<string | undefined> =>
      /^Bagging-Date: (.+)$/m.exec((await unzip(await write(at))).get(`${folder}/bag-info.txt`)?.toString('utf8') ?? '')?.[1];
    // Paris is one hour ahead in winter, two in summer.
    expect(await dayOf('2026-03-17T22:59:59.999Z')).toBe('2026-03-17');
    expect(await dayOf('2026-03-17T23:00:00.000Z')).toBe('2026-03-18');
    expect(await dayOf('2026-07-01T22:00:00.000Z')).toBe('2026-07-02');
  });

  it('holds an explanation that names the fingerprint of the root', () => {
    const fingerprint = createHash('sha256').update(testRoot.certificate).digest('hex').toUpperCase().match(/../g)?.join(':') ?? '';
    expect(files.get(`${folder}/LISEZMOI.txt`)?.toString('utf8')).toContain(fingerprint);
  });
  it('gives back its record, root and receipt', async () => {
    const members = await readArchiveMembers(archive);
    expect(Buffer.from(members.record).toString('utf8')).toBe(minute.text);
    expect(Buffer.from(members.root).toString('utf8')).toBe(root);
    expect(Buffer.from(members.receipt).toString('utf8')).toBe(minute.receipt);
  });
  it.skipIf(spawnSync('sha512sum', ['--version']).error !== undefined)('is accepted by sha512sum and sha256sum (skipped without coreutils)', () => {
    const place = mkdtempSync(join(tmpdir(), 'delibere-bag-'));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    for (const algorithm of ['sha256', 'sha512'])
      expect(spawnSync(`${algorithm}sum`, ['-c', '--strict', '--quiet', `manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`], { cwd: join(place, folder) }).status).toBe(0);
    rmSync(place, { recursive: true, force: true });
  });
});

describe('an archive of which one member was changed', () => {
  it('is refused for every member in turn, by a named rule', async () => {
    for (const [path, bytes] of files) {
      const changed = Buffer.from(bytes);
      changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
      const rules = await rulesOf(await zipOf(membersOf(new Map([[path.slice(folder.length + 1), changed]]))));
      expect(rules.length, path).toBeGreaterThan(0);
      expect(rules, path).not.toContain('unexpected');
    }
  });
  it('is refused for every member removed in turn, manifests written anew or not', async () => {
    for (const path of files.keys()) {
      const without = new Map([[path.slice(folder.length + 1), null]]);
      expect((await rulesOf(await zipOf(membersOf(without)))).length, path).toBeGreaterThan(0);
      if (!path.includes('manifest-')) expect((await rulesOf(await lying(without))).length, path).toBeGreaterThan(0);
    }
  });
  it('is refused when a file is added or renamed', async () => {
    expect(await rulesOf(await zipOf(membersOf(new Map([['data/extra.txt', Buffer.from('x')]]))))).toContain('bag-unlisted');
    expect(await rulesOf(await lying(new Map([['data/extra.txt', Buffer.from('x')]])))).toEqual(['archive-unknown']);
    expect(await rulesOf(await lying(new Map([['data/minute.pdf', null], ['data/minutes.pdf', minute.pdf]])))).toContain('archive-part');
  });
  const lies: Readonly<Record<string, () => readonly [rule: string, changes: ReadonlyMap<string, Uint8Array>]>> = {
    'the record': () => ['archive-record', new Map([['data/session.json', Buffer.from(minute.text.replace('Exempleville', 'Exempleburg'))]])],
    'the règlement': () => ['archive-json', new Map([['data/reglement.json', Buffer.from(Buffer.from(files.get(`${folder}/data/reglement.json`) ?? '').toString().replace('"quorum": 3', '"quorum": 2'))]])],
    'the fiche': () => ['archive-json', new Map([['data/fiche.json', Buffer.from(Buffer.from(files.get(`${folder}/data/fiche.json`) ?? '').toString().replace('"level": 7', '"level": 6'))]])],
    'the receipt': () => ['receipt-signature', new Map([['data/receipt.json', Buffer.from(minute.receipt.replace(/"recordSha256": "\w{8}/, '"recordSha256": "00000000'))]])],
    'the root': () => ['archive-certificate', new Map([['data/organisme.pem', Buffer.from(pemOf(namesakeRoot.certificate))]])],
    'a certificate': () => ['archive-certificate', new Map([['data/certificates/sceau.pem', Buffer.from(pemOf(namesakeRoot.certificate))]])],
    'an unsealed minute': () => ['seal-missing', new Map([['data/minute.pdf', minute.revisions.at(-2) ?? Buffer.alloc(0)]])],
    'a chain cut short': () => ['chain-head', new Map([['data/journal/chaine.jsonl', Buffer.from((files.get(`${folder}/data/journal/chaine.jsonl`)?.toString() ?? '').split('\n').slice(0, 11).join('\n').concat('\n'))]])],
    'a chain with a link replaced': () => ['chain-broken', new Map([['data/journal/chaine.jsonl', Buffer.from((files.get(`${folder}/data/journal/chaine.jsonl`)?.toString() ?? '').replace(/"contentDigest":"\w{4}/, '"contentDigest":"0000'))]])],
    'the digest of the last link': () => ['chain-broken', new Map([['data/journal/chaine.jsonl', Buffer.from((files.get(`${folder}/data/journal/chaine.jsonl`)?.toString() ?? '').replace(/\w{4}"\}\n$/, '0000"}\n'))]])],
    'a chain that tells a subject': () => ['chain-shape', new Map([['data/journal/chaine.jsonl', Buffer.from((files.get(`${folder}/data/journal/chaine.jsonl`)?.toString() ?? '').replace('{"seq":1,', '{"kind":"opinion","seq":1,'))]])],
  };
  for (const [what, lie] of Object.entries(lies))
    it(`is refused when its manifests lie about ${what}`, async () => {
      const [rule, changes] = lie();
      expect(await rulesOf(await lying(changes))).toContain(rule);
    });
});

describe('a zip that attacks its reader', () => {
  const bytes = Buffer.from('x');
  const refusals: Readonly<Record<string, readonly [rule: string, members: readonly Member[]]>> = {
    'a path that climbs': ['zip-path', [{ name: 'bag/../../bad', bytes }]],
    'an absolute path': ['zip-path', [{ name: '/etc/passwd', bytes }]],
    'a drive': ['zip-path', [{ name: 'C:/bad', bytes }]],
    'a backslash': ['zip-path', [{ name: 'bag\\bad', bytes }]],
    'a device of Windows': ['zip-path', [{ name: 'bag/CON.txt', bytes }]],
    'a control character': ['zip-path', [{ name: 'bag/a\u0007', bytes }]],
    'a reversed name': ['zip-path', [{ name: 'bag/fdp\u202Eexe', bytes }]],
    'a symbolic link': ['zip-link', [{ name: 'bag/link', bytes, mode: 0o120777 }]],
    'two names that differ by case': ['zip-duplicate', [{ name: 'bag/Minute', bytes }, { name: 'bag/minute', bytes }]],
    'the same name twice': ['zip-duplicate', [{ name: 'bag/minute', bytes }, { name: 'bag/minute', bytes }]],
  };
  const refusal = async (zip: Uint8Array): Promise<string> => {
    try {
      await unzip(zip);
      return 'accepted';
    } catch (error) {
      return error instanceof Error ? error.message : 'thrown';
    }
  };
  for (const [what, [rule, members]] of Object.entries(refusals)) it(`${what}: refused as ${rule}`, async () => expect(await refusal(await zipOf(members))).toBe(rule));
  it('a bomb: refused before it is inflated', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(20 * 1024 * 1024), 'bag/bomb', { compress: true });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
    expect(await refusal(Buffer.concat(chunks))).toBe('zip-ratio');
  });
  it('an encrypted member: refused', async () => {
    const zip = await zipOf([{ name: 'bag/file', bytes }]);
    for (const mark of [[0x50, 0x4b, 1, 2], [0x50, 0x4b, 3, 4]]) {
      const at = zip.indexOf(Buffer.from(mark)) + (mark[2] === 1 ? 8 : 6);
      zip[at] = (zip[at] ?? 0) | 1;
    }
    expect(await refusal(zip)).toBe('zip-encrypted');
  });
  it('a local name that is not that of the directory: refused', async () => {
    const zip = await zipOf([{ name: 'bag/file', bytes }]);
    zip.write('bag/evil', zip.indexOf('bag/file'), 'latin1');
    expect(await refusal(zip)).toBe('zip-malformed');
  });
  it('bytes before, between or after the members: refused', async () => {
    const zip = await zipOf([{ name: 'bag/file', bytes }]);
    expect(await refusal(Buffer.concat([Buffer.from('MZ'), zip]))).toBe('zip-malformed');
    expect(await refusal(Buffer.concat([zip, Buffer.from('x')]))).toBe('zip-malformed');
  });
  it('an archive cut anywhere: refused, never an exception', async () => {
    for (let place = 0; place < 60; place += 1) {
      const verdict = await verifyArchive(archive.subarray(0, Math.floor((place * archive.length) / 60)), { root });
      expect(['notIntact', 'unreadable']).toContain(verdict.level);
    }
  });
  it('one byte changed anywhere in what the members hold: refused', async () => {
    const at = Buffer.from(archive).indexOf(minute.pdf.subarray(0, 64));
    for (let place = 0; place < 60; place += 1) {
      const changed = Buffer.from(archive);
      const here = at + Math.floor((place * minute.pdf.length) / 60);
      changed[here] = (changed[here] ?? 0) ^ 4;
      expect((await verifyArchive(changed, { root })).level).toBe('notIntact');
    }
  });
  it('two folders: refused', async () => {
    const zip = await zipOf([...membersOf(), { name: 'other/file', bytes }]);
    expect(await rulesOf(zip)).toEqual(['bag-folder']);
  });
});

describe('any file', () => {
  it('a record alone is whole, never established', async () => {
    expect(await verifyFile(Buffer.from(minute.text), { name: 'session.json', root })).toMatchObject({ kind: 'record', level: 'whole', number: minute.record.session.number });
  });
  it('a record retouched by hand is not intact', async () => {
    expect((await verifyFile(Buffer.from(minute.text.replace('  ', ' ')), { name: 'session.json' })).level).toBe('notIntact');
  });
  it('what is not ours is unreadable: a text, another JSON, another zip, nothing', async () => {
    const strange = [Buffer.from('bonjour'), Buffer.from('{"a":1}'), await zipOf([{ name: 'word/document.xml', bytes: Buffer.from('x') }]), Buffer.alloc(0)];
    for (const bytes of strange) expect(await verifyFile(bytes, { name: 'x' })).toMatchObject({ level: 'unreadable', kind: 'unknown' });
  });
  it('a minute is judged with its receipt when it is given', async () => {
    expect((await verifyFile(minute.pdf, { name: 'pv.pdf', root, receipt: minute.receipt })).level).toBe('established');
    expect((await verifyFile(minute.pdf, { name: 'pv.pdf', root, receipt: '{}' })).faults.map(({ rule }) => rule)).toEqual(['receipt-shape']);
  });
  it('every sentence of a verdict is French text, without a hole', async () => {
    const view = await verifyFile(minute.revisions[1] ?? Buffer.alloc(0), { name: 'pv.pdf', root });
    for (const { sentence } of [...view.faults, ...view.checks]) expect(sentence).not.toMatch(/undefined|\[object/);
    expect(view.faults.length).toBeGreaterThan(0);
  });
});

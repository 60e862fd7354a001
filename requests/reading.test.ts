import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RequestInput } from '../domain/contract.ts';
import { recordText } from '../domain/minute.ts';
import type { ReadingView } from '../domain/reading.ts';
import { unzip } from '../documents/archive/unzip.ts';
import { pemOf } from '../documents/signature/certificate.ts';
import { newIdentity } from '../tests/fixtures/age-identity.ts';
import { rebagged, zipMembers } from '../tests/fixtures/bags/archives.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { archivedDays, locked } from '../tests/fixtures/reread.ts';
import { testRoot } from '../tests/fixtures/signed.ts';
import { endOf } from '../tests/fixtures/work.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let days: Awaited<ReturnType<typeof archivedDays>>;
let bench: ReturnType<typeof openTestDesk>;
beforeAll(async () => {
  days = await archivedDays();
}, 120_000);
beforeEach(() => {
  bench = openTestDesk();
});
afterEach(() => bench.dispose());

const ask = askOf(() => bench.desk);
const asking = { handle: null, name: null, root: null, secret: null } as const;
const start = async (bytes: Uint8Array, given: Partial<RequestInput<'reading.open'>> = {}): Promise<{ work: string }> => {
  bench.dialogs.offer('Archive 2026-JOUE-01.zip', bytes);
  return ask('reading.open', { ...asking, ...given });
};
const open = async (bytes: Uint8Array, given: Partial<RequestInput<'reading.open'>> = {}): Promise<{ work: string; view: ReadingView }> => {
  const { work } = await start(bytes, given);
  expect(await endOf(bench.desk, { work })).toEqual({ kind: 'done' });
  return { work, view: await ask('reading.get', { work }) };
};
const whole = (view: ReadingView): Extract<ReadingView, { kind: 'read' }> => {
  if (view.kind !== 'read') throw new Error(JSON.stringify(view.verdict.faults));
  return view;
};
const gone = { ok: false, error: { code: 'not-found', facts: { what: 'reading' } } };

test('an archive opens without a store, as its own bytes tell it: record, fiche, chain, certificates', async () => {
  const { view } = await open(days.archive);
  const { verdict, archive } = whole(view);
  expect(verdict).toMatchObject({ level: 'whole', faults: [], number: '2026-JOUE-01', sha256: sha256(days.archive) });
  expect(recordText(archive.record)).toBe(days.first.text);
  expect(archive.links).toBe(days.first.chain.length);
  expect(archive.minute).toMatchObject({ sha256: days.first.name.sha256, bytes: days.first.pdf.length });
  expect(archive.certificates.map(({ name }) => name)).toEqual([
    ...days.first.record.members.filter(({ decided }) => decided).map(({ name }) => name),
    days.first.record.lead.name,
  ]);
  expect(archive).toMatchObject({ earlier: [], dossiers: null, fiche: { code: archive.record.certification.code } });
  expect(archive.readMe).toContain('sha512sum');
  expect(existsSync(bench.tools.storeFolder)).toBe(false);
  // What speaks of a person's life, and what belongs to the working part, is in no archive: the words of the played day are looked for whole.
  for (const secret of ['secret du lien', 'note privée', 'certificat médical', 'Ophélie Cachée']) expect(JSON.stringify(view)).not.toContain(secret);
});

test('its origin is established by the root that a person gives', async () => {
  bench.dialogs.offer('organisme.pem', pemOf(testRoot.certificate));
  const { handle } = await ask('document.chooseRoot', {});
  expect((await open(days.archive, { root: handle })).view.verdict.level).toBe('established');
});

test('a rectified session gives its earlier minute, what was changed, and the digest of the dossiers’ bag', async () => {
  const { work, view } = await open(days.rectified);
  const { archive } = whole(view);
  expect(archive.record.rectification?.changes.length).toBeGreaterThan(0);
  expect(archive.earlier).toMatchObject([{ rank: 0, number: '2026-JOUE-01', sha256: days.first.name.sha256 }]);
  expect(archive.dossiers).toBe('7'.repeat(128));
  const shown = async (document: RequestInput<'reading.view'>['document']) => {
    const answer = await ask('reading.view', { work, document });
    return [answer.fileName, sha256(bench.desk.viewing(answer.view) ?? new Uint8Array())];
  };
  expect(await shown({ kind: 'minute' })).toEqual(['Procès-verbal 2026-JOUE-01-R1.pdf', days.second.name.sha256]);
  expect(await shown({ kind: 'earlier', rank: 0 })).toEqual(['Procès-verbal 2026-JOUE-01.pdf', days.first.name.sha256]);
  expect((await shown({ kind: 'attendance' }))[0]).toBe('Feuille de présence 2026-JOUE-01-R1.pdf');
  expect(await bench.desk.ask('reading.view', { work, document: { kind: 'earlier', rank: 1 } })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a damaged archive, and what is no archive, are refused by name and nothing of them can be read', async () => {
  const damaged = Buffer.from(days.archive);
  const middle = Math.floor(damaged.length / 2);
  damaged[middle] = (damaged[middle] ?? 0) ^ 1;
  for (const [bytes, level] of [
    [damaged, 'notIntact'],
    [days.archive.subarray(0, days.archive.length - 40), 'notIntact'],
    [Buffer.from('rien'), 'unreadable'],
  ] as const) {
    const { work, view } = await open(bytes);
    expect(view).toMatchObject({ kind: 'refused', verdict: { level } });
    expect('archive' in view).toBe(false);
    if (level === 'notIntact') expect(view.verdict.faults.length).toBeGreaterThan(0);
    expect(await bench.desk.ask('reading.view', { work, document: { kind: 'minute' } })).toMatchObject(gone);
  }
  const minute = await open(days.first.pdf);
  expect(minute.view).toMatchObject({ kind: 'refused', verdict: { kind: 'minute', level: 'whole' } });
});

test('an archive whose every digest agrees, and yet holds another attendance sheet, or another record, is refused and nothing of it is given', async () => {
  const members = await unzip(days.archive);
  const others = await unzip(days.rectified);
  for (const [path, rule] of [
    ['data/annexes/emargement.pdf', 'archive-attendance'],
    ['data/session.json', 'archive-record'],
  ] as const) {
    const own = [...members.keys()].find((name) => name.endsWith(path)) ?? '';
    const other = others.get([...others.keys()].find((name) => name.endsWith(path)) ?? '') ?? Buffer.alloc(0);
    const { view } = await open(zipMembers(rebagged(new Map([...members, [own, other]]))));
    expect(view).toMatchObject({ kind: 'refused', verdict: { kind: 'archive', level: 'notIntact' } });
    expect(view.verdict.faults.map((fault) => fault.rule)).toContain(rule);
  }
});

test('an encrypted archive asks for what opens it, says that another key does not, and is read with the right one', async () => {
  const { identity, recipient } = await newIdentity();
  const closed = await locked(days.archive, { kind: 'recipient', recipient });
  const asked = await open(closed);
  expect(asked.view).toMatchObject({ kind: 'refused', verdict: { kind: 'encrypted', faults: [{ rule: 'age-locked' }] } });
  const { handle } = asked.view;
  const again = async (secret: string) => {
    const { work } = await ask('reading.open', { handle, name: 'Archive.zip.age', root: null, secret });
    await endOf(bench.desk, { work });
    return ask('reading.get', { work });
  };
  expect(await again((await newIdentity()).identity)).toMatchObject({ kind: 'refused', verdict: { faults: [{ rule: 'age-key-wrong' }] } });
  const read = whole(await again(identity));
  expect(read.archive.record.session.number).toBe('2026-JOUE-01');
  expect([read.encrypted, read.verdict.sha256]).toEqual([sha256(closed), sha256(days.archive)]);
});

test('a stop leaves nothing to read', async () => {
  const { work } = await start(days.archive);
  await ask('work.cancel', { work });
  expect(await bench.desk.ask('reading.get', { work })).toMatchObject(gone);
});

test('closing frees what was read and shown, and so does a lock, a store that is created, and another archive', async () => {
  const closers = {
    close: () => ask('reading.close', {}),
    create: () => ask('store.create', { passphrase: 'une phrase assez longue' }),
    lock: () => ask('store.lock', {}),
    another: () => start(Buffer.from('rien')),
  };
  for (const close of Object.values(closers)) {
    const { work } = await open(days.archive);
    const { view } = await ask('reading.view', { work, document: { kind: 'minute' } });
    expect(bench.desk.viewing(view)?.length).toBe(days.first.pdf.length);
    await close();
    expect(await bench.desk.ask('reading.get', { work })).toMatchObject(gone);
    expect(bench.desk.viewing(view)).toBeNull();
  }
});

test('a lock while the check goes on leaves nothing to read after it', async () => {
  await ask('store.create', { passphrase: 'une phrase assez longue' });
  const { work } = await start(days.archive);
  await ask('store.lock', {});
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await bench.desk.ask('reading.get', { work })).toMatchObject(gone);
});

const bytesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted()
    .map((path) => `${path} ${sha256(readFileSync(join(folder, path)))}`);

test('a store that is open, with the same session or another, is not touched by a reading', async () => {
  await ask('store.create', { passphrase: 'une phrase assez longue' });
  const before = bytesOf(bench.tools.storeFolder);
  const { work, view } = await open(days.rectified);
  await ask('reading.view', { work, document: { kind: 'minute' } });
  expect(view.kind).toBe('read');
  await ask('reading.close', {});
  expect(bytesOf(bench.tools.storeFolder)).toEqual(before);
  expect(await ask('session.list', {})).toEqual([]);
});

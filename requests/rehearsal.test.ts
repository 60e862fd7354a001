import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../db/connection.ts';
import { openKeys } from '../db/keys.ts';
import { readRegister } from '../db/register.ts';
import { writeArchive } from '../documents/archive/write.ts';
import { newIdentity } from '../tests/fixtures/age-identity.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { fixtureFonts } from '../tests/fixtures/fonts.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../tests/fixtures/signed.ts';
import { chosen, rehearsed, type ToRehearse } from '../tests/fixtures/rehearsed.ts';
import { SigningRoom } from '../tests/fixtures/signing.ts';
import { endOf } from '../tests/fixtures/work.ts';

let room: SigningRoom;
let archive: ToRehearse;
let bag: ToRehearse;
const ask: SigningRoom['must'] = (name, input) => room.must(name, input);
const rehearse = (file: ToRehearse, dossiers: ToRehearse | null = null) => rehearsed(room.desk, room.dialogs, room.sessionId, file, dossiers);
const fileOf = (name: string): Buffer => Buffer.from(room.dialogs.written.get(name) ?? new Uint8Array());
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const last = async () => (await ask('rehearsal.last', { sessionId: room.sessionId })).last;

/** The register of a store, read in a copy. */
const registerOf = (folder: string) => {
  const copy = mkdtempSync(join(tmpdir(), 'delibere-registre-'));
  cpSync(folder, copy, { recursive: true });
  const key = openKeys(readFileSync(join(copy, 'cles.json'), 'utf8'), room.scenario.passphrase);
  if (!key.ok) throw new Error(key.error.code);
  const db = connect(join(copy, 'delibere.db'), key.value, true);
  try {
    return readRegister(db).map(({ entry }) => entry);
  } finally {
    db.close();
    rmSync(copy, { recursive: true, force: true });
  }
};

beforeAll(async () => {
  room = await new SigningRoom().print();
  expect(
    await room.desk.ask('rehearsal.run', { sessionId: room.sessionId, archive: { handle: 'h', name: 'a.zip', secret: null }, dossiers: null }),
  ).toMatchObject({ ok: false, error: { code: 'minute-not-sealed' } });
  await room.signAll();
  const { identity, recipient } = await newIdentity();
  const started = await ask('dossiers.write', { sessionId: room.sessionId, lock: { kind: 'recipient', recipient } });
  expect(await endOf(room.desk, started)).toEqual({ kind: 'done' });
  bag = { name: 'd.zip.age', bytes: fileOf(started.fileName), secret: identity };
  const { fileName } = await archived(ask, room.sessionId);
  archive = { name: 'copie.zip', bytes: fileOf(fileName) };
}, 120_000);
afterAll(() => room.dispose());

test('nothing was ever rehearsed, and the day of the archive is known', async () => {
  const state = await ask('rehearsal.last', { sessionId: room.sessionId });
  expect(state).toMatchObject({ last: null, archivedOn: '2026-03-17', due: false });
});

test('a copy of the archive with its dossiers could replace what is here: every point agrees, and the last backup opens', async () => {
  const told = await rehearse(archive, bag);
  if (typeof told === 'string') throw new Error(told);
  expect(told).toMatchObject({ fileName: 'copie.zip', outcome: 'conform', writtenOn: '2026-03-17' });
  expect(told.verdict).toMatchObject({ level: 'established', sha256: sha256(archive.bytes) });
  const states = told.points.map(({ part, state }) => `${part} ${state}`);
  expect(states).toEqual([
    ...['session same', 'minute same', 'record same', 'receipt same', 'chain same', 'later noted', 'certificates same', 'regulations same'],
    ...['referential same', 'namedBag same', 'bag same', 'pieces same'],
  ]);
  // After the closing, where the chain of the archive ends: the printing of the minute, each member, the seal, the archive.
  const after = 1 + room.members.length + 1 + 1;
  expect(told.points.find(({ part }) => part === 'later')).toMatchObject({ links: after });
  const { pieces } = await ask('dossiers.state', { sessionId: room.sessionId });
  expect(told.points.at(-1)).toEqual({ part: 'pieces', state: 'same', pieces, different: 0, missing: 0, added: 0 });
  expect(told.backup).toMatchObject({ kind: 'read', sessions: 1, different: 0, samePassphrase: true });
  expect(await last()).toMatchObject({ outcome: 'conform', sha256: sha256(archive.bytes), backup: 'conform' });
});

test('the rehearsal leaves one entry in the register and no file: identities and digests, no name', async () => {
  const entries = registerOf(room.storeFolder).filter(({ kind }) => kind === 'rehearsed');
  const { sessionId } = room;
  const digests = { sha256: sha256(archive.bytes), dossiersSha256: sha256(bag.bytes) };
  expect(entries).toEqual([{ kind: 'rehearsed', sessionId, ...digests, outcome: 'conform', backup: 'conform' }]);
  expect(readdirSync(join(room.storeFolder, 'sauvegardes')).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('a stop, a wrong phrase and a file that stays closed record nothing', async () => {
  const before = await last();
  const { encrypted: _, ...file } = await chosen(room.desk, room.dialogs, archive);
  const { work } = await ask('rehearsal.run', { sessionId: room.sessionId, archive: file, dossiers: null });
  await ask('work.cancel', { work });
  expect(await room.desk.ask('rehearsal.get', { work })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await rehearse(archive, { ...bag, secret: '' })).toBe('rehearsal-locked');
  expect(await rehearse(archive, { ...bag, secret: (await newIdentity()).identity })).toBe('age-key-wrong');
  expect(await last()).toEqual(before);
});

test('an encrypted archive is told to be so, and conforms once opened: the digest kept is that of the closed file', async () => {
  const { identity, recipient } = await newIdentity();
  const { fileName } = await archived(ask, room.sessionId, { kind: 'recipient', recipient });
  const closed = { name: 'copie.zip.age', bytes: fileOf(fileName) };
  expect(await chosen(room.desk, room.dialogs, closed)).toMatchObject({ encrypted: true });
  expect(await rehearse(closed)).toBe('rehearsal-locked');
  const told = await rehearse({ ...closed, secret: identity });
  expect(told).toMatchObject({ outcome: 'conform', writtenOn: '2026-03-17', verdict: { level: 'established', sha256: sha256(closed.bytes) } });
  expect(await last()).toMatchObject({ sha256: sha256(closed.bytes) });
});

test('an archive written before later acts still conforms, and says how many came since without telling them', async () => {
  const told = await rehearse(archive);
  if (typeof told === 'string') throw new Error(told);
  expect(told.outcome).toBe('conform');
  const later = told.points.find(({ part }) => part === 'later');
  // One more archive was written since the first rehearsal.
  expect(later).toMatchObject({ links: 1 + room.members.length + 1 + 2 });
  expect(Object.keys(later ?? {}).sort()).toEqual(['links', 'part', 'since', 'state']);
});

test('a damaged archive is no whole one: it is said, recorded, and what still agrees is told', async () => {
  const bytes = Buffer.from(archive.bytes);
  const at = bytes.indexOf('%PDF-') + 2000;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  expect(await rehearse({ name: 'abimee.zip', bytes })).toMatchObject({ outcome: 'notIntact', verdict: { level: 'notIntact' } });
  expect(await last()).toMatchObject({ outcome: 'notIntact', sha256: sha256(bytes) });
});

test('a minute, a bag of dossiers or a text in the place of the archive is no archive, and an archive is no bag of dossiers', async () => {
  await ask('minute.save', { sessionId: room.sessionId });
  const pdf = [...room.dialogs.written.keys()].find((name) => name.startsWith('PV')) ?? '';
  for (const file of [{ name: 'pv.pdf', bytes: fileOf(pdf) }, bag, { name: 'notes.txt', bytes: Buffer.from('Bonjour') }])
    expect(await rehearse(file)).toMatchObject({ outcome: 'notArchive', points: [] });
  const told = await rehearse(archive, { ...archive, name: 'd.zip' });
  expect(told).toMatchObject({ outcome: 'differs' });
  expect(typeof told === 'string' ? [] : told.points.at(-1)).toEqual({ part: 'bag', state: 'notBag' });
});

test('an archive of another organism is whole in itself and comes from elsewhere', async () => {
  const { pdf, text, receipt } = sealMinute(await drawBase(1));
  const chain = chainOf(20);
  const parts = { minute: pdf, recordText: text, receipt, earlier: [], root: testRoot.certificate, chain, referential: testReferential() };
  const bytes = await writeArchive({ ...parts, at: '2026-03-17T17:00:00.000Z', dossiers: null, fonts: fixtureFonts() });
  expect(await rehearse({ name: 'autre.zip', bytes })).toMatchObject({ outcome: 'otherOrganism', verdict: { level: 'whole' } });
});

test('a year later a rehearsal is due; dossiers purged since are no fault; a damaged backup is told', async () => {
  const { sessionId } = room;
  room.clock.advance(430 * 86_400);
  expect(await ask('rehearsal.last', { sessionId })).toMatchObject({ due: true });
  const line = (await ask('retention.get', {})).lines.find(({ what }) => what === 'dossiers');
  if (!line?.count) throw new Error('the dossiers are due');
  const order = { subject: line.subject, what: 'dossiers', reason: 'Terme atteint', secret: room.scenario.leadPin, expected: line.count } as const;
  await ask('retention.purge', order);
  // Written now, a bag would be empty and look like one.
  const { recipient } = await newIdentity();
  expect(await room.desk.ask('dossiers.write', { sessionId, lock: { kind: 'recipient', recipient } })).toMatchObject({
    ok: false,
    error: { code: 'dossiers-purged', facts: { on: '2027-05-21' } },
  });
  expect(await ask('dossiers.state', { sessionId })).toMatchObject({ pieces: 0, purgedOn: '2027-05-21' });
  const told = await rehearse(archive, bag);
  if (typeof told === 'string') throw new Error(told);
  expect(told.outcome).toBe('conform');
  expect(told.points.at(-1)).toEqual({ part: 'purgedPieces', state: 'noted', pieces: line.count.files, on: '2027-05-21' });
  expect(await ask('rehearsal.last', { sessionId })).toMatchObject({ due: false });
  const backups = join(room.storeFolder, 'sauvegardes');
  const [name = ''] = readdirSync(backups);
  const database = join(backups, name, 'delibere.db');
  const bytes = readFileSync(database);
  for (let at = 8192; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(database, bytes);
  expect(await rehearse(archive)).toMatchObject({ outcome: 'conform', backup: { kind: 'unusable' } });
  expect(await last()).toMatchObject({ outcome: 'conform', backup: 'unusable' });
});

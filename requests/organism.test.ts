import { readFileSync } from 'node:fs';
import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connect } from '../db/connection.ts';
import { openKeys } from '../db/keys.ts';
import { readOrganism } from '../db/minute.ts';
import { fingerprintOf } from '../documents/signature/certificate.ts';
import type { KeyPair } from '../documents/signature/keys.ts';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { hasReaders, pagesOf } from '../tests/fixtures/readers.ts';
import { everyByte, formsOf } from '../tests/fixtures/store-bytes.ts';
import { SigningRoom } from '../tests/fixtures/signing.ts';
import { fieldsOf } from '../tests/fixtures/sitting.ts';

// Every key made is remembered here, to look for its bytes afterwards; nothing else about keys is replaced.
const made = vi.hoisted((): KeyPair[] => []);
vi.mock('../documents/signature/keys.ts', async (load) => {
  const real = await load<typeof import('../documents/signature/keys.ts')>();
  const makeKey: typeof real.makeKey = () => {
    const key = real.makeKey();
    made.push(key);
    return key;
  };
  return { ...real, makeKey };
});

let room: SigningRoom;
const backupName = 'Racine de l’organisme (sauvegarde).json';
const sheetOf = (view: string): string => pagesOf(room.desk.viewing(view) ?? new Uint8Array()).join(' ');
const codeOn = (view: string): string => (/Code de secours ((?:[0-9A-Z] ?){30})/.exec(sheetOf(view))?.[1] ?? '').replaceAll(' ', '');
const organism = () => room.must('organism.status', { sessionId: room.sessionId });
const backUp = (passphrase = room.scenario.passphrase) => room.desk.ask('organism.backup', { sessionId: room.sessionId, passphrase });

beforeAll(async () => {
  room = await new SigningRoom().print();
});
afterAll(() => room.dispose());

const scalarOf = (pkcs8: Uint8Array): Buffer =>
  Buffer.from(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }).d ?? '', 'base64url');

test('before any signature the organism has no root, only its name', async () => {
  expect(await organism()).toEqual({ kind: 'absent', organism: 'OPENCLASSROOMS' });
  expect(await room.desk.ask('organism.saveCertificate', {})).toMatchObject({ ok: false, error: { code: 'root-absent' } });
});

test('a wrong passphrase saves nothing and makes no root', async () => {
  expect(await backUp('une autre phrase de passe')).toEqual({ ok: false, error: { code: 'passphrase-wrong', facts: { open: true } } });
  expect(await organism()).toMatchObject({ kind: 'absent' });
  expect(room.dialogs.written.size).toBe(0);
});

test('a disk that refuses the backup leaves the root unsaved, and says why', async () => {
  room.dialogs.full = 'ENOSPC';
  expect(await backUp()).toMatchObject({ ok: false, error: { code: 'file-not-written', facts: { cause: 'full' } } });
  room.dialogs.full = null;
  expect(await organism()).toMatchObject({ kind: 'kept', backedUpAt: null });
});

test('a backup that the disk did not keep as it was written is never called saved', async () => {
  const honest = room.dialogs.readHandle;
  const lying = {
    ...room.dialogs,
    readHandle: async (handle: string) => Buffer.from((await honest(handle)).map((byte, at) => (at === 900 ? byte ^ 1 : byte))),
  };
  Object.assign(room.dialogs, { readHandle: lying.readHandle });
  expect(await backUp()).toMatchObject({ ok: false, error: { code: 'root-backup-not-verified' } });
  Object.assign(room.dialogs, { readHandle: honest });
  expect(await organism()).toMatchObject({ kind: 'kept', backedUpAt: null });
});

test.skipIf(!hasReaders())(
  'the root, saved, opens elsewhere with the code of its sheet, and there alone certifies the same (skipped without poppler-utils)',
  async () => {
    const saved = await backUp();
    if (!saved.ok) throw new Error(saved.error.code);
    const { view } = saved.value;
    const status = await organism();
    if (status.kind !== 'kept') throw new Error('the root is kept');
    expect(saved.value.organism).toEqual(status);
    expect(status.backedUpAt).not.toBeNull();
    const code = codeOn(view);
    expect(code).toHaveLength(30);
    expect(sheetOf(view).replaceAll(' ', '')).toContain(status.fingerprint.toUpperCase());
    const file = Buffer.from(room.dialogs.written.get(backupName) ?? []);
    for (const form of [code, code.toLowerCase(), code.slice(0, 25)]) expect(file.includes(form)).toBe(false);

    const other = openTestDesk();
    try {
      const ask = other.desk.ask;
      await ask('store.create', { passphrase: 'une phrase assez longue' });
      const created = await ask('session.create', fieldsOf('2026-077'));
      if (!created.ok) throw new Error(created.error.code);
      const { sessionId } = created.value;
      const choose = async (bytes: Uint8Array) => {
        other.dialogs.offer('racine.json', bytes);
        return ask('organism.chooseBackup', {});
      };
      expect(await choose(Buffer.from('{}'))).toMatchObject({ ok: false, error: { code: 'root-backup-unreadable' } });
      const chosen = await choose(file);
      if (!chosen.ok) throw new Error(chosen.error.code);
      expect(chosen.value).toMatchObject({ organism: 'OPENCLASSROOMS', fingerprint: status.fingerprint, fileName: 'racine.json' });
      const restore = (typed: string) => ask('organism.restore', { sessionId, handle: chosen.value.handle, code: typed });
      expect(await restore(code.slice(1))).toMatchObject({ ok: false, error: { code: 'recovery-code-mistyped', facts: { letters: 29, expected: 30 } } });
      expect(await restore(`${code.startsWith('Z') ? 'Y' : 'Z'}${code.slice(1)}`)).toMatchObject({ ok: false, error: { code: 'recovery-code-mistyped' } });
      expect(await ask('organism.status', { sessionId })).toMatchObject({ ok: true, value: { kind: 'absent' } });
      expect(await restore(` ${code.toLowerCase().replace(/(.{5})/g, '$1 ')}`)).toMatchObject({
        ok: true,
        value: { kind: 'kept', fingerprint: status.fingerprint },
      });
      expect(await restore(code)).toMatchObject({ ok: true, value: { fingerprint: status.fingerprint } });
    } finally {
      other.dispose();
    }
  },
);

test.skipIf(!hasReaders())('another backup has another code, and neither opens the other’s file (skipped without poppler-utils)', async () => {
  const first = await backUp();
  if (!first.ok) throw new Error(first.error.code);
  const [oldCode, oldFile] = [codeOn(first.value.view), room.dialogs.written.get(backupName) ?? new Uint8Array()];
  const second = await backUp();
  if (!second.ok) throw new Error(second.error.code);
  expect(codeOn(second.value.view)).not.toBe(oldCode);
  const { handle } = await (room.dialogs.offer('b.json', room.dialogs.written.get(backupName) ?? new Uint8Array()), room.must('organism.chooseBackup', {}));
  const restore = (at: string, code: string) => room.desk.ask('organism.restore', { sessionId: room.sessionId, handle: at, code });
  expect(await restore(handle, oldCode)).toMatchObject({ ok: false, error: { code: 'recovery-code-wrong' } });
  expect(await restore(handle, codeOn(second.value.view))).toMatchObject({ ok: true });
  const old = await (room.dialogs.offer('a.json', oldFile), room.must('organism.chooseBackup', {}));
  expect(await restore(old.handle, oldCode)).toMatchObject({ ok: true });
});

test('the sheet of the last backup can be saved to be printed, and no other view can', async () => {
  const saved = await backUp();
  if (!saved.ok) throw new Error(saved.error.code);
  await room.must('minute.preview', { sessionId: room.sessionId });
  await room.must('organism.saveSheet', {});
  expect(room.dialogs.written.get('Fiche de secours.pdf')).toEqual(room.desk.viewing(saved.value.view));
  await room.restart();
  expect(await room.desk.ask('organism.saveSheet', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('the root of another organism is never put in the place of the one that signs', async () => {
  const other = await new SigningRoom().print();
  try {
    const saved = await other.desk.ask('organism.backup', { sessionId: other.sessionId, passphrase: other.scenario.passphrase });
    if (!saved.ok) throw new Error(saved.error.code);
    const before = await organism();
    const { handle } = await (room.dialogs.offer('b.json', other.dialogs.written.get(backupName) ?? new Uint8Array()), room.must('organism.chooseBackup', {}));
    const code = (
      /Code de secours ((?:[0-9A-Z] ?){30})/.exec(pagesOf(other.desk.viewing(saved.value.view) ?? new Uint8Array()).join(' '))?.[1] ?? ''
    ).replaceAll(' ', '');
    expect(await room.desk.ask('organism.restore', { sessionId: room.sessionId, handle, code })).toMatchObject({ ok: false, error: { code: 'root-other' } });
    expect(await organism()).toEqual(before);
  } finally {
    other.dispose();
  }
});

test('after every signature no key is anywhere in the store, in clear or once decrypted: only certificates are', async () => {
  await room.signAll();
  await room.must('organism.saveCertificate', {});
  room.desk.close();
  const key = openKeys(readFileSync(join(room.storeFolder, 'cles.json'), 'utf8'), room.scenario.passphrase);
  if (!key.ok) throw new Error(key.error.code);
  const db = connect(join(room.storeFolder, 'delibere.db'), key.value, true);
  const root = readOrganism(db, key.value);
  db.close();
  if (!root) throw new Error('the root is kept');
  const bytes = everyByte(room.storeFolder, room.scenario.passphrase);
  const holds = (sought: Buffer): boolean => bytes.some((file) => file.includes(sought));
  // Made here or by another desk of this file; of this one: the root and a key a signature, and the search finds their public halves.
  const own = made.filter(({ point }) => holds(point) || holds(Buffer.from(point.toString('hex'))));
  expect(own.length).toBeGreaterThanOrEqual(room.members.length + 2);
  for (const { privateKey } of made) {
    const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
    for (const secret of [...formsOf(scalarOf(pkcs8)), ...formsOf(pkcs8), Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }))])
      expect(holds(secret)).toBe(false);
  }
  expect(made.some(({ privateKey }) => privateKey.export({ type: 'pkcs8', format: 'der' }).equals(root.privateKey))).toBe(true);
  expect(holds(Buffer.from(root.certificate))).toBe(true);
  expect(Buffer.from(room.dialogs.written.get('organisme.pem') ?? []).toString('utf8')).toContain('BEGIN CERTIFICATE');
  expect(fingerprintOf(root.certificate)).toHaveLength(64);
});

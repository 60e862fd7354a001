import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decryptFile } from '../documents/age/age.ts';
import { unzip } from '../documents/archive/unzip.ts';
import { verifyFile } from '../documents/archive/verify-file.ts';
import { newIdentity } from '../tests/fixtures/age-identity.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { fixtureFonts } from '../tests/fixtures/fonts.ts';
import { SigningRoom } from '../tests/fixtures/signing.ts';
import { endOf } from '../tests/fixtures/work.ts';

let room: SigningRoom;
const ask: SigningRoom['must'] = (name, input) => room.must(name, input);
const clear = 'Archive 2026-014-DEMO.zip';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (name: string): Buffer => Buffer.from(room.dialogs.written.get(name) ?? new Uint8Array());
const rootOf = async (): Promise<Buffer> => {
  const files = await unzip(fileOf(clear));
  return files.get('session-2026-014-DEMO/data/organisme.pem') ?? Buffer.alloc(0);
};

beforeAll(async () => {
  room = await new SigningRoom().print();
  await room.signAll();
}, 120_000);
afterAll(() => room.dispose());

test('a stop leaves no file and no act, and what was never started has nothing written', async () => {
  const { work } = await ask('archive.write', { sessionId: room.sessionId, lock: null });
  await ask('work.cancel', { work });
  expect(room.dialogs.written.has(clear)).toBe(false);
  expect((await ask('minute.signing', { sessionId: room.sessionId })).archivedSha256).toBeNull();
  expect(await room.desk.ask('archive.written', { work })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a file that the disk does not give back as it was written takes no name, and nothing is called archived', async () => {
  const { writeStream } = room.dialogs;
  const changing: typeof writeStream = (handle, source, check) =>
    writeStream(handle, source, async (written) => {
      appendFileSync(written, 'x');
      await check?.(written);
    });
  Object.assign(room.dialogs, { writeStream: changing });
  const started = await ask('archive.write', { sessionId: room.sessionId, lock: null });
  expect(await endOf(room.desk, started)).toMatchObject({ kind: 'failed', error: { code: 'written-otherwise' } });
  Object.assign(room.dialogs, { writeStream });
  expect(room.dialogs.written.has(clear)).toBe(false);
  expect((await ask('minute.signing', { sessionId: room.sessionId })).archivedSha256).toBeNull();
});

test('an archive in the clear is the file that the verdict and the act name, established when it is read again', async () => {
  const written = await archived(ask, room.sessionId);
  expect(written).toMatchObject({ fileName: clear, encrypted: false, verdict: { level: 'established', fileName: clear, sha256: sha256(fileOf(clear)) } });
  expect((await ask('minute.signing', { sessionId: room.sessionId })).archivedSha256).toBe(sha256(fileOf(clear)));
  expect(await ask('archive.state', { sessionId: room.sessionId })).toMatchObject({ archived: { sha256: sha256(fileOf(clear)) }, working: null });
  const again = await verifyFile(fileOf(clear), { name: clear, root: await rootOf(), fonts: fixtureFonts() });
  expect(again).toMatchObject({ level: 'established', faults: [] });
  expect(again.checks.filter(({ passed }) => passed === false)).toEqual([]);
});

test('an archive under a passphrase holds the same bytes in the clear, and the act names the file that was written', async () => {
  const lock = { kind: 'passphrase', passphrase: 'une phrase secrète d’essai' } as const;
  const written = await archived(ask, room.sessionId, lock);
  const closed = fileOf(`${clear}.age`);
  expect(written).toMatchObject({ fileName: `${clear}.age`, encrypted: true, verdict: { level: 'established', sha256: sha256(closed) } });
  expect((await ask('minute.signing', { sessionId: room.sessionId })).archivedSha256).toBe(sha256(closed));
  const parts: Uint8Array[] = [];
  for await (const part of decryptFile(
    (async function* () {
      yield closed;
    })(),
    lock,
  ))
    parts.push(part);
  expect(Buffer.concat(parts).equals(fileOf(clear))).toBe(true);
}, 120_000);

test.skipIf(spawnSync('age', ['--version']).error !== undefined)(
  'Debian’s age opens an archive for its recipient on the same bytes (skipped without age)',
  async () => {
    const { identity, recipient } = await newIdentity();
    const lock = { kind: 'recipient', recipient } as const;
    expect(await archived(ask, room.sessionId, lock)).toMatchObject({ encrypted: true, verdict: { level: 'established' } });
    const place = join(room.storeFolder, '..');
    writeFileSync(join(place, 'key.txt'), `${identity}\n`);
    writeFileSync(join(place, 'a.age'), fileOf(`${clear}.age`));
    expect(execFileSync('age', ['-d', '-i', join(place, 'key.txt'), join(place, 'a.age')]).equals(fileOf(clear))).toBe(true);
    const unfit = { kind: 'recipient', recipient: 'age1abc' } as const;
    expect(await room.desk.ask('archive.write', { sessionId: room.sessionId, lock: unfit })).toMatchObject({
      ok: false,
      error: { code: 'age-recipient-unfit' },
    });
  },
);

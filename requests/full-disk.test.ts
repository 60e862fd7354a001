import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { WritableDb } from '../db/connection.ts';
import { verifyMinute } from '../documents/signature/verify.ts';
import { SigningRoom } from '../tests/fixtures/signing.ts';
import { endOf } from '../tests/fixtures/work.ts';

// The connections that the program opens are remembered, to leave SQLite no page to grow: its refusal is then its own, as on a full disk.
const opened = vi.hoisted((): WritableDb[] => []);
vi.mock('../db/connection.ts', async (load) => {
  const real = await load<typeof import('../db/connection.ts')>();
  const connect: typeof real.connect = (path, key, mustExist) => {
    const db = real.connect(path, key, mustExist);
    if (path.endsWith('delibere.db') && !path.includes('sauvegardes')) opened.push(db);
    return db;
  };
  return { ...real, connect };
});

let room: SigningRoom;
beforeAll(async () => {
  room = await new SigningRoom().print();
});
afterAll(() => room.dispose());

const shown = async (): Promise<Buffer> => Buffer.from(room.desk.viewing((await room.must('minute.view', { sessionId: room.sessionId })).view) ?? []);
const signed = async (): Promise<number> => {
  const { signers } = await room.must('minute.signing', { sessionId: room.sessionId });
  return signers.filter(({ signedAt }) => signedAt !== null).length;
};
/** Leaves the store no page to grow, or all that it wants. */
const fill = (isFull: boolean): void => {
  const db = opened.at(-1);
  if (!db) throw new Error('a store is open');
  if (isFull) db.exec('VACUUM');
  db.pragma(`max_page_count = ${isFull ? String(db.pragma('page_count', { simple: true })) : '4294967294'}`);
};

test('a store without room keeps no half signature, says so, and the same person signs once there is room', async () => {
  expect((await room.sign(0)).ok).toBe(true);
  const before = await shown();
  fill(true);
  expect(await room.sign(1)).toEqual({ ok: false, error: { code: 'store-full', facts: { request: 'minute.sign' } } });
  expect([await signed(), (await shown()).equals(before)]).toEqual([1, true]);
  await room.restart();
  expect([await signed(), (await shown()).equals(before)]).toEqual([1, true]);
  fill(false);
  expect((await room.sign(1)).ok).toBe(true);
  expect(await signed()).toBe(2);
});

test('a store that can only be read keeps what was recorded, says so, and the same person signs once it can be written', async () => {
  opened.at(-1)?.pragma('query_only = ON');
  expect(await room.sign(2)).toMatchObject({ ok: false, error: { code: 'store-read-only' } });
  expect(await signed()).toBe(2);
  opened.at(-1)?.pragma('query_only = OFF');
  expect((await room.sign(2)).ok).toBe(true);
  expect(await signed()).toBe(3);
});

test('a seal without room seals nothing: no receipt, no phase, and the seal is given afterwards', async () => {
  for (const who of room.members.slice(3).map((_, rank) => rank + 3)) expect((await room.sign(who)).ok).toBe(true);
  fill(true);
  expect(await room.sign('lead')).toMatchObject({ ok: false, error: { code: 'store-full' } });
  expect(await room.must('minute.signing', { sessionId: room.sessionId })).toMatchObject({ phase: 'closed' });
  expect(await room.desk.ask('minute.save', { sessionId: room.sessionId })).toMatchObject({ ok: false, error: { code: 'minute-not-sealed' } });
  fill(false);
  expect(await room.sign('lead')).toMatchObject({ ok: true, value: { phase: 'sealed' } });
});

test('a full disk while the signed minute is saved keeps its bytes, and offers them again', async () => {
  const save = () => room.desk.ask('minute.save', { sessionId: room.sessionId });
  for (const [code, cause] of [
    ['ENOSPC', 'full'],
    ['EROFS', 'refused'],
    ['ENOENT', 'gone'],
  ] as const) {
    room.dialogs.full = code;
    expect(await save()).toEqual({ ok: false, error: { code: 'file-not-written', facts: { name: 'PV 2026-014-DEMO.pdf', cause } } });
    const started = await room.must('archive.write', { sessionId: room.sessionId, lock: null });
    expect(await endOf(room.desk, started)).toMatchObject({ kind: 'failed', error: { code: 'file-not-written' } });
  }
  expect(room.dialogs.written.size).toBe(0);
  expect(await room.must('minute.signing', { sessionId: room.sessionId })).toMatchObject({ phase: 'sealed', archivedSha256: null });
  room.dialogs.full = null;
  expect(await save()).toMatchObject({ ok: true });
  const saved = room.dialogs.written.get('PV 2026-014-DEMO.pdf') ?? new Uint8Array();
  expect(verifyMinute(saved)).toMatchObject({ level: 'whole', faults: [] });
  expect((await shown()).equals(saved)).toBe(true);
});

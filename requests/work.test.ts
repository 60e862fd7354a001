import { afterEach, beforeEach, expect, test } from 'vitest';
import { done, failed } from '../domain/errors.ts';
import type { RequestOutput } from '../domain/contract.ts';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { clearMemory, openOffice, type Office } from './office.ts';
import { startWork, workRequests, type Progress } from './work.ts';

let bench: ReturnType<typeof openTestDesk>;
let office: Office;
beforeEach(() => {
  bench = openTestDesk();
  office = openOffice(bench.tools);
});
afterEach(() => bench.dispose());

const look = (work: string) => workRequests['work.get'](office, { work });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const stopped = ({ signal }: Progress): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
const running = (rest: object) => ({ ok: true, value: { kind: 'running', ...rest } });

test('a long work says how far it is, then that it is done, once', async () => {
  let finish: () => void = () => undefined;
  const work = startWork(office, async ({ report }) => {
    report({ step: 'copying', unit: 'files', done: 3, total: 9 });
    await new Promise<void>((resolve) => (finish = resolve));
    return done(true);
  });
  expect(look(work)).toEqual(running({ step: 'reading', unit: 'files', done: 0, total: null }));
  await settle();
  expect(look(work)).toEqual(running({ step: 'copying', unit: 'files', done: 3, total: 9 }));
  finish();
  await settle();
  expect(look(work)).toEqual({ ok: true, value: { kind: 'done' } satisfies RequestOutput<'work.get'> });
  expect(look(work)).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('an expected failure is told with its facts, a full disk by its own words, a bug is thrown', async () => {
  const refused = startWork(office, async () => failed('piece-too-large', { name: 'film.mp4' }));
  const full = startWork(office, async () => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  });
  const broken = startWork(office, async () => {
    throw new Error('a bug');
  });
  await settle();
  expect(look(refused)).toEqual({ ok: true, value: { kind: 'failed', error: { code: 'piece-too-large', facts: { name: 'film.mp4' } } } });
  expect(look(full)).toMatchObject({ ok: true, value: { kind: 'failed', error: { code: 'store-full' } } });
  expect(() => look(broken)).toThrow('a bug');
});

test('a cancel answers only once the work has cleaned after itself', async () => {
  let cleaned = false;
  const work = startWork(office, async (progress) => {
    await stopped(progress);
    await settle();
    cleaned = true;
    return failed('cancelled');
  });
  await settle();
  expect(await workRequests['work.cancel'](office, { work })).toEqual({ ok: true, value: { savedAt: null } });
  expect(cleaned).toBe(true);
  expect(look(work)).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('locking the store stops every long work', async () => {
  let heard = false;
  startWork(office, async (progress) => {
    await stopped(progress);
    heard = true;
    return failed('cancelled');
  });
  await settle();
  clearMemory(office);
  await settle();
  expect(heard).toBe(true);
  expect(office.works.size).toBe(0);
});

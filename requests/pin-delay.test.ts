import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { instantFrom } from '../domain/time.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { openDesk, type Desk } from './desk.ts';

const passphrase = 'une phrase assez longue';
const bench = openTestDesk();
let present = Date.parse('2026-03-17T08:00:00.000Z');
const open = (): Desk => openDesk({ ...bench.tools, clock: { now: () => instantFrom(present) } });
let desk = open();
let sessionId: SessionId;
const ask = askOf(() => desk);
const later = (seconds: number): void => {
  present += seconds * 1000;
};
/** Tries a code where it is asked for at its simplest: what the code is changed to is itself. */
const attempt = async (current: string): Promise<unknown> => {
  const answer = await desk.ask('pin.set', { sessionId, holder: 'lead', pin: '4242', current });
  return answer.ok ? 'taken' : [answer.error.code, answer.error.facts['seconds']];
};
const wrong = ['pin-wrong', 0];

beforeAll(async () => {
  await ask('store.create', { passphrase });
  const lead = { givenName: 'Ada', familyName: 'Fictive', quality: 'Responsable' };
  const fields = {
    number: '2026-001',
    title: '',
    certification: 'RNCP36912',
    heldOn: '2026-03-17',
    place: '',
    mode: 'onSite',
    timeZone: 'Europe/Paris',
    lead,
  } as const;
  ({ sessionId } = await ask('session.create', fields as Parameters<typeof ask<'session.create'>>[1]));
  await ask('pin.set', { sessionId, holder: 'lead', pin: '4242', current: null });
});
beforeEach(async () => {
  later(600);
  expect(await attempt('4242')).toBe('taken');
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('wrong codes sent at once count one by one: none is heard while the delay of the one before runs', async () => {
  expect(await Promise.all(['0000', '0001', '0002', '0003', '4242'].map(attempt))).toEqual([wrong, wrong, ['pin-wrong', 5], ['pin-wait', 5], ['pin-wait', 5]]);
  later(5);
  expect(await Promise.all(['0004', '0005'].map(attempt))).toEqual([
    ['pin-wrong', 10],
    ['pin-wait', 10],
  ]);
});

test('the delay outlives the program: closed and started again, locked and unlocked', async () => {
  for (const code of ['0000', '0001', '0002']) await attempt(code);
  later(1);
  desk.close();
  desk = open();
  await ask('store.unlock', { passphrase });
  expect(await attempt('4242')).toEqual(['pin-wait', 4]);
  desk.lock('idle');
  await ask('store.unlock', { passphrase });
  expect(await attempt('4242')).toEqual(['pin-wait', 4]);
  later(4);
  expect(await attempt('4242')).toBe('taken');
});

test('a clock set back shortens nothing, however often', async () => {
  for (const code of ['0000', '0001', '0002']) await attempt(code);
  for (const back of [60, 86_400, 1]) {
    later(-back);
    expect(await attempt('4242')).toEqual(['pin-wait', 5]);
  }
  later(5);
  expect(await attempt('4242')).toBe('taken');
});

test('a backup put in the place of the store brings no right to guess again, nor does its undoing', async () => {
  await ask('store.lock', {});
  await ask('store.unlock', { passphrase });
  // The backup of this opening knows of no wrong code.
  for (const code of ['0000', '0001', '0002', '0003']) {
    await attempt(code);
    later(5);
  }
  later(-5);
  await ask('store.lock', {});
  const good = (await ask('store.checkBackups', { passphrase })).find(({ verdict }) => verdict === 'whole');
  await ask('store.restoreBackup', { backupId: good?.id ?? '', passphrase });
  expect(await attempt('4242')).toEqual(['pin-wait', 10]);
  later(10);
  // Counted on: the fifth wrong code waits as the fifth.
  expect(await attempt('0004')).toEqual(['pin-wrong', 20]);
  await ask('store.undoRestore', { passphrase });
  expect(await attempt('4242')).toEqual(['pin-wait', 20]);
  later(20);
  expect(await attempt('4242')).toBe('taken');
  desk.lock('idle');
  await ask('store.unlock', { passphrase });
  expect(await attempt('0000')).toEqual(wrong);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../domain/ids.ts';
import { defaultRegulations } from '../domain/regulations.ts';
import { instantFrom } from '../domain/time.ts';
import { seedReferential, fieldsOf } from '../tests/fixtures/sitting.ts';
import { connect, type WritableDb } from './connection.ts';
import { migrate } from './migrate.ts';
import { checkPin, setPin } from './pin.ts';
import { insertSession } from './session.ts';

const id = sessionId.parse('s1');
const key = new Uint8Array(32).fill(3);
const at = (seconds: number) => instantFrom(1_773_700_000_000 + seconds * 1000);
let folder: string;
let db: WritableDb;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-pin-'));
  db = connect(join(folder, 'store.db'), key, false);
  migrate(db);
  insertSession(db, { id, fields: fieldsOf('2026-001'), referential: seedReferential(), regulations: defaultRegulations, savedAt: at(0) });
  setPin(db, id, 'lead', '4242');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const fail = (times: number, seconds: number): void => {
  for (let round = 0; round < times; round += 1) expect(checkPin(db, id, 'lead', '0000', at(seconds))).toMatchObject({ error: { code: 'pin-wrong' } });
};

test('the delay after wrong codes is still there when the program starts again', () => {
  fail(3, 0);
  db.close();
  db = connect(join(folder, 'store.db'), key, true);
  expect(checkPin(db, id, 'lead', '4242', at(1))).toMatchObject({ error: { code: 'pin-wait', facts: { seconds: 4 } } });
  expect(checkPin(db, id, 'lead', '4242', at(5))).toEqual({ ok: true, value: true });
});

test('after any number of wrong codes the right one is taken five minutes later', () => {
  let now = 0;
  for (let round = 0; round < 30; round += 1) fail(1, (now += 300));
  expect(checkPin(db, id, 'lead', '4242', at(now + 299))).toMatchObject({ error: { code: 'pin-wait', facts: { seconds: 1 } } });
  expect(checkPin(db, id, 'lead', '4242', at(now + 300))).toEqual({ ok: true, value: true });
});

test('a clock set back by a day makes one wait the delay, never the day', () => {
  fail(3, 86_400);
  expect(checkPin(db, id, 'lead', '4242', at(0))).toMatchObject({ error: { code: 'pin-wait', facts: { seconds: 5 } } });
  expect(checkPin(db, id, 'lead', '4242', at(3))).toMatchObject({ error: { code: 'pin-wait', facts: { seconds: 2 } } });
  expect(checkPin(db, id, 'lead', '4242', at(5))).toEqual({ ok: true, value: true });
});

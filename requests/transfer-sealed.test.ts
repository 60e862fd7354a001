import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readSealed } from '../db/minute.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { askOf } from '../tests/fixtures/desk.ts';
import { Laptops, phraseOfEmpty, type Laptop } from '../tests/fixtures/laptops.ts';

const laptops = new Laptops();
const ask = (at: Laptop) => askOf(() => at.desk);

beforeAll(
  () =>
    laptops.prepare(async (day) => {
      await day.open();
      await day.deliberate();
      await day.sign();
    }),
  120_000,
);
afterEach(() => laptops.stopAll());
afterAll(() => laptops.dispose());

test('a sealed session carried to another laptop keeps its minute to the byte, is archived there with its origin established, and comes back with that act', async () => {
  const { sessionId, scenario } = laptops;
  const [a, b] = [await laptops.take('prepared'), await laptops.take('empty')];
  const number = scenario.session.number;
  expect(await laptops.receive(b, await laptops.leave(a))).toMatchObject({ ok: true, value: { kind: 'adopted', number } });
  expect(await a.desk.ask('archive.write', { sessionId, lock: null })).toMatchObject({ ok: false, error: { code: 'session-checked-out' } });
  const { verdict } = await archived(ask(b), sessionId);
  expect(verdict).toMatchObject({ kind: 'archive', level: 'established', number });
  expect(await laptops.receive(a, await laptops.leave(b, 'Bureau'))).toMatchObject({ ok: true, value: { kind: 'returned' } });
  expect(await ask(a)('session.get', { sessionId })).toMatchObject({ phase: 'archived' });
  const minuteOf = (at: Laptop, passphrase: string): Buffer =>
    laptops.look(at, passphrase, ({ db }) => Buffer.from(readSealed(db, sessionId)[0]?.current ?? ''));
  const [here, there] = [minuteOf(a, scenario.passphrase), minuteOf(b, phraseOfEmpty)];
  expect(here.length).toBeGreaterThan(50_000);
  expect(here.equals(there)).toBe(true);
}, 120_000);

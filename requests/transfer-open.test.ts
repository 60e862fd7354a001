import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkChain, readActs, readChain } from '../db/journal.ts';
import { askOf } from '../tests/fixtures/desk.ts';
import { Laptops, phraseOfEmpty, type Laptop } from '../tests/fixtures/laptops.ts';

const laptops = new Laptops();
const { scenario } = laptops;
const ask = (at: Laptop) => askOf(() => at.desk);

beforeAll(() => laptops.prepare((day) => day.open()), 90_000);
afterEach(() => laptops.stopAll());
afterAll(() => laptops.dispose());

test('a session carried while a round is sealed stays sealed on the other side: the turn is closed, its draft is its author’s, the codes and their delays travel', async () => {
  const { sessionId } = laptops;
  const [a, b] = [await laptops.take('prepared'), await laptops.take('empty')];
  const sitting = await ask(a)('sitting.get', { sessionId });
  const first = scenario.deliberations[0];
  const round = first?.rounds[0];
  const [given, other, third] = round?.opinions ?? [];
  const candidate = sitting.candidates.find(({ number }) => number === first?.candidate);
  if (!first || !given || !other || !third || !candidate) throw new Error('the scenario has a round of three opinions');
  const session = await ask(a)('session.get', { sessionId });
  const jurorOf = (key: string) => {
    const juror = session.jurors[scenario.jurors.findIndex((entry) => entry.key === key)];
    if (!juror) throw new Error(key);
    return juror.id;
  };
  const pinOf = (key: string): string => scenario.jurors.find((entry) => entry.key === key)?.pin ?? '';
  await ask(a)('sitting.presence', { sessionId, candidateId: candidate.id, presence: 'present', note: '' });
  const place = { sessionId, candidateId: candidate.id, block: first.block };
  const turn = await ask(a)('turn.begin', { ...place, jurorId: jurorOf(given.juror), pin: pinOf(given.juror) });
  await ask(a)('turn.record', { turn: turn.turn, value: given.value, note: 'Mot que nul ne lit avant la levée.' });
  for (let wrong = 0; wrong < 3; wrong += 1)
    expect(await a.desk.ask('turn.begin', { ...place, jurorId: jurorOf(third.juror), pin: '9999' })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  // A second member is in the middle of a turn when the session would leave, and gives the laptop back; somebody has mistyped the lead's code before.
  const begun = await ask(a)('turn.begin', { ...place, jurorId: jurorOf(other.juror), pin: pinOf(other.juror) });
  await ask(a)('turn.draft', { turn: begun.turn, text: 'Brouillon du second membre.' });
  expect(await laptops.tryLeave(a)).toMatchObject({ ok: false, error: { code: 'turn-under-way' } });
  await ask(a)('turn.leave', { turn: begun.turn });
  for (let wrong = 0; wrong < 4; wrong += 1) await a.desk.ask('transfer.leave', { sessionId, to: 'B', secret: 'une phrase longue', pin: '9999' });
  expect(await laptops.tryLeave(a)).toMatchObject({ ok: false, error: { code: 'pin-wait' } });
  // The clock of a laptop advances at each reading: the delay ends, and one more mistake would make the next one longer.
  let left = await laptops.tryLeave(a);
  for (let waited = 0; !left.ok && waited < 40; waited += 1) left = await laptops.tryLeave(a);
  if (!left.ok || left.value.kind !== 'left') throw new Error('the session does not leave');
  expect(await a.desk.ask('turn.record', { turn: begun.turn, value: other.value, note: '' })).toMatchObject({ ok: false });
  expect(await laptops.receive(b, a.dialogs.written.get(left.value.fileName) ?? Buffer.alloc(0))).toMatchObject({ ok: true, value: { kind: 'adopted' } });
  for (const seen of [await ask(b)('sitting.get', { sessionId }), await ask(b)('journal.get', { sessionId })]) {
    expect(JSON.stringify(seen)).not.toContain('Mot que nul ne lit');
    expect(JSON.stringify(seen)).not.toContain('Brouillon du second');
  }
  expect(await b.desk.ask('round.reveal', place)).toMatchObject({ ok: false });
  const resumed = await ask(b)('turn.begin', { ...place, jurorId: jurorOf(other.juror), pin: pinOf(other.juror) });
  expect(JSON.stringify(resumed)).toContain('Brouillon du second membre.');
  await ask(b)('turn.record', { turn: resumed.turn, value: other.value, note: '' });
  laptops.look(b, phraseOfEmpty, ({ db }) => {
    expect(checkChain(db, sessionId)).toBe(true);
    expect(db.prepare('SELECT failures FROM pin WHERE holder = ?').get(jurorOf(third.juror))).toEqual({ failures: 3 });
    expect(readActs(db, sessionId).filter(({ act }) => act.kind === 'opinion')).toHaveLength(2);
    expect(readChain(db, sessionId).length).toBeGreaterThan(0);
  });
}, 120_000);

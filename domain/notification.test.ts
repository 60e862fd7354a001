import { expect, test } from 'vitest';
import { drawPlayed, playDay, playedCandidates } from '../tests/fixtures/played.ts';
import { playRectified } from '../tests/fixtures/rectified.ts';
import type { SessionRecord } from './minute.ts';
import { leavesFrom, dayAfter, daysBetween, daysToNotification, linesOf, sendingId, type Sending } from './notification.ts';
import { day, instant } from './time.ts';

const first = drawPlayed(playDay()).record;
const rectified = drawPlayed(playRectified()).record;
const { full, partial, none } = playedCandidates;
const today = day.parse('2026-03-25');
const sent = (id: string, changes: Partial<Sending> = {}): Sending => ({
  id: sendingId.parse(id),
  candidateId: full.id,
  recipient: 'candidate',
  rank: 0,
  sent: { on: day.parse('2026-03-20'), way: 'mail' },
  replaces: null,
  reason: '',
  notedAt: instant.parse('2026-03-20T10:00:00.000Z'),
  ...changes,
});
const asVae = (record: SessionRecord, ...ids: readonly string[]): SessionRecord => ({
  ...record,
  candidates: record.candidates.map((each) => (ids.includes(each.id) ? { ...each, accessPath: 'VAE' as const } : each)),
});
const lines = (changes: Partial<Parameters<typeof linesOf>[0]> = {}) =>
  linesOf({ records: [first], sendings: [], companions: new Map(), today, rectifiedOn: null, ...changes });
const lineOf = (id: string, changes: Partial<Parameters<typeof linesOf>[0]> = {}) => {
  const found = lines(changes).find((line) => line.candidateId === id);
  if (!found) throw new Error(id);
  return found;
};

test('days are calendar days: a month, a leap year and the hour that changes in spring count as what they are', () => {
  expect(dayAfter(day.parse('2026-03-17'), 15)).toBe('2026-04-01');
  expect(dayAfter(day.parse('2028-02-20'), 15)).toBe('2028-03-06');
  expect(daysBetween(day.parse('2026-03-28'), day.parse('2026-03-30'))).toBe(2);
  expect(daysToNotification(day.parse('2026-03-17'), day.parse('2026-03-17'))).toBe(0);
});

test('every candidate is to be notified, the absent and the postponed too; only a VAE has a deadline, counted from the day of the jury', () => {
  expect(lines()).toHaveLength(first.candidates.length);
  expect(lines().every(({ letters }) => letters.length === 1 && letters[0]?.state.kind === 'toSend' && letters[0].due === null)).toBe(true);
  const [letter] = lineOf(partial.id, { records: [asVae(first, partial.id)] }).letters;
  expect(letter).toMatchObject({ due: '2026-04-01', left: 7 });
});

test('the late come first, then the nearest deadline, then those without one, and those sent last', () => {
  const records = [asVae(first, none.id, partial.id)];
  const order = lines({ records, today: day.parse('2026-04-03'), sendings: [sent('n1')] }).map(({ candidateId }) => candidateId);
  expect(order.slice(0, 2).toSorted()).toEqual([none.id, partial.id].toSorted());
  expect(order.at(-1)).toBe(full.id);
  expect(lineOf(none.id, { records, today: day.parse('2026-04-03') }).letters[0]?.left).toBe(-2);
});

test('a companion is notified for a VAE alone', () => {
  const companions = new Map([none, partial].map(({ id }) => [id, { name: 'Camille Boussole', email: '', address: '' }]));
  const records = [asVae(first, partial.id)];
  expect(lineOf(partial.id, { records, companions }).letters.map(({ recipient }) => recipient)).toEqual(['candidate', 'companion']);
  expect(lineOf(none.id, { records, companions }).letters).toHaveLength(1);
});

test('a letter sent is sent; taken back, it is to send; put right, the later words stand and all stay in its history', () => {
  expect(lineOf(full.id, { sendings: [sent('n1')] }).letters[0]?.state).toEqual({ kind: 'sent', id: 'n1', on: '2026-03-20', way: 'mail' });
  const back = [sent('n1'), sent('n2', { replaces: sendingId.parse('n1'), sent: null, reason: 'Jamais partie' })];
  expect(lineOf(full.id, { sendings: back }).letters[0]?.state).toEqual({ kind: 'toSend' });
  const right = [sent('n1'), sent('n2', { replaces: sendingId.parse('n1'), sent: { on: day.parse('2026-03-19'), way: 'hand' }, reason: 'Jour' })];
  expect(lineOf(full.id, { sendings: right }).letters[0]).toMatchObject({ state: { kind: 'sent', on: '2026-03-19', way: 'hand' }, history: right });
});

test('a rectification calls for another letter where it changes what was said, and nowhere else', () => {
  const records = [first, rectified];
  const sendings = first.candidates.map(({ id }, rank) => sent(`n${rank}`, { candidateId: id }));
  const states = new Map(
    lines({ records, sendings, rectifiedOn: day.parse('2026-04-10') }).map(({ candidateId, letters }) => [candidateId, letters[0]?.state.kind]),
  );
  // The name of one is put right, the refusal of another is taken again.
  expect(states.get(full.id)).toBe('again');
  expect(states.get(none.id)).toBe('again');
  expect(states.get(playedCandidates.excused.id)).toBe('sent');
  const again = [...sendings, sent('m', { candidateId: none.id, rank: 1, sent: { on: day.parse('2026-04-11'), way: 'mail' } })];
  expect(lineOf(none.id, { records, sendings: again }).letters[0]?.state).toMatchObject({ kind: 'sent', id: 'm' });
});

test('a letter that a rectification changed has its deadline from the day the rectification closed', () => {
  const records = [asVae(first, none.id), asVae(rectified, none.id)];
  const sendings = [sent('n1', { candidateId: none.id })];
  expect(lineOf(none.id, { records, sendings, rectifiedOn: day.parse('2026-04-10') }).letters[0]).toMatchObject({
    state: { kind: 'again', rank: 0 },
    due: '2026-04-25',
  });
});

test('an attestation is for a block that this jury validated, never for one brought', () => {
  expect(lineOf(full.id).attested).toHaveLength(3);
  expect(lineOf(partial.id).attested).toEqual([]);
});

test('a letter that follows a rectification cannot have left before it was closed, on the clocks of the session', () => {
  expect(leavesFrom(first)).toBe(first.session.heldOn);
  if (rectified.rectification === null) throw new Error('rectified');
  const late = { ...rectified, rectification: { ...rectified.rectification, closedAt: instant.parse('2026-04-09T22:30:00.000Z') } };
  expect(leavesFrom(late)).toBe('2026-04-10');
});

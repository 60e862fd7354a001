import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '../db/open.ts';
import { readRegister } from '../db/register.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { NotificationView } from '../domain/notification.ts';
import { day } from '../domain/time.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { hasReaders, readWith } from '../tests/fixtures/readers.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
let desk: Desk;
let sessionId: SessionId;
const ask = askOf(() => desk);
const read = async (): Promise<Extract<NotificationView, { kind: 'ready' }>> => {
  const view = await ask('notification.get', { sessionId });
  if (view.kind !== 'ready') throw new Error(view.kind);
  return view;
};
const idOf = async (keep: (line: Extract<NotificationView, { kind: 'ready' }>['lines'][number]) => boolean): Promise<CandidateId> => {
  const found = (await read()).lines.find(keep);
  if (!found) throw new Error('no such candidate');
  return found.candidateId;
};
const ended = async (work: string) => {
  for (;;) {
    const state = await ask('work.get', { work });
    if (state.kind !== 'running') return state;
    await setTimeout(5);
  }
};
const on = day.parse('2026-03-17');

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const played = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await played.prepare();
  expect(await ask('notification.get', { sessionId })).toEqual({ kind: 'notSealed' });
  await played.open();
  await played.deliberate();
  expect(await ask('notification.get', { sessionId })).toEqual({ kind: 'notSealed' });
  for (const paper of [{ kind: 'summary' }, { kind: 'list' }] as const)
    expect(await desk.ask('notification.view', { sessionId, paper })).toMatchObject({ ok: false, error: { code: 'minute-not-sealed' } });
  expect(await desk.ask('notification.results', { sessionId, format: 'csv' })).toMatchObject({ ok: false, error: { code: 'minute-not-sealed' } });
  await played.sign();
}, 120_000);
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('once the minute is sealed every candidate is to be notified, a VAE within fifteen days of the jury', async () => {
  const view = await read();
  expect(view.lines).toHaveLength(Object.keys(scenario.expected.outcomes).length);
  for (const { accessPath, letters } of view.lines) expect(letters[0]?.due).toBe(accessPath === 'VAE' ? '2026-04-01' : null);
  const vae = view.lines.filter(({ accessPath }) => accessPath === 'VAE');
  expect(vae.length).toBeGreaterThan(0);
  expect(await ask('notification.due', {})).toEqual([{ sessionId, number: '2026-014-DEMO', letters: vae.length, due: '2026-04-01', late: false }]);
});

test('a sending is noted, put right with a reason, taken back; the register tells it without a name', async () => {
  const candidateId = await idOf(({ accessPath }) => accessPath !== 'VAE');
  const lettersOf = async () => (await read()).lines.find((line) => line.candidateId === candidateId)?.letters[0];
  await ask('notification.note', { sessionId, candidateIds: [candidateId], recipient: 'candidate', on, way: 'mail' });
  const first = await lettersOf();
  if (first?.state.kind !== 'sent') throw new Error('sent');
  await ask('notification.correct', { sessionId, id: first.state.id, sent: { on, way: 'hand' }, reason: 'Remise à Camille' });
  const second = await lettersOf();
  if (second?.state.kind !== 'sent') throw new Error('sent');
  expect(second.state.way).toBe('hand');
  expect(await desk.ask('notification.correct', { sessionId, id: first.state.id, sent: null, reason: 'Encore' })).toMatchObject({
    ok: false,
    error: { code: 'sending-replaced' },
  });
  await ask('notification.correct', { sessionId, id: second.state.id, sent: null, reason: 'Jamais partie' });
  expect(await lettersOf()).toMatchObject({ state: { kind: 'toSend' } });
  expect((await lettersOf())?.history).toHaveLength(3);
});

test('a letter leaves neither before the jury sat nor tomorrow', async () => {
  const candidateId = await idOf(() => true);
  for (const wrong of ['2026-03-16', '2026-03-19'])
    expect(
      await desk.ask('notification.note', { sessionId, candidateIds: [candidateId], recipient: 'candidate', on: day.parse(wrong), way: 'mail' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'sending-day' },
    });
});

test('only a VAE has a companion, whose letter exists once the companion does', async () => {
  const fields = { name: 'Camille Boussole', email: 'camille@exemple.invalid', address: '' };
  const other = await idOf(({ accessPath }) => accessPath !== 'VAE');
  expect(await desk.ask('notification.companion', { sessionId, candidateId: other, fields })).toMatchObject({ ok: false, error: { code: 'companion-vae' } });
  const candidateId = await idOf(({ accessPath }) => accessPath === 'VAE');
  const paper = { kind: 'notice', candidateId, recipient: 'companion' } as const;
  expect(await desk.ask('notification.view', { sessionId, paper })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  await ask('notification.companion', { sessionId, candidateId, fields });
  expect((await ask('notification.view', { sessionId, paper })).fileName).toMatch(/^Notification accompagnateur /);
  expect((await read()).lines.find((line) => line.candidateId === candidateId)?.letters).toHaveLength(2);
});

test.skipIf(!hasReaders())('one letter is read and saved alone (skipped without poppler-utils)', async () => {
  const candidateId = await idOf(({ outcome }) => outcome.kind === 'none' || outcome.kind === 'partial');
  const paper = { kind: 'notice', candidateId, recipient: 'candidate' } as const;
  const { view } = await ask('notification.view', { sessionId, paper });
  const shown = desk.viewing(view);
  if (!shown) throw new Error('shown');
  expect(readWith('pdftotext', ['FILE', '-'], shown)).toContain('Notification de résultat');
  const { fileName } = await ask('notification.save', { sessionId, paper });
  expect(fileName).toMatch(/^Notification D-\d\d .*\.pdf$/);
  expect(bench.dialogs.written.get(fileName)?.length).toBeGreaterThan(1000);
});

test('all is in one zip, which a cancel leaves unwritten', async () => {
  const stopped = await ask('notification.saveAll', { sessionId });
  await ask('work.cancel', { work: stopped.work });
  expect(bench.dialogs.written.has(stopped.fileName)).toBe(false);
  const { work, fileName } = await ask('notification.saveAll', { sessionId });
  expect(await ended(work)).toEqual({ kind: 'done' });
  expect(fileName).toBe('Courriers 2026-014-DEMO.zip');
  const zip = Buffer.from(bench.dialogs.written.get(fileName) ?? []);
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  const { lines } = await read();
  const count = (needle: string): number => zip.toString('latin1').split(Buffer.from(needle).toString('latin1')).length - 1;
  // Each name stands twice in a zip: before its bytes, and in the list at the end.
  expect(count('Notifications/Notification D-')).toBe(2 * lines.length);
  expect(count('Attestations/Attestation BC')).toBe(2 * lines.reduce((sum, line) => sum + line.attested.length, 0));
  expect(count('Annonces/Annonce D-')).toBe(2 * lines.filter(({ outcome }) => outcome.kind === 'full').length);
}, 120_000);

test('results are saved as a file of separated values and as a workbook', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    const { fileName } = await ask('notification.results', { sessionId, format });
    expect(fileName).toBe(`Résultats 2026-014-DEMO.${format}`);
    expect(bench.dialogs.written.get(fileName)?.length).toBeGreaterThan(500);
  }
});

test('once every VAE letter has left nothing more is due, though other letters wait', async () => {
  for (const recipient of ['candidate', 'companion'] as const) {
    const waiting = (await read()).lines.filter(
      ({ accessPath, letters }) => accessPath === 'VAE' && letters.some((letter) => letter.recipient === recipient && letter.state.kind !== 'sent'),
    );
    if (waiting.length > 0) {
      expect(await ask('notification.due', {})).toMatchObject([{ sessionId }]);
      await ask('notification.note', { sessionId, candidateIds: waiting.map(({ candidateId }) => candidateId), recipient, on, way: 'post' });
    }
  }
  expect(await ask('notification.due', {})).toEqual([]);
  expect((await read()).lines.some(({ letters }) => letters.some(({ state }) => state.kind === 'toSend'))).toBe(true);
});

test('what left is in the register, and no name of a person with it', async () => {
  desk.close();
  const store = openStore(bench.tools.demonstrationFolder, scenario.passphrase, clock);
  if (!store.ok) throw new Error(store.error.code);
  const entries = readRegister(store.value.db);
  store.value.close();
  const said = JSON.stringify(entries);
  for (const kind of ['notified', 'notificationCorrected', 'companion', 'exported']) expect(said).toContain(`"kind":"${kind}"`);
  expect(said).not.toMatch(/Camille|Boussole|Remise/);
});

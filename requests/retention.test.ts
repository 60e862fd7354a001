import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RequestInput, RequestName, RequestOutput } from '../domain/contract.ts';
import type { SessionId } from '../domain/ids.ts';
import type { PurgeKind } from '../domain/retention.ts';
import { connect } from '../db/connection.ts';
import { checkChain } from '../db/journal.ts';
import { openKeys } from '../db/keys.ts';
import { purgeMark } from '../db/purge.ts';
import { checkRegister, readRegister } from '../db/register.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { everyByte } from '../tests/fixtures/store-bytes.ts';
import { hasVeraPDF, validate } from '../tests/fixtures/verapdf.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const { leadPin: pin, passphrase } = scenario;
const template = mkdtempSync(join(tmpdir(), 'delibere-template-'));
const store = bench.tools.storeFolder;
const day = 86_400;
let clock = new ScriptClock(scenario.clock.preparedAt);
let desk: Desk;
let sessionId: SessionId;
const ask = askOf(() => desk);
const refusal = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<string> => {
  const answer = await desk.ask(name, input);
  return answer.ok ? 'answered' : answer.error.code;
};
let played = '';

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const script = new Day(desk, scenario, clock);
  sessionId = await script.prepare();
  await script.open();
  await script.deliberate();
  await script.sign();
  await script.archive();
  desk.close();
  cpSync(bench.tools.demonstrationFolder, template, { recursive: true });
  played = clock.now();
});
beforeEach(async () => {
  rmSync(store, { recursive: true, force: true });
  cpSync(template, store, { recursive: true });
  clock = new ScriptClock(played as typeof scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  await ask('store.unlock', { passphrase });
});
afterEach(() => desk.close());
afterAll(() => {
  rmSync(template, { recursive: true, force: true });
  bench.dispose();
});

const lineOf = async (what: PurgeKind | 'minute'): Promise<RequestOutput<'retention.get'>['lines'][number]> => {
  const line = (await ask('retention.get', {})).lines.find((each) => each.what === what);
  if (!line) throw new Error(`no line of ${what}`);
  return line;
};
const purge = async (what: PurgeKind): Promise<RequestOutput<'retention.purge'>> => {
  const { subject, count } = await lineOf(what);
  return ask('retention.purge', {
    subject,
    what,
    reason: 'Terme atteint',
    secret: what === 'jurorFile' ? passphrase : pin,
    expected: count ?? { rows: 0, files: 0 },
  });
};
const restart = async (): Promise<void> => {
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  await ask('store.unlock', { passphrase });
};
const inStore = <Value>(read: (db: ReturnType<typeof connect>) => Value): Value => {
  const key = openKeys(readFileSync(join(store, 'cles.json'), 'utf8'), passphrase);
  if (!key.ok) throw new Error(key.error.code);
  const db = connect(join(store, 'delibere.db'), key.value, true);
  try {
    return read(db);
  } finally {
    db.close();
  }
};
const backups = (folder = store): string[] => readdirSync(join(folder, 'sauvegardes')).sort();
const holds = (text: string): boolean => everyByte(store, passphrase).some((bytes) => bytes.includes(text));
const opinionNote =
  scenario.deliberations
    .flatMap(({ rounds }) => rounds)
    .flatMap((round) => round.opinions)
    .map((opinion) => opinion.note)
    .find((note) => note.length > 12) ?? '';

test('nothing is due the day the minute is sealed but the drafts the day after, and everything in its time', async () => {
  expect((await lineOf('opinions')).due).toMatchObject({ kind: 'until' });
  expect((await ask('retention.due', {})).due).toBe(0);
  clock.advance(61 * day);
  expect((await lineOf('accommodations')).isDue).toBe(true);
  expect((await lineOf('opinions')).isDue).toBe(false);
  clock.advance(366 * day);
  for (const what of ['accommodations', 'opinions', 'dossiers'] as const) expect((await lineOf(what)).isDue, what).toBe(true);
  expect((await lineOf('minute')).isDue).toBe(false);
});

test('a purge waits for its day, the lead’s code, and the exact count', async () => {
  const { subject, count } = await lineOf('opinions');
  const asked = { subject, what: 'opinions', reason: 'Terme', secret: pin, expected: count ?? { rows: 0, files: 0 } } as const;
  expect(await refusal('retention.purge', asked)).toBe('purge-not-due');
  clock.advance(430 * day);
  expect(await refusal('retention.purge', { ...asked, secret: '0000' })).toMatch(/^pin-/);
  expect(await refusal('retention.purge', { ...asked, expected: { rows: 1, files: 0 } })).toBe('purge-changed');
  expect(await refusal('retention.purge', asked)).toBe('answered');
  expect(await refusal('retention.purge', asked)).toBe('purge-not-due');
});

test('an appeal that is pending stops every day, and its lifting gives them back', async () => {
  clock.advance(430 * day);
  await ask('retention.hold', { sessionId, held: true, reason: 'Recours 2026-7', pin });
  expect((await lineOf('opinions')).due).toEqual({ kind: 'held', reason: 'Recours 2026-7' });
  expect(await refusal('retention.hold', { sessionId, held: true, reason: 'encore', pin })).toBe('hold-unchanged');
  await ask('retention.hold', { sessionId, held: false, reason: 'Jugement rendu', pin });
  expect((await lineOf('opinions')).isDue).toBe(true);
});

test('a purged session opens on its record: the chain verifies, every reading answers, the decisions are the same', async () => {
  const before = (await ask('sitting.get', { sessionId })).candidates.map(({ outcome }) => outcome);
  clock.advance(430 * day);
  for (const what of ['accommodations', 'opinions', 'notes', 'dossiers'] as const)
    if ((await lineOf(what)).isDue) expect((await purge(what)).backedUp, what).toBe(true);
  const sitting = await ask('sitting.get', { sessionId });
  expect(sitting.candidates.map(({ outcome }) => outcome)).toEqual(before);
  for (const candidate of sitting.candidates) {
    await ask('sitting.candidate', { sessionId, candidateId: candidate.id });
    await ask('dossier.get', { sessionId, candidateId: candidate.id });
  }
  for (const name of ['session.get', 'minute.view', 'minute.signing', 'rectification.get', 'candidate.list', 'schedule.get'] as const)
    await ask(name, { sessionId });
  // What follows the session reads as before: its journal tells a block's reveal no more, and still every decision.
  const { lines } = await ask('journal.get', { sessionId });
  expect(lines.some(({ told }) => told.kind === 'opinionsRevealed')).toBe(false);
  expect(lines.filter(({ told }) => told.kind === 'registered' && told.entry.entry === 'purged').length).toBeGreaterThanOrEqual(3);
  expect(lines.some(({ told }) => told.kind === 'decision')).toBe(true);
  expect((await ask('journal.check', { sessionId })).session.broken).toBeNull();
  expect((await ask('notification.get', { sessionId })).kind).toBe('ready');
  expect((await ask('holder.list', { sessionId })).holders.length).toBeGreaterThan(0);
  expect((await ask('statistics.get', { code: null, year: null, path: null })).sessions).toBe(1);
  bench.dialogs.written.clear();
  await ask('minute.save', { sessionId });
  expect((await archived(ask, sessionId)).verdict.level).toBe('established');
  await restart();
  await ask('sitting.get', { sessionId });
  desk.close();
  inStore((db) => {
    expect(checkChain(db, sessionId)).toBe(true);
    expect(checkRegister(db)).toBe(true);
    expect(readRegister(db).filter(({ entry }) => entry.kind === 'purged').length).toBeGreaterThanOrEqual(3);
  });
});

test('no byte of what was purged is left in any file of the store, its backups included', async () => {
  expect(opinionNote).not.toBe('');
  const piece = inStoreClosed((db) => db.prepare<[], { title: string; stored_as: string }>('SELECT title, stored_as FROM piece').all());
  expect(holds(opinionNote)).toBe(true);
  clock.advance(430 * day);
  const { files } = await purge('dossiers');
  await purge('opinions');
  expect(files).toBe(piece.length);
  desk.close();
  const left = everyByte(store, passphrase);
  expect(left.some((bytes) => bytes.includes(opinionNote))).toBe(false);
  for (const { stored_as } of piece) {
    expect(existsSync(join(store, 'pieces', stored_as))).toBe(false);
    expect(left.some((bytes) => bytes.includes(stored_as))).toBe(false);
  }
  expect(backups()).toHaveLength(1);
  inBackup(backups()[0] ?? '', (db) => expect(db.prepare("SELECT count(*) AS many FROM event_content WHERE kind = 'opinion'").get()).toEqual({ many: 0 }));
});

const inStoreClosed = <Value>(read: (db: ReturnType<typeof connect>) => Value): Value => {
  const copy = mkdtempSync(join(tmpdir(), 'delibere-read-'));
  try {
    for (const end of ['delibere.db', 'delibere.db-wal']) if (existsSync(join(store, end))) cpSync(join(store, end), join(copy, end));
    const key = openKeys(readFileSync(join(store, 'cles.json'), 'utf8'), passphrase);
    if (!key.ok) throw new Error(key.error.code);
    const db = connect(join(copy, 'delibere.db'), key.value, true);
    const value = read(db);
    db.close();
    return value;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};
const inBackup = (id: string, read: (db: ReturnType<typeof connect>) => void): void => {
  const key = openKeys(readFileSync(join(store, 'cles.json'), 'utf8'), passphrase);
  if (!key.ok) throw new Error(key.error.code);
  const db = connect(join(store, 'sauvegardes', id, 'delibere.db'), key.value, true);
  read(db);
  db.close();
};
const opinionsLeft = (): unknown => inStoreClosed((db) => db.prepare("SELECT count(*) AS many FROM event_content WHERE kind = 'opinion'").get());

test('the second folder takes each backup, loses the earlier ones with a purge, and blocks nothing when it is away', async () => {
  const second = mkdtempSync(join(tmpdir(), 'delibere-second-'));
  try {
    bench.dialogs.folder = second;
    expect(await ask('retention.setFolder', { choose: true })).toMatchObject({ kind: 'reached', backups: backups().length });
    const [place = ''] = readdirSync(second);
    expect(backups(join(second, place))).toEqual(backups());
    clock.advance(430 * day);
    const away = `${second}-away`;
    cpSync(second, away, { recursive: true });
    rmSync(second, { recursive: true });
    expect((await purge('opinions')).backedUp).toBe(true);
    expect((await ask('retention.get', {})).left).toContainEqual({ kind: 'secondFolder', path: second });
    cpSync(away, second, { recursive: true });
    rmSync(away, { recursive: true });
    expect(backups(join(second, place)).length).toBeGreaterThan(1);
    await ask('retention.retry', {});
    expect(backups(join(second, place))).toEqual(backups());
    expect((await ask('retention.get', {})).left.some((left) => left.kind === 'secondFolder')).toBe(false);
    bench.dialogs.folder = join(store, 'pieces');
    expect(await refusal('retention.setFolder', { choose: true })).toBe('folder-unfit');
  } finally {
    rmSync(second, { recursive: true, force: true });
  }
});

test.each(['whole', 'damaged'] as const)(
  'a restore of an earlier backup applies again the purges recorded since (the store it replaces is %s)',
  async (state) => {
    const kept = mkdtempSync(join(tmpdir(), 'delibere-kept-'));
    try {
      cpSync(join(store, 'sauvegardes'), kept, { recursive: true });
      clock.advance(430 * day);
      await purge('opinions');
      desk.close();
      cpSync(kept, join(store, 'sauvegardes'), { recursive: true });
      const earlier = readdirSync(kept).sort().at(-1) ?? '';
      inBackup(earlier, (db) => expect(db.prepare("SELECT count(*) > 0 AS some FROM event_content WHERE kind = 'opinion'").get()).toEqual({ some: 1 }));
      // With the store whole, its register alone tells; damaged, the list beside it.
      if (state === 'whole') rmSync(join(store, 'purges.scellees'));
      else writeFileSync(join(store, 'delibere.db'), Buffer.alloc(8192, 7));
      desk = openDesk({ ...bench.tools, clock });
      await ask('store.restoreBackup', { backupId: earlier, passphrase });
      expect(opinionsLeft()).toEqual({ many: 0 });
      const view = await ask('retention.get', {});
      expect(view.proofs[0]).toMatchObject({ what: 'opinions', again: true });
      expect(backups()).toHaveLength(1);
      expect(view.left.some((left) => left.kind === 'aside')).toBe(true);
      desk.close();
      rmSync(join(store, 'mis-de-cote'), { recursive: true });
      expect(holds(opinionNote)).toBe(false);
    } finally {
      rmSync(kept, { recursive: true, force: true });
    }
  },
);

test('a cut before the rows went undoes the purge, and one after them ends it at the next start', async () => {
  clock.advance(430 * day);
  const before = backups().length;
  writeFileSync(join(store, purgeMark), 'f'.repeat(32));
  await restart();
  expect(existsSync(join(store, purgeMark))).toBe(false);
  expect(backups().length).toBeGreaterThanOrEqual(before);
  expect((await lineOf('opinions')).isDue).toBe(true);
  await purge('opinions');
  const token = inStoreClosed((db) => readRegister(db).findLast(({ entry }) => entry.kind === 'purged')?.entry);
  mkdirSync(join(store, 'sauvegardes', '2026-01-01T00-00-00-000Z_ouverture'), { recursive: true });
  cpSync(join(store, 'sauvegardes', backups().at(-1) ?? ''), join(store, 'sauvegardes', '2026-01-01T00-00-00-000Z_ouverture'), { recursive: true });
  writeFileSync(join(store, purgeMark), token?.kind === 'purged' ? token.token : '');
  await restart();
  expect(existsSync(join(store, purgeMark))).toBe(false);
  expect(backups()).toHaveLength(1);
});

test('the calendar is a table that a French spreadsheet opens, and the certificate of destruction names nobody', async () => {
  clock.advance(430 * day);
  await purge('opinions');
  const { fileName } = await ask('retention.saveCalendar', {});
  const text = Buffer.from(bench.dialogs.written.get(fileName) ?? []).toString('utf8');
  expect(text.startsWith('\uFEFFSession ou personne;')).toBe(true);
  expect(text).toContain('Avis et partie de travail du journal');
  const { proofs } = await ask('retention.get', {});
  const saved = await ask('retention.saveProof', { seq: proofs[0]?.seq ?? 0 });
  const pdf = bench.dialogs.written.get(saved.fileName) ?? new Uint8Array();
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  if (!hasVeraPDF()) return;
  const verdicts = await validate((['3a', 'ua1'] as const).map((flavour) => ({ name: flavour, pdf, flavour })));
  expect(verdicts.map(({ failed }) => failed)).toEqual([[], []]);
});

import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type Database from 'better-sqlite3';
import type { SessionId } from '../domain/ids.ts';
import { appendAct, readChain } from '../db/journal.ts';
import { readChainAgain } from '../db/chain.ts';
import { instant } from '../domain/time.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { openBefore } from '../tests/fixtures/before.ts';
import { damageJournal } from '../tests/fixtures/two-years.ts';
import { migrate } from '../db/migrate.ts';
import { journalWords } from '../words/journal.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
let desk: Desk;
let sessionId: SessionId;
const ask = askOf(() => desk);
beforeAll(async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  await day.open();
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('an open session tells its acts of record, and never how many links its chain has', async () => {
  const journal = await ask('journal.get', { sessionId });
  expect(journal.working).toBe(false);
  expect(journal.lines.some(({ told }) => told.kind === 'opened')).toBe(true);
  expect(await ask('journal.check', { sessionId })).toMatchObject({ session: { links: null, destroyed: null, broken: null }, register: { broken: null } });
});

test('the file opens in a French spreadsheet, runs no formula, and its leaving is in the register', async () => {
  const { fileName } = await ask('journal.export', { sessionId, format: 'csv' });
  const text = Buffer.from(bench.dialogs.written.get(fileName) ?? []).toString('utf8');
  expect(text.startsWith('\uFEFFJour;Heure;Qui;Nature;Quoi;Motif\r\n')).toBe(true);
  for (const cell of text.split(/[;\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
  const { lines } = await ask('journal.get', { sessionId });
  expect(lines.at(-1)?.told).toEqual({ kind: 'registered', entry: { entry: 'exported', fileName } });
});

test('the paper is written line by line as a PDF', async () => {
  const { fileName } = await ask('journal.export', { sessionId, format: 'pdf' });
  expect(fileName).toMatch(/\.pdf$/);
  expect(Buffer.from(bench.dialogs.written.get(fileName) ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('a store really damaged on the disk says what broke, what is safe and what to do next', async () => {
  const { passphrase } = readScenario(bench.tools.resourcesFolder);
  desk.close();
  damageJournal(bench.tools.demonstrationFolder, passphrase, sessionId, 3);
  cpSync(bench.tools.demonstrationFolder, bench.tools.storeFolder, { recursive: true });
  desk = openDesk(bench.tools);
  await ask('store.unlock', { passphrase });
  expect(await ask('journal.check', { sessionId })).toMatchObject({ session: { broken: 3 }, register: { broken: null } });
  expect(journalWords.broken(3)).toContain('maillon 3');
  for (const part of [journalWords.safe, journalWords.next]) expect(part).toMatch(/^\p{Lu}.{60,}\.$/u);
});

test('a chain names its first broken link, and a destroyed content leaves a link that is verified', () => {
  const { db, dispose } = openBefore(130);
  migrate(db);
  const loose = db as unknown as Database.Database;
  loose.pragma('foreign_keys = OFF');
  for (const { name } of loose.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
    loose.exec(`DROP TRIGGER "${name}"`);
  const at = instant.parse('2026-03-17T08:00:00.000Z');
  const id = 's-links' as SessionId;
  for (let count = 0; count < 4; count += 1)
    appendAct(db, { sessionId: id, at, author: { kind: 'lead' }, act: { kind: 'incident', text: `i${count}` }, salt: new Uint8Array(16).fill(count) });
  expect(readChain(db, id)).toHaveLength(4);
  loose.exec('DELETE FROM event_content WHERE seq = 2');
  expect(readChainAgain(db, id)).toEqual({ links: 4, destroyed: 1, broken: null });
  loose.exec("UPDATE event_content SET content = replace(content, 'i2', 'j2')");
  expect(readChainAgain(db, id).broken).toBe(3);
  dispose();
});

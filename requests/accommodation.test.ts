import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RequestInput } from '../domain/contract.ts';
import type { CandidateId, JurorId } from '../domain/ids.ts';
import { readJuryViews, readOfficerRecords } from '../db/accommodation.ts';
import { listBackups } from '../db/backup.ts';
import { connect } from '../db/connection.ts';
import { openKeys } from '../db/keys.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, askPassing, openTestDesk } from '../tests/fixtures/desk.ts';
import { everyByte } from '../tests/fixtures/store-bytes.ts';
import { endOf } from '../tests/fixtures/work.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
beforeEach(() => {
  bench = openTestDesk();
  desk = bench.desk;
});
afterEach(() => {
  desk.close();
  bench.dispose();
});
const ask = askPassing(
  () => desk,
  () => readScenario(bench.tools.resourcesFolder).officer.pin,
);

/** The demonstration open, with a record of our own for D-04, who holds nothing in the scenario. */
const openRoom = async (record: object, planned = 30) => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  const sessionId = await day.prepare();
  const lines = await ask('candidate.list', { sessionId });
  const candidate = (number: string): CandidateId => {
    const id = lines.find((line) => line.number === number)?.id;
    if (!id) throw new Error(number);
    return id;
  };
  const candidateId = candidate('D-04');
  const { projects } = await ask('dossier.get', { sessionId, candidateId });
  for (const { id, timer: _, ...fields } of projects)
    await ask('project.save', { sessionId, projectId: id, fields: { ...fields, defence: { ...fields.defence, plannedMinutes: planned } } });
  const { key } = await ask('officer.open', { sessionId, pin: scenario.officer.pin });
  const save = async (more: object): Promise<void> =>
    void (await ask('officer.save', {
      sessionId,
      key,
      record: { ...base, candidateId, ...record, ...more } as RequestInput<'officer.save'>['record'],
    }));
  await save({});
  await day.open();
  await ask('sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
  const { members } = await ask('sitting.get', { sessionId });
  const pins = new Map<JurorId, string>(members.map((member, index) => [member.juror.id, scenario.jurors[index]?.pin ?? '']));
  return { sessionId, candidateId, candidate, key, save, pins, clock, scenario };
};
const base = {
  measures: ['extraTime', 'breaksNotCounted'],
  effect: 'EFFETPLANTE quarante minutes',
  decidedOn: '2026-01-10',
  note: '',
  standardMinutes: 30,
  extraTime: { numerator: 1, denominator: 3 },
};
const given = { kind: 'given', on: '2026-01-12', proof: 'Courrier' };
const withdrawn = { kind: 'withdrawn', on: '2026-03-17', proof: 'Courriel', given: { on: '2026-01-12', proof: 'Courrier' } };
const notGiven = { kind: 'notGiven' };

test('with consent the timer says forty minutes and what they stand for; without, forty minutes alone', async () => {
  const { sessionId, candidateId, candidate, save } = await openRoom({ consent: given });
  const shown = async (id: CandidateId) => await ask('sitting.candidate', { sessionId, candidateId: id });
  expect((await shown(candidateId)).timers).toMatchObject([{ seconds: 2400, insteadOf: 1800 }]);
  for (const consent of [notGiven, withdrawn]) {
    await save({ consent });
    const alone = await shown(candidateId);
    expect(alone.timers).toMatchObject([{ seconds: 2400, insteadOf: null }]);
    expect(alone.accommodation).toBeNull();
    // The answer has the fields of anybody else's, and the dossier beside it no ordinary duration to compare.
    const other = await shown(candidate('D-01'));
    expect(alone.timers.map((timer) => Object.keys(timer))).toEqual(other.timers.slice(0, 1).map((timer) => Object.keys(timer)));
    const dossier = await ask('dossier.get', { sessionId, candidateId });
    expect(dossier.projects.map((project) => project.defence.plannedMinutes)).toEqual([40]);
    const placed = (await ask('schedule.get', { sessionId })).candidates.filter(({ id }) => id === candidateId);
    expect(placed.map(({ minutes }) => minutes)).toEqual([40]);
  }
  await save({ consent: notGiven, extraTime: null });
  expect((await shown(candidateId)).timers).toMatchObject([{ seconds: 1800, insteadOf: null }]);
});

test('forty minutes and one third count down three thousand two hundred seconds', async () => {
  const { sessionId, candidate, key, scenario } = await openRoom({ consent: notGiven }, 40);
  const candidateId = candidate('D-04');
  const line = (await ask('officer.list', { sessionId, key })).find(({ record }) => record.candidateId === candidateId);
  expect(line?.tests.map(({ plannedMinutes, seconds }) => [plannedMinutes, seconds])).toEqual([[40, 3200]]);
  expect((await ask('sitting.candidate', { sessionId, candidateId })).timers.map(({ seconds }) => seconds)).toEqual([3200]);
  expect(scenario.accommodations.some((each) => each.candidate === 'D-04')).toBe(false);
});

test('a withdrawal leaves the content in the officer’s record alone: no page, no draft, no act, no note still holds it', async () => {
  const { sessionId, candidateId, pins, clock } = await openRoom({ consent: given });
  const { line } = await ask('sitting.candidate', { sessionId, candidateId });
  for (const jurorId of line.composition.sitting)
    await ask('sitting.accommodationRead', { sessionId, candidateId, jurorId, pin: pins.get(jurorId) ?? '', note: `NOTEPLANTEE ${jurorId}` });
  clock.advance(60);
  const { passphrase, officer } = readScenario(bench.tools.resourcesFolder);
  /** How often a word lies in the pages of a database, and in how many values: on average, over the store and its backups. */
  const count = (word: string): [pages: number, values: number] => {
    const held = everyByte(bench.tools.demonstrationFolder, passphrase);
    const pages = held.filter((each) => each.toString('latin1', 0, 15) === 'SQLite format 3');
    const found = pages.map((each) => each.toString('latin1').split(word).length - 1);
    const values = held.filter((each) => each.toString('latin1', 0, 15) !== 'SQLite format 3' && each.includes(word)).length;
    return [found.reduce((sum, each) => sum + each, 0) / pages.length, values / pages.length];
  };
  /** What the backups within reach say of the candidate: the consent, and whether the jury's view is there. */
  const backups = () => {
    const folder = bench.tools.demonstrationFolder;
    const key = openKeys(readFileSync(join(folder, 'cles.json'), 'utf8'), passphrase);
    if (!key.ok) throw new Error(key.error.code);
    return listBackups(folder).map(({ id }) => {
      const copy = join(folder, 'copie.db');
      copyFileSync(join(folder, 'sauvegardes', id, 'delibere.db'), copy);
      const db = connect(copy, key.value, true);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      const record = readOfficerRecords(db, sessionId).find((each) => each.candidateId === candidateId);
      const view = readJuryViews(db, sessionId).some((each) => each.candidateId === candidateId);
      db.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
      return [record?.consent.kind, view];
    });
  };
  const later = async () => {
    desk = openDesk({ ...bench.tools, clock });
    await ask('store.openDemonstration', {});
    return (await ask('officer.open', { sessionId, pin: officer.pin })).key;
  };
  desk.close();
  // The record and the view of it; a note for each member.
  expect(count('EFFETPLANTE')).toEqual([2, 2]);
  expect(count('NOTEPLANTEE')).toEqual([line.composition.sitting.length, line.composition.sitting.length]);
  const key = await later();
  expect(backups()).toContainEqual(['given', true]);
  await ask('officer.setConsent', { sessionId, key, candidateId, consent: withdrawn } as RequestInput<'officer.setConsent'>);
  expect((await ask('sitting.candidate', { sessionId, candidateId })).accommodation).toBeNull();
  expect(backups()).toContainEqual(['withdrawn', false]);
  expect(backups()).not.toContainEqual(['given', true]);
  desk.close();
  expect(count('EFFETPLANTE')).toEqual([1, 1]);
  expect(count('NOTEPLANTEE')[0]).toBe(0);
  await ask('officer.remove', { sessionId, key: await later(), candidateId });
  desk.close();
  expect(backups().filter(([kind]) => kind !== undefined)).toEqual([]);
  expect(count('EFFETPLANTE')[0]).toBe(0);
});

test('a damaged backup is told, and keeps no other one from losing what was withdrawn', async () => {
  const { sessionId, candidateId, clock } = await openRoom({ consent: given });
  const { passphrase, officer } = readScenario(bench.tools.resourcesFolder);
  for (let opening = 0; opening < 2; opening += 1) {
    desk.close();
    clock.advance(60);
    desk = openDesk({ ...bench.tools, clock });
    await ask('store.openDemonstration', {});
  }
  const folder = bench.tools.demonstrationFolder;
  const [newest, before] = listBackups(folder).map(({ id }) => join(folder, 'sauvegardes', id, 'delibere.db'));
  if (!newest || !before) throw new Error('two openings make two backups');
  const whole = readFileSync(newest);
  // One page of the middle, as a disk loses it.
  const at = Math.floor(whole.length / 8192) * 4096;
  writeFileSync(newest, whole.fill(7, at, at + 4096));
  const { key } = await askOf(() => desk)('officer.open', { sessionId, pin: officer.pin });
  const answer = await desk.ask('officer.setConsent', { sessionId, key, candidateId, consent: withdrawn } as RequestInput<'officer.setConsent'>);
  expect(answer).toMatchObject({ ok: false, error: { code: 'backup-unusable' } });
  const keys = openKeys(readFileSync(join(folder, 'cles.json'), 'utf8'), passphrase);
  if (!keys.ok) throw new Error(keys.error.code);
  const db = connect(before, keys.value, true);
  expect(readOfficerRecords(db, sessionId).find((each) => each.candidateId === candidateId)?.consent.kind).toBe('withdrawn');
  expect(readJuryViews(db, sessionId).some((each) => each.candidateId === candidateId)).toBe(false);
  db.close();
});

test('every reading is in the officer’s log: the officer’s by record, the screen of the room, each member’s', async () => {
  const { sessionId, candidateId, key, pins } = await openRoom({ consent: given });
  const { line } = await ask('sitting.candidate', { sessionId, candidateId });
  await ask('sitting.candidate', { sessionId, candidateId });
  const [first] = line.composition.sitting;
  if (!first) throw new Error('the jury sits');
  await ask('sitting.accommodationRead', { sessionId, candidateId, jurorId: first, pin: pins.get(first) ?? '', note: 'NOTEPLANTEE' });
  await ask('officer.list', { sessionId, key });
  const log = await ask('officer.log', { sessionId, key });
  const of = (what: string) => log.filter((entry) => entry.what === what && entry.candidateId === candidateId).map((entry) => entry.jurorId);
  expect([of('written'), of('shown'), of('confirmed'), of('read')]).toEqual([[null], [null], [first], [null]]);
  expect(log.filter(({ what }) => what === 'logRead')).toHaveLength(1);
  expect(log.map(({ at }) => at)).toEqual(
    log
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  expect(JSON.stringify(log)).not.toMatch(/PLANTE/);
  expect(await desk.ask('officer.log', { sessionId, key: 'guess' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('a record that goes with its candidate is told in the officer’s log, whether the lead removes the candidate or undoes an import', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  desk.close();
  desk = openDesk({ ...bench.tools, clock: new ScriptClock(scenario.clock.preparedAt) });
  const { sessionId } = await ask('store.openDemonstration', {});
  const { key } = await ask('officer.open', { sessionId, pin: scenario.officer.pin });
  const removed = async () => (await ask('officer.log', { sessionId, key })).filter(({ what }) => what === 'removed').map(({ candidateId }) => candidateId);
  const arranged = async (number: string): Promise<CandidateId> => {
    const candidateId = (await ask('candidate.list', { sessionId })).find((line) => line.number === number)?.id as CandidateId;
    const record = { ...base, candidateId, consent: given } as RequestInput<'officer.save'>['record'];
    await ask('officer.save', { sessionId, key, record });
    return candidateId;
  };
  const first = await arranged('D-04');
  await ask('candidate.remove', { sessionId, candidateId: first });
  expect(await removed()).toEqual([first]);
  bench.dialogs.offer('un.csv', 'numero;nom;prenom;naissance;voie;entree;blocs\nX-1;Passager;Fictif;28/02/1999;FC;02/09/2024;tous\n');
  const { work } = await ask('import.choose', { sessionId, kind: 'candidates' });
  await endOf(desk, { work });
  await ask('import.apply', { sessionId, handle: work, only: 'all' });
  const second = await arranged('X-1');
  await ask('import.undo', { sessionId });
  expect(await removed()).toEqual([second, first]);
});

test('the screen of the room read again within five minutes is one reading, and later another', async () => {
  const { sessionId, candidateId, key, clock } = await openRoom({ consent: given });
  const shown = async (): Promise<number> => {
    await ask('sitting.candidate', { sessionId, candidateId });
    return (await ask('officer.log', { sessionId, key })).filter(({ what }) => what === 'shown').length;
  };
  expect([await shown(), await shown()]).toEqual([1, 1]);
  clock.advance(301);
  expect(await shown()).toBe(2);
  // A clock put right by an hour hides no reading.
  clock.advance(-3600);
  expect(await shown()).toBe(3);
});

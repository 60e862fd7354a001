import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BlockCode, CandidateId, CompetencyCode, JurorId, PieceId, SessionId } from '../domain/ids.ts';
import type { NoteSubject } from '../domain/note.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
let desk: Desk;
let sessionId: SessionId;
let candidateId: CandidateId;
let block: BlockCode;
let pieceId: PieceId;
let members: readonly { readonly id: JurorId; readonly pin: string }[];
let leadPin: string;
const ask = askOf(() => desk);
const scenario = readScenario(bench.tools.resourcesFolder);

const openFor = async (rank: number): Promise<string> => {
  const { id: jurorId, pin } = members[rank] ?? { id: '' as JurorId, pin: '' };
  return (await ask('note.open', { sessionId, candidateId, jurorId, pin })).key;
};
const onPage = (page: number): NoteSubject => ({ kind: 'piece', pieceId, page });
const save = (key: string, subject: NoteSubject, text: string) => desk.ask('note.save', { key, note: { subject, text } });

beforeAll(async () => {
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  await day.open();
  const sitting = await ask('sitting.get', { sessionId });
  const line = sitting.candidates.find((entry) => entry.number === 'D-01');
  if (!line) throw new Error('no D-01');
  candidateId = line.id;
  block = line.blocks[0]?.code as BlockCode;
  pieceId = (await ask('dossier.get', { sessionId, candidateId })).pieces[0]?.id as PieceId;
  const pins = new Map(sitting.members.map((member, index) => [member.juror.id, scenario.jurors[index]?.pin ?? '']));
  members = line.composition.sitting.map((id) => ({ id, pin: pins.get(id) ?? '' }));
  leadPin = scenario.leadPin;
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

describe('private notes', () => {
  test('open with their author’s code alone: neither another member’s nor the lead’s opens them', async () => {
    const [first, second] = members;
    if (!first || !second) throw new Error('members');
    for (const pin of [second.pin, leadPin])
      expect(await desk.ask('note.open', { sessionId, candidateId, jurorId: first.id, pin })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
    expect(await desk.ask('note.list', { key: 'guess' })).toMatchObject({ ok: false, error: { code: 'turn-over' } });
  });

  test('are shown to their author, next time and in the turn, and to nobody else in theirs', async () => {
    const mine = await openFor(0);
    expect(await save(mine, onPage(12), 'une réserve sur la page douze')).toMatchObject({ ok: true });
    const competency = `${block}-C1` as CompetencyCode;
    expect(await save(mine, { kind: 'competency', competency }, 'bien établie')).toMatchObject({ ok: true });
    await ask('note.close', { key: mine });
    expect(await desk.ask('note.list', { key: mine })).toMatchObject({ ok: false, error: { code: 'turn-over' } });
    const again = await openFor(0);
    const written = [
      { subject: { kind: 'competency', competency }, text: 'bien établie' },
      { subject: onPage(12), text: 'une réserve sur la page douze' },
    ];
    expect(await ask('note.list', { key: again })).toEqual({ notes: written, open: true });
    // The laptop changes hands: the first gives it back before the second has it.
    await ask('note.close', { key: again });
    const other = await openFor(1);
    expect(await ask('note.list', { key: other })).toEqual({ notes: [], open: true });
    expect(await save(again, onPage(12), 'trop tard')).toMatchObject({ ok: false, error: { code: 'turn-over' } });
    await ask('note.close', { key: other });
    await ask('sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const { turn } = await ask('turn.begin', { sessionId, candidateId, block, jurorId: members[0]?.id as JurorId, pin: members[0]?.pin ?? '' });
    expect((await ask('note.list', { key: turn })).notes).toEqual(written);
    expect(await desk.ask('note.list', { key: other })).toMatchObject({ ok: false, error: { code: 'turn-over' } });
    await ask('turn.leave', { turn });
    expect(await desk.ask('note.list', { key: turn })).toMatchObject({ ok: false, error: { code: 'turn-over' } });
  });

  test('are on the disk as soon as they are said saved, encrypted, and survive a restart', async () => {
    const key = await openFor(2);
    const secret = 'une phrase que personne d’autre ne lira';
    expect(await save(key, onPage(3), secret)).toMatchObject({ ok: true });
    desk.close();
    const folder = bench.tools.demonstrationFolder;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files) expect([file.name, readFileSync(join(file.parentPath, file.name)).includes(secret)]).toEqual([file.name, false]);
    desk = openDesk({ ...bench.tools, clock: new ScriptClock(scenario.clock.preparedAt) });
    await ask('store.openDemonstration', {});
    const again = await openFor(2);
    expect((await ask('note.list', { key: again })).notes).toEqual([{ subject: onPage(3), text: secret }]);
    await ask('note.close', { key: again });
  });

  test('are only on what the dossier and the fiche hold, by somebody who sits', async () => {
    const key = await openFor(0);
    expect(await save(key, { kind: 'piece', pieceId: 'elsewhere' as PieceId, page: null }, 'x')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await save(key, { kind: 'competency', competency: 'X-C1' as CompetencyCode }, 'x')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const { members: all } = await ask('sitting.get', { sessionId });
    await ask('note.close', { key });
    const out = all.findIndex(({ juror }) => !members.some(({ id }) => id === juror.id));
    const answer = await desk.ask('note.open', { sessionId, candidateId, jurorId: all[out]?.juror.id as JurorId, pin: scenario.jurors[out]?.pin ?? '' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-sitting' } });
  });

  test('are written no more by a member who is recused, which nobody is while they are open', async () => {
    const key = await openFor(2);
    expect(await save(key, onPage(4), 'avant le déport')).toMatchObject({ ok: true });
    const { id: jurorId, pin } = members[2] ?? { id: '' as JurorId, pin: '' };
    const recusal = { sessionId, candidateId, jurorId, reason: 'Lien découvert en séance' };
    expect(await desk.ask('room.recuse', recusal)).toMatchObject({ ok: false, error: { code: 'turn-under-way', facts: { by: 'member' } } });
    await ask('note.close', { key });
    await ask('room.recuse', recusal);
    expect(await save(key, onPage(4), 'après le déport')).toMatchObject({ ok: false, error: { code: 'turn-over' } });
    expect(await desk.ask('note.open', { sessionId, candidateId, jurorId, pin })).toMatchObject({ ok: false, error: { code: 'not-sitting' } });
  });
});

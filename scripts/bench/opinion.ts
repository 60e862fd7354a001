import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { act as actSchema } from '../../domain/act.ts';
import { connect } from '../../db/connection.ts';
import { openDesk, type Desk } from '../../requests/desk.ts';
import { readScenario } from '../../requests/scenario.ts';
import { benchPeople } from '../../words/bench.ts';
import { ScriptClock } from '../day.ts';
import { ask } from './asking.ts';
import { timed, type Comparison } from './measure.ts';
import { inventCandidates } from './people.ts';
import { readFiche } from './record.ts';
import { noDialogs } from '../no-dialogs.ts';

const candidateCount = 40;

/**
 * Compares saving one opinion through the app's own path (request, rules, chained act, draft emptied, one durable transaction) with one raw
 * insert of the same bytes, same key pragmas, WAL, synchronous=FULL, one transaction each, in a session of 40 candidates, one after the other.
 */
export const compareOpinions = async (folder: string, resources: string): Promise<Comparison> => {
  const scenario = readScenario(resources);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  const desk = openDesk({
    clock,
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: join(folder, 'store'),
    demonstrationFolder: join(folder, 'demonstration'),
    resourcesFolder: resources,
    dialogs: noDialogs,
  });
  mkdirSync(folder, { recursive: true });
  const raw = connect(join(folder, 'raw.db'), randomBytes(32), false);
  raw.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY, salt BLOB NOT NULL, links TEXT NOT NULL, content TEXT NOT NULL) STRICT');
  const insert = raw.prepare('INSERT INTO entry (salt, links, content) VALUES (?, ?, ?)');
  const kept = { ours: [] as number[], theirs: [] as number[] };
  try {
    const { sessionId, jurors, candidates } = await openSitting(desk, scenario, resources);
    for (const { id: candidateId, presents } of candidates)
      for (const block of presents)
        for (const { id: jurorId, pin } of jurors) {
          const { turn, round } = await ask(desk, 'turn.begin', { sessionId, candidateId, block, jurorId, pin });
          const note = benchPeople.note;
          const opinion = actSchema.parse({ kind: 'opinion', jurorId, candidateId, block, round, value: 'validate', note });
          const content = JSON.stringify({ at: clock.now(), author: { kind: 'juror', jurorId }, act: opinion });
          const [salt, links] = [randomBytes(16), randomBytes(96).toString('hex')];
          const save = async (): Promise<void> => void kept.ours.push(await timed(() => ask(desk, 'turn.record', { turn, value: 'validate', note })));
          const put = async (): Promise<void> => void kept.theirs.push(await timed(() => insert.run(salt, links, content)));
          for (const work of kept.ours.length % 2 === 0 ? [save, put] : [put, save]) await work();
        }
  } finally {
    raw.close();
    desk.close();
  }
  return kept;
};

const openSitting = async (desk: Desk, scenario: ReturnType<typeof readScenario>, resources: string) => {
  await ask(desk, 'store.create', { passphrase: scenario.passphrase });
  const { sessionId } = await ask(desk, 'session.create', scenario.session);
  for (const { remark, reason } of scenario.acknowledgements) await ask(desk, 'session.acknowledge', { sessionId, remark, reason });
  const jurors = [];
  for (const { key, pin, fields } of scenario.jurors.filter((entry) => entry.fields.seat === 'titular')) {
    const { jurorId } = await ask(desk, 'juror.save', { sessionId, jurorId: null, fields });
    await ask(desk, 'pin.set', { sessionId, holder: jurorId, pin, current: null });
    await ask(desk, 'room.attendance', { sessionId, jurorId, present: true });
    if (key === scenario.president) await ask(desk, 'room.designate', { sessionId, jurorId, rank: 'president' });
    await ask(desk, 'room.declare', { sessionId, jurorId, pin, links: [] });
    jurors.push({ id: jurorId, pin });
  }
  await ask(desk, 'pin.set', { sessionId, holder: 'lead', pin: scenario.leadPin, current: null });
  const candidates = [];
  for (const fields of inventCandidates(candidateCount, readFiche(resources))) {
    const { candidateId } = await ask(desk, 'candidate.save', { sessionId, candidateId: null, fields });
    candidates.push({ id: candidateId, presents: fields.presents });
  }
  await ask(desk, 'session.open', { sessionId, pin: scenario.leadPin });
  for (const { id } of candidates) await ask(desk, 'sitting.presence', { sessionId, candidateId: id, presence: 'present', note: '' });
  return { sessionId, jurors, candidates };
};

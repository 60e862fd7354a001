import { afterEach, describe, expect, test } from 'vitest';
import type { RecordedAct } from '../../domain/act.ts';
import { sessionId } from '../../domain/ids.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { firstMinute, nameCorrection, openRectification, playRectified, playSealed, sealPlay } from '../../tests/fixtures/rectified.ts';
import { bc01, bc02, people } from '../../tests/fixtures/sitting.ts';
import { checkChain, readActs } from '../journal.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { migrations } from './all.ts';

const { full, none, partial } = playedCandidates;
let intruder: Intruder;
afterEach(() => intruder.dispose());
const write = (acts: readonly Pick<RecordedAct, 'act' | 'author'>[]): void => {
  for (const { act, author } of acts) intruder.write(act, author);
};
const refused = (attack: () => unknown, why: string): void => expect(attack, why).toThrow(why);
const sealed = (): Intruder => {
  intruder = new Intruder().prepare(Object.values(playedCandidates));
  write(playSealed().acts);
  return intruder;
};
const opening = { kind: 'rectificationOpened', rank: 1, reason: 'Erreur', original: firstMinute, previous: firstMinute };
const reopening = { kind: 'reopening', candidateId: none.id, block: bc01, reason: 'Livrable retrouvé' };

test('a store that holds a sealed session migrates without loss, and its minute can then be rectified', () => {
  intruder = new Intruder(20).prepare(Object.values(playedCandidates));
  const play = playSealed();
  write(play.acts);
  const rows = () => ['session', 'event', 'printing'].map((table) => intruder.db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all());
  const before = rows();
  migrate(
    intruder.db,
    migrations.filter((step) => step.version <= 40),
  );
  expect(storeVersion(intruder.db)).toBe(40);
  expect(rows()).toEqual(before);
  expect(checkChain(intruder.db, sessionId.parse('s1'))).toBe(true);
  const rectified = sealPlay(playRectified(), 2);
  write(rectified.acts.slice(play.acts.length));
  expect(intruder.phase()).toBe('sealed');
  expect(readActs(intruder.db, sessionId.parse('s1')).map(({ act }) => act)).toEqual(rectified.acts.map(({ act }) => act));
  const plan = intruder.db
    .prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT here FROM seat WHERE session_id = 's1' AND candidate_id = 'c1' AND seq = 9")
    .all();
  expect(plan.filter(({ detail }) => /^SCAN (?!\w+ VIRTUAL TABLE)/.test(detail))).toEqual([]);
});

describe('whoever writes to the store, program or not,', () => {
  test('rectifies only a sealed minute, by the lead, with a reason', () => {
    intruder = new Intruder().prepare(Object.values(playedCandidates)).open();
    refused(() => intruder.write(opening), 'only once the minute is sealed');
    intruder.dispose();
    sealed();
    refused(() => intruder.write({ ...opening, reason: ' \u00A0' }), 'needs a reason');
    refused(() => intruder.write(opening, people.first), 'by the lead alone');
    intruder.write(opening);
    expect(intruder.phase()).toBe('open');
    refused(() => intruder.write(opening), 'only once the minute is sealed');
  });

  test('leads the phase back to open by no other way, and closes, seals or archives a rectification only by its own acts', () => {
    sealed();
    const move = (phase: string) => () => intruder.db.exec(`UPDATE session SET phase = '${phase}'`);
    refused(move('open'), 'one step at a time');
    refused(move('closed'), 'one step at a time');
    intruder.write({ kind: 'archived', sha256: 'a'.repeat(64) });
    refused(move('open'), 'one step at a time');
    intruder.write(opening);
    refused(move('closed'), 'no closing is recorded');
    refused(move('sealed'), 'one step at a time');
    intruder.write(nameCorrection).write({ kind: 'closed' });
    refused(move('open'), 'one step at a time');
    refused(move('sealed'), 'the lead has not signed');
  });

  test('puts nothing right outside a rectification, about nobody of the session, or in another hand', () => {
    sealed();
    refused(() => intruder.write(nameCorrection), 'only while the minute is rectified');
    intruder.write(opening);
    refused(
      () => intruder.write({ ...nameCorrection, where: { of: 'candidate', candidateId: 'inconnu', field: 'familyName' } }),
      'about nobody of the session',
    );
    refused(() => intruder.write({ ...nameCorrection, where: { of: 'member', jurorId: 'inconnu', field: 'quality' } }), 'about nobody of the session');
    refused(() => intruder.write({ ...nameCorrection, where: { of: 'fiche', field: 'title' } }), 'about nobody of the session');
    refused(() => intruder.write(nameCorrection, people.second), 'by the lead alone');
  });

  test('works only on what was reopened, after a new round, in a room that was empty when the rectification opened', () => {
    sealed();
    intruder.write(opening);
    const decision = { kind: 'decision', candidateId: none.id, block: bc01, outcome: 'validated', reason: '', recommendation: '', competencies: [] };
    refused(() => intruder.presence(none.id, 'absent'), 'not in a rectification');
    refused(() => intruder.write({ kind: 'postponement', candidateId: partial.id, cause: 'other', note: 'Note' }), 'not in a rectification');
    intruder.write({ ...reopening, candidateId: partial.id, block: bc02 }, people.first);
    refused(() => intruder.write({ kind: 'recusalWithdrawn', jurorId: people.first, candidateId: full.id, reason: 'Lien' }, people.first), 'not reopened');
    refused(() => intruder.write({ ...decision, candidateId: none.id }), 'not reopened');
    intruder.write(reopening, people.first);
    refused(() => intruder.write(decision), 'no round was revealed since the rectification');
    intruder.write({ kind: 'round', candidateId: none.id, block: bc01, round: 2, reason: 'Relecture' });
    refused(() => intruder.opinion(none.id, bc01, people.first, 'validate', 2), 'by a member who does not sit');
    for (const jurorId of [people.lead, people.first, people.second]) intruder.write({ kind: 'attendance', jurorId, present: true });
    intruder.round(none.id, bc01, [], 2).decide(none.id, bc01);
    refused(() => intruder.write({ kind: 'closed' }), 'a presented block is undecided');
    refused(() => intruder.write({ kind: 'rectificationWithdrawn', reason: 'Trop tard' }), 'a decision was reopened');
  });

  test('gives a rectification up only while it runs, and the sealed minute stands again', () => {
    sealed();
    const withdrawal = { kind: 'rectificationWithdrawn', reason: 'Ouverte par erreur' };
    refused(() => intruder.write(withdrawal), 'only while the minute is rectified');
    intruder.write(opening).write(nameCorrection).write(withdrawal);
    expect(intruder.phase()).toBe('sealed');
    intruder.write({ kind: 'archived', sha256: 'a'.repeat(64) });
    expect(intruder.phase()).toBe('archived');
    expect(
      openRectification(playSealed())
        .do(nameCorrection)
        .try({ ...withdrawal, kind: 'rectificationWithdrawn' }).ok,
    ).toBe(true);
  });
});

import { afterAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { hintActs, hintSentence } from '../words/hint.ts';
import { guide } from '../words/guide/guide.ts';
import { readScenario } from '../requests/scenario.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { endOf } from '../tests/fixtures/work.ts';
import { nextHint, tableOf, type Hint, type HintStage } from './hint.ts';
import type { JurorId, SessionId } from './ids.ts';

const bench = openTestDesk();
afterAll(bench.dispose);
const ask = askOf(() => bench.desk);

const stages: Readonly<Partial<Record<Hint['kind'], HintStage>>> = {
  goOpen: 'open',
  goDeliberate: 'deliberate',
  goReview: 'review',
  goSign: 'sign',
  goArchive: 'archive',
};

/** Does what a hint says, through the requests that its button sends; gives the stage that is then on screen. */
const follow = async (sessionId: SessionId, hint: Hint, stage: HintStage): Promise<HintStage> => {
  const scenario = readScenario(join(bench.tools.resourcesFolder));
  const sitting = await ask('sitting.get', { sessionId });
  const who = 'who' in hint ? sitting.members.find(({ name }) => name === hint.who) : undefined;
  const pinOf = (id: string): string => {
    const rank = sitting.members.findIndex(({ juror }) => juror.id === id);
    return scenario.jurors[rank]?.pin ?? '';
  };
  const jurorId = (who?.juror.id ?? '') as JurorId;
  const pin = scenario.leadPin;
  const table = tableOf(sitting);
  const typed = { kind: 'typed', text: 'Essai' } as const;
  switch (hint.kind) {
    case 'arrive':
      await ask('room.attendance', { sessionId, jurorId, present: true });
      break;
    case 'preside':
      await ask('room.designate', { sessionId, jurorId, rank: 'president' });
      break;
    case 'declare':
      await ask('room.declare', { sessionId, jurorId, pin: pinOf(jurorId), links: [] });
      break;
    case 'open':
      await ask('session.open', { sessionId, pin });
      break;
    case 'call': {
      const line = sitting.candidates.find(({ name }) => name === hint.who);
      if (line) await ask('sitting.presence', { sessionId, candidateId: line.id, presence: 'present', note: '' });
      break;
    }
    case 'opinions': {
      if (table === null) throw new Error('nobody is on the table');
      const block = table.blocks.find(({ code }) => code === hint.block)?.code;
      if (block === undefined) throw new Error(hint.block);
      for (const each of table.composition.sitting) {
        const { turn } = await ask('turn.begin', { sessionId, candidateId: table.id, block, jurorId: each, pin: pinOf(each) });
        await ask('turn.record', { turn, value: 'validate', note: '' });
      }
      break;
    }
    case 'reveal':
    case 'decide': {
      const block = table?.blocks.find(({ state }) => state.kind === 'pending')?.code;
      if (table === null || block === undefined) throw new Error('no block is on the table');
      const place = { sessionId, candidateId: table.id, block };
      if (hint.kind === 'reveal') await ask('round.reveal', place);
      else await ask('decision.record', { ...place, decision: { outcome: 'validated', reason: 'Preuves lues.', recommendation: '', competencies: [] } });
      break;
    }
    case 'others': {
      const line = sitting.candidates.find(({ outcome }) => outcome.kind === 'undecided');
      if (line) await ask('sitting.presence', { sessionId, candidateId: line.id, presence: 'absent', note: '' });
      break;
    }
    case 'close':
      await ask('session.close', { sessionId, pin });
      break;
    case 'establish':
      await ask('minute.print', { sessionId });
      break;
    case 'sign':
    case 'seal': {
      const { signers } = await ask('minute.signing', { sessionId });
      const signer = hint.kind === 'sign' ? (signers.find(({ name }) => name === hint.who)?.signer as JurorId) : 'lead';
      const capacity = hint.kind === 'seal' ? 'lead' : 'member';
      await ask('minute.sign', { sessionId, signer, capacity, pin: hint.kind === 'seal' ? pin : pinOf(signer), appearance: typed });
      break;
    }
    case 'archive':
      expect((await endOf(bench.desk, await ask('archive.write', { sessionId, lock: null }))).kind).toBe('done');
      break;
  }
  return stages[hint.kind] ?? stage;
};

test('the hints of the demonstration, each one followed, lead from the preparation to the archive and its letters', async () => {
  const { sessionId } = await ask('store.openDemonstration', {});
  const told = new Set<Hint['kind']>();
  let stage: HintStage = 'prepare';
  for (let step = 0; step < 80; step += 1) {
    const sitting = await ask('sitting.get', { sessionId });
    const line = sitting.phase === 'open' ? tableOf(sitting) : null;
    const hint = nextHint({
      stage,
      sitting,
      table: line === null ? null : await ask('sitting.candidate', { sessionId, candidateId: line.id }),
      signing: sitting.phase === 'closed' ? await ask('minute.signing', { sessionId }) : null,
    });
    told.add(hint.kind);
    const sentence = hintSentence(hint);
    expect(sentence).toContain(hintActs[hint.kind]);
    expect(sentence).not.toMatch(/ [;!?»:%]|undefined|sur la ligne de \.|, code $/);
    if ('who' in hint) expect(hint.who).not.toBe('');
    if (hint.kind === 'declare' || hint.kind === 'sign' || hint.kind === 'open' || hint.kind === 'seal') expect(sentence).toMatch(/code.* \d{6}/);
    if (hint.kind === 'letters') break;
    stage = await follow(sessionId, hint, stage);
  }
  // Every hint there is was met on the way, each by the state that calls for it.
  expect([...told].sort()).toEqual(Object.keys(hintActs).sort());
});

test('each stage that the hints name has its chapter in the guide', () => {
  const titles = guide.map(({ title }) => title);
  for (const kind of Object.keys(stages) as (keyof typeof stages)[]) expect(titles).toContain(hintActs[kind]);
});

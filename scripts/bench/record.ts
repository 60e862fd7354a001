import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, RecordedAct } from '../../domain/act.ts';
import { candidate as candidateSchema } from '../../domain/candidate.ts';
import { deliberate } from '../../domain/deliberation.ts';
import { sessionId } from '../../domain/ids.ts';
import { juror as jurorSchema } from '../../domain/jury.ts';
import type { SessionRecord } from '../../domain/minute.ts';
import { drawRecord } from '../../domain/record.ts';
import { readReferential, type Referential } from '../../domain/referential.ts';
import { defaultRegulations } from '../../domain/regulations.ts';
import { instantFrom } from '../../domain/time.ts';
import { readScenario } from '../../requests/scenario.ts';
import { benchPeople } from '../../words/bench.ts';
import { inventCandidates } from './people.ts';

/** The certification as the program ships it. */
export const readFiche = (resources: string): Referential => {
  const read = readReferential(JSON.parse(readFileSync(join(resources, 'referentials', 'RNCP36912.json'), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** The record of an invented sitting: one refusal in ten blocks, with its reason, one absent candidate in twenty. */
export const inventRecord = (count: number, resources: string): SessionRecord => {
  const scenario = readScenario(resources);
  const referential = readFiche(resources);
  const candidates = inventCandidates(count, referential).map((fields, rank) => candidateSchema.parse({ ...fields, id: `c-${rank + 1}` }));
  const titulars = scenario.jurors.filter((entry) => entry.fields.seat === 'titular');
  const jurors = titulars.map(({ key, fields }) => jurorSchema.parse({ ...fields, id: key }));
  const { title, place, lead } = scenario.session;
  const sitting = {
    heldOn: scenario.session.heldOn,
    header: { title, place, lead },
    referential,
    regulations: defaultRegulations,
    jurors,
    candidates,
    mustRead: [],
  };
  const acts: RecordedAct[] = [];
  const start = Date.parse(scenario.clock.opensAt);
  const add = (act: Act): void => {
    acts.push({ seq: acts.length + 1, at: instantFrom(start + acts.length * 5000), author: { kind: 'lead' }, act });
  };
  for (const { remark, reason } of scenario.acknowledgements) add({ kind: 'contradictionAcknowledged', remark, reason });
  for (const { id } of jurors) {
    add({ kind: 'attendance', jurorId: id, present: true });
    add({ kind: 'declaration', jurorId: id, links: [] });
    if (id === scenario.president) add({ kind: 'presidentDesignated', jurorId: id, rank: 'president' });
  }
  add({ kind: 'opened' });
  candidates.forEach(({ id: candidateId, presents }, rank) => {
    const absent = rank % 20 === 19;
    add({ kind: 'presence', candidateId, presence: absent ? 'absent' : 'present', note: '' });
    for (const [place, block] of (absent ? [] : presents).entries()) {
      for (const { id: jurorId } of jurors) add({ kind: 'opinion', jurorId, candidateId, block, round: 1, value: 'validate', note: '' });
      add({ kind: 'reveal', candidateId, block, round: 1 });
      const refused = (rank * 3 + place) % 10 === 4;
      const cited =
        referential.blocks
          .find((entry) => entry.code === block)
          ?.competencies.slice(0, 2)
          .map(({ code }) => code) ?? [];
      add({
        kind: 'decision',
        candidateId,
        block,
        outcome: refused ? 'notValidated' : 'validated',
        reason: refused ? benchPeople.reason : '',
        recommendation: refused ? benchPeople.recommendation : '',
        competencies: refused ? cited : [],
      });
    }
  });
  add({ kind: 'closed' });
  const drawn = drawRecord({
    id: sessionId.parse('s-bench'),
    fields: scenario.session,
    demonstration: true,
    sitting,
    acts,
    state: deliberate(sitting, acts),
    head: '5e'.repeat(32),
  });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return drawn.value;
};

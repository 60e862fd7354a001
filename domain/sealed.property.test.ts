import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { opinionAct } from '../tests/fixtures/branch.ts';
import { wander } from '../tests/fixtures/wander.ts';
import { wild } from '../tests/fixtures/wild.ts';
import { anyWorld, patience, sittingIn, tries } from '../tests/fixtures/world.ts';
import type { Act, Author, RecordedAct } from './act.ts';
import { deliberate } from './deliberation.ts';
import { sessionId } from './ids.ts';
import { opinionValue } from './opinion.ts';
import { mayRecord } from './permission.ts';
import { drawRecord } from './record.ts';
import { publishActs } from './record-act.ts';
import { sessionFields } from './view.ts';

/** What the record is drawn with beside the acts; the chain is the journal's, not the engine's. */
const session = {
  id: sessionId.parse('s1'),
  fields: sessionFields.parse({
    number: '2026-001',
    title: '',
    certification: 'RNCP36912',
    heldOn: '2026-03-17',
    place: 'Salle',
    mode: 'onSite',
    timeZone: 'Europe/Paris',
    lead: { givenName: 'A', familyName: 'B', quality: 'C' },
  }),
  demonstration: true,
  head: '0'.repeat(64),
};

type Opinion = Extract<Act, { kind: 'opinion' }>;

const roundOf = (act: Pick<Opinion, 'candidateId' | 'block' | 'round'>): string => `${act.candidateId} ${act.block} ${act.round}`;

const revealedIn = (acts: readonly RecordedAct[]): ReadonlySet<string> => new Set(acts.flatMap(({ act }) => (act.kind === 'reveal' ? [roundOf(act)] : [])));

/** The same acts where every opinion that is not kept says something else, and some first said another thing again. */
const otherwise = (
  acts: readonly RecordedAct[],
  choices: readonly number[],
  kept: ReadonlySet<string>,
): { readonly acts: RecordedAct[]; readonly changed: number } => {
  let changed = 0;
  const other = acts.flatMap((entry): RecordedAct[] => {
    const { act } = entry;
    if (act.kind !== 'opinion' || kept.has(roundOf(act))) return [entry];
    const choice = choices[changed % choices.length] ?? 0;
    const value = opinionValue.options[(opinionValue.options.indexOf(act.value) + 1 + (choice % 2)) % 3] ?? 'abstain';
    changed += 1;
    const instead = { ...entry, act: { ...act, value, note: 'tout autre chose '.repeat(choice % 40) } };
    const before = { ...entry, act: { ...opinionAct(act.jurorId, act.candidateId, act.block, act.value, act.round), note: 'avant' } };
    return choice % 3 === 0 ? [before, instead] : [instead];
  });
  return { acts: other.map((entry, index) => ({ ...entry, seq: index + 1 })), changed };
};

test(
  'nothing that is told of a session, and no answer of the gate, depends on what a sealed opinion says',
  () => {
    const compared = { sessions: 0, opinions: 0, answers: 0, accepted: 0 };
    fc.assert(
      fc.property(
        anyWorld,
        fc.array(fc.nat(999), { minLength: 12, maxLength: 12 }),
        fc.array(wild, { minLength: 12, maxLength: 12 }),
        (world, choices, probes) => {
          const sitting = sittingIn(world);
          const { acts } = wander(world);
          const cuts = acts.flatMap(({ act }, index) => (act.kind === 'opinion' ? [index + 1] : []));
          for (const cut of cuts.filter((_, index) => index % 3 === (choices[0] ?? 0) % 3).slice(0, 6)) {
            const one = acts.slice(0, cut);
            const two = otherwise(one, choices, revealedIn(one));
            const [state, again] = [deliberate(sitting, one), deliberate(sitting, two.acts)];
            expect(again).toEqual(state);
            expect(JSON.stringify(again)).toBe(JSON.stringify(state));
            expect(publishActs(two.acts, sitting)).toEqual(publishActs(one, sitting));
            const next = acts[cut];
            const asked: (readonly [Act, Author])[] = probes.map(({ act, author }) => [act, author] as const);
            if (next) asked.push([next.act, next.author]);
            for (const [act, author] of asked) {
              const answer = mayRecord(sitting, state, act, author);
              expect(mayRecord(sitting, again, act, author), act.kind).toEqual(answer);
              compared.answers += 1;
              if (answer.ok) compared.accepted += 1;
            }
            compared.sessions += 1;
            compared.opinions += two.changed;
          }
        },
      ),
      tries(300),
    );
    // Of 300 stories: enough rounds caught half way, and enough acts that the gate lets pass.
    expect(compared.sessions).toBeGreaterThan(300);
    expect(compared.opinions).toBeGreaterThan(600);
    expect(compared.accepted).toBeGreaterThan(700);
  },
  patience,
);

test(
  'the record of a closed session is the same whatever any member said, in a round revealed or not',
  () => {
    const compared = { records: 0, opinions: 0 };
    fc.assert(
      fc.property(anyWorld, fc.array(fc.nat(999), { minLength: 12, maxLength: 12 }), (world, choices) => {
        const sitting = sittingIn(world);
        const { acts } = wander(world);
        const closing = acts.findIndex(({ act }) => act.kind === 'closed');
        if (closing < 0) return;
        const recordOf = (told: readonly RecordedAct[]) => drawRecord({ ...session, sitting, acts: told, state: deliberate(sitting, told) });
        const two = otherwise(acts.slice(0, closing + 1), choices, new Set());
        const record = recordOf(acts.slice(0, closing + 1));
        expect(record.ok).toBe(true);
        expect(JSON.stringify(recordOf(two.acts))).toBe(JSON.stringify(record));
        compared.records += 1;
        compared.opinions += two.changed;
      }),
      tries(300),
    );
    expect(compared.records).toBeGreaterThan(180);
    expect(compared.opinions).toBeGreaterThan(1000);
  },
  patience,
);

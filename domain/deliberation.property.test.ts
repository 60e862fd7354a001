import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger } from '../tests/fixtures/ledger.ts';
import { wander, type Passed } from '../tests/fixtures/wander.ts';
import { anyWorld, patience, sittingIn, tries } from '../tests/fixtures/world.ts';
import type { Deliberation } from './deliberation.ts';

const holds = (state: Deliberation, kind: string): boolean => state.candidates.some(({ blocks }) => blocks.some((block) => block.state.kind === kind));
const seatedFor = (state: Deliberation, id: string) => state.candidates.find((entry) => entry.candidate.id === id)?.composition.sitting ?? [];

/** What a story may go through, and in how many stories of a hundred at least: the property says nothing where its stories go nowhere. */
const landmarks: readonly (readonly [string, number, (passed: Passed) => boolean])[] = [
  ['closed', 60, ({ act }) => act.kind === 'closed'],
  ['closed with a refusal', 25, ({ act, after }) => act.kind === 'closed' && holds(after, 'notValidated')],
  ['closed with a validation', 25, ({ act, after }) => act.kind === 'closed' && holds(after, 'validated')],
  ['another round', 15, ({ act }) => act.kind === 'round'],
  ['reopening', 6, ({ act }) => act.kind === 'reopening'],
  ['recusal', 25, ({ act }) => act.kind === 'recusal'],
  ['recusal withdrawn', 8, ({ act }) => act.kind === 'recusalWithdrawn'],
  [
    'decision with a substitute',
    5,
    ({ act, before }) =>
      act.kind === 'decision' && before.members.some(({ juror }) => juror.seat === 'substitute' && seatedFor(before, act.candidateId).includes(juror.id)),
  ],
  ['postponement', 40, ({ act }) => act.kind === 'postponement'],
  ['absence on a block', 5, ({ act }) => act.kind === 'blockAbsence' && act.absent],
  ['equivalence', 10, ({ act }) => act.kind === 'equivalence'],
  ['equivalence withdrawn', 3, ({ act }) => act.kind === 'equivalenceWithdrawn'],
  ['sealed', 20, ({ after }) => after.phase === 'sealed'],
  ['rectified', 5, ({ act }) => act.kind === 'rectificationOpened'],
  ['decided again in a rectification', 2, ({ act, before }) => act.kind === 'decision' && before.rectification !== null],
  ['rectified and closed', 2, ({ act, before }) => act.kind === 'closed' && before.rectification !== null],
];

test(
  'no sequence of acts loses an acquired block, or closes a session on an undecided block or an unreasoned refusal',
  () => {
    const reached = new Map<string, number>();
    let stories = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const ledger = new Ledger(sittingIn(world));
        const seen = new Set<string>();
        wander(world, (passed) => {
          expect([...ledger.decision(passed), ...ledger.voice(passed), ...ledger.late(passed), ...ledger.moved(passed), ...ledger.beside(passed)]).toEqual([]);
          ledger.enter(passed.act);
          expect([...ledger.lost(passed.after), ...ledger.unfinished(passed.after)]).toEqual([]);
          for (const [name, , met] of landmarks) if (met(passed)) seen.add(name);
        });
        for (const name of seen) reached.set(name, (reached.get(name) ?? 0) + 1);
        stories += 1;
      }),
      tries(1200),
    );
    const share = (name: string): number => Math.round((100 * (reached.get(name) ?? 0)) / stories);
    const rare = landmarks.filter(([name, least]) => share(name) < least).map(([name, least]) => `${name}: ${share(name)} stories of 100, not ${least}`);
    expect(rare).toEqual([]);
  },
  patience,
);

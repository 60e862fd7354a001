import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wander } from '../tests/fixtures/wander.ts';
import { anyWorld, patience, sittingIn, tries } from '../tests/fixtures/world.ts';
import type { RecordedAct } from './act.ts';
import { deliberate } from './deliberation.ts';
import { followDeliberation } from './follow.ts';
import { instantFrom } from './time.ts';

test(
  'a session followed act by act is at each act what a whole replay gives, and what it showed before does not move',
  () => {
    let longest = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const sitting = sittingIn(world);
        const acts: RecordedAct[] = [];
        const followed = followDeliberation(sitting, []);
        let shown = followed.state;
        wander(world, ({ act, author }) => {
          const recorded = { seq: acts.length + 1, at: instantFrom(Date.parse('2026-03-17T06:00:00.000Z') + acts.length * 1000), author, act };
          const before = JSON.stringify(shown);
          const held = shown;
          acts.push(recorded);
          shown = followed.read(recorded);
          expect(JSON.stringify(held)).toBe(before);
          expect(shown).toEqual(deliberate(sitting, acts));
        });
        longest = Math.max(longest, acts.length);
      }),
      tries(60),
    );
    expect(longest).toBeGreaterThan(40);
  },
  patience,
);

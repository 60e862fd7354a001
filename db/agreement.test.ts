import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionId } from '../domain/ids.ts';
import { Intruder } from '../tests/fixtures/intruder.ts';
import { wander } from '../tests/fixtures/wander.ts';
import { anyWorld, patience, sittingIn, tries } from '../tests/fixtures/world.ts';
import { appendAct } from './journal.ts';

test(
  'the guards of the store refuse no act that the gate lets through',
  () => {
    let entered = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const sitting = sittingIn(world);
        const intruder = new Intruder();
        try {
          intruder.prepare(sitting.candidates, sitting.regulations, 's1', sitting.jurors);
          const { acts } = wander(world);
          for (const { at, author, act } of acts) {
            const entry = { sessionId: sessionId.parse('s1'), at, author, act, salt: new Uint8Array(16).fill(entered % 256) };
            expect(() => intruder.db.transaction(() => appendAct(intruder.db, entry))(), JSON.stringify(act)).not.toThrow();
            entered += 1;
          }
        } finally {
          intruder.dispose();
        }
      }),
      tries(30, 600),
    );
    // Stories that go nowhere would say nothing.
    expect(entered).toBeGreaterThan(30 * 20);
  },
  patience,
);

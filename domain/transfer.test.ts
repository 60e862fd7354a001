import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { forkOf, judgeReturn, type Linked } from './transfer.ts';

const chain = (...names: string[]): Linked[] => names.map((digest, index) => ({ seq: index + 1, digest }));
const [t1, t2] = ['1'.repeat(32), '2'.repeat(32)];

test('a file is simply taken only where it extends what is here and answers the leaving that is awaited', () => {
  expect(judgeReturn(chain('a'), chain('a', 'b'), t1, [t1])).toBe('extends');
  expect(judgeReturn(chain('a'), chain('a'), t1, [t1])).toBe('extends');
  expect(judgeReturn(chain('a'), chain('a', 'b'), null, [t1])).toBe('notAwaited');
  expect(judgeReturn(chain('a'), chain('a', 'b'), t2, [t1])).toBe('notAwaited');
  expect(judgeReturn(chain('a', 'b'), chain('a'), t1, [t1])).toBe('older');
  expect(judgeReturn(chain('a', 'c'), chain('a', 'b'), t1, [t1])).toBe('diverged');
});

interface Copy {
  chain: Linked[];
  away: string | null;
  lineage: string[];
}
interface Sent extends Copy {
  token: string;
}
type Move = { readonly kind: 'act' | 'leave' | 'takeBack' | 'receive'; readonly at: number; readonly file: number };

const moves = fc.array(
  fc.record({ kind: fc.constantFrom('act', 'leave', 'takeBack', 'receive'), at: fc.nat({ max: 2 }), file: fc.nat({ max: 30 }) }) as fc.Arbitrary<Move>,
  { maxLength: 60 },
);

test('whatever travels among three laptops, no act that was written is lost without a conflict or a taking back', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const laptops: (Copy | null)[] = [{ chain: chain('start'), away: null, lineage: [] }, null, null];
      const files: Sent[] = [];
      let drawn = 0;
      let takenBack = false;
      for (const { kind, at, file } of steps) {
        const here = laptops[at] ?? null;
        if (kind === 'act' && here?.away === null) here.chain = [...here.chain, { seq: here.chain.length + 1, digest: `act ${(drawn += 1)}` }];
        if (kind === 'leave' && here?.away === null) {
          const token = String((drawn += 1)).padStart(32, '0');
          files.push({ chain: here.chain, away: null, lineage: [...here.lineage, token], token });
          here.away = token;
        }
        if (kind === 'takeBack' && here && here.away !== null) [here.away, here.lineage, takenBack] = [null, [], true];
        const sent = files[file % Math.max(1, files.length)];
        if (
          kind === 'receive' &&
          sent &&
          !here &&
          !files.some(({ token }) => laptops.some((laptop) => laptop?.lineage.at(-1) === token && token === sent.token))
        )
          laptops[at] = { chain: sent.chain, away: null, lineage: sent.lineage };
        if (kind === 'receive' && sent && here && here.lineage.at(-1) !== sent.token && here.away !== sent.token) {
          const verdict = judgeReturn(here.chain, sent.chain, here.away, sent.lineage);
          if (verdict !== 'extends') continue;
          // What is taken holds every act that was here.
          expect(forkOf(here.chain, sent.chain)).toBe(here.chain.length);
          [here.chain, here.away, here.lineage] = [sent.chain, null, sent.lineage];
        }
      }
      const written = laptops.filter((laptop) => laptop !== null && laptop.away === null) as Copy[];
      const copied = files.some(({ token }) => laptops.filter((laptop) => laptop?.lineage.includes(token) === true).length > 1);
      if (!takenBack && !copied) expect(written.length).toBeLessThanOrEqual(1);
    }),
    { seed: 160, numRuns: 2000 },
  );
});

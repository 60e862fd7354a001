import { prepareStore } from './store.ts';
import { writeSitting } from './sitting.ts';
import { Round, drawKill, seeded, type Tally } from './storm.ts';
let t = performance.now();
const lap = (s: string) => {
  console.log(s, Math.round(performance.now() - t));
  t = performance.now();
};
const p = await prepareStore();
lap('prepare');
const beats = writeSitting(p.cast);
console.log(beats.length, beats.filter((b) => b.kind === 'act').length);
const tally: Tally = { kills: 0, answered: 0, acts: 0, inFlight: 0, opening: 0, rounds: 0 };
const r = new Round(p, beats, 'calm');
lap('copy');
console.log(await r.live(null, tally));
lap('calm');
const random = seeded(1);
const q = new Round(p, beats, 'one');
for (let i = 0; i < 12; i++) {
  const k = drawKill(random);
  console.log(JSON.stringify(k), await q.live(k, tally), JSON.stringify(tally));
  lap('life');
}

// The child: tries inputs of one target after another, allowed to write in its own folder only (--permission), its memory bounded.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Coverage } from './coverage.ts';
import { runTarget, type Finding } from './engine.ts';
import { targetNamed } from './targets.ts';

/** What the child is told: its folder, the draws, and for how long. */
export interface Order {
  readonly folder: string;
  readonly seed: number;
  readonly targets: readonly string[];
  /** Minutes for each target, or null for the number of inputs that each says. */
  readonly minutes: number | null;
  /** How many times the number of inputs that each says. */
  readonly times: number;
}

/** What a child may have had in memory at most, in bytes. */
const mostMemory = 2 * 1024 ** 3;

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const coverage = new Coverage();
const [box, given] = [join(order.folder, 'box'), join(order.folder, 'given')];
for (const one of [box, given]) mkdirSync(one, { recursive: true });
process.env['TMPDIR'] = box;
const say = (name: string, value: unknown): void => writeFileSync(join(order.folder, name), JSON.stringify(value));

for (const name of order.targets) {
  const target = await targetNamed(name);
  const place = join(order.folder, 'seeds', name);
  const seeds = readdirSync(place)
    .filter((each) => each !== 'facts.json')
    .toSorted()
    .map((each) => readFileSync(join(place, each)));
  const corpus = { seeds, facts: JSON.parse(readFileSync(join(place, 'facts.json'), 'utf8')) as Record<string, string> };
  const end = order.minutes === null ? null : performance.now() + order.minutes * 60_000;
  let tried = 0;
  const tally = await runTarget(target, corpus, await target.judge(corpus, given), coverage, {
    seed: order.seed,
    isOver: (inputs) => (end === null ? inputs >= target.inputs * order.times : performance.now() > end),
    trying: (input) => {
      writeFileSync(join(order.folder, 'input'), input);
      tried += 1;
      writeFileSync(join(order.folder, 'trying'), `${name} ${tried}`);
    },
  });
  const findings: Finding[] = [...tally.findings];
  const left = readdirSync(box);
  if (left.length > 0) findings.push({ target: name, said: `left behind: ${left.slice(0, 5).join(', ')}`, input: Buffer.alloc(0) });
  for (const one of left) rmSync(join(box, one), { recursive: true, force: true });
  const peak = process.resourceUsage().maxRSS * 1024;
  if (peak > mostMemory) findings.push({ target: name, said: `took ${Math.round(peak / 2 ** 20)} MiB of memory`, input: Buffer.alloc(0) });
  for (const [rank, { input }] of findings.entries()) writeFileSync(join(order.folder, `finding-${name}-${rank}`), input);
  say(`tally-${name}.json`, { ...tally, findings: findings.map(({ said }) => said) });
}

// Run by hand: `npm run fuzz -- --target csv --minutes 5 --seed N`. What breaks a promise is written in artifacts/fuzz, one file an input.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { targetNames } from './targets.ts';

const { values } = parseArgs({ options: { target: { type: 'string', multiple: true }, minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const names = values.target ?? targetNames;
const place = join(import.meta.dirname, '..', '..', 'artifacts', 'fuzz');
let broken = 0;
console.log(`seed ${seed}`);
for (const name of names)
  for (const { target, inputs, edges, kept, outcomes, findings } of await fuzz([name], { seed, minutes: Number(values.minutes), times: 1 })) {
    console.log(`${target}: ${inputs} inputs, ${edges} blocks of code, ${kept} kept, ${findings.length} findings`);
    console.log(
      `  ${Object.entries(outcomes)
        .toSorted(([, one], [, other]) => other - one)
        .map(([outcome, times]) => `${outcome} ${times}`)
        .join(', ')}`,
    );
    for (const { said, input } of findings) {
      const file = join(place, `${target}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`);
      mkdirSync(place, { recursive: true });
      writeFileSync(file, input);
      console.log(`  BROKEN ${said}\n    ${file}`);
      broken += 1;
    }
  }
process.exitCode = broken === 0 ? 0 : 1;

// `npm run check`: the house, the types, the lint and the unit tests, in seconds.
import { join } from 'node:path';
import { asScript, follow } from './runtime/command.ts';

const modules = join(import.meta.dirname, '..', 'node_modules');

// What takes minutes waits for `npm test`: cuts, the judgement of other programs on many files, attacks by the hundred.
const apart = ['tests/crash/**', 'tests/house/**', '**/{conform,extreme,faithful,verapdf}.test.ts', '**/attacks-*.test.ts'];

const steps = [
  ['vitest/vitest.mjs', 'run', 'tests/house'],
  ['typescript/bin/tsc', '-p', '.'],
  ['@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.'],
  ['vitest/vitest.mjs', 'run', ...apart.flatMap((files) => ['--exclude', files])],
] as const;

await asScript(async () => {
  let red = 0;
  for (const [program, ...args] of steps) red ||= await follow(process.execPath, [join(modules, program), ...args]);
  return red;
});

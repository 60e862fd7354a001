// `npm run check`: the house, the types, the lint and the unit tests, in seconds.
import { join } from 'node:path';
import { asScript, follow } from './runtime/command.ts';

const modules = join(import.meta.dirname, '..', 'node_modules');

const steps = [
  ['vitest/vitest.mjs', 'run', 'tests/house'],
  ['typescript/bin/tsc', '-p', '.'],
  ['@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.'],
  ['vitest/vitest.mjs', 'run', '--exclude', 'tests/crash/**', '--exclude', 'tests/house/**'],
] as const;

await asScript(async () => {
  let red = 0;
  for (const [program, ...args] of steps) red ||= await follow(process.execPath, [join(modules, program), ...args]);
  return red;
});

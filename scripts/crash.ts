// `npm run test:crash`: the storm alone, at its full count; `--seed=N` draws other instants.
import { join } from 'node:path';
import { asScript, follow } from './runtime/command.ts';

const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const seed = process.argv.find((word) => word.startsWith('--seed='))?.slice('--seed='.length);

await asScript(() => follow(process.execPath, [vitest, 'run', 'tests/crash'], { DELIBERE_LONG: '1', ...(seed === undefined ? {} : { DELIBERE_SEED: seed }) }));

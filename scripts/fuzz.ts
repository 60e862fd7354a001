// `npm run fuzz -- --target csv --minutes 5 --seed N`: the readers of foreign bytes under the fuzzer, by hand; without a target, all of them in turn.
import { join } from 'node:path';
import { asScript, follow } from './runtime/command.ts';

await asScript(() => follow(process.execPath, [join(import.meta.dirname, '..', 'tests', 'fuzz', 'main.ts'), ...process.argv.slice(2)]));

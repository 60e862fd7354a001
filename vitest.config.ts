import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const never = ['node_modules/**', 'dist/**', 'release/**', ...(process.env['DELIBERE_LONG'] ? [] : ['**/*.long.test.ts'])];

/**
 * The tests that replace a module, the environment of the program or the worker of pdf.js, and those that measure memory: each has a process to itself.
 * The most memory that a program had is counted from that of the process that starts it.
 */
const alone = globSync('**/*.test.{ts,tsx}', { cwd: import.meta.dirname, exclude: ['node_modules', 'dist', 'release', 'out', 'artifacts'] }).filter((file) =>
  /\bvi\.|GlobalWorkerOptions|maxRSS|\bpeak\b/.test(readFileSync(new URL(file, import.meta.url), 'utf8')),
);

/** Where a key is derived at the cost that a person pays: what measures it, and the storm, whose lives are the program with nothing loaded before it. */
const asAPersonPays = ['domain/derivation.test.ts', 'tests/crash/storm.test.ts'];

const [real, light] = ['domain/derivation.ts', 'tests/fixtures/light-derivation.ts'].map((file) => join(import.meta.dirname, file));

/** The derivations of a test, and of each process that it starts, cost the least that the program reads (tests/fixtures/light-derivation.ts). */
const lightly = {
  name: 'light-derivation',
  enforce: 'pre' as const,
  resolveId: (id: string, from: string | undefined) => (id.endsWith('/derivation.ts') && from !== undefined && join(from, '..', id) === real ? light : null),
};
const env = {
  NODE_OPTIONS: `--import=${new URL('tests/fixtures/lighten.ts', import.meta.url).href}`,
  // A process that a test starts loads the program's files as an earlier one read them: a quarter of its start.
  NODE_COMPILE_CACHE: join(import.meta.dirname, 'artifacts', 'compiled'),
};

/** Everything that needs no window: unit tests beside their files, the house, the store and its crashes. */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      // The program's modules are loaded once in each process and not once in each file: half of the time went there.
      {
        extends: true,
        plugins: [lightly],
        test: { name: 'shared', isolate: false, env, include: ['**/*.test.{ts,tsx}'], exclude: [...never, ...alone, ...asAPersonPays] },
      },
      { extends: true, plugins: [lightly], test: { name: 'alone', env, include: alone, exclude: [...never, ...asAPersonPays] } },
      { extends: true, test: { name: 'paid', include: asAPersonPays } },
    ],
  },
});

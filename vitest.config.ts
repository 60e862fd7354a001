import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const never = ['node_modules/**', 'dist/**', 'release/**', ...(process.env['DELIBERE_LONG'] ? [] : ['**/*.long.test.ts'])];

/**
 * The tests that replace a module, the environment of the program or the worker of pdf.js, and those that measure memory: each has a process to itself.
 * The most memory that a program had is counted from that of the process that starts it.
 */
const alone = globSync('**/*.test.{ts,tsx}', { cwd: import.meta.dirname, exclude: ['node_modules', 'dist', 'release', 'out', 'artifacts'] }).filter((file) =>
  /\bvi\.|GlobalWorkerOptions|maxRSS|\bpeak\b/.test(readFileSync(new URL(file, import.meta.url), 'utf8')),
);

/** Everything that needs no window: unit tests beside their files, the house, the store and its crashes. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // The program's modules are loaded once in each process and not once in each file: half of the time went there.
      { extends: true, test: { name: 'shared', isolate: false, include: ['**/*.test.{ts,tsx}'], exclude: [...never, ...alone] } },
      { extends: true, test: { name: 'alone', include: alone, exclude: never } },
    ],
  },
});

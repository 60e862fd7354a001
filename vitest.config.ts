import { defineConfig } from 'vitest/config';

/** Everything that needs no window: unit tests beside their files, the house, the store and its crashes. */
export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', 'release/**', ...(process.env['DELIBERE_LONG'] ? [] : ['**/*.long.test.ts'])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});

import { defineConfig } from '@playwright/test';

/** Everything that needs the real program in a real window; one at a time, as on the jury's laptop. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['journeys/**/*.spec.ts', 'security/**/*.spec.ts'],
  outputDir: 'artifacts/playwright',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: 'artifacts/playwright.json' }]],
});

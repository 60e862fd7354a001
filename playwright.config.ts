import { defineConfig } from '@playwright/test';

/** Everything that needs the real program in a real window; two at a time where each has a virtual screen of its own. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['journeys/**/*.spec.ts', 'security/**/*.spec.ts'],
  // The gallery of every screen in every look (docs/decisions/0036): under DELIBERE_LONG alone.
  testIgnore: process.env['DELIBERE_LONG'] ? [] : ['journeys/gallery*.spec.ts'],
  globalSetup: './tests/journeys/laid.config.ts',
  outputDir: 'artifacts/playwright',
  workers: process.env['DELIBERE_SCREENS'] === 'own' ? 2 : 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['line'], ['json', { outputFile: 'artifacts/playwright.json' }]],
});

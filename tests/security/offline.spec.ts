import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contactsOf } from '../../scripts/network/net-log.ts';
import { launchApp } from '../journeys/launch.ts';
import { openRoom } from '../journeys/room.ts';

// `npm test` runs every journey in a network namespace of its own and reads each log of Chromium (scripts/network): here, that such a log would tell.
let folder: string;
test.beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'delibere-offline-'))));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a session of the demonstration, opened, deliberated and its dossier read, asks nothing of a network', async () => {
  const netLog = join(folder, 'journey.json');
  const { page, close } = await launchApp({ netLog });
  page.setDefaultTimeout(30_000);
  await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
  await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
  const { playRound } = await openRoom(page);
  await playRound('D-01', ['validate', 'validate', 'validate']);
  await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').first().click();
  await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
  await close();
  expect(contactsOf(readFileSync(netLog, 'utf8'))).toEqual([]);
});

test('the log does tell, of a program whose guards were taken away', async () => {
  const netLog = join(folder, 'unguarded.json');
  const { app, close } = await launchApp({ netLog });
  const answer = await app.evaluate(async ({ session }) => {
    const unguarded = session.fromPartition('unguarded');
    unguarded.webRequest.onBeforeRequest(null);
    await unguarded.setProxy({ mode: 'direct' });
    return unguarded.fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      (error: Error) => error.message,
    );
  });
  await close();
  // Even then the other locks hold: what fails is no longer the guard that was taken away.
  expect(answer).not.toContain('ERR_BLOCKED_BY_CLIENT');
  expect(contactsOf(readFileSync(netLog, 'utf8')).join('\n')).toContain('http://127.0.0.1:9/');
});

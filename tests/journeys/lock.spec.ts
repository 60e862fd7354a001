import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './keyboard.ts';
import { launchApp, type Launched } from './launch.ts';
import { occurrences } from './memory.ts';
import { ask, keep, openRoom } from './room.ts';

const planted = 'NOTE-PLANTEE-QUE-NUL-AUTRE-NE-LIT';
const linux = process.platform === 'linux';

const pidOf = ({ app }: Launched): Promise<number> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

/** The strings of the page's own heap, as the inspector sees them. */
const heapOf = async (page: Page): Promise<string> => {
  const inspector = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await inspector.detach();
  return chunks.join('');
};

const violations = async (page: Page) => (await axeFaults(page)).map(({ id }) => id);

/** The process of before is gone, and the one of now holds nothing of what was typed. */
const expectForgotten = async (launched: Launched, before: number): Promise<void> => {
  await expect.poll(() => pidOf(launched), { timeout: 30_000 }).not.toBe(before);
  expect(await heapOf(launched.page)).not.toContain(planted);
  if (!linux) return console.log('the memory of a process is read on Linux alone');
  await expect.poll(() => occurrences(before, planted), { timeout: 30_000 }).toBeNull();
  expect(occurrences(await pidOf(launched), planted)).toBe(0);
};

test('nothing of a turn is in the memory of the next person’s page, nor of a locked one', async () => {
  test.setTimeout(400_000);
  const userData = mkdtempSync(join(tmpdir(), 'delibere-lock-journey-'));
  let launched = await launchApp({ userData });
  try {
    let { page } = launched;
    page.setDefaultTimeout(40_000);
    await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 40_000 });
    const { sessionId, candidate, members, scenario } = await openRoom(page);
    const candidateId = candidate('D-01');
    await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const { line } = await ask(page, 'sitting.candidate', { sessionId, candidateId });
    const pinOf = (rank: number): string => members.find(({ id }) => id === line.composition.sitting[rank])?.pin ?? '';
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').click();
    await page
      .getByRole('navigation', { name: 'Candidats' })
      .getByRole('button', { name: /^Inès Imaginaire/ })
      .click();
    await page
      .getByRole('button', { name: /^Donner son avis/ })
      .first()
      .click();
    const begin = async (rank: number): Promise<void> => {
      await page.getByLabel('Votre code personnel').fill(pinOf(rank));
      await page.getByRole('button', { name: 'Commencer' }).click();
      await expect(page.getByLabel(/^Note de travail/)).toBeVisible();
    };

    await test.step('A records: B’s page is another process, and holds nothing of A’s', async () => {
      await begin(0);
      await page.getByLabel(/^Note de travail/).fill(planted);
      const before = await pidOf(launched);
      if (linux) expect(occurrences(before, planted)).toBeGreaterThan(0);
      await page.getByText('Valider', { exact: true }).click();
      await page.getByRole('button', { name: /^Enregistrer mon avis/ }).click();
      await expect(page.getByRole('heading', { name: /^Passez l’ordinateur à/ })).toBeVisible();
      await expect(page.getByText('Inès Imaginaire').first()).toBeVisible();
      await expectForgotten(launched, before);
    });

    await test.step('B’s turn refuses the lead’s acts, whatever the screen shows', async () => {
      await begin(1);
      const answer = await page.evaluate((id) => window.delibere.ask('journal.export', { sessionId: id, format: 'csv' }), sessionId);
      expect(answer).toMatchObject({ ok: false, error: { code: 'turn-under-way' } });
    });

    await test.step('B gives the laptop back: the lead’s room is there, in a page of its own', async () => {
      const before = await pidOf(launched);
      await page.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
      await expect(page.getByText('1/3 enregistrés')).toBeVisible();
      await expectForgotten(launched, before);
    });

    await test.step('a store of one’s own locks with the screen of the machine, and says which session waits', async () => {
      await launched.app.close();
      cpSync(join(userData, 'demonstration'), join(userData, 'store'), { recursive: true });
      launched = await launchApp({ userData });
      ({ page } = launched);
      page.setDefaultTimeout(40_000);
      await page.getByLabel('Phrase de passe', { exact: true }).fill(scenario.passphrase);
      await page.getByRole('button', { name: 'Déverrouiller' }).click();
      await expect(page.getByText(/^Séance reprise sur Inès Imaginaire/)).toBeVisible();
      await page
        .getByRole('button', { name: /^Revoir son avis/ })
        .first()
        .click();
      await begin(0);
      await expect(page.getByLabel(/^Note de travail/)).toHaveValue(planted);
      const before = await pidOf(launched);
      await page.getByLabel(/^Note de travail/).press('Control+End');
      await page.getByLabel(/^Note de travail/).pressSequentially(' et la suite');
      await launched.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
      await expect(page.getByRole('heading', { name: 'Espace de travail verrouillé' })).toBeVisible();
      await expect(page.getByText(/vous attend\.$/)).toBeVisible();
      await expectForgotten(launched, before);
      for (const name of ['Imaginaire', 'Inès', scenario.jurors[0]?.fields.familyName ?? 'Fictif']) expect(await page.content()).not.toContain(name);
      await keep(page, '920-verrouille');
      expect(await violations(page)).toEqual([]);
    });

    await test.step('unlocked, the sitting is back, outside of any turn, and the note typed to the last key is its author’s', async () => {
      await page.getByLabel('Phrase de passe', { exact: true }).fill(scenario.passphrase);
      await page.getByRole('button', { name: 'Déverrouiller' }).click();
      await expect(page.getByText(/^Séance reprise sur Inès Imaginaire/)).toBeVisible();
      // A machine that collects its memory while the answer is on its way loses it: what was asked is done all the same.
      await launched.app
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('lock', { seconds: 30 }))
        .catch((error: unknown) => {
          if (!String(error).includes('garbage collected')) throw error;
        });
      await expect(page.getByText(/^Verrouillage dans/)).toBeVisible();
      await keep(page, '921-avertissement');
      expect(await violations(page)).toEqual([]);
      await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('lock', { seconds: null }));
      await expect(page.getByText(/^Verrouillage dans/)).toBeHidden();
      await page
        .getByRole('button', { name: /^Revoir son avis/ })
        .first()
        .click();
      await begin(0);
      await expect(page.getByLabel(/^Note de travail/)).toHaveValue(`${planted} et la suite`);
      await launched.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
      await expect(page.getByRole('heading', { name: 'Espace de travail verrouillé' })).toBeVisible();
    });
  } finally {
    await launched.app.close();
    rmSync(userData, { recursive: true, force: true });
  }
});

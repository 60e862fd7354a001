import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { damageJournal, layYears } from '../fixtures/two-years.ts';
import { expectNoFault, pressOn } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep, printed } from './room.ts';

test('the journal: read, searched, verified, saved and printed by the keyboard; a broken chain is said', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-journal-'));
  const user = join(folder, 'user');
  mkdirSync(user);
  const { scenario, sessionId } = await layYears(join(user, 'store'), []);
  const start = async () => {
    const started = await launchApp({ userData: user });
    const { page } = started;
    page.setDefaultTimeout(30_000);
    await page.getByLabel('Phrase de passe').first().fill(scenario.passphrase);
    await page.keyboard.press('Enter');
    await pressOn(page, /^(button|link) ".*Jury de démonstration du 17 mars 2026|^button "(Ouvrir|Archiver).*2026/);
    await pressOn(page, /button "Journal"/);
    await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
    return started;
  };
  const whole = await start();
  try {
    const { app, page } = whole;
    await expect(page.getByRole('table', { name: 'Journal' })).toBeVisible();
    await expectNoFault(page, 'the journal');
    await keep(page, '210-journal');

    await test.step('lines alike are one, which opens by the keyboard', async () => {
      const run = page.getByRole('button', { expanded: false, name: /fois\./ }).first();
      // A long table lays the rows in sight and says how many there are.
      const table = page.getByRole('table', { name: 'Journal' });
      const rows = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount')) || page.getByRole('row').count();
      const before = await rows();
      await run.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { expanded: true })).toBeFocused();
      expect(await rows()).toBeGreaterThan(before + 2);
      await expectNoFault(page, 'an opened run');
      await keep(page, '210-journal-ouvert');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { expanded: true })).toHaveCount(0);
    });

    await test.step('the chain is verified on screen', async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await pressOn(page, /button "Vérifier la chaîne"/);
      await expect(page.getByText(/^La chaîne se vérifie/)).toBeVisible();
      await expectNoFault(page, 'the chain verified');
      await keep(page, '211-chaine');
    });

    await test.step('it is searched and filtered', async () => {
      await pressOn(page, /textbox "Chercher"/);
      await page.keyboard.type('scelle');
      await expect(page.getByRole('table', { name: 'Journal' })).toContainText('scellé');
      await keep(page, '212-cherche');
      await page.keyboard.type(' introuvable');
      await expect(page.getByText('Aucune ligne ne répond à ces critères.')).toBeVisible();
      await expectNoFault(page, 'nothing found');
      await page.getByLabel('Chercher').fill('');
      await page.getByLabel('Nature').selectOption({ index: 2 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await expectNoFault(page, 'a kind in the dark');
      await keep(page, '213-nature-sombre');
      await page.getByLabel('Nature').selectOption({ index: 0 });
      await page.emulateMedia({ colorScheme: 'light' });
    });

    await test.step('its files are written and read back', async () => {
      await answerDialogs(app, { save: join(folder, 'journal.csv') });
      await page.getByRole('button', { name: 'Enregistrer en CSV…' }).click();
      await expect(page.getByText(/Journal enregistré.: journal\.csv/)).toBeVisible();
      await answerDialogs(app, { save: join(folder, 'journal.jsonl') });
      await page.getByRole('button', { name: 'Enregistrer en JSON Lines…' }).click();
      await expect(page.getByText(/Journal enregistré.: journal\.jsonl/)).toBeVisible();
      const csv = readFileSync(join(folder, 'journal.csv'), 'utf8');
      const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trim().split('\n');
      expect(csv).toContain('Jour;Heure;Qui;Nature;Quoi;Motif');
      for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual(['at', 'who', 'kind', 'nature', 'what', 'reason']);
      writeFileSync(join(printed(), 'journal.csv'), csv);
      await keep(page, '214-enregistre');
    });

    await test.step('paper carries every line', async () => {
      await answerDialogs(app, { save: join(folder, 'journal.pdf') });
      await page.getByRole('button', { name: 'Enregistrer en PDF…' }).click();
      await expect(page.getByText(/Journal enregistré.: journal\.pdf/)).toBeVisible();
      writeFileSync(join(printed(), 'journal.pdf'), readFileSync(join(folder, 'journal.pdf')));
    });
  } finally {
    await whole.close();
  }
  damageJournal(join(user, 'store'), scenario.passphrase, sessionId, 3);
  const broken = await start();
  try {
    await broken.page.getByRole('button', { name: 'Vérifier la chaîne' }).click();
    await expect(broken.page.getByRole('alert')).toContainText('rompue au maillon 3');
    for (const part of ['Rien n’a été modifié par cette vérification.', 'N’ajoutez plus rien à cette session ici.'])
      await expect(broken.page.getByRole('alert')).toContainText(part);
    await expectNoFault(broken.page, 'a broken chain');
    await keep(broken.page, '215-chaine-rompue');
  } finally {
    await broken.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

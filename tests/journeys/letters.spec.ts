import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Desk } from '../../requests/desk.ts';
import { readScenario } from '../../requests/scenario.ts';
import { Day, ScriptClock } from '../../scripts/day.ts';
import { expectNoFault, pressOn } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const resources = join(import.meta.dirname, '..', '..', 'dist', 'resources');
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

test('the letters of a sealed session: read one, save all, note that they left, name who accompanied a VAE', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-letters-'));
  const zip = join(folder, 'courriers.zip');
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(15_000);
  try {
    const scenario = readScenario(resources);
    await answerDialogs(app, { save: join(folder, 'pv.pdf') });
    await press(page, /^Découvrir avec la session de démonstration/);
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const bridge = { ask: async (name: never, input: never) => ({ ok: true, value: await ask(page, name, input) }) } as unknown as Desk;
    const day = new Day(bridge, scenario, new ScriptClock(scenario.clock.preparedAt));
    const sessionId = await day.prepare();
    await day.open();
    await day.deliberate();
    await day.sign();
    await page.reload();
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Archiver').first().click();
    await page.getByRole('button', { name: 'Lettres et résultats' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Lettres et résultats' })).toBeVisible();
    await expectNoFault(page, 'the letters');
    await keep(page, '90-lettres');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('heading', { name: 'À notifier' }).evaluate((heading) => heading.scrollIntoView());
    await keep(page, '91-lettres-1280');

    await answerDialogs(app, { save: zip });
    await press(page, 'Enregistrer tous les courriers…');
    await expect(page.getByText(/^Courriers enregistrés/)).toBeVisible({ timeout: 60_000 });
    expect(existsSync(zip) && readFileSync(zip).subarray(0, 2).toString()).toBe('PK');

    const { candidates } = await ask(page, 'sitting.get', { sessionId });
    const vae = candidates.find(({ accessPath }) => accessPath === 'VAE');
    if (!vae) throw new Error('the demonstration has a VAE');
    await pressOn(page, new RegExp(`"Ouvrir le suivi de ${vae.name}`));
    await expectNoFault(page, 'the letters of a candidate');
    await keep(page, '92-lettres-candidat');
    await press(page, 'Indiquer l’accompagnateur…');
    await page.getByLabel('Nom', { exact: true }).fill('Camille Boussole');
    await expectNoFault(page, 'who accompanied a VAE');
    await keep(page, '93-accompagnateur');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText('Camille Boussole')).toBeVisible();
    await press(page, /^Consulter.*Notification$/);
    await page.waitForTimeout(1500);
    await keep(page, '94-lire-une-lettre');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Fermer' }).last().click();

    await page.getByRole('button', { name: 'Choisir tous ceux qui attendent' }).click();
    await press(page, 'Noter l’envoi…');
    await page.getByRole('button', { name: 'Noter', exact: true }).click();
    await expect(page.getByText('Choisissez le destinataire.')).toBeVisible();
    await expect(page.getByText('Choisissez le moyen.')).toBeVisible();
    await expectNoFault(page, 'noting letters');
    await keep(page, '95-noter-envoi');
    await page.getByRole('dialog').getByLabel('Candidat', { exact: false }).check();
    await page.getByLabel('Date de l’envoi ou de la remise').fill('18/03/2026');
    await page.getByText('Courriel', { exact: true }).click();
    await page.getByRole('button', { name: 'Noter', exact: true }).click();
    await expect(page.getByText('Le 18/03/2026, courriel').first()).toBeVisible();
    await page.getByRole('heading', { name: 'À notifier' }).evaluate((heading) => heading.scrollIntoView());
    await page.emulateMedia({ colorScheme: 'dark' });
    await keep(page, '96-lettres-sombre');
    await expectNoFault(page, 'the letters in the dark');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

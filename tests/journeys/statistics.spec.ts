import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { layYears } from '../fixtures/two-years.ts';
import { expectFocus, expectNoFault, pressOn } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep, printed } from './room.ts';

// With nothing sealed yet, it is one of the empty places that the guide's journey looks at (tests/journeys/empty-places.ts).
test('statistics: two years counted, filtered, entered, saved and printed, by the keyboard', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-statistics-'));
  mkdirSync(join(folder, 'user'));
  const { scenario } = await layYears(join(folder, 'user', 'store'), [2025]);
  const { app, page, close } = await launchApp({ userData: join(folder, 'user') });
  page.setDefaultTimeout(30_000);
  try {
    await page.getByLabel('Phrase de passe').first().fill(scenario.passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    await pressOn(page, /button "Statistiques"/);
    await expect(page.getByText(/^2\s+sessions scellées/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Certifiés par année' }).getByRole('row')).toHaveCount(3);

    await test.step('what is counted stands, whatever the size and the light', async () => {
      await expectNoFault(page, 'the figures');
      await keep(page, '201-statistiques');
      for (const [place, name] of [
        ['Résultats par voie et par bloc', '202-graphique'],
        ['Compétences citées dans les refus', '203-refus'],
        ['Taux d’insertion', '204-insertion'],
      ] as const) {
        await page.getByRole('heading', { name: place }).evaluate((head) => head.scrollIntoView());
        await keep(page, name);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await page.getByRole('heading', { name: 'Résultats par voie et par bloc' }).evaluate((head) => head.scrollIntoView());
      await expectNoFault(page, 'the figures in the dark');
      await keep(page, '205-graphique-sombre');
      await page.emulateMedia({ colorScheme: 'light' });
    });

    await test.step('a filter keeps the focus where it is, and says when nothing answers', async () => {
      await page.getByLabel('Année', { exact: true }).first().focus();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByText(/^1\s+session scellée/)).toBeVisible();
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      await keep(page, '205-une-session-1280');
      await expectFocus(page, /combobox "Année"/);
      await page.keyboard.press('Home');
      await expect(page.getByText(/^2\s+sessions scellées/)).toBeVisible();
    });

    await test.step('a rate is entered with its source, never without', async () => {
      await page.getByLabel('Taux, en pour cent').fill('66,7');
      await pressOn(page, /button "Enregistrer le taux"/);
      await expect(page.getByText('Ce champ est à remplir.').first()).toBeVisible();
      await expectNoFault(page, 'a rate without its source');
      await keep(page, '206-taux-incomplet');
      const form = page.getByRole('region', { name: 'Taux d’insertion' });
      await form.getByLabel('Certification').selectOption({ index: 1 });
      await form.getByLabel('Année').fill('2025');
      await form.getByLabel('Échéance').selectOption('24');
      await form.getByLabel('Source', { exact: true }).fill('Enquête fictive 2025');
      await form.getByLabel('Date de la source').fill('01/02/2026');
      await pressOn(page, /button "Enregistrer le taux"/);
      await expect(form.getByRole('cell', { name: '66,7 %'.replace(' ', '\u00A0'), exact: true })).toBeVisible();
      await expect(form.getByLabel('Date de la source')).toHaveValue('');
      await keep(page, '207-taux');
    });

    await test.step('the files are written and read back', async () => {
      for (const [button, file] of [
        ['Enregistrer le CSV interne…', 'interne.csv'],
        ['Enregistrer le CSV public…', 'public.csv'],
        ['Enregistrer le graphique (SVG)…', 'graphique.svg'],
      ] as const) {
        await answerDialogs(app, { save: join(folder, file) });
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByText(new RegExp(`Fichier enregistré.: ${file}`))).toBeVisible();
      }
      expect(readFileSync(join(folder, 'interne.csv'), 'utf8')).toMatch(/USAGE INTERNE[^]*Enquête fictive 2025/);
      expect(readFileSync(join(folder, 'public.csv'), 'utf8')).toContain('masqué');
      expect(readFileSync(join(folder, 'graphique.svg'), 'utf8')).toContain('</svg>');
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      await expectNoFault(page, 'a file saved');
      await keep(page, '208-enregistre');
      for (const file of ['interne.csv', 'public.csv', 'graphique.svg']) writeFileSync(join(printed(), file), readFileSync(join(folder, file)));
    });

    await test.step('paper carries the figures and no control', async () => {
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByText(/^Imprimé le/)).toBeVisible();
      // The bars are drawn on paper too.
      const heights = await page.locator('svg[role=img] g rect').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
      expect(heights.length).toBeGreaterThan(3);
      for (const height of heights) expect(height).toBeGreaterThan(8);
      await page.emulateMedia({ media: null });
      const pdf = await app.evaluate(async ({ BrowserWindow }) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('base64'),
      );
      writeFileSync(join(printed(), 'statistiques.pdf'), Buffer.from(pdf ?? '', 'base64'));
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

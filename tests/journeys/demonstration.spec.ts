import { expect, test } from '@playwright/test';
import type { RequestInput } from '../../domain/contract.ts';
import { launchApp } from './launch.ts';
import { ask, keep, openRoom } from './room.ts';

test('the demonstration is one click away, and a candidate’s dossier, sealed seats and accommodation show in the deliberation', async () => {
  test.setTimeout(240_000);
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const { sessionId, candidate, members, member } = await openRoom(page);
    const candidateId = candidate('D-03');
    await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const sitting = await ask(page, 'sitting.candidate', { sessionId, candidateId });
    const block = sitting.blocks[0]?.code as RequestInput<'turn.begin'>['block'];
    for (const jurorId of sitting.line.composition.sitting) {
      const pin = members.find((member) => member.id === jurorId)?.pin ?? '';
      await ask(page, 'sitting.accommodationRead', { sessionId, candidateId, jurorId, pin, note: '' });
      const { turn } = await ask(page, 'turn.begin', { sessionId, candidateId, block, jurorId, pin });
      await ask(page, 'turn.record', { turn, value: jurorId === member('J1').id ? 'refuse' : 'validate', note: 'note de travail scellée' });
    }
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').first().click();
    await page
      .getByRole('button', { name: /Maÿlis Exemple/ })
      .first()
      .click();
    await expect(page.getByText('3/3 enregistrés')).toBeVisible();
    await expect(page.getByText('Aménagement, lu par tous les membres').first()).toBeVisible();
    expect(await page.content()).not.toContain('note de travail scellée');
    await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
    await keep(page, '30-scelles');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await expect.poll(() => page.evaluate(() => innerHeight)).toBe(720);
    await expect(page.locator('[data-hint]')).toBeVisible();
    // In the lowest window, under a hint and with an arrangement to keep in mind, what is read keeps half of the height.
    expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThanOrEqual(360);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    await page.getByRole('button', { name: 'Révéler les avis' }).click();
    await expect(page.getByText('Avis divergents').first()).toBeVisible();
    await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
    await page.waitForTimeout(1200);
    await keep(page, '31-deliberer');
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.waitForTimeout(400);
    await keep(page, '32-matrice');
  } finally {
    await close();
  }
});

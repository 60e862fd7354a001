import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { RequestInput } from '../../domain/contract.ts';
import { decisionWords } from '../../words/decision.ts';
import { transferWords } from '../../words/transfer.ts';
import { dropOn } from './drop.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const phrase = 'une phrase de passe longue';
const carried = 'la phrase du voyage';

test('a session is carried to another laptop as one file, stays readable only where it left, and comes back', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-transfer-'));
  const [going, coming] = [join(folder, 'aller.delibere'), join(folder, 'retour.delibere')];
  const one = await launchApp();
  const other = await launchApp();
  try {
    for (const { page } of [one, other]) {
      page.setDefaultTimeout(30_000);
      await ask(page, 'store.create', { passphrase: phrase });
    }
    const [certification] = await ask(one.page, 'session.certifications', {});
    if (!certification) throw new Error('no certification');
    const { sessionId } = await ask(one.page, 'session.create', {
      number: '2026-044',
      title: 'Jury d’automne',
      heldOn: '2026-12-04' as RequestInput<'session.create'>['heldOn'],
      place: 'Salle Boussole',
      mode: 'onSite',
      timeZone: 'Europe/Paris',
      certification: certification.code,
      lead: { givenName: 'Camille', familyName: 'Exemple', quality: 'Responsable pédagogique' },
    });
    for (const { page } of [one, other]) {
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Sessions de jury' })).toBeVisible();
    }
    const carry = async ({ app, page }: typeof one, verb: 'Emporter' | 'Rendre', to: string, file: string, shot: string): Promise<void> => {
      await page.getByRole('button', { name: `${verb} la session 2026-044…` }).focus();
      await page.keyboard.press('Enter');
      // Asked for too early, it says what is missing and goes there.
      await page.getByRole('button', { name: transferWords.doLeave }).click();
      await expect(page.getByText(transferWords.toMissing)).toBeVisible();
      await expect(page.getByText(transferWords.againMissing)).toBeVisible();
      await expect(page.getByLabel('Où part-elle')).toBeFocused();
      await expectNoFault(page, 'a leaving asked for too early');
      await keep(page, `${shot}-trop-tot`);
      await page.getByLabel('Où part-elle').fill(to);
      await page.getByLabel('Phrase de passe du fichier').fill(carried);
      await page.getByLabel('Phrase de passe, une seconde fois').fill(carried);
      await expectNoFault(page, 'the form of a leaving');
      await keep(page, shot);
      await answerDialogs(app, { save: file });
      await page.getByRole('button', { name: 'Écrire le fichier…' }).click();
      await expect(page.getByText('Emportée').first()).toBeVisible({ timeout: 60_000 });
    };
    const choose = async ({ app, page }: typeof one, file: string): Promise<void> => {
      await answerDialogs(app, { open: [file] });
      await page.getByRole('button', { name: 'Choisir le fichier…' }).click();
    };
    const drop = async ({ page }: typeof one, file: string): Promise<void> => dropOn(page, transferWords.place, [file], async () => {});
    const receive = async (desk: typeof one, give: typeof choose, file: string, said: RegExp, shot: string): Promise<void> => {
      const { page } = desk;
      await page.getByRole('button', { name: 'Recevoir une session…' }).click();
      await give(desk, file);
      await page.getByLabel('Phrase de passe du fichier').fill(carried);
      await page.keyboard.press('Enter');
      await expect(page.getByText(said)).toBeVisible({ timeout: 60_000 });
      await expectNoFault(page, 'what came of a file');
      await keep(page, shot);
      await page.getByRole('button', { name: 'Fermer', exact: true }).click();
    };
    await carry(one, 'Emporter', 'Portable du jury', going, '220-emporter');
    await expectNoFault(one.page, 'a session away');
    await keep(one.page, '221-emportee');
    await one.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await keep(one.page, '222-emportee-1280');
    await one.page.getByRole('button', { name: /^2026-044/ }).click();
    await expect(one.page.getByText(/Session emportée sur/)).toBeVisible();
    await expectNoFault(one.page, 'a screen of a session away');
    await keep(one.page, '224-ecran-emportee');
    await one.page.emulateMedia({ colorScheme: 'dark' });
    await keep(one.page, '227-ecran-emportee-sombre');
    await one.page.emulateMedia({ colorScheme: 'light' });
    await one.page.getByRole('button', { name: 'Reprendre ici…' }).focus();
    await one.page.keyboard.press('Enter');
    await expect(one.page.getByRole('button', { name: 'Annuler' })).toBeFocused();
    await keep(one.page, '228-reprendre');
    await one.page.getByRole('button', { name: transferWords.doTakeBack, exact: true }).click();
    await expect(one.page.getByText(decisionWords.reasonMissing)).toBeVisible();
    await expect(one.page.getByLabel(transferWords.reason)).toBeFocused();
    await expectNoFault(one.page, 'a taking back without its reason');
    await keep(one.page, '229-reprendre-sans-motif');
    await one.page.keyboard.press('Escape');
    await one.page
      .getByRole('button', { name: /accueil/i })
      .first()
      .click();
    const refused = await one.page.evaluate(
      (id) =>
        (window as unknown as { delibere: { ask: (name: string, input: unknown) => Promise<unknown> } }).delibere.ask('session.acknowledge', {
          sessionId: id,
          remark: 'blocks',
          reason: 'non',
        }),
      sessionId,
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'session-checked-out' } });
    await receive(other, drop, going, /La session 2026-044 est reçue/, '223-recue');
    await carry(other, 'Rendre', 'Bureau', coming, '225-rendre');
    await receive(one, choose, coming, /La session 2026-044 est de retour/, '226-revenue');
    await expect(one.page.getByText('Emportée')).toHaveCount(0);
  } finally {
    await one.close();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

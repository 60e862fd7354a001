import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { layPlayed } from '../fixtures/played-store.ts';
import { drop } from './drop.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep, reloadHome } from './room.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const stage = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Étapes de la session' }).getByText(name).first().click();
const submit = async (page: Page, verb: string | RegExp): Promise<void> => {
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: verb }).last().click();
  await expect(form).toBeHidden();
};
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a sealed minute is rectified: a name put right, a decision taken again, signed anew, and the first file never changes', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-rectified-'));
  const [first, rectifying] = [join(folder, 'premier.pdf'), join(folder, 'rectificatif.pdf')];
  // The day itself is another journey: here it is laid, signed by all.
  mkdirSync(join(folder, 'user'));
  const { scenario, sessionId } = await layPlayed(join(folder, 'user', 'store'), 'signed');
  const { app, page, close } = await launchApp({ userData: join(folder, 'user') });
  page.setDefaultTimeout(30_000);
  try {
    await page.getByLabel('Phrase de passe').first().fill(scenario.passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click({ timeout: 30_000 });
    await stage(page, 'Archiver');
    await answerDialogs(app, { save: first });
    await press(page, 'Enregistrer le PDF du procès-verbal 2026-014-DEMO');
    await expect(page.getByText('premier.pdf')).toBeVisible();
    const digest = sha256(first);
    const pins = new Map((await ask(page, 'session.get', { sessionId })).jurors.map((juror, index) => [juror.id, scenario.jurors[index]?.pin ?? '']));

    await test.step('the minute in force is there with its digest, and a rectification opens by the lead’s code', async () => {
      await expect(page.getByRole('row', { name: /2026-014-DEMO/ })).toContainText(digest);
      await expect(page.getByRole('row', { name: /2026-014-DEMO/ })).toContainText('En vigueur');
      await expectNoFault(page, 'the sealed minutes');
      await keep(page, '60-proces-verbaux');
      await press(page, 'Rectifier le procès-verbal…');
      await page.getByLabel('Motif de la rectification').fill('Nom mal orthographié, et un livrable retrouvé après la session.');
      await page.getByLabel('Votre code personnel').fill(scenario.leadPin);
      await expectNoFault(page, 'opening a rectification');
      await keep(page, '61-ouvrir-rectification');
      await submit(page, 'Ouvrir la rectification');
      await expect(page.getByRole('heading', { level: 1, name: /^Rectifier : procès-verbal n°.2026-014-DEMO-R1/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Clore la rectification' })).toBeDisabled();
      await keep(page, '62-rectification-vide');
    });

    await test.step('a material error is put right, « au lieu de » read from what stands', async () => {
      await press(page, 'Corriger une erreur matérielle…');
      const subjects = page.getByLabel('À propos de');
      const label = (await subjects.getByRole('option').allTextContents()).find((text) => text.startsWith('Candidat D-01')) ?? '';
      await subjects.selectOption({ label });
      await page.getByLabel('Ce qui est à corriger').selectOption({ label: 'Nom de famille' });
      await expect(page.getByLabel('Au lieu de')).not.toHaveValue('');
      await page.getByRole('dialog').getByRole('button', { name: 'Corriger' }).click();
      await expect(page.getByText('Écrivez ce qu’il faut lire à la place.')).toBeVisible();
      await page.getByRole('dialog').getByLabel('Lire').fill('Exemple-Rectifié');
      await page.getByRole('dialog').getByLabel('Motif').fill('Faute de frappe dans le dossier.');
      await expectNoFault(page, 'a correction');
      await keep(page, '63-corriger');
      await submit(page, 'Corriger');
      await expect(page.getByRole('row', { name: /D-01.*nom de famille/ })).toContainText('Exemple-Rectifié');
    });

    await test.step('a decision is taken again by those who come back, after a new round', async () => {
      const { candidates } = await ask(page, 'sitting.get', { sessionId });
      const line = candidates.find((each) => each.blocks.some(({ state }) => state.kind === 'notValidated'));
      if (!line) throw new Error('the demonstration has a refusal');
      const { blocks } = await ask(page, 'sitting.candidate', { sessionId, candidateId: line.id });
      const block = blocks.find(({ state }) => state.kind === 'notValidated');
      if (block?.state.kind !== 'notValidated') throw new Error('the demonstration has a refusal');
      const { members, president } = block.state.decision;
      await stage(page, 'Ouvrir');
      for (const { juror, name } of (await ask(page, 'sitting.get', { sessionId })).members)
        if (members.includes(juror.id)) await press(page, new RegExp(`^Noter l’arrivée d.*${name.split(' ').at(-1)}`));
      await stage(page, 'Délibérer');
      await page
        .getByRole('navigation', { name: 'Candidats' })
        .getByRole('button', { name: new RegExp(`^${line.name}`) })
        .click();
      const done = page.getByRole('button', { name: 'C’est fait, continuer' });
      await expect(done.or(page.getByRole('heading', { level: 1, name: line.name }))).toBeVisible();
      if (await done.isVisible()) await done.click();
      const on = { sessionId, candidateId: line.id, block: block.code };
      await ask(page, 'decision.reopen', { ...on, reason: 'Livrable retrouvé', pin: pins.get(president) ?? '' });
      await stage(page, 'Relire');
      await stage(page, 'Délibérer');
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await keep(page, '64-bloc-rouvert');
      await ask(page, 'round.another', { ...on, reason: 'Livrable retrouvé' });
      for (const jurorId of members) {
        const { turn } = await ask(page, 'turn.begin', { ...on, jurorId, pin: pins.get(jurorId) ?? '' });
        await ask(page, 'turn.record', { turn, value: 'validate', note: '' });
      }
      await ask(page, 'round.reveal', on);
      await ask(page, 'decision.record', { ...on, decision: { outcome: 'validated', reason: '', recommendation: '', competencies: [] } });
      await stage(page, 'Délibérer');
      await stage(page, 'Relire');
      await expect(page.getByRole('row', { name: /, bloc BC0/ })).toContainText('Non validé');
      await expectNoFault(page, 'the rectification');
      await keep(page, '65-rectification');
    });

    await test.step('the rectifying minute is closed, established, signed and sealed', async () => {
      await press(page, 'Clore la rectification');
      await page.getByLabel('Votre code personnel').fill(scenario.leadPin);
      await submit(page, 'Clore la rectification');
      await press(page, 'Passer à la signature');
      await expect(page.getByText(/Procès-verbal rectificatif n°.2026-014-DEMO-R1/)).toBeVisible();
      await press(page, 'Afficher le procès-verbal provisoire');
      await page.waitForTimeout(1500);
      await keep(page, '66-rectificatif-provisoire');
      await press(page, 'Établir le procès-verbal à signer');
      for (const { signer, capacity } of (await ask(page, 'minute.signing', { sessionId })).signers)
        await ask(page, 'minute.sign', {
          sessionId,
          signer,
          capacity,
          pin: capacity === 'lead' ? scenario.leadPin : (pins.get(signer as never) ?? ''),
          appearance: { kind: 'typed', text: 'Signature' },
        });
      await reloadHome(page);
      await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
      await stage(page, 'Archiver');
      await expect(page.getByRole('row', { name: /^2026-014-DEMO-R1/ })).toContainText('En vigueur');
      await expect(page.getByRole('row', { name: /Rectifié par 2026-014-DEMO-R1/ })).toContainText(digest);
      await keep(page, '67-en-vigueur');
      await answerDialogs(app, { save: rectifying });
      await press(page, 'Enregistrer le PDF du procès-verbal 2026-014-DEMO-R1');
      await expect(page.getByText('rectificatif.pdf')).toBeVisible();
      await answerDialogs(app, { save: first });
      await press(page, 'Enregistrer le PDF du procès-verbal 2026-014-DEMO');
      await expect.poll(() => sha256(first)).toBe(digest);
      expect(readFileSync(rectifying).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    });

    await test.step('a file dropped on the window is verified, and says which minute it rectifies', async () => {
      await press(page, /^Accueil|Délibéré/);
      await expect(page.getByText('rectifiée (R1)')).toBeVisible();
      await drop(page, [rectifying]);
      await expect(page.getByRole('dialog')).toContainText('Intact, et d’origine établie');
      await expect(page.getByRole('dialog')).toContainText(digest);
      await expectNoFault(page, 'a verdict');
      await keep(page, '68-verdict-rectificatif');
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

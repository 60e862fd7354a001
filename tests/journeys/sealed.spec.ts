import { expect, test, type Page } from '@playwright/test';
import type { RequestInput } from '../../domain/contract.ts';
import { launchApp } from './launch.ts';
import { ask, openRoom } from './room.ts';

type Value = RequestInput<'turn.record'>['value'];

/** Everything that the window holds, title and page, without the identities that change from one run to the next and the minute of the last save. */
const everything = async (page: Page): Promise<string> => {
  const html = await page.evaluate(() => `${document.title}\n${document.body.outerHTML}`);
  return html
    .replaceAll(/ (id|for|name|src|value|aria-labelledby|aria-describedby|aria-controls|data-collection)="[^"]*"/g, '')
    .replaceAll(/Enregistré à \d{1,2}(?:&nbsp;|\s)h(?:&nbsp;|\s)\d\d/g, 'Enregistré')
    .replaceAll('><', '>\n<');
};

const lookEverywhere = async (page: Page): Promise<Record<string, string>> => {
  const seen: Record<string, string> = {};
  await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').click();
  await page
    .getByRole('navigation', { name: 'Candidats' })
    .getByRole('button', { name: /^Inès Imaginaire/ })
    .click();
  await expect(page.getByText('3/3 enregistrés')).toBeVisible();
  await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
  seen['deliberation'] = await everything(page);
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: 'Candidats et blocs' })).toBeVisible();
  seen['matrix'] = await everything(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page
    .getByRole('button', { name: /^Revoir son avis/ })
    .nth(1)
    .click();
  await expect(page.getByRole('heading', { name: /^Passez l’ordinateur à/ })).toBeVisible();
  seen['passing the laptop'] = await everything(page);
  await page.getByRole('button', { name: 'Revenir à la délibération' }).click();
  await expect(page.getByText('3/3 enregistrés')).toBeVisible();
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Relire').click();
  await expect(page.getByRole('heading', { name: 'Relire avant de clore' })).toBeVisible();
  seen['review'] = await everything(page);
  return seen;
};

/** A new session where three opinions are sealed, in this order, with this value and this note; then all that its screens hold. */
const playSealed = async (order: readonly number[], value: Value, note: string): Promise<Record<string, string>> => {
  const { page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const { sessionId, candidate, members } = await openRoom(page);
    const candidateId = candidate('D-01');
    await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const { line, blocks } = await ask(page, 'sitting.candidate', { sessionId, candidateId });
    for (const rank of order) {
      const jurorId = line.composition.sitting[rank];
      const block = blocks[0]?.code;
      if (!jurorId || !block) throw new Error(`seat ${rank}`);
      const { turn } = await ask(page, 'turn.begin', { sessionId, candidateId, block, jurorId, pin: members.find((each) => each.id === jurorId)?.pin ?? '' });
      await ask(page, 'turn.draft', { turn, text: note });
      await ask(page, 'turn.record', { turn, value, note });
    }
    return await lookEverywhere(page);
  } finally {
    await close();
  }
};

test('whatever the sealed opinions say, and in whatever order they came, every screen shows the same thing', async () => {
  test.setTimeout(240_000);
  const one = await playSealed([0, 1, 2], 'validate', 'une note');
  const other = await playSealed([2, 0, 1], 'refuse', 'une tout autre note, plus longue, qui dit le contraire');
  for (const [name, seen] of Object.entries(one)) expect(other[name], name).toBe(seen);
  expect(one['deliberation']).toContain('Avis enregistré, scellé');
  expect(one['deliberation']).not.toContain('une note');
});

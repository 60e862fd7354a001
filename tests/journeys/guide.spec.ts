// The pictures of docs/guide.md, taken in the real program: in artifacts/guide by `npm test`, in docs/images/guide by `npm run guide`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { RequestInput } from '../../domain/contract.ts';
import { readScenario } from '../../requests/scenario.ts';
import { layDecidedDay } from '../fixtures/decided-day.ts';
import { createSpace } from './creation.ts';
import { visitEmptyPlaces } from './empty-places.ts';
import { frame, picture, setClock } from './guide-pictures.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const repository = join(import.meta.dirname, '..', '..');
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const stage = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Étapes de la session' }).getByText(name).first().click();
const part = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: /^Parties de la préparation|^Suites/ })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
const home = (page: Page): Promise<void> => press(page, 'Délibéré, Accueil');
/** The hint that is shown, and the button or stage that it names. */
const expectHint = async (page: Page, kind: string, act: string | RegExp): Promise<void> => {
  await expect(page.locator(`[data-hint="${kind}"]`)).toBeVisible();
  await expect(page.getByRole('button', { name: act }).first()).toBeVisible();
};
const hide = (page: Page): Promise<void> => press(page, 'Masquer les conseils de cette étape');

test('the guide’s pictures, from the first screen to the reveal, and the hints that lead there', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-guide-'));
  const scenario = readScenario(join(repository, 'dist', 'resources'));
  const launched = await launchApp();
  const { app, page, close } = launched;
  page.setDefaultTimeout(30_000);
  try {
    await frame(launched);
    await setClock(launched, '2026-03-17T08:05:00.000Z');
    await test.step('an empty store', async () => {
      await expect(page.getByLabel('Phrase de passe', { exact: true })).toBeVisible();
      await picture(page, 'commencer');
      await createSpace(launched, 'brume tambour oseille lanterne', join(folder, 'fiche.pdf'));
      await expect(page.getByRole('button', { name: 'Ouvrir la démonstration' })).toBeVisible();
      await expectNoFault(page, 'an empty home');
      await picture(page, 'accueil');
      await press(page, 'Phrase de passe et clé');
      await expect(page.getByText(/confirmée/).first()).toBeVisible();
      await picture(page, 'securite');
      await home(page);
    });
    await test.step('every empty place says what comes there and how to begin', async () => {
      await visitEmptyPlaces(page);
      await press(page, 'Session de démonstration');
      await press(page, /Jury de démonstration du 17 mars 2026/);
    });
    await test.step('a preparation', async () => {
      await expectHint(page, 'goOpen', /^Ouvrir/);
      await expectNoFault(page, 'a hint');
      await keep(page, '430-conseil-preparer');
      await hide(page);
      await part(page, 'Candidats');
      await answerDialogs(app, { open: [join(repository, 'assets', 'demo', scenario.refusedCandidates)] });
      await press(page, /Importer une liste/);
      await press(page, 'Choisir le fichier…');
      await expect(page.getByText('À corriger').first()).toBeVisible();
      await picture(page, 'preparer-import');
      await page.keyboard.press('Escape');
      await part(page, 'Dossiers');
      await expect(page.getByText(/specifications\.pdf/).first()).toBeVisible();
      await picture(page, 'preparer-dossier');
      await part(page, 'Ce qui manque');
      await page.waitForTimeout(500);
      await picture(page, 'preparer-manque');
    });
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('the demonstration has a session');
    const sessionId = session.id;
    const { jurors } = await ask(page, 'session.get', { sessionId });
    const idOf = (key: string) => jurors[scenario.jurors.findIndex((juror) => juror.key === key)]?.id as RequestInput<'room.declare'>['jurorId'];
    const pinOf = (key: string): string => scenario.jurors.find((juror) => juror.key === key)?.pin ?? '';
    await test.step('an opening, where the hints name who comes and who declares', async () => {
      await stage(page, 'Ouvrir');
      await expectHint(page, 'arrive', /^Noter l’arrivée/);
      for (const key of scenario.attendance) await ask(page, 'room.attendance', { sessionId, jurorId: idOf(key), present: true });
      await ask(page, 'room.designate', { sessionId, jurorId: idOf('J2'), rank: 'president' });
      await ask(page, 'room.designate', { sessionId, jurorId: idOf('J3'), rank: 'deputy' });
      for (const key of ['J1', 'J2']) await ask(page, 'room.declare', { sessionId, jurorId: idOf(key), pin: pinOf(key), links: [] });
      await page.reload();
      await expectHint(page, 'declare', /^Déclarer/);
      await keep(page, '431-conseil-ouvrir');
      await hide(page);
      await picture(page, 'ouvrir');
      for (const key of ['J3', 'S1']) await ask(page, 'room.declare', { sessionId, jurorId: idOf(key), pin: pinOf(key), links: [] });
      await ask(page, 'session.open', { sessionId, pin: scenario.leadPin });
    });
    await test.step('a deliberation: the dossier, two sealed opinions, the pass, the reveal', async () => {
      await page.reload();
      await stage(page, 'Délibérer');
      await expectHint(page, 'call', 'Noter la présence');
      await press(page, 'Noter la présence');
      await expectHint(page, 'opinions', /^Donner son avis/);
      const { candidates } = await ask(page, 'sitting.get', { sessionId });
      const line = candidates.find(({ presence }) => presence === 'present');
      const block = line?.blocks.find(({ state }) => state.kind === 'pending')?.code;
      if (!line || !block) throw new Error('nobody is on the table');
      const candidateId = line.id;
      const seal = async (key: string, value: 'validate' | 'refuse'): Promise<void> => {
        const { turn } = await ask(page, 'turn.begin', { sessionId, candidateId, block, jurorId: idOf(key), pin: pinOf(key) });
        await ask(page, 'turn.record', { turn, value, note: '' });
      };
      await seal('J1', 'validate');
      await seal('J2', 'refuse');
      await expect(page.getByText('2/3 enregistrés')).toBeVisible();
      await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
      await page.waitForTimeout(1500);
      await keep(page, '432-conseil-deliberer');
      await hide(page);
      await picture(page, 'deliberer');
      await press(page, /^Donner son avis/);
      await expect(page.getByRole('heading', { name: /^Passez l’ordinateur/ })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Guide/ })).toHaveCount(0);
      await picture(page, 'passer');
      await press(page, 'Revenir à la délibération');
      await seal('J3', 'validate');
      await press(page, 'Révéler les avis');
      await expect(page.getByText('Avis divergents').first()).toBeVisible();
      await page.getByText('Bloc validé', { exact: true }).click();
      await page
        .getByLabel(/^Motif/)
        .first()
        .fill('Spécifications et plan de tests relus ensemble : les compétences du bloc sont établies.');
      await page.waitForTimeout(1500);
      await picture(page, 'reveler');
    });
    await test.step('the guide, from the deliberation and back to it, searched and read in the dark', async () => {
      await press(page, 'Guide : Délibérer');
      await expect(page.getByRole('heading', { level: 1, name: 'Délibérer' })).toBeVisible();
      await expectNoFault(page, 'the guide');
      await keep(page, '433-guide');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('recuperation');
      await expect(page.getByText(/^\d+\s+passages?$/)).toBeVisible();
      await expectNoFault(page, 'a search in the guide');
      await keep(page, '434-guide-recherche');
      await page.getByRole('navigation', { name: 'Passages trouvés' }).getByRole('button').last().click();
      await expect(page.getByRole('heading', { level: 1, name: 'Sécurité' })).toBeVisible();
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectNoFault(page, 'the guide in the dark');
      await keep(page, '435-guide-sombre');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+ArrowRight');
      await expect(page.getByRole('heading', { level: 1, name: 'Raccourcis' })).toBeVisible();
      await keep(page, '436-guide-raccourcis-sombre');
      // One scroll bar: the text scrolls, the window does not.
      expect(await page.locator('#content').evaluate((content) => content.scrollHeight - content.clientHeight)).toBe(0);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.keyboard.press('Escape');
      await expect(page.getByText('Avis divergents').first()).toBeVisible();
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the guide’s pictures, from the last reading to the verification', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-guide-'));
  const scenario = readScenario(join(repository, 'dist', 'resources'));
  mkdirSync(join(folder, 'user'));
  await layDecidedDay(join(folder, 'user', 'demonstration'));
  const launched = await launchApp({ userData: join(folder, 'user') });
  const { app, page, close } = launched;
  page.setDefaultTimeout(30_000);
  try {
    await frame(launched);
    await setClock(launched, '2026-03-17T17:20:00.000Z');
    await press(page, 'Découvrir avec la session de démonstration');
    await expect(page.getByRole('navigation', { name: 'Étapes de la session' })).toBeVisible();
    await stage(page, 'Relire');
    await expectHint(page, 'close', 'Clore la délibération');
    await hide(page);
    await picture(page, 'relire');
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('the demonstration has a session');
    const sessionId = session.id;
    const { jurors } = await ask(page, 'session.get', { sessionId });
    await ask(page, 'session.close', { sessionId, pin: scenario.leadPin });
    await ask(page, 'minute.print', { sessionId });
    const sign = async (place: number): Promise<void> => {
      const { juror, appearance } = scenario.signatures[place] ?? scenario.signatures[0] ?? {};
      const rank = scenario.jurors.findIndex(({ key }) => key === juror);
      const signer = jurors[rank]?.id;
      if (!signer || !appearance) throw new Error(`signature ${place}`);
      await ask(page, 'minute.sign', { sessionId, signer, capacity: 'member', pin: scenario.jurors[rank]?.pin ?? '', appearance });
    };
    await sign(0);
    await page.reload();
    await stage(page, 'Signer');
    await expectHint(page, 'sign', /^Signer,/);
    await hide(page);
    await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
    await page.waitForTimeout(1500);
    await picture(page, 'signer');
    for (let place = 1; place < scenario.signatures.length; place += 1) await sign(place);
    await ask(page, 'minute.sign', { sessionId, signer: 'lead', capacity: 'lead', pin: scenario.leadPin, appearance: scenario.seal.appearance });
    await page.reload();
    await stage(page, 'Archiver');
    await expectHint(page, 'archive', /^Écrire l’archive/);
    await answerDialogs(app, { save: join(folder, 'archive.zip') });
    await press(page, /^Écrire l’archive/);
    await expect(page.getByText('Archive écrite et vérifiée').first()).toBeVisible();
    await expectHint(page, 'letters', /^Lettres et résultats/);
    await keep(page, '437-conseil-archiver');
    await hide(page);
    await picture(page, 'archiver');
    await part(page, 'Lettres et résultats');
    await expect(page.getByRole('table', { name: 'Les candidats et leurs lettres' })).toBeVisible();
    await picture(page, 'lettres');
    const minute = join(folder, 'Proces-verbal.pdf');
    await answerDialogs(app, { save: minute, open: [minute] });
    await ask(page, 'minute.save', { sessionId });
    await home(page);
    await press(page, /^Conservation/);
    await expect(page.getByRole('heading', { level: 1, name: 'Conservation' })).toBeVisible();
    await page.waitForTimeout(500);
    await picture(page, 'conservation');
    await home(page);
    await press(page, 'Vérifier un document');
    await press(page, 'Choisir un fichier…');
    await expect(page.getByText('Contrôles').first()).toBeVisible();
    await picture(page, 'verifier');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

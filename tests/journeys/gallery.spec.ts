import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createSpace } from './creation.ts';
import { wallOf } from './gallery.ts';
import { judge } from './geometry.ts';
import { launchApp } from './launch.ts';
import { ask, openRoom } from './room.ts';

const demonstration = 'Jury de démonstration du 17 mars 2026';
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const leaveDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeHidden();
};

/** Puts one fault on the page as it stands, of each kind that the judge knows, and takes it away. */
const plant = (page: Page, styles: readonly Readonly<Record<string, string>>[], text = ''): Promise<void> =>
  page.evaluate(
    ([given, said]) => {
      const holder = document.createElement('div');
      holder.id = 'planted';
      let place: HTMLElement = holder;
      for (const [rank, style] of given.entries()) {
        const element = document.createElement(style['tag'] ?? 'div');
        Object.assign(element.style, style);
        if (rank === given.length - 1 && said !== '') element.textContent = said;
        (style['beside'] === undefined ? place : holder).append(element);
        place = element;
      }
      document.getElementById('planted')?.remove();
      document.body.append(holder);
    },
    [styles, text] as const,
  );

test('the judge of the gallery sees each fault that it is asked to find', async () => {
  const { page, close } = await launchApp();
  const spot = { position: 'fixed', top: '300px', left: '300px', zIndex: '999' };
  try {
    await expect(page.getByRole('button', { name: 'Créer l’espace de travail' })).toBeVisible({ timeout: 30_000 });
    expect(await judge(page, false)).toEqual([]);
    await plant(page, [{ ...spot, width: '40px', whiteSpace: 'nowrap', overflow: 'hidden' }], 'un texte coupé');
    expect(await judge(page, false)).toEqual([expect.stringMatching(/"un texte coupé" is cut: \d+ px of text in 40/)]);
    await plant(page, [{ ...spot, tag: 'button', width: '20px', height: '20px', padding: '0' }], 'x');
    expect(await judge(page, false)).toEqual([expect.stringContaining('"x" is 20×20 px')]);
    // In the flow of the page: what is held to the window may well stand over what scrolls under it.
    const big = { ...spot, position: 'absolute', tag: 'button', width: '60px', height: '40px', padding: '0' };
    await plant(page, [big, { ...big, beside: '', left: '340px' }], 'deux');
    expect(await judge(page, false)).toEqual([expect.stringContaining('stand over one another')]);
    await plant(page, [
      { ...spot, width: '60px', border: '1px solid' },
      { width: '90px', height: '9px' },
    ]);
    expect(await judge(page, false)).toEqual([expect.stringContaining('spills out of its box by')]);
    await plant(page, [{ height: '10px', width: '3000px' }]);
    expect(await judge(page, false)).toEqual(expect.arrayContaining([expect.stringMatching(/^the page is \d+ px too wide/)]));
    await plant(page, [{ ...spot, height: '100px', width: '200px', overflowY: 'scroll' }, { height: '90px', overflowY: 'scroll' }, { height: '300px' }]);
    expect(await judge(page, false)).toEqual([]);
    await plant(page, [{ ...spot, height: '100px', width: '200px', overflowY: 'scroll' }, { height: '190px', overflowY: 'scroll' }, { height: '300px' }]);
    expect(await judge(page, false)).toEqual([expect.stringContaining('scrolls inside')]);
  } finally {
    await close();
  }
});

test('the first minute hangs straight: creating, an empty store, its keys, unlocking', async () => {
  test.setTimeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-gallery-'));
  mkdirSync(join(folder, 'user'));
  const launched = await launchApp({ userData: join(folder, 'user') });
  const { page } = launched;
  const wall = wallOf(launched);
  page.setDefaultTimeout(30_000);
  try {
    await wall.hang('start-create');
    await press(page, 'Créer l’espace de travail');
    await wall.hang('start-create-refused');
    await press(page, /^Vérifier/);
    await wall.hang('start-verify');
    await leaveDialog(page);
    await press(page, 'Lire une archive…');
    await wall.hang('reading-choose');
    await page.reload();
    await createSpace(launched, 'une phrase de passe assez longue', join(folder, 'fiche.pdf'));
    await wall.hang('home-empty');
    await press(page, 'Nouvelle session');
    await wall.hang('home-new-session');
    await page.getByRole('dialog').getByRole('button', { name: 'Créer la session' }).click();
    await wall.hang('home-new-session-refused');
    await leaveDialog(page);
    await wall.visit({ kind: 'jurors' }, 'jurors-empty');
    await wall.visit({ kind: 'statistics' }, 'statistics-empty');
    await wall.visit({ kind: 'retention' }, 'retention-empty');
    await wall.visit({ kind: 'certifications' }, 'certifications');
    await press(page, /^Importer une fiche/);
    await wall.hang('certifications-import');
    await wall.visit({ kind: 'security' }, 'security');
    await press(page, 'Changer la phrase de passe…');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Changer/ })
      .click();
    await wall.hang('security-change-refused');
    await leaveDialog(page);
    await ask(page, 'store.lock', {});
    await expect(page.getByLabel('Phrase de passe').first()).toBeVisible();
    await wall.hang('start-unlock');
    await page.getByLabel('Phrase de passe').first().fill('une autre phrase que la bonne');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await wall.hang('start-unlock-refused');
    await press(page, /J’ai oublié la phrase de passe/);
    await page.keyboard.press('Enter');
    await press(page, /^Ouvrir|^Remplacer|^Changer|^Récupérer/);
    await wall.hang('start-recover-refused');
    expect(wall.faults).toEqual([]);
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a sitting hangs straight, from its preparation to the review', async () => {
  test.setTimeout(3_600_000);
  const launched = await launchApp();
  const { page } = launched;
  const wall = wallOf(launched);
  page.setDefaultTimeout(30_000);
  try {
    await press(page, /^Découvrir avec la session de démonstration/);
    await expect(page.getByText(demonstration).first()).toBeVisible({ timeout: 30_000 });
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('the demonstration has a session');
    const sessionId = session.id;
    await wall.hang('home');
    await press(page, /^Démonstration/i);
    await wall.hang('demonstration-codes');
    await leaveDialog(page);
    await wall.visit({ kind: 'jurors' }, 'jurors');
    await wall.go({ kind: 'home' });
    await page.keyboard.press('Control+Alt+p');
    await expect(page.getByRole('heading', { level: 1, name: 'Composants' })).toBeVisible();
    await wall.hang('parts');
    for (const section of ['session', 'jury', 'candidates', 'dossiers', 'schedule', 'accommodations', 'readiness'] as const)
      await wall.visit({ kind: 'prepare', sessionId, section }, `prepare-${section}`);
    await wall.go({ kind: 'prepare', sessionId, section: 'candidates' });
    await press(page, /^Ajouter/);
    await wall.hang('prepare-candidate');
    await leaveDialog(page);
    await wall.go({ kind: 'prepare', sessionId, section: 'jury' });
    await press(page, 'Ajouter un membre');
    await wall.hang('prepare-juror');
    await leaveDialog(page);
    await wall.visit({ kind: 'open', sessionId }, 'open');
    await wall.visit({ kind: 'deliberate', sessionId }, 'deliberate-not-open');
    const room = await openRoom(page);
    // The third asks for an accommodation, that each member reads first; the sixth is decided on as it comes.
    const [, second = '', third = '', , , sixth = ''] = (await ask(page, 'candidate.list', { sessionId })).map(({ number }) => number);
    const sealed = await room.sealOpinions(second, ['validate', 'refuse', 'validate']);
    await wall.visit({ kind: 'deliberate', ...sealed }, 'deliberate-sealed');
    await ask(page, 'round.reveal', sealed);
    await wall.visit({ kind: 'deliberate', ...sealed }, 'deliberate-revealed');
    await page.getByRole('radio', { name: /Bloc non validé/ }).check();
    await wall.hang('deliberate-refusing');
    await page.keyboard.press('Escape');
    const played = await room.playRound(sixth, ['validate', 'validate', 'validate']);
    await ask(page, 'decision.record', { ...played, decision: { outcome: 'validated', reason: '', recommendation: '', competencies: [] } });
    await wall.visit({ kind: 'deliberate', ...played }, 'deliberate-decided');
    await page.keyboard.press('m');
    await wall.hang('deliberate-matrix');
    await leaveDialog(page);
    await page.keyboard.press('?');
    await wall.hang('deliberate-shortcuts');
    await leaveDialog(page);
    await ask(page, 'sitting.presence', { sessionId, candidateId: room.candidate(third), presence: 'present', note: '' });
    await wall.visit({ kind: 'deliberate', sessionId, candidateId: room.candidate(third) }, 'deliberate-accommodation');
    await wall.visit({ kind: 'review', sessionId }, 'review');
    await wall.visit({ kind: 'notes', ...sealed, pieceId: null }, 'notes-pass');
    await wall.go({ kind: 'home' });
    await wall.go({ kind: 'deliberate', sessionId, candidateId: room.candidate(sixth) });
    await press(page, /^Donner son avis/);
    await wall.hang('turn-pass');
    await page.getByLabel('Votre code personnel').fill('0000');
    await press(page, 'Commencer');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('Votre code personnel')).toBeFocused();
    await wall.hang('turn-pass-refused');
    await page.getByLabel('Votre code personnel').fill(room.members[0]?.pin ?? '');
    await press(page, 'Commencer');
    await expect(page.getByRole('button', { name: /^Enregistrer mon avis/ })).toBeVisible();
    await wall.hang('turn');
    expect(wall.faults).toEqual([]);
  } finally {
    await launched.close();
  }
});

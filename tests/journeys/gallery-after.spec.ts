import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { layCrowded } from '../fixtures/crowded.ts';
import { layPlayed } from '../fixtures/played-store.ts';
import { openCrowds } from './after.ts';
import { wallOf } from './gallery.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask } from './room.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const leaveDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeHidden();
};
const unlock = async (page: Page, passphrase: string): Promise<void> => {
  page.setDefaultTimeout(30_000);
  await page.getByLabel('Phrase de passe').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.locator('header').getByText('hors ligne')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Phrase de passe')).toBeHidden({ timeout: 30_000 });
};

test('a closing, its signatures and its archive hang straight', async () => {
  test.setTimeout(3_600_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-gallery-'));
  mkdirSync(join(folder, 'user'));
  const { scenario, sessionId } = await layPlayed(join(folder, 'user', 'store'), 'decided');
  const launched = await launchApp({ userData: join(folder, 'user') });
  const { app, page } = launched;
  const wall = wallOf(launched);
  try {
    await unlock(page, scenario.passphrase);
    await wall.visit({ kind: 'review', sessionId }, 'review-ready');
    await press(page, /^Clore/);
    await wall.hang('review-close');
    await leaveDialog(page);
    await ask(page, 'session.close', { sessionId, pin: scenario.leadPin });
    await wall.visit({ kind: 'sign', sessionId }, 'sign');
    await ask(page, 'minute.print', { sessionId });
    await wall.visit({ kind: 'sign', sessionId }, 'sign-established');
    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^Signer/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await wall.hang('sign-dialog');
    await leaveDialog(page);
    await wall.visit({ kind: 'review', sessionId }, 'review-closed');
    writeFileSync(join(folder, 'faux.pdf'), 'ceci n’est pas un PDF');
    await answerDialogs(app, { open: [join(folder, 'faux.pdf')] });
    await wall.go({ kind: 'home' });
    await press(page, /^Vérifier un document/);
    await page.getByRole('dialog').getByRole('button', { name: 'Choisir un fichier…' }).click();
    await expect(page.getByRole('dialog').getByText('faux.pdf')).toBeVisible();
    await wall.hang('verification-unreadable');
    await leaveDialog(page);
    expect(wall.faults).toEqual([]);
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what follows three hundred candidates hangs straight', async () => {
  test.setTimeout(3_600_000);
  const launched = await openCrowds([300]);
  const { page, sessions } = launched;
  const [sessionId] = sessions;
  if (sessionId === undefined) throw new Error('no session');
  const wall = wallOf(launched);
  try {
    await wall.hang('crowd-home');
    for (const section of ['archive', 'letters', 'holders', 'journal'] as const) await wall.visit({ kind: 'archive', sessionId, section }, `crowd-${section}`);
    await wall.visit({ kind: 'review', sessionId }, 'crowd-review');
    await wall.visit({ kind: 'statistics' }, 'crowd-statistics');
    await wall.visit({ kind: 'retention' }, 'crowd-retention');
    await press(page, /^Noter un recours/);
    await wall.hang('crowd-hold');
    await leaveDialog(page);
    await wall.go({ kind: 'archive', sessionId });
    await press(page, 'Rectifier le procès-verbal…');
    await wall.hang('crowd-rectify');
    await leaveDialog(page);
    await wall.go({ kind: 'home' });
    await press(page, /^Emporter/);
    await wall.hang('transfer-leave');
    await leaveDialog(page);
    await press(page, 'Recevoir une session…');
    await wall.hang('transfer-receive');
    await leaveDialog(page);
    expect(wall.faults).toEqual([]);
  } finally {
    await launched.close();
  }
});

test('twelve blocks, sixty candidates and names that are long hang straight', async () => {
  test.setTimeout(3_600_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-gallery-'));
  mkdirSync(join(folder, 'user'));
  const passphrase = 'phrase de passe fictive';
  const sessionId = layCrowded(join(folder, 'user', 'store'), passphrase, 60);
  const launched = await launchApp({ userData: join(folder, 'user') });
  const { page } = launched;
  const wall = wallOf(launched);
  try {
    await unlock(page, passphrase);
    await wall.hang('extreme-home');
    for (const section of ['session', 'jury', 'candidates', 'dossiers', 'schedule', 'accommodations', 'readiness'] as const)
      await wall.visit({ kind: 'prepare', sessionId, section }, `extreme-${section}`);
    await wall.visit({ kind: 'open', sessionId }, 'extreme-open');
    const { jurors } = await ask(page, 'session.get', { sessionId });
    const members = jurors.slice(0, 3).map(({ id }) => id);
    const [, president] = members;
    if (president === undefined) throw new Error('a jury of three');
    for (const holder of [...members, 'lead' as const]) await ask(page, 'pin.set', { sessionId, holder, pin: '4321', current: null });
    for (const jurorId of members) {
      await ask(page, 'room.attendance', { sessionId, jurorId, present: true });
      await ask(page, 'room.declare', { sessionId, jurorId, pin: '4321', links: [] });
    }
    await ask(page, 'room.designate', { sessionId, jurorId: president, rank: 'president' });
    for (const { names } of (await ask(page, 'session.readiness', { sessionId })).filter(({ code }) => code === 'remarkUnacknowledged'))
      for (const remark of names) await ask(page, 'session.acknowledge', { sessionId, remark, reason: 'Relu.' });
    await ask(page, 'session.open', { sessionId, pin: '4321' });
    const [first] = await ask(page, 'candidate.list', { sessionId });
    if (first === undefined) throw new Error('no candidate');
    const candidateId = first.id;
    await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const { blocks } = await ask(page, 'sitting.candidate', { sessionId, candidateId });
    const block = blocks[0]?.code;
    if (block === undefined) throw new Error('no block');
    for (const [rank, jurorId] of members.entries()) {
      const { turn } = await ask(page, 'turn.begin', { sessionId, candidateId, block, jurorId, pin: '4321' });
      await ask(page, 'turn.record', { turn, value: rank === 1 ? 'refuse' : 'validate', note: '' });
    }
    await ask(page, 'round.reveal', { sessionId, candidateId, block });
    await wall.visit({ kind: 'deliberate', sessionId, candidateId, block }, 'extreme-revealed');
    await page.keyboard.press('m');
    await wall.hang('extreme-matrix');
    await leaveDialog(page);
    await wall.visit({ kind: 'review', sessionId }, 'extreme-review');
    await wall.visit({ kind: 'sign', sessionId }, 'extreme-sign-closed');
    expect(wall.faults).toEqual([]);
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

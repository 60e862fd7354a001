import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { connect } from '../../db/connection.ts';
import { openKeys } from '../../db/keys.ts';
import { programVersion } from '../../db/migrations/all.ts';
import { openDesk } from '../../requests/desk.ts';
import { noDialogs } from '../../scripts/no-dialogs.ts';
import { day, instantFrom } from '../../domain/time.ts';
import { expectNoFault, pressOn } from './keyboard.ts';
import { launchApp, type Launched } from './launch.ts';
import { keep } from './room.ts';

const passphrase = 'une phrase de passe assez longue';
const resources = join(import.meta.dirname, '..', '..', 'dist', 'resources');

/** A store with a session in its backup, and a second one written after: what a restore loses is real. */
const layStore = async (userData: string): Promise<void> => {
  const desk = openDesk({
    clock: { now: () => instantFrom(Date.now()) },
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: join(userData, 'store'),
    demonstrationFolder: join(userData, 'demonstration'),
    resourcesFolder: resources,
    dialogs: noDialogs,
  });
  const create = async (number: string): Promise<void> => {
    const lead = { givenName: 'Ada', familyName: 'Fictive', quality: 'Responsable pédagogique' };
    const fields = { number, title: '', certification: 'RNCP36912', heldOn: day.parse('2026-03-17'), place: 'Salle fictive', mode: 'onSite' as const };
    const made = await desk.ask('session.create', { ...fields, timeZone: 'Europe/Paris', lead });
    if (!made.ok) throw new Error(made.error.code);
  };
  await desk.ask('store.create', { passphrase });
  await create('2026-001');
  await desk.ask('store.lock', {});
  await desk.ask('store.unlock', { passphrase });
  await create('2026-002');
  desk.close();
};

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const canMount = ((): boolean => {
  if (!asRoot) return false;
  const place = mkdtempSync(join(tmpdir(), 'delibere-mount-'));
  const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place) && run('umount', place);
  rmSync(place, { recursive: true, force: true });
  return mounted;
})();

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const title = (page: Page, name: string | RegExp): Promise<void> => expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 60_000 });

const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('Phrase de passe', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
};

/** Judged by axe and kept, in the light at 1366×768 and in the dark at 1280×720; the whole fits without a scroll. */
const look = async ({ app, page }: Launched, name: string): Promise<void> => {
  const size = (width: number, height: number): Promise<void> =>
    app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0), [width, height]);
  await expectNoFault(page, name);
  await keep(page, name);
  await size(1280, 720);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoFault(page, `${name} in the dark`);
  await keep(page, `${name}-sombre`);
  const overflowing = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY))
      .map((each) => each.className),
  );
  expect(overflowing, `${name} fits in 720 pixels`).toEqual([]);
  await size(1366, 768);
  await page.emulateMedia({ colorScheme: 'light' });
};

/** The three parts of a screen of trouble are told, each under its name. */
const expectThreeParts = async (page: Page): Promise<void> => {
  for (const part of ['Ce qui s’est passé', 'Ce qui est en sûreté', 'Ce que vous pouvez faire'])
    await expect(page.getByText(part, { exact: true })).toBeVisible();
};

test('a store held, newer, damaged, read-only, full or on a disk that fails says what happened, what is safe and what to do; a restore is undone and made again', async () => {
  test.setTimeout(400_000);
  const userData = mkdtempSync(join(tmpdir(), 'delibere-recovery-'));
  const store = join(userData, 'store');
  const database = join(store, 'delibere.db');
  await layStore(userData);
  const key = openKeys(readFileSync(join(store, 'cles.json'), 'utf8'), passphrase);
  if (!key.ok) throw new Error(key.error.code);
  const launched = await launchApp({ userData });
  const { app, page } = launched;
  page.setDefaultTimeout(60_000);
  const isHome = (): Promise<void> => title(page, 'Sessions de jury');
  const lock = async (): Promise<void> => {
    await press(page, /^Verrouiller/);
    await title(page, 'Espace de travail verrouillé');
  };
  let mounted = false;
  try {
    await test.step('held by another program', async () => {
      await title(page, 'Espace de travail verrouillé');
      const other = connect(database, key.value, true);
      await unlock(page);
      await title(page, 'L’espace de travail est déjà ouvert');
      await expectThreeParts(page);
      await look(launched, '210-deja-ouvert');
      other.close();
      await pressOn(page, /^button "Réessayer"/);
      await unlock(page);
      await isHome();
      await lock();
    });

    await test.step('written by a newer version, both told', async () => {
      const other = connect(database, key.value, true);
      other.pragma(`user_version = ${programVersion + 10}`);
      other.close();
      await unlock(page);
      await title(page, 'Cet espace a été écrit par une version plus récente');
      await expectThreeParts(page);
      for (const version of [programVersion, programVersion + 10]) await expect(page.getByText(String(version), { exact: true })).toBeVisible();
      await look(launched, '211-plus-recent');
      const again = connect(database, key.value, true);
      again.pragma(`user_version = ${programVersion}`);
      again.close();
      await press(page, 'Réessayer');
    });

    await test.step('damaged: each backup is opened, the last whole one is restored, that is undone, and made again', async () => {
      const bytes = readFileSync(database);
      bytes.fill(0x5a, 4096 * 20, 4096 * 60);
      writeFileSync(database, bytes);
      const [spoilt = ''] = readdirSync(join(store, 'sauvegardes')).sort().reverse();
      const copy = join(store, 'sauvegardes', spoilt, 'delibere.db');
      writeFileSync(copy, readFileSync(copy).fill(0x5a, 8192, 12_288));
      await unlock(page);
      await title(page, 'L’espace de travail est abîmé');
      await expectThreeParts(page);
      await look(launched, '212-abime');
      await page.getByLabel('Phrase de passe de l’espace de travail').fill('une autre phrase de passe');
      await press(page, 'Contrôler les sauvegardes');
      await expect(page.getByText('Aucune sauvegarde ne s’ouvre entière avec cette phrase de passe')).toBeVisible();
      await page.getByLabel('Phrase de passe de l’espace de travail').fill(passphrase);
      await pressOn(page, /^button "Contrôler les sauvegardes"/);
      await expect(page.getByRole('radio', { name: /faite à une ouverture/ }).first()).toBeChecked();
      await expect(page.getByText(/Non proposées\s: 1\ssauvegarde abîmée\./)).toBeVisible();
      await expect(page.getByText(/^1\ssession\s; dernier enregistrement le .* À refaire\s: ce qui a été enregistré ensuite, jusqu’au /)).toBeVisible();
      await look(launched, '213-sauvegardes-controlees');
      await pressOn(page, /^button "Restaurer cette sauvegarde"/);
      await isHome();
      await expect(page.getByText(/^Espace de travail restauré depuis la sauvegarde du /)).toBeVisible();
      await expect(page.getByText('2026-001')).toBeVisible();
      await expect(page.getByText('2026-002')).toBeHidden();
      await look(launched, '214-restaure');
      await press(page, 'Annuler la restauration…');
      await expect(page.getByRole('button', { name: 'Annuler', exact: true })).toBeFocused();
      await look(launched, '215-annuler-la-restauration');
      await page.keyboard.press('Escape');
      await press(page, 'Annuler la restauration…');
      await page.getByLabel('Phrase de passe de l’espace de travail').fill(passphrase);
      await press(page, 'Remettre les fichiers d’avant');
      await title(page, 'L’espace de travail est abîmé');
      await page.getByLabel('Phrase de passe de l’espace de travail').fill(passphrase);
      await page.keyboard.press('Enter');
      await press(page, 'Restaurer cette sauvegarde');
      await isHome();
      await press(page, 'Garder cet espace');
      await expect(page.getByText(/^Espace de travail restauré/)).toBeHidden();
      await lock();
    });

    await test.step('a disk that fails: no restore is offered', async () => {
      const pid = app.process().pid;
      // The system cuts short what the program writes: an error of the disk that is none of its want of room.
      if (!run('prlimit', '--pid', String(pid), '--fsize=400000:unlimited'))
        return test.info().annotations.push({ type: 'skipped', description: 'no prlimit' });
      await unlock(page);
      await title(page, 'Le disque ne répond pas');
      run('prlimit', '--pid', String(pid), '--fsize=unlimited');
      await expectThreeParts(page);
      await expect(page.getByRole('button', { name: /[Rr]estaur/ })).toHaveCount(0);
      await look(launched, '216-disque-en-panne');
      await press(page, 'Réessayer');
      await unlock(page);
      await isHome();
      await lock();
    });

    await test.step('read-only, then full, on a real small disk', async () => {
      if (!canMount) return test.info().annotations.push({ type: 'skipped', description: 'no small disk can be mounted here' });
      const kept = `${store}-kept`;
      cpSync(store, kept, { recursive: true });
      mounted = run('mount', '-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', store);
      expect(mounted).toBe(true);
      cpSync(kept, store, { recursive: true });
      expect(run('mount', '-o', 'remount,ro', store)).toBe(true);
      await unlock(page);
      await title(page, 'L’espace de travail ne peut pas être écrit');
      await expectThreeParts(page);
      await look(launched, '217-lecture-seule');
      expect(run('mount', '-o', 'remount,rw', store)).toBe(true);
      await press(page, 'Réessayer');
      await unlock(page);
      await isHome();
      await lock();
      const { bavail, bsize } = statfsSync(store);
      writeFileSync(join(store, 'remplissage'), Buffer.alloc(bavail * bsize - 200_000));
      await unlock(page);
      await title(page, 'Le disque est plein');
      await expectThreeParts(page);
      await expect(page.getByText('Place libre')).toBeVisible();
      await look(launched, '218-plein');
      rmSync(join(store, 'remplissage'));
      await press(page, 'Réessayer');
      await unlock(page);
      await isHome();
      await expect(page.getByText('2026-001')).toBeVisible();
      await lock();
    });
  } finally {
    await launched.close();
    if (mounted) run('umount', store);
    rmSync(userData, { recursive: true, force: true });
  }
});

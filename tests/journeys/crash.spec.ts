import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readableIn } from '../fixtures/traces/files.ts';
import { seeded } from '../crash/seeded.ts';
import { ask, openDemonstrationSession, type People } from './bridge.ts';
import { launchApp, type Launched } from './launch.ts';

const shots = join(import.meta.dirname, '..', '..', 'artifacts', 'screens');
const seed = Number(process.env['DELIBERE_SEED'] ?? 20_260_317);
const keys = ['J1', 'J2', 'J3'] as const;
/** The blocks on which the window is killed at every point: one in `npm test`, not the one that a deliberation starts on; eight in the long run. */
const places: readonly { readonly number: string; readonly rank: 1 | 2 | 3 }[] = process.env['DELIBERE_LONG']
  ? ['D-02', 'D-03', 'D-01'].flatMap((number) => ([2, 1, 3] as const).map((rank) => ({ number, rank }))).slice(0, 8)
  : [{ number: 'D-02', rank: 2 }];

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

const keep = async (page: Page, name: string): Promise<void> => {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
};

/** The program under the storm: started on one folder, killed, started again. */
class Window {
  readonly userData = mkdtempSync(join(tmpdir(), 'delibere-crash-journey-'));
  readonly random = seeded(seed);
  readonly sealed: string[] = [];
  kills = 0;
  private launched: Launched | null = null;

  get page(): Page {
    if (this.launched === null) throw new Error('the program is not running');
    return this.launched.page;
  }

  /** Starts the program and opens the demonstration, or another store, as a person does. */
  async start(open: (page: Page) => Promise<void> = (page) => press(page, 'Découvrir avec la session de démonstration')): Promise<void> {
    this.launched = await launchApp({ userData: this.userData });
    this.page.setDefaultTimeout(30_000);
    await open(this.page);
  }

  /** Kills the main process that this test started, after a drawn wait of a few hundred milliseconds at most. */
  async kill(most = 400): Promise<void> {
    if (this.launched === null) throw new Error('the program is not running');
    const program = this.launched.app.process();
    if (program.pid === undefined) throw new Error('the program has no process');
    const gone = once(program, 'exit');
    await new Promise((resolve) => setTimeout(resolve, this.random() * most));
    process.kill(program.pid, 'SIGKILL');
    await gone;
    this.launched = null;
    this.kills += 1;
  }

  /** Nothing sealed and nobody's name where it does not belong: the page, the titles, the log, any file that the program leaves. */
  async checkNothingTold(people: People): Promise<void> {
    const app = this.launched?.app;
    if (!app) throw new Error('the program is not running');
    const [content, title] = [await this.page.content(), await this.page.title()];
    const titles = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
    for (const text of this.sealed) expect(content).not.toContain(text);
    expect([title, ...titles]).toEqual(['Délibéré', 'Délibéré']);
    const log = join(await app.evaluate(({ app: program }) => program.getPath('logs')), 'delibere.log');
    const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
    for (const text of [...this.sealed, ...people.names]) expect(logged).not.toContain(text);
    expect(readableIn(this.userData, [...this.sealed, ...people.names])).toEqual([]);
  }

  async end(): Promise<void> {
    await this.launched?.app.close();
    rmSync(this.userData, { recursive: true, force: true });
  }
}

/** The window is back on the candidate and the block where it was killed, and says so. */
const expectBack = async (page: Page, name: string, rank: number): Promise<void> => {
  await expect(page.getByText(`Séance reprise sur ${name}, BC0${rank}.`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: new RegExp(`^BC0${rank} · `) })).toBeVisible();
  await expect(page.getByRole('heading', { name })).toBeVisible();
};

const beginTurn = async (page: Page, pin: string): Promise<void> => {
  await page.getByLabel('Votre code personnel').fill(pin);
  await press(page, 'Commencer');
  await expect(page.getByLabel(/^Note de travail/)).toBeVisible();
};

const takeTurn = async (page: Page, people: People, key: string): Promise<void> => {
  await press(page, new RegExp(`^Passer l’ordinateur à .*${people.juror(key).name}`));
  await beginTurn(page, people.juror(key).pin);
};

test('the window killed at any instant comes back to the same candidate and block, with what was recorded and typed, and nothing sealed', async () => {
  test.setTimeout(places.length * 240_000);
  const window = new Window();
  try {
    await window.start();
    await expect(window.page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const people = await openDemonstrationSession(window.page);
    const { sessionId } = people;
    for (const number of new Set(places.map((place) => place.number))) {
      const candidateId = people.candidate(number);
      await ask(window.page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
      if (number === 'D-03')
        for (const key of keys)
          await ask(window.page, 'sitting.accommodationRead', { sessionId, candidateId, jurorId: people.juror(key).id, pin: people.juror(key).pin, note: '' });
    }
    // What follows begins on the sitting: a kill brings there as well, in the long run; each start costs as much as a whole step.
    if (process.env['DELIBERE_LONG']) {
      await window.kill(50);
      await window.start();
    } else {
      await window.page.reload();
      await window.page.getByText('Jury de démonstration du 17 mars 2026').first().click();
      await window.page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').first().click();
    }
    await expect(window.page.getByRole('list', { name: 'Blocs' })).toBeVisible({ timeout: 30_000 });

    for (const [turn, { number, rank }] of places.entries()) {
      const sitting = await ask(window.page, 'sitting.get', { sessionId });
      const name = sitting.candidates.find((line) => line.number === number)?.name ?? '';
      const [note, more] = [`secret-${turn} Ombeline doute`, ` encore un peu ${turn}`];
      window.sealed.push(note);
      await press(window.page, new RegExp(name));
      await press(window.page, new RegExp(`^BC0${rank}`));

      await test.step(`${number} BC0${rank}: killed while a note is typed`, async () => {
        await takeTurn(window.page, people, 'J1');
        await window.page.getByLabel(/^Note de travail/).fill(note);
        await expect(window.page.getByText(/^Brouillon (gardé|conservé|enregistré)/)).toBeVisible();
        await window.page.getByLabel(/^Note de travail/).pressSequentially(more);
        await window.kill();
        await window.start();
        await expectBack(window.page, name, rank);
        await window.checkNothingTold(people);
        if (turn === 0) await keep(window.page, '40-reprise');
        await takeTurn(window.page, people, 'J1');
        const typed = await window.page.getByLabel(/^Note de travail/).inputValue();
        expect(typed.startsWith(note)).toBe(true);
        expect(`${note}${more}`.startsWith(typed)).toBe(true);
        if (turn === 0) await keep(window.page, '41-note-reprise');
      });

      await test.step(`${number} BC0${rank}: killed right after an opinion is recorded`, async () => {
        await window.page.getByText('Ne pas valider', { exact: true }).click();
        await press(window.page, /^Enregistrer mon avis/);
        await expect(window.page.getByRole('heading', { name: new RegExp(`^Passez l’ordinateur à .*${people.juror('J2').name}`) })).toBeVisible();
        await window.kill();
        await window.start();
        await expectBack(window.page, name, rank);
        await expect(window.page.getByText('1/3 enregistrés')).toBeVisible();
        await window.checkNothingTold(people);
      });

      await test.step(`${number} BC0${rank}: killed right after the reveal`, async () => {
        for (const key of ['J2', 'J3']) {
          await (key === 'J2' ? takeTurn(window.page, people, key) : beginTurn(window.page, people.juror(key).pin));
          await window.page.getByText('Valider', { exact: true }).click();
          await press(window.page, /^Enregistrer mon avis/);
        }
        await expect(window.page.getByText('3/3 enregistrés')).toBeVisible();
        await window.checkNothingTold(people);
        window.sealed.splice(window.sealed.indexOf(note), 1);
        await press(window.page, 'Révéler les avis');
        await expect(window.page.getByText('Avis divergents').first()).toBeVisible();
        await window.kill();
        await window.start();
        await expectBack(window.page, name, rank);
        await expect(window.page.getByText('Avis divergents').first()).toBeVisible();
        await expect(window.page.getByText(note).first()).toBeVisible();
        await window.checkNothingTold(people);
      });

      await test.step(`${number} BC0${rank}: killed while a decision is written`, async () => {
        await window.page.getByText('Bloc validé', { exact: true }).click();
        const reason = window.page.getByLabel(/^Motif/).first();
        await reason.fill('Preuves suffisantes');
        await expect
          .poll(async () => (await ask(window.page, 'draft.get', { sessionId, key: `decision:${people.candidate(number)}:${people.block(rank)}` })).text)
          .toContain('Preuves suffisantes');
        await reason.pressSequentially(' sur tous les points.');
        await window.kill();
        await window.start();
        await expectBack(window.page, name, rank);
        await expect(window.page.getByRole('radio', { name: 'Bloc validé' })).toBeChecked();
        await expect(window.page.getByLabel(/^Motif/).first()).toHaveValue(/^Preuves suffisantes/);
        if (turn === 0) await keep(window.page, '42-decision-reprise');
        await press(window.page, /^Enregistrer la décision/);
        await expect(window.page.getByText(/^Décidé à/).first()).toBeVisible();
      });
    }

    await test.step('killed with a member out of the room: the room is asked for again before the dossier is shown', async () => {
      const tiago = 'Tiago Fictif';
      await ask(window.page, 'sitting.presence', { sessionId, candidateId: people.candidate('D-04'), presence: 'present', note: '' });
      await press(window.page, new RegExp(tiago));
      await press(window.page, 'C’est fait, continuer');
      await expect(window.page.getByRole('heading', { name: tiago })).toBeVisible();
      await window.kill();
      await window.start();
      await expect(window.page.getByRole('heading', { name: /Factice doit sortir de la salle$/ })).toBeVisible({ timeout: 30_000 });
      await expect(window.page.getByRole('heading', { name: /^BC0\d · / })).toBeHidden();
      await keep(window.page, '43-salle-reprise');
      await press(window.page, 'C’est fait, continuer');
      await expectBack(window.page, tiago, 1);
    });
    await test.step('a store of one’s own comes back as well, once unlocked', async () => {
      await window.kill();
      cpSync(join(window.userData, 'demonstration'), join(window.userData, 'store'), { recursive: true });
      await window.start(async (page) => {
        await page.getByLabel('Phrase de passe', { exact: true }).fill(people.passphrase);
        await press(page, 'Déverrouiller');
      });
      await expect(window.page.getByRole('heading', { name: /Factice doit sortir de la salle$/ })).toBeVisible({ timeout: 30_000 });
      await press(window.page, 'C’est fait, continuer');
      await expectBack(window.page, 'Tiago Fictif', 1);
      await expect(window.page.getByRole('button', { name: /^Démonstration/ })).toBeHidden();
    });
    console.log(`window: ${window.kills} kills, seed ${seed}`);
  } finally {
    await window.end();
  }
});

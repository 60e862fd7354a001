import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { answerDialogs, launchApp, type Launched } from './launch.ts';
import { ask } from './room.ts';

/** The demonstration with files of the test's own in the dossier of its first candidate, and the reader that opens them. */
export interface Shelf {
  readonly launched: Launched;
  readonly page: Page;
  readonly reader: FrameLocator;
  readonly give: (name: string, bytes: Uint8Array | string) => Promise<void>;
  /** Gives several files at once. */
  readonly giveAll: (files: Readonly<Record<string, Uint8Array | string>>) => Promise<void>;
  /** Goes to the dossier, where what was given is listed. */
  readonly enter: () => Promise<void>;
  readonly read: (name: string) => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly painted: (number: number, count: number) => Locator;
  readonly close: () => Promise<void>;
}

/** Starts the program on the demonstration; `netLog` is where Chromium writes what it asks of the network. */
export const openShelf = async (options: { readonly netLog?: string } = {}): Promise<Shelf> => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-shelf-'));
  const launched = await launchApp(options);
  const { page } = launched;
  page.setDefaultTimeout(30_000);
  const reader = page.frameLocator('iframe');
  await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
  await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
  const giveAll: Shelf['giveAll'] = async (files) => {
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [rank, bytes] of Object.values(files).entries()) writeFileSync(paths[rank] ?? '', bytes);
    await answerDialogs(launched.app, { open: paths });
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('no session');
    const [candidate] = await ask(page, 'candidate.list', { sessionId: session.id });
    if (!candidate) throw new Error('no candidate');
    const { work } = await ask(page, 'piece.add', { sessionId: session.id, candidateId: candidate.id, kind: 'other' });
    // A list that is read before the piece is there would not show it.
    await expect.poll(async () => (await ask(page, 'work.get', { work })).kind, { timeout: 60_000 }).not.toBe('running');
  };
  return {
    launched,
    page,
    reader,
    giveAll,
    give: (name, bytes) => giveAll({ [name]: bytes }),
    enter: async () => {
      await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
      await page.getByText('Dossiers', { exact: true }).first().click();
    },
    read: (name) => page.getByRole('button', { name: `Consulter ${name}`, exact: true }).click(),
    leave: async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click();
      await expect(page.getByRole('dialog')).toBeHidden();
    },
    painted: (number, count) => reader.getByRole('region', { name: `Page ${number} sur ${count}`, exact: true }).locator('canvas'),
    close: async () => {
      await launched.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

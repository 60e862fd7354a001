import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import { readScenario } from '../../requests/scenario.ts';
import { launchApp } from './launch.ts';

const repository = join(import.meta.dirname, '..', '..');
const shots = join(repository, 'artifacts', 'screens');

type Bridge = { readonly ask: (name: string, input: unknown) => Promise<{ ok: boolean; value: unknown; error?: unknown }> };

/** Asks through the window's own bridge, as a screen would. */
const ask = async <Name extends RequestName>(page: Page, name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => {
  const answer = await page.evaluate(([verb, given]) => (window as unknown as { delibere: Bridge }).delibere.ask(verb, given), [name, input] as const);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as RequestOutput<Name>;
};

const keep = async (page: Page, name: string): Promise<void> => {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
};

test('the demonstration is one click away, and a candidate’s dossier, sealed seats and accommodation show in the deliberation', async () => {
  test.setTimeout(180_000);
  const { page, close } = await launchApp();
  page.setDefaultTimeout(15_000);
  try {
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const scenario = readScenario(join(repository, 'dist', 'resources'));
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('the demonstration has a session');
    const sessionId = session.id;
    const { jurors } = await ask(page, 'session.get', { sessionId });
    const lines = await ask(page, 'candidate.list', { sessionId });
    const candidate = (number: string) => {
      const id = lines.find((line) => line.number === number)?.id;
      if (!id) throw new Error(number);
      return id;
    };
    const members = scenario.jurors.map((entry, index) => ({ ...entry, id: jurors[index]?.id as RequestInput<'room.attendance'>['jurorId'] }));
    const byKey = (key: string) => members.find((member) => member.key === key)?.id as RequestInput<'room.attendance'>['jurorId'];
    for (const key of scenario.attendance) await ask(page, 'room.attendance', { sessionId, jurorId: byKey(key), present: true });
    await ask(page, 'room.designate', { sessionId, jurorId: byKey(scenario.president), rank: 'president' });
    await ask(page, 'room.designate', { sessionId, jurorId: byKey(scenario.deputy), rank: 'deputy' });
    for (const { juror, links } of scenario.declarations)
      await ask(page, 'room.declare', {
        sessionId,
        jurorId: byKey(juror),
        pin: members.find((member) => member.key === juror)?.pin ?? '',
        links: links.map(({ candidate: number, kind, note }) => ({ candidateId: candidate(number), kind, note })),
      });
    await ask(page, 'session.open', { sessionId, pin: scenario.leadPin });
    const candidateId = candidate('D-03');
    await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const sitting = await ask(page, 'sitting.candidate', { sessionId, candidateId });
    const block = sitting.blocks[0]?.code as RequestInput<'turn.begin'>['block'];
    for (const jurorId of sitting.line.composition.sitting) {
      const pin = members.find((member) => member.id === jurorId)?.pin ?? '';
      await ask(page, 'sitting.accommodationRead', { sessionId, candidateId, jurorId, pin, note: '' });
      const { turn } = await ask(page, 'turn.begin', { sessionId, candidateId, block, jurorId, pin });
      await ask(page, 'turn.record', { turn, value: jurorId === byKey('J1') ? 'refuse' : 'validate', note: 'note de travail scellée' });
    }
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').first().click();
    await page
      .getByRole('button', { name: /Maÿlis Exemple/ })
      .first()
      .click();
    await expect(page.getByText('3/3 enregistrés')).toBeVisible();
    await expect(page.getByText('Aménagement porté à la connaissance du jury').first()).toBeVisible();
    expect(await page.content()).not.toContain('note de travail scellée');
    await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
    await keep(page, '30-scelles');
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

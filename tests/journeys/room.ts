import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RequestInput } from '../../domain/contract.ts';
import { ask } from './asking.ts';
import { keepTree } from './tree.ts';
import { readScenario } from '../../requests/scenario.ts';

const repository = join(import.meta.dirname, '..', '..');
const shots = join(repository, 'artifacts', 'screens');

export { ask };

/** Loads the page again, which comes back to its place, then goes to the list of sessions. */
export const reloadHome = async (page: Page): Promise<void> => {
  await page.reload();
  const door = page.getByRole('button', { name: 'Délibéré, Accueil' });
  await expect(async () => {
    if (await door.isVisible()) await door.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sessions de jury' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
};

/** Keeps a picture of the screen for a person to judge, and what a screen reader says of it. */
export const keep = async (page: Page, name: string): Promise<void> => {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
  await keepTree(page, name);
};

/** Brings the jury of the demonstration into the room and opens its session, through the requests that the Open screen sends; those who are late come afterwards. */
export const openRoom = async (page: Page, late: readonly string[] = []) => {
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
  const member = (key: string) => {
    const found = members.find((each) => each.key === key);
    if (!found) throw new Error(key);
    return found;
  };
  for (const key of scenario.attendance.filter((each) => !late.includes(each)))
    await ask(page, 'room.attendance', { sessionId, jurorId: member(key).id, present: true });
  await ask(page, 'room.designate', { sessionId, jurorId: member(scenario.president).id, rank: 'president' });
  await ask(page, 'room.designate', { sessionId, jurorId: member(scenario.deputy).id, rank: 'deputy' });
  for (const { juror, links } of scenario.declarations.filter((each) => !late.includes(each.juror)))
    await ask(page, 'room.declare', {
      sessionId,
      jurorId: member(juror).id,
      pin: member(juror).pin,
      links: links.map(({ candidate: number, kind, note }) => ({ candidateId: candidate(number), kind, note })),
    });
  await ask(page, 'session.open', { sessionId, pin: scenario.leadPin });
  /** Seals an opinion for each value given, in the order of the seats, on the first block still to decide. */
  const sealOpinions = async (number: string, values: readonly RequestInput<'turn.record'>['value'][]) => {
    const candidateId = candidate(number);
    const { line, blocks } = await ask(page, 'sitting.candidate', { sessionId, candidateId });
    if (line.presence !== 'present') await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
    const block = blocks.find(({ state }) => state.kind === 'pending')?.code;
    if (!block) throw new Error(number);
    for (const [rank, value] of values.entries()) {
      const jurorId = line.composition.sitting[rank];
      if (!jurorId) throw new Error(`seat ${rank}`);
      const pin = members.find((each) => each.id === jurorId)?.pin ?? '';
      const { turn } = await ask(page, 'turn.begin', { sessionId, candidateId, block, jurorId, pin });
      await ask(page, 'turn.record', { turn, value, note: '' });
    }
    return { sessionId, candidateId, block };
  };
  /** Plays a whole round: an opinion for each seat, then the reveal. */
  const playRound = async (number: string, values: readonly RequestInput<'turn.record'>['value'][]) => {
    const place = await sealOpinions(number, values);
    await ask(page, 'round.reveal', place);
    return place;
  };
  return { sealOpinions, playRound, sessionId, scenario, members, member, candidate };
};

/** Where a journey leaves the pages and the files that it made, for a person to judge. */
export const printed = (): string => {
  const folder = join(repository, 'artifacts', 'printed');
  mkdirSync(folder, { recursive: true });
  return folder;
};

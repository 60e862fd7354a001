import { join } from 'node:path';
import type { Page } from '@playwright/test';

import type { BlockCode, CandidateId, JurorId, SessionId } from '../../domain/ids.ts';
import { ask } from './asking.ts';
import { readScenario } from '../../requests/scenario.ts';

export { ask };

/** The demonstration's people, by the keys and numbers of its scenario. */
export interface People {
  readonly sessionId: SessionId;
  readonly juror: (key: string) => { readonly id: JurorId; readonly pin: string; readonly name: string };
  readonly candidate: (number: string) => CandidateId;
  readonly block: (rank: 1 | 2 | 3) => BlockCode;
  /** The passphrase of the demonstration's store, which is no secret. */
  readonly passphrase: string;
  /** Family names of candidates and members: none may stand where it does not belong. */
  readonly names: readonly string[];
}

/** Opens the demonstration's session through the bridge: attendance, president, declarations, substitute, opening. */
export const openDemonstrationSession = async (page: Page): Promise<People> => {
  const scenario = readScenario(join(import.meta.dirname, '..', '..', 'dist', 'resources'));
  const [session] = await ask(page, 'session.list', {});
  if (!session) throw new Error('the demonstration has a session');
  const sessionId = session.id;
  const { jurors } = await ask(page, 'session.get', { sessionId });
  const lines = await ask(page, 'candidate.list', { sessionId });
  const juror: People['juror'] = (key) => {
    const rank = scenario.jurors.findIndex((entry) => entry.key === key);
    const [entry, found] = [scenario.jurors[rank], jurors[rank]];
    if (!entry || !found) throw new Error(`no member ${key}`);
    return { id: found.id, pin: entry.pin, name: entry.fields.familyName };
  };
  const candidate: People['candidate'] = (number) => {
    const found = lines.find((line) => line.number === number);
    if (!found) throw new Error(`no candidate ${number}`);
    return found.id;
  };
  for (const key of scenario.attendance) await ask(page, 'room.attendance', { sessionId, jurorId: juror(key).id, present: true });
  await ask(page, 'room.designate', { sessionId, jurorId: juror(scenario.president).id, rank: 'president' });
  await ask(page, 'room.designate', { sessionId, jurorId: juror(scenario.deputy).id, rank: 'deputy' });
  for (const { juror: key, links } of scenario.declarations) {
    const { id: jurorId, pin } = juror(key);
    const declared = links.map(({ candidate: number, kind, note }) => ({ candidateId: candidate(number), kind, note }));
    await ask(page, 'room.declare', { sessionId, jurorId, pin, links: declared });
  }
  for (const { replaced, substitute, candidates } of scenario.substitutions)
    await ask(page, 'room.substitute', { sessionId, replaced: juror(replaced).id, substitute: juror(substitute).id, candidateIds: candidates.map(candidate) });
  await ask(page, 'session.open', { sessionId, pin: scenario.leadPin });
  const names = [...lines.map((line) => line.familyName), ...scenario.jurors.map((entry) => entry.fields.familyName)];
  return { sessionId, juror, candidate, block: (rank) => `RNCP36912BC0${rank}` as BlockCode, passphrase: scenario.passphrase, names };
};

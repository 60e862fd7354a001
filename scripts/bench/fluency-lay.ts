import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import { appendAct } from '../../db/journal.ts';
import { openStore } from '../../db/open.ts';
import type { Act, Author } from '../../domain/act.ts';
import { openDesk } from '../../requests/desk.ts';
import { readScenario, type Scenario } from '../../requests/scenario.ts';
import { benchPeople } from '../../words/bench.ts';
import { ScriptClock } from '../day.ts';
import { noDialogs } from '../no-dialogs.ts';
import { layResources } from '../resources.ts';
import { ask as askDesk, waitFor } from './asking.ts';
import { inventCandidates } from './people.ts';
import { readFiche } from './record.ts';

/** A store laid for the bench: its passphrase, and the names that its screens show. */
export interface LaidStore {
  readonly userData: string;
  readonly scenario: Scenario;
}

/** The fiche of the program, its blocks repeated under other codes until there are so many. */
const layFiche = (resources: string, blocks: number): void => {
  const file = join(resources, 'referentials', 'RNCP36912.json');
  const text = readFileSync(file, 'utf8');
  const fiche = JSON.parse(text) as { blocks: unknown[]; declaredBlockCount: number };
  const { length } = fiche.blocks;
  fiche.blocks = Array.from({ length: blocks }, (_, rank) => {
    const code = (at: number): string => `RNCP36912BC${String(at + 1).padStart(2, '0')}`;
    return JSON.parse(JSON.stringify(fiche.blocks[rank % length]).replaceAll(code(rank % length), code(rank))) as unknown;
  });
  fiche.declaredBlockCount = blocks;
  writeFileSync(file, JSON.stringify(fiche));
};

/** A PDF of so many pages, each with its number and a few lines. */
const layPdf = async (file: string, pages: number): Promise<void> => {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const out = createWriteStream(file);
  pdf.pipe(out);
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage().fontSize(28).text(String(page));
    pdf.fontSize(11).text(`${benchPeople.entryProof} `.repeat(40));
  }
  pdf.end();
  await finished(out);
};

/**
 * Lays the user folder of the program with one session of so many candidates, blocks, and pages in the dossier of each of the first three, open, its jury in the room;
 * every opinion is revealed, and all but the last three candidates are decided, block by block: those acts go straight to the journal, past the gates, since only their number matters here.
 */
export const layFluency = async (
  folder: string,
  size: { readonly candidates: number; readonly blocks: number; readonly pages: number },
): Promise<LaidStore> => {
  const resources = layResources(join(folder, 'resources'));
  layFiche(resources, size.blocks);
  const piece = join(folder, 'dossier.pdf');
  await layPdf(piece, size.pages);
  const userData = join(folder, 'user');
  mkdirSync(userData);
  const scenario = readScenario(resources);
  const desk = openDesk({
    clock: new ScriptClock(scenario.clock.preparedAt),
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: join(userData, 'store'),
    demonstrationFolder: join(userData, 'demonstration'),
    resourcesFolder: resources,
    dialogs: { ...noDialogs, openFiles: async () => [{ handle: piece, name: 'dossier.pdf' }] },
  });
  const ask = <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => askDesk(desk, name, input);
  await ask('store.create', { passphrase: scenario.passphrase });
  const { sessionId } = await ask('session.create', scenario.session);
  for (const { remark, reason } of scenario.acknowledgements) await ask('session.acknowledge', { sessionId, remark, reason });
  const jurors: { readonly id: RequestOutput<'juror.save'>['jurorId']; readonly pin: string }[] = [];
  for (const { key, pin, fields } of scenario.jurors.filter((entry) => entry.fields.seat === 'titular')) {
    const { jurorId } = await ask('juror.save', { sessionId, jurorId: null, fields });
    await ask('pin.set', { sessionId, holder: jurorId, pin, current: null });
    await ask('room.attendance', { sessionId, jurorId, present: true });
    if (key === scenario.president) await ask('room.designate', { sessionId, jurorId, rank: 'president' });
    await ask('room.declare', { sessionId, jurorId, pin, links: [] });
    jurors.push({ id: jurorId, pin });
  }
  await ask('pin.set', { sessionId, holder: 'lead', pin: scenario.leadPin, current: null });
  const candidates: { readonly id: RequestOutput<'candidate.save'>['candidateId']; readonly presents: RequestInput<'candidate.save'>['fields']['presents'] }[] =
    [];
  for (const fields of inventCandidates(size.candidates, readFiche(resources)))
    candidates.push({ id: (await ask('candidate.save', { sessionId, candidateId: null, fields })).candidateId, presents: fields.presents });
  for (const { id: candidateId } of candidates.slice(-3)) await waitFor(desk, (await ask('piece.add', { sessionId, candidateId, kind: 'report' })).work, 5);
  await ask('session.open', { sessionId, pin: scenario.leadPin });
  for (const { id } of candidates.slice(-3)) await ask('sitting.presence', { sessionId, candidateId: id, presence: 'present', note: '' });
  desk.close();
  const clock = new ScriptClock(scenario.clock.preparedAt);
  clock.advance(36_000);
  const store = openStore(join(userData, 'store'), scenario.passphrase, clock);
  if (!store.ok) throw new Error(store.error.code);
  const { db } = store.value;
  const act = (one: Act, author: Author = { kind: 'lead' }): void =>
    void appendAct(db, { sessionId, at: clock.now(), author, act: one, salt: randomBytes(16) });
  db.transaction(() => {
    for (const [rank, { id: candidateId, presents }] of candidates.entries()) {
      const waits = rank >= candidates.length - 3;
      if (!waits) act({ kind: 'presence', candidateId, presence: 'present', note: '' });
      for (const block of presents) {
        for (const { id: jurorId } of jurors)
          act({ kind: 'opinion', jurorId, candidateId, block, round: 1, value: 'validate', note: '' }, { kind: 'juror', jurorId });
        act({ kind: 'reveal', candidateId, block, round: 1 });
        if (!waits) act({ kind: 'decision', candidateId, block, outcome: 'validated', reason: '', recommendation: '', competencies: [] });
      }
    }
  })();
  store.value.close();
  return { userData, scenario };
};

// One side of the price of encryption, in a process of its own: at each line that it reads, plays the app's own work on a new store, and tells the milliseconds of each part.
import crypto, { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import { ask as askDesk, waitFor } from './asking.ts';
import type { EncryptionWork } from './encryption.ts';

const [folder = '', resources = '', piece = '', hasCipher = ''] = process.argv.slice(2);

// The derivation of a passphrase or of a PIN is slow by design, on both sides alike: what it takes is told apart.
const spentOn = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let derived = 0;
let derivedOn = 0;
const { scryptSync } = crypto;
crypto.scryptSync = ((...given: Parameters<typeof scryptSync>) => {
  const [from, on] = [performance.now(), spentOn()];
  const key = scryptSync(...given);
  derived += performance.now() - from;
  derivedOn += spentOn() - on;
  return key;
}) as typeof scryptSync;
syncBuiltinESMExports();

const [{ openDesk }, { readScenario }, { ScriptClock }, { inventCandidates }, { readFiche }, { noDialogs }] = await Promise.all([
  import('../../requests/desk.ts'),
  import('../../requests/scenario.ts'),
  import('../day.ts'),
  import('./people.ts'),
  import('./record.ts'),
  import('../no-dialogs.ts'),
]);
const scenario = readScenario(resources);
const pieceCount = 40;
const deliberated = 12;

const round = async (): Promise<{
  readonly times: Record<EncryptionWork, number>;
  readonly processor: Record<EncryptionWork, number>;
  readonly derivation: number;
}> => {
  const storeFolder = join(folder, 'store');
  rmSync(folder, { recursive: true, force: true });
  const desk = openDesk({
    clock: new ScriptClock(scenario.clock.preparedAt),
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder,
    demonstrationFolder: join(folder, 'demonstration'),
    resourcesFolder: resources,
    dialogs: {
      ...noDialogs,
      openFiles: async () => Array.from({ length: pieceCount }, (_, rank) => ({ handle: piece, name: `livrable ${rank}.bin` })),
    },
  });
  const ask = <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => askDesk(desk, name, input);
  const wait = (work: string): Promise<void> => waitFor(desk, work, 2);
  const none = { preparation: 0, copy: 0, opening: 0, listing: 0, opinions: 0, decisions: 0, reading: 0 };
  const [times, processor] = [{ ...none }, { ...none }];
  let slow = 0;
  const part = async (name: EncryptionWork, work: () => Promise<unknown>): Promise<void> => {
    const [from, on, before, beforeOn] = [performance.now(), spentOn(), derived, derivedOn];
    await work();
    times[name] += performance.now() - from - (derived - before);
    processor[name] += spentOn() - on - (derivedOn - beforeOn);
    slow += derived - before;
  };

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
  await part('preparation', async () => {
    for (const fields of inventCandidates(300, readFiche(resources)))
      candidates.push({ id: (await ask('candidate.save', { sessionId, candidateId: null, fields })).candidateId, presents: fields.presents });
  });
  const [first] = candidates;
  if (!first) throw new Error('nobody');
  await part('copy', async () => wait((await ask('piece.add', { sessionId, candidateId: first.id, kind: 'deliverable' })).work));
  await ask('session.open', { sessionId, pin: scenario.leadPin });
  for (const { id } of candidates.slice(0, deliberated)) await ask('sitting.presence', { sessionId, candidateId: id, presence: 'present', note: '' });
  // Opening checks the whole file, makes a backup and checks that too.
  await ask('store.lock', {});
  await part('opening', () => ask('store.unlock', { passphrase: scenario.passphrase }));
  if ((readFileSync(join(storeFolder, 'delibere.db')).toString('latin1', 0, 15) === 'SQLite format 3') === (hasCipher === 'yes'))
    throw new Error('the wrong side is encrypted');
  await part('listing', async () => {
    for (let times = 0; times < 3; times += 1) {
      await ask('candidate.list', { sessionId });
      await ask('sitting.get', { sessionId });
    }
  });
  for (const { id: candidateId, presents } of candidates.slice(0, deliberated))
    for (const block of presents) {
      for (const { id: jurorId, pin } of jurors) {
        const { turn } = await ask('turn.begin', { sessionId, candidateId, block, jurorId, pin });
        await part('opinions', () => ask('turn.record', { turn, value: 'validate', note: scenario.session.title }));
      }
      await part('decisions', async () => {
        await ask('round.reveal', { sessionId, candidateId, block });
        const decision = { outcome: 'validated', reason: scenario.session.title, recommendation: '', competencies: [] } as const;
        await ask('decision.record', { sessionId, candidateId, block, decision: { ...decision, competencies: [] } });
      });
    }
  await part('reading', async () => {
    const { pieces } = await ask('dossier.get', { sessionId, candidateId: first.id });
    for (const { id } of pieces) desk.viewing((await ask('piece.view', { sessionId, pieceId: id })).view);
  });
  desk.close();
  return { times, processor, derivation: slow };
};

for await (const _ of createInterface(process.stdin)) process.stdout.write(`${JSON.stringify(await round())}\n`);

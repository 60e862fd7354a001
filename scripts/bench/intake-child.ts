// One import of an archive through the app's own requests, in a process of its own: its time and its peak of memory are nobody else's.
import { randomBytes } from 'node:crypto';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import { openDesk } from '../../requests/desk.ts';
import { readScenario } from '../../requests/scenario.ts';
import { ScriptClock } from '../day.ts';
import { ask as askDesk, waitFor } from './asking.ts';
import { inventCandidates } from './people.ts';
import { readFiche } from './record.ts';
import { noDialogs } from '../no-dialogs.ts';

const [archive = '', store = '', resources = '', count = '0'] = process.argv.slice(2);
const scenario = readScenario(resources);
const desk = openDesk({
  clock: new ScriptClock(scenario.clock.preparedAt),
  ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
  storeFolder: store,
  demonstrationFolder: `${store}-demonstration`,
  resourcesFolder: resources,
  dialogs: { ...noDialogs, openFiles: async () => [{ handle: archive, name: 'dossiers.zip' }] },
});
const ask = <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => askDesk(desk, name, input);
const wait = (work: string): Promise<void> => waitFor(desk, work, 20);

await ask('store.create', { passphrase: scenario.passphrase });
const { sessionId } = await ask('session.create', scenario.session);
const candidates = [];
for (const fields of inventCandidates(Number(count), readFiche(resources)))
  candidates.push((await ask('candidate.save', { sessionId, candidateId: null, fields })).candidateId);
const from = performance.now();
const { work: intake } = await ask('intake.choose', { sessionId, from: 'zip' });
await wait(intake);
const plan = await ask('intake.preview', { sessionId, intake, filter: { kind: 'asked' }, search: '', from: 0, count: 0 });
if (plan.asked > 0) throw new Error(`${plan.asked} files have no sure owner`);
await wait((await ask('intake.apply', { sessionId, intake })).work);
const milliseconds = performance.now() - from;
const digests: string[] = [];
for (const candidateId of candidates) digests.push(...(await ask('dossier.get', { sessionId, candidateId })).pieces.map((piece) => piece.sha256));
desk.close();
process.stdout.write(JSON.stringify({ milliseconds, peak: process.resourceUsage().maxRSS / 1024, digests }));

// `npm run demo -- --out DIR`: plays the demonstration day without a window, by the same requests, then checks what it wrote.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { SessionId } from '../domain/ids.ts';
import type { ImportFault } from '../domain/import.ts';
import { record as recordSchema } from '../domain/minute.ts';
import { openDesk, type Desk } from '../requests/desk.ts';
import type { Dialogs } from '../requests/office.ts';
import { readScenario } from '../requests/scenario.ts';
import { readArchiveMembers, verifyFile } from '../documents/archive/verify-file.ts';
import { consequenceLine } from '../words/outcome.ts';
import { demoWords } from '../words/summary.ts';
import { Day, ScriptClock } from './day.ts';
import { layResources } from './resources.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: join('out', 'demo') } } });
const out = resolve(values.out);
const scratch = mkdtempSync(join(tmpdir(), 'delibere-demo-'));

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const saved = new Map<string, Uint8Array>();
const dialogs = (folder: string, refused: string): Dialogs => ({
  openFiles: async (filter) => (filter === 'table' ? [{ handle: join(folder, 'demo', refused), name: refused }] : []),
  openFolder: async () => null,
  pathOf: (handle) => handle,
  readHandle: async (handle) => readFileSync(handle),
  saveFile: async (name) => ({ handle: name, name }),
  writeHandle: async (handle, bytes) => {
    saved.set(handle, bytes);
  },
  writeStream: async (handle, source, check) => {
    const path = join(mkdtempSync(join(scratch, 'written-')), 'file');
    await writeFile(path, source);
    await check?.(path);
    saved.set(handle, readFileSync(path));
  },
});

const write = (name: string, bytes: Uint8Array | string): void => {
  writeFileSync(join(out, name), bytes);
  say(demoWords.written(name, createHash('sha256').update(bytes).digest('hex')));
};

/** Gives the file with faults, and reads what is wrong in it; nothing of it is imported. */
const giveFaulty = async (desk: Desk, sessionId: SessionId): Promise<readonly ImportFault[]> => {
  const started = await desk.ask('import.choose', { sessionId, kind: 'candidates' });
  if (!started.ok) return [];
  const handle = started.value.work;
  for (;;) {
    const work = await desk.ask('work.get', { work: handle });
    if (!work.ok || work.value.kind !== 'running') break;
    await setTimeout(20);
  }
  const rows = await desk.ask('import.rows', { sessionId, handle, show: 'faulty', page: 0 });
  const applied = await desk.ask('import.apply', { sessionId, handle, only: 'all' });
  return rows.ok && !applied.ok ? rows.value.rows.flatMap((row) => row.problems) : [];
};

const play = async (): Promise<boolean> => {
  const resources = layResources(join(scratch, 'resources'));
  const scenario = readScenario(resources);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  const desk = openDesk({
    clock,
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: join(scratch, 'store'),
    demonstrationFolder: join(scratch, 'demonstration'),
    resourcesFolder: resources,
    dialogs: dialogs(resources, scenario.refusedCandidates),
  });
  const day = new Day(desk, scenario, clock);
  const sessionId = await day.prepare();
  say(demoWords.prepared(scenario.session.number, scenario.session.title));
  const problems = await giveFaulty(desk, sessionId);
  if (problems.length === 0) throw new Error('the file to refuse was not refused');
  say(demoWords.refusedImport(scenario.refusedCandidates, problems));
  await day.open();
  await day.deliberate();
  await day.sign();
  await day.exportWorking();
  const { verdict, outcomes } = await day.archive();
  await day.declare();
  await day.letters();
  desk.close();

  mkdirSync(out, { recursive: true });
  const files = [...saved];
  const minute = files.find(([name]) => name.endsWith('.pdf'))?.[1];
  const archive = files.find(([name]) => name.endsWith('.zip'))?.[1];
  const working = files.find(([name]) => name.endsWith('.json'))?.[1];
  const declaration = files.find(([name]) => name.endsWith('.xml'))?.[1];
  if (!minute || !archive || !working || !declaration) throw new Error('the day wrote no minute, no archive or no declaration');
  const [letters, csv, book] = [/^Courriers .*\.zip$/, /\.csv$/, /\.xlsx$/].map((form) => files.find(([name]) => form.test(name))?.[1]);
  if (!letters || !csv || !book) throw new Error('the day wrote no letters or no results');
  const unpacked = await readArchiveMembers(archive);
  say('');
  for (const [number, outcome] of outcomes) say(`${number}  ${consequenceLine(outcome)}`);
  say('');
  write('minute.pdf', minute);
  write('archive.zip', archive);
  write('session.json', unpacked.record);
  write('organisme.pem', unpacked.root);
  write('working.json', working);
  write('cpf.xml', declaration);
  write('courriers.zip', letters);
  write('resultats.csv', csv);
  write('resultats.xlsx', book);

  const record = recordSchema.parse(JSON.parse(Buffer.from(unpacked.record).toString('utf8')));
  const expected = scenario.expected;
  const faults: string[] = [];
  for (const [number, wanted] of Object.entries(expected.outcomes)) {
    const got = outcomes.get(number);
    if (got?.kind !== wanted.kind) faults.push(demoWords.outcomeDiffers(number, wanted.kind, got?.kind ?? '—'));
  }
  if (JSON.stringify(record.totals) !== JSON.stringify(expected.totals)) faults.push(demoWords.totalsDiffer);
  say('');
  let intact = verdict.level === 'established';
  for (const name of ['minute.pdf', 'archive.zip']) {
    const checked = await verifyFile(readFileSync(join(out, name)), {
      name,
      root: unpacked.root,
      receipt: name === 'minute.pdf' ? unpacked.receipt : undefined,
    });
    intact &&= checked.level === 'established';
    say(demoWords.verified(name, checked.level));
  }
  for (const fault of faults) say(fault);
  return intact && faults.length === 0;
};

try {
  process.exitCode = (await play()) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

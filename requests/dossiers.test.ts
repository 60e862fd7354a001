import { afterEach, beforeEach, expect, test } from 'vitest';
import { decryptFile } from '../documents/age/age.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
beforeEach(() => {
  bench = openTestDesk();
  desk = bench.desk;
});
afterEach(() => {
  desk.close();
  bench.dispose();
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('the dossiers of a closed session are written encrypted, and open again with their passphrase alone', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  const sessionId = await day.prepare();
  const lock = { kind: 'passphrase', passphrase: 'une phrase secrète d’essai' } as const;
  expect(await desk.ask('dossiers.write', { sessionId, lock })).toMatchObject({ ok: false, error: { code: 'session-not-closed' } });
  await day.open();
  await day.deliberate();
  await day.sign();
  const unfit = { kind: 'recipient', recipient: 'age1abc' } as const;
  expect(await desk.ask('dossiers.write', { sessionId, lock: unfit })).toMatchObject({ ok: false, error: { code: 'age-recipient-unfit' } });
  const started = await desk.ask('dossiers.write', { sessionId, lock });
  if (!started.ok) throw new Error(started.error.code);
  let state = await desk.ask('work.get', { work: started.value.work });
  while (state.ok && state.value.kind === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    state = await desk.ask('work.get', { work: started.value.work });
  }
  expect(state).toEqual({ ok: true, value: { kind: 'done' } });
  const written = bench.dialogs.written.get(started.value.fileName) ?? new Uint8Array();
  const parts: Uint8Array[] = [];
  for await (const part of decryptFile(once(written), lock)) parts.push(part);
  const plain = Buffer.concat(parts);
  expect([plain.includes('bag-info.txt'), Buffer.from(written).includes('bag-info.txt'), plain.readUInt32LE(0)]).toEqual([true, false, 0x04034b50]);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cutPrefix, readSilence } from './cut.ts';

const folder = mkdtempSync(join(tmpdir(), 'delibere-cut-'));
afterAll(() => rmSync(folder, { recursive: true }));
const report = join(folder, 'report.json');
const prefix = cutPrefix(report);
const inside = (script: string): number | null => {
  const [command = '', ...args] = [...prefix, 'bash', '-c', script];
  return spawnSync(command, args, { stdio: 'ignore' }).status;
};

test.skipIf(prefix.length === 0)(
  'a command in the namespace reaches nobody, keeps its exit code, and is silent (skipped where the kernel gives no namespace)',
  () => {
    expect(inside('exit 3')).toBe(3);
    expect(readSilence(report, join(folder, 'none'))).toEqual({ cut: true, logs: 0, contacts: [] });
  },
);

test.skipIf(prefix.length === 0)('one packet towards a name server, or to everyone, is seen (skipped where the kernel gives no namespace)', () => {
  for (const address of ['8.8.8.8/53', '192.0.2.77/5353', '239.255.255.250/1900']) {
    expect(inside(`echo x > /dev/udp/${address}; sleep 0.3`)).toBe(0);
    expect(readSilence(report, join(folder, 'none')).contacts.join(), address).toMatch(/frames left the namespace/);
  }
});

test('a recorder that does not see the packet sent on purpose has proved nothing, and a contact in a log of Chromium is told', () => {
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  writeFileSync(report, JSON.stringify({ frames: 0, control: false }));
  writeFileSync(join(logs, 'one.json'), '{"constants": {"logEventTypes":{"TCP_CONNECT":4}},\n"events": [\n{"type":4,"params":{"address":"192.0.2.1:443"}}]}');
  expect(readSilence(report, logs)).toEqual({ cut: true, logs: 1, contacts: ['one.json: TCP_CONNECT 192.0.2.1:443', 'the control packet was not seen'] });
});

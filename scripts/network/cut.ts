import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contactsOf } from './net-log.ts';

/** What to put before a command so that it runs without any network, every frame that leaves counted into `report`; nothing where the kernel refuses it. */
export function cutPrefix(report: string): string[] {
  const probe = 'ip link add out0 type veth peer name far0 && test -w /proc/sys/net/ipv6/conf/out0/disable_ipv6';
  const allowed = process.platform === 'linux' && spawnSync('unshare', ['-n', 'bash', '-c', probe], { stdio: 'ignore' }).status === 0;
  return allowed ? ['unshare', '-n', process.execPath, join(import.meta.dirname, 'inside.ts'), report] : [];
}

/** What the journeys left of the network: `cut` when no frame could leave, `contacts` in the logs of Chromium and of the kernel, none being the promise. */
export type Silence = { readonly cut: boolean; readonly logs: number; readonly contacts: readonly string[] };

/** Reads the count of the namespace, when there was one, and every log of Chromium in `folder`. */
export function readSilence(report: string, folder: string): Silence {
  const logs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const contacts = logs.flatMap((name) => contactsOf(readFileSync(join(folder, name), 'utf8')).map((contact) => `${name}: ${contact}`));
  if (!existsSync(report)) return { cut: false, logs: logs.length, contacts };
  const { frames, control } = JSON.parse(readFileSync(report, 'utf8')) as { frames: number; control: boolean };
  const left = frames === 0 ? [] : [`${frames} frames left the namespace`];
  return { cut: true, logs: logs.length, contacts: [...contacts, ...left, ...(control ? [] : ['the control packet was not seen'])] };
}

// Run inside a network namespace of its own (cut.ts): a way out that leads nowhere, on which every frame that leaves is counted.
//   node inside.ts REPORT COMMAND ARGUMENTS…
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { asScript, follow, run } from '../runtime/command.ts';

const ip = (line: string): string => run('ip', line.split(' '));

/** Lays loopback, and an interface with a default route whose other end answers nobody; the kernel's own IPv6 chatter is off. */
function layWayOut(): void {
  ip('link set lo up');
  ip('link add out0 type veth peer name far0');
  for (const name of ['out0', 'far0']) writeFileSync(`/proc/sys/net/ipv6/conf/${name}/disable_ipv6`, '1');
  ip('addr add 192.0.2.1/24 dev out0');
  ip('link set far0 up');
  ip('link set out0 up');
  ip('route add default via 192.0.2.2');
}

/** The frames that the kernel has sent on the way out. */
function framesSent(): number {
  const [, line = ''] = /^\s*out0:(.*)$/m.exec(readFileSync('/proc/net/dev', 'utf8')) ?? [];
  return Number(line.trim().split(/\s+/)[9]);
}

/** Sends one packet on purpose, after the count: a recorder that does not see it has proved nothing. */
async function isSeen(): Promise<boolean> {
  const before = framesSent();
  run('bash', ['-c', 'echo control > /dev/udp/198.51.100.7/53']);
  for (let times = 0; times < 50 && framesSent() === before; times += 1) await setTimeout(100);
  return framesSent() > before;
}

await asScript(async () => {
  const [report = '', command = '', ...args] = process.argv.slice(2);
  layWayOut();
  const code = await follow(command, args);
  const frames = framesSent();
  writeFileSync(report, JSON.stringify({ frames, control: await isSeen() }));
  return code;
});

import type { CommandLine } from 'electron';
import { expect, test } from 'vitest';
import { refuseSwitches } from './switches.ts';

const leftOf = (words: readonly string[], inspected = false): string[] => {
  const taken: string[] = [];
  refuseSwitches({ removeSwitch: (name: string) => void taken.push(name) } as unknown as CommandLine, words, inspected);
  return taken;
};

test('a switch that would open the program or its network is taken back', () => {
  const opened = [
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--proxy-server=http://127.0.0.1:8080',
    '--proxy-pac-url=http://127.0.0.1/p.pac',
    '--host-rules=MAP * 127.0.0.1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--ignore-certificate-errors',
    '--log-net-log=/tmp/log.json',
    '--auto-open-devtools-for-tabs',
    '--enable-blink-features=All',
    '--load-extension=/tmp/x',
    '-remote-debugging-port=9222',
    '/remote-debugging-port=9222',
    '--REMOTE-DEBUGGING-PORT=9222',
  ];
  for (const word of opened)
    expect(leftOf(['/opt/delibere', word]), word).toContain(
      word
        .replace(/^(--?|\/)/, '')
        .split('=')[0]
        ?.toLowerCase(),
    );
});

test('how the window is shown and where its folder is may be said', () => {
  expect(leftOf(['delibere', '--user-data-dir=/home/x', '--lang=fr', '--force-device-scale-factor=2', '--disable-gpu', 'a file'])).toEqual([]);
});

test('a program whose inspector is open, which the fuses of a shipped one forbid, keeps its switches', () => {
  expect(leftOf(['delibere', '--remote-debugging-port=0'], true)).toEqual([]);
});

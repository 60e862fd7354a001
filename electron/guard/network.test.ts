import { expect, test } from 'vitest';
import { recordApp } from '../../tests/fixtures/machine.ts';
import { switchNetworkOff } from './network.ts';

test('no name resolves, the only proxy is dead, even for this computer, and nothing runs in the background', () => {
  const { part, calls } = recordApp();
  switchNetworkOff(part);
  const switches = new Map(calls.filter(([name]) => name === 'appendSwitch').map(([, name, value]) => [name, value]));
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect(switches.get('proxy-server')).toMatch(/^http:\/\/0\.0\.0\.0:/);
  expect(switches.get('proxy-bypass-list')).toBe('<-loopback>');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'disable-breakpad',
  ])
    expect(switches.has(name), name).toBe(true);
  expect(switches.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
});

test('the name that the window gives itself holds no accent, which no header may', () => {
  const { part, calls } = recordApp();
  switchNetworkOff(part);
  expect(calls.find(([name]) => name === 'userAgentFallback')?.[1]).toMatch(/^[\x20-\x7e]+$/);
});

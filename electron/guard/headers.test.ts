import { expect, test } from 'vitest';
import { headersFor } from './headers.ts';

const directives = (origin: 'app' | 'viewer'): Map<string, string> =>
  new Map((headersFor(origin, 'text/html')['Content-Security-Policy'] ?? '').split('; ').map((line) => [line.split(' ')[0] ?? '', line]));

test('every answer forbids guessing its type, telling where one comes from, and keeping a copy', () => {
  for (const origin of ['app', 'viewer'] as const)
    expect(headersFor(origin, 'text/html')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Type': 'text/html',
    });
  expect(headersFor('app', 'text/html')['Cross-Origin-Opener-Policy']).toBe('same-origin');
});

test('a policy starts from nothing and names no host of the network', () => {
  for (const origin of ['app', 'viewer'] as const) {
    expect(directives(origin).get('default-src')).toBe("default-src 'none'");
    const policy = headersFor(origin, 'text/html')['Content-Security-Policy'] ?? '';
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-inline|'unsafe-eval'/);
    for (const closed of ['base-uri', 'form-action', 'object-src']) expect(directives(origin).get(closed)).toBe(`${closed} 'none'`);
  }
});

test('our page is framed by nobody and frames only the reader, which only our page frames', () => {
  expect(directives('app').get('frame-ancestors')).toBe("frame-ancestors 'none'");
  expect(directives('app').get('frame-src')).toBe('frame-src viewer://reader');
  expect(directives('viewer').get('frame-ancestors')).toBe('frame-ancestors app://delibere');
  expect(directives('viewer').has('frame-src')).toBe(false);
  expect(directives('app').has('connect-src')).toBe(false);
});

test('no page has the use of a sensor, a camera or a payment', () => {
  const denied = headersFor('viewer', 'text/html')['Permissions-Policy'] ?? '';
  for (const name of ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'payment', 'clipboard-read'])
    expect(denied).toContain(`${name}=()`);
});

import { expect, test } from 'vitest';
import { contactsOf } from './net-log.ts';

const types = { URL_REQUEST_START_JOB: 2, HOST_RESOLVER_MANAGER_REQUEST: 3, TCP_CONNECT: 4, REQUEST_ALIVE: 5 };
const log = (...events: readonly object[]): string =>
  [`{"constants": ${JSON.stringify({ logEventTypes: types })},`, '"events": [', ...events.map((event) => `${JSON.stringify(event)},`)].join('\n');

test('a log of our own schemes alone has no contact', () => {
  expect(contactsOf(log({ type: 2, params: { url: 'app://delibere/index.html' } }, { type: 2, params: { url: 'viewer://reader/a' } }, { type: 5 }))).toEqual(
    [],
  );
});

test('an address asked for, a name looked up and a connection opened are each seen, even in a log cut short', () => {
  const seen = log(
    { type: 2, params: { url: 'https://example.org/' } },
    { type: 3, params: { host: 'example.org:443' } },
    { type: 4, params: { address: '192.0.2.1:443' } },
    { type: 5 },
  );
  expect(contactsOf(`${seen}\n{"type":2,"par`)).toEqual([
    'URL_REQUEST_START_JOB https://example.org/',
    'HOST_RESOLVER_MANAGER_REQUEST example.org:443',
    'TCP_CONNECT 192.0.2.1:443',
  ]);
});

test('what is no log is not taken for a silent one', () => {
  for (const text of ['', 'nothing', '{}']) expect(() => contactsOf(text)).toThrow();
});

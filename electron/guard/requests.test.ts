import { expect, test } from 'vitest';
import { answerOf, recordSession } from '../../tests/fixtures/machine.ts';
import { cancelRequests } from './requests.ts';

test('only our own schemes are answered; any other request is cancelled', () => {
  const { part, handler } = recordSession();
  cancelRequests(part);
  const cancelled = (url: string): unknown => answerOf(handler('onBeforeRequest'), { url });
  for (const url of ['app://delibere/index.html', 'viewer://reader/index.html', 'blob:app://delibere/1', 'data:image/png;base64,'])
    expect(cancelled(url), url).toEqual({ cancel: false });
  const foreign = [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'ws://localhost/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'devtools://devtools/bundled/inspector.html',
    'chrome://version/',
    'chrome-extension://abc/page.html',
    'filesystem:app://delibere/x',
    'apps://delibere/',
    'not an address',
    '',
  ];
  for (const url of foreign) expect(cancelled(url), url).toEqual({ cancel: true });
});

import { expect, test } from 'vitest';
import { recordContents } from '../../tests/fixtures/machine.ts';
import { refuseNavigation } from './navigation.ts';

const elsewhere = ['https://example.org/', 'file:///etc/passwd', 'app://delibere/other.html', 'app://elsewhere/index.html', 'data:text/html,x', 'about:blank'];

test('our window stays on its one page', () => {
  const { part, emit } = recordContents();
  refuseNavigation(part);
  expect(emit('will-navigate', { url: 'app://delibere/index.html' }).prevented).toBe(false);
  expect(emit('will-frame-navigate', { url: 'app://delibere/index.html', isMainFrame: true }).prevented).toBe(false);
  for (const url of [...elsewhere, 'viewer://reader/index.html']) {
    expect(emit('will-navigate', { url }).prevented, url).toBe(true);
    expect(emit('will-frame-navigate', { url, isMainFrame: true }).prevented, url).toBe(true);
  }
});

test('a frame goes to the reader and nowhere else', () => {
  const { part, emit } = recordContents();
  refuseNavigation(part);
  expect(emit('will-frame-navigate', { url: 'viewer://reader/index.html?view=x', isMainFrame: false }).prevented).toBe(false);
  for (const url of [...elsewhere, 'app://delibere/index.html', 'viewer://readers/index.html', 'viewer://reader.example.org/', 'viewer://reader@example.org/'])
    expect(emit('will-frame-navigate', { url, isMainFrame: false }).prevented, url).toBe(true);
});

test('no redirection is followed', () => {
  const { part, emit } = recordContents();
  refuseNavigation(part);
  expect(emit('will-redirect', { url: 'app://delibere/index.html' }).prevented).toBe(true);
});

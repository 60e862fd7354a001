import { expect, test } from 'vitest';
import { recordContents } from '../../tests/fixtures/machine.ts';
import { refuseWebviews } from './webview.ts';

test('a webview is never attached', () => {
  const { part, emit } = recordContents();
  refuseWebviews(part);
  expect(emit('will-attach-webview', {}, {}, { src: 'app://delibere/index.html' }).prevented).toBe(true);
});

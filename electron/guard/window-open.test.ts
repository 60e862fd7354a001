import { expect, test } from 'vitest';
import { recordContents } from '../../tests/fixtures/machine.ts';
import { refuseWindows } from './window-open.ts';

test('no page opens a window, not even on our own page', () => {
  const { part, handler } = recordContents();
  refuseWindows(part);
  for (const url of ['https://example.org/', 'app://delibere/index.html', 'about:blank', 'mailto:nobody@example.org'])
    expect(handler('setWindowOpenHandler')({ url })).toEqual({ action: 'deny' });
});

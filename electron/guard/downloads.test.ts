import { expect, test } from 'vitest';
import { recordSession } from '../../tests/fixtures/machine.ts';
import { refuseDownloads } from './downloads.ts';

test('a download never begins', () => {
  const { part, emit } = recordSession();
  refuseDownloads(part);
  expect(emit('will-download').prevented).toBe(true);
});

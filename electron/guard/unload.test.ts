import { expect, test } from 'vitest';
import { recordContents } from '../../tests/fixtures/machine.ts';
import { refuseUnloadDelays } from './unload.ts';

test('a page that would keep its window open is not heard', () => {
  const { part, emit } = recordContents();
  refuseUnloadDelays(part);
  expect(emit('will-prevent-unload').prevented).toBe(true);
});

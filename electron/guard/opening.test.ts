import { expect, test } from 'vitest';
import { recordApp } from '../../tests/fixtures/machine.ts';
import { refuseOpenings } from './opening.ts';

test('what another program would have opened is not', () => {
  const { part, emit } = recordApp();
  refuseOpenings(part);
  for (const event of ['open-file', 'open-url', 'continue-activity']) expect(emit(event, {}, '/tmp/foreign.pdf').prevented, event).toBe(true);
});

import { expect, test } from 'vitest';
import { recordApp } from '../../tests/fixtures/machine.ts';
import { refuseOpenings } from './opening.ts';

test('what another program would have opened is not: a file is offered to the person, an address and an activity are nothing', () => {
  const { part, emit } = recordApp();
  const offered: string[] = [];
  refuseOpenings(part, (path) => offered.push(path));
  for (const event of ['open-file', 'open-url', 'continue-activity']) expect(emit(event, {}, '/tmp/foreign.pdf').prevented, event).toBe(true);
  expect(offered).toEqual(['/tmp/foreign.pdf']);
});

import { expect, test } from 'vitest';
import { answerOf, recordSession } from '../../tests/fixtures/machine.ts';
import { refuseCapture } from './capture.ts';

test('a page that asks for a screen is given none', () => {
  const { part, handler } = recordSession();
  refuseCapture(part);
  expect(answerOf(handler('setDisplayMediaRequestHandler'), { videoRequested: true, audioRequested: true })).toEqual({});
});

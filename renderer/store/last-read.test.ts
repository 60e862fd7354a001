import { beforeEach, expect, test } from 'vitest';
import { lastRead, noteAsked } from './last-read.ts';

const input = { sessionId: 's' };
const key = JSON.stringify(input);

beforeEach(() => noteAsked('session.list', {})(null));

test('what was read is there for the next screen, for the same session alone', () => {
  noteAsked('sitting.get', input)('the sitting');
  noteAsked('dossier.get', input)('a dossier');
  expect(lastRead('sitting.get', key)).toBe('the sitting');
  expect(lastRead('sitting.get', JSON.stringify({ sessionId: 'other' }))).toBeUndefined();
  expect(lastRead('dossier.get', key)).toBeUndefined();
});

test('a place and a draft kept meanwhile are nobody’s act: what was read stays', () => {
  noteAsked('sitting.get', input)('the sitting');
  noteAsked('place.keep', {})(null);
  noteAsked('draft.save', {})(null);
  expect(lastRead('sitting.get', key)).toBe('the sitting');
});

test('anything that may change it makes it old, as soon as it is asked', () => {
  noteAsked('sitting.get', input)('the sitting');
  noteAsked('decision.record', {});
  expect(lastRead('sitting.get', key)).toBeUndefined();
});

test('what was read while a change was on its way is not kept', () => {
  const reading = noteAsked('sitting.get', input);
  const changing = noteAsked('decision.record', {});
  reading('before');
  expect(lastRead('sitting.get', key)).toBeUndefined();
  const again = noteAsked('sitting.get', input);
  changing('done');
  again('perhaps before');
  expect(lastRead('sitting.get', key)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { isPlainMessage, limits } from './message.ts';

const nested = (depth: number): unknown => {
  let value: unknown = null;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

test('what a screen sends goes through: texts, numbers, lists, objects, nothing at all', () => {
  for (const message of [undefined, null, {}, { a: 1, b: [true, 'é', { c: null, d: undefined }] }, [], 'x', nested(limits.depth)])
    expect(isPlainMessage(message)).toBe(true);
});

test('a message deeper than any screen sends is refused, and one without end too', () => {
  expect(isPlainMessage(nested(limits.depth + 1))).toBe(false);
  const endless: Record<string, unknown> = {};
  endless['self'] = endless;
  expect(isPlainMessage(endless)).toBe(false);
});

test('a message of hundreds of megabytes is refused without being read, in one text or in many', () => {
  const long = 'x'.repeat(2 ** 20);
  expect(isPlainMessage({ passphrase: 'x'.repeat(500 * 2 ** 20) })).toBe(false);
  expect(isPlainMessage(Array.from({ length: limits.characters / 2 ** 20 + 1 }, () => long))).toBe(false);
  expect(isPlainMessage({ ['x'.repeat(limits.characters + 1)]: 1 })).toBe(false);
});

test('a message of more values than any list is refused', () => {
  expect(isPlainMessage(Array.from({ length: limits.values + 1 }, () => 0))).toBe(false);
  expect(isPlainMessage(new Array(2 ** 31))).toBe(false);
});

test('what is not plain data is refused: dates, tables, bytes, functions, numbers that are none', () => {
  class Own {}
  for (const message of [
    new Date(0),
    new Map(),
    new Set(),
    new Uint8Array(4),
    new ArrayBuffer(4),
    /x/,
    new Own(),
    1n,
    Number.NaN,
    Infinity,
    () => 1,
    Symbol('x'),
  ])
    expect(isPlainMessage({ given: message })).toBe(false);
});

import type { session } from 'electron';
import { expect, test } from 'vitest';
import { memorySession, partition } from './storage.ts';

test('pages live in a session in memory, without a cache', () => {
  const asked: unknown[] = [];
  memorySession({ fromPartition: (...given: unknown[]) => asked.push(given) } as unknown as typeof session);
  expect(asked).toEqual([[partition, { cache: false }]]);
  expect(partition).not.toMatch(/^persist:/);
  expect(partition).not.toBe('');
});

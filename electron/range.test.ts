import { describe, expect, test } from 'vitest';
import { drawnView } from '../requests/viewing.ts';
import { answerRange, largestAnswer } from './range.ts';

const bytes = Uint8Array.from({ length: 3 * 2 ** 20 + 5 }, (_, rank) => (rank * 7 + (rank >> 8)) % 251);
const asked: (readonly [number, number])[] = [];
const counted = {
  ...drawnView(() => bytes),
  read: (start: number, end: number) => {
    asked.push([start, end]);
    return bytes.subarray(start, end);
  },
};
const ask = (range: string | null, view = drawnView(() => bytes)) => answerRange(view, range, { 'Content-Type': 'application/pdf' });
const bodyOf = async (answer: Response | null) => Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));

describe('what is shown is answered by ranges', () => {
  test('a range is answered alone, with its place in the whole', async () => {
    const answer = ask('bytes=10-19');
    expect([answer?.status, answer?.headers.get('content-range'), answer?.headers.get('accept-ranges')]).toEqual([206, `bytes 10-19/${bytes.length}`, 'bytes']);
    expect((await bodyOf(answer)).equals(bytes.subarray(10, 20))).toBe(true);
  });

  test('a range past the end is cut at the end, and one that begins there is refused', async () => {
    const answer = ask(`bytes=${bytes.length - 3}-${bytes.length + 900}`);
    expect(answer?.headers.get('content-range')).toBe(`bytes ${bytes.length - 3}-${bytes.length - 1}/${bytes.length}`);
    expect((await bodyOf(answer)).equals(bytes.subarray(-3))).toBe(true);
    for (const range of [`bytes=${bytes.length}-`, 'bytes=9-3', 'bytes=-5', 'bytes=0-1,4-5', 'lines=0-1'])
      expect([range, ask(range)?.status]).toEqual([range, 416]);
  });

  test('no answer holds more than its share of memory', () => {
    const large = { ...drawnView(() => bytes), size: () => 2 ** 31, read: (start: number, end: number) => new Uint8Array(end - start) };
    expect(ask('bytes=0-', large)?.headers.get('content-length')).toBe(String(largestAnswer));
  });

  test('the whole is read only as it is taken', async () => {
    asked.length = 0;
    const reader = answerRange(counted, null, {})?.body?.getReader();
    await reader?.read();
    await new Promise(setImmediate);
    expect(asked).toEqual([
      [0, 1],
      [0, 2 ** 20],
    ]);
    await reader?.cancel();
    expect((await bodyOf(ask(null))).equals(bytes)).toBe(true);
  });

  test('what is missing or changed is not answered', () => {
    const gone = { ...drawnView(() => null), size: () => 100 };
    expect([ask('bytes=0-9', gone), ask(null, gone)]).toEqual([null, null]);
  });
});

import { expect, test } from 'vitest';
import { partCount, readPart } from './text-part.ts';

const sourceOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const asked: number[] = [];
  return { asked, size: bytes.length, read: async (start: number, end: number) => (asked.push(end - start), bytes.slice(start, end)) };
};
const allOf = async (source: ReturnType<typeof sourceOf>): Promise<string> => {
  let text = '';
  for (let part = 1; part <= partCount(source.size); part += 1) text += await readPart(source, part);
  return text;
};

test.each([0, 1, 2, 3])('no letter is lost nor doubled where a text is cut in parts (shifted by %i bytes)', async (shift) => {
  const text = `${'x'.repeat(shift)}${'é€😀à'.repeat(30_000)}fin`;
  expect(await allOf(sourceOf(text))).toBe(text);
});

test('a part is read alone, whatever the size of the file', async () => {
  const source = sourceOf('a'.repeat(1_000_000));
  expect((await readPart(source, 9)).length).toBe(65_536);
  expect(source.asked).toEqual([65_540]);
});

test('an empty text has one part, and the mark at the head of a text is not shown', async () => {
  expect([partCount(0), await readPart(sourceOf(''), 1), await readPart(sourceOf('\ufeffBonjour'), 1)]).toEqual([1, '', 'Bonjour']);
});

import type { Random } from './random.ts';

/** Changes an input; `other` gives another input of the same target. Never changes the input itself. */
export type Mutation = (input: Buffer, random: Random, other: () => Buffer) => Buffer;

/** Numbers at which limits and signs turn. */
export const edgeNumbers = [0, 1, -1, 2, 7, 8, 9, 16, 31, 32, 63, 64, 127, 128, 255, 256, 1000, 4096, 32767, 32768, 65535, 65536, 1048575, 16777216] as const;
const wideNumbers = [
  '2147483647',
  '2147483648',
  '4294967295',
  '4294967296',
  '9007199254740991',
  '9007199254740993',
  '18446744073709551615',
  '1e309',
  '-0',
  '0x10',
  '01',
  '1.5',
  'NaN',
  '٣',
];

/** Replaces `length` bytes at a place. */
export const splice = (input: Buffer, at: number, length: number, put: Uint8Array): Buffer =>
  Buffer.concat([input.subarray(0, at), put, input.subarray(at + length)]);

const flipBit: Mutation = (input, random) => {
  const copy = Buffer.from(input);
  const at = random.below(copy.length);
  if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
};

const setByte: Mutation = (input, random) => {
  const copy = Buffer.from(input);
  if (copy.length > 0)
    copy[random.below(copy.length)] = random.pick([0, 1, 9, 10, 13, 32, 34, 38, 39, 40, 41, 47, 60, 62, 92, 127, 128, 194, 224, 239, 254, 255]);
  return copy;
};

const setNumber: Mutation = (input, random) => {
  const size = random.pick([2, 4, 4, 8]);
  if (input.length < size) return input;
  const copy = Buffer.from(input);
  const at = random.below(copy.length - size + 1);
  const value = BigInt.asUintN(8 * size, BigInt(random.once(3) ? random.below(copy.length + 2) : random.pick(edgeNumbers)));
  for (let rank = 0; rank < size; rank += 1) copy[at + (random.once(8) ? size - 1 - rank : rank)] = Number((value >> BigInt(8 * rank)) & 0xffn);
  return copy;
};

const dropBlock: Mutation = (input, random) => {
  const at = random.below(input.length);
  return splice(input, at, random.length(input.length - at), Buffer.alloc(0));
};

const repeatBlock: Mutation = (input, random) => {
  const at = random.below(input.length);
  const block = input.subarray(at, at + random.length(input.length - at));
  const times = random.once(8) ? 1 + random.below(200) : 1;
  return splice(input, at, 0, Buffer.concat(Array.from({ length: Math.min(times, 1 + Math.floor(65536 / Math.max(1, block.length))) }, () => block)));
};

const moveBlock: Mutation = (input, random) => {
  const at = random.below(input.length);
  const block = input.subarray(at, at + random.length(input.length - at));
  const to = random.below(input.length);
  return splice(input, to, random.once(2) ? block.length : 0, block);
};

const cutShort: Mutation = (input, random) => input.subarray(0, random.below(input.length));

const insertDrawn: Mutation = (input, random) => splice(input, random.below(input.length + 1), 0, random.bytes(random.length(64)));

const cross: Mutation = (input, random, other) => {
  const second = other();
  return random.once(2)
    ? Buffer.concat([input.subarray(0, random.below(input.length + 1)), second.subarray(random.below(second.length + 1))])
    : splice(input, random.below(input.length + 1), 0, second.subarray(random.below(second.length), random.below(second.length + 1)));
};

/** A decimal number of a text is replaced by one at a limit, or by its neighbour. */
export const turnNumber: Mutation = (input, random) => {
  const text = input.toString('latin1');
  const found = [...text.matchAll(/\d+/g)];
  if (found.length === 0) return input;
  const one = random.pick(found);
  const near = BigInt(one[0].slice(0, 18)) + BigInt(random.below(5) - 2);
  const put = random.once(2) ? String(near) : random.once(2) ? String(random.pick(edgeNumbers)) : random.pick(wideNumbers);
  return splice(input, one.index, one[0].length, Buffer.from(put, 'utf8'));
};

/** A word of the format is put somewhere, over what was there or beside it. */
export const putWord =
  (words: readonly (string | Uint8Array)[]): Mutation =>
  (input, random) => {
    const word = Buffer.from(random.pick(words) as string);
    return splice(input, random.below(input.length + 1), random.once(2) ? word.length : 0, word);
  };

/** One word of the format is replaced by another, where it stands. */
export const swapWord =
  (words: readonly string[]): Mutation =>
  (input, random) => {
    const word = Buffer.from(random.pick(words));
    const places: number[] = [];
    for (let at = input.indexOf(word); at >= 0 && places.length < 200; at = input.indexOf(word, at + 1)) places.push(at);
    return places.length === 0 ? input : splice(input, random.pick(places), word.length, Buffer.from(random.pick(words)));
  };

/** Changes that need to know nothing of a format. */
export const blindMutations: readonly Mutation[] = [flipBit, setByte, setNumber, dropBlock, repeatBlock, moveBlock, cutShort, insertDrawn, cross, turnNumber];

import type { Random } from './random.ts';
import { putWord, turnNumber, type Mutation } from './bytes.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const scalars: readonly Json[] = [
  null,
  true,
  false,
  '',
  ' ',
  'a',
  '\u0000',
  '\u202eabc',
  '\ud800',
  'x'.repeat(5000),
  0,
  -1,
  1.5,
  -0,
  1e21,
  2 ** 53,
  1e308,
  '2026-02-30',
  '2026-03-17T25:61:00.000Z',
  '0000-00-00',
  '__proto__',
  [],
  {},
  [[]],
  'établi',
  '1',
  '0',
];
const keys = ['__proto__', 'constructor', 'toString', 'length', 'kind', 'id', 'format', 'version', ''] as const;

const places = (value: Json, path: readonly (string | number)[] = [], found: (readonly (string | number)[])[] = []): (readonly (string | number)[])[] => {
  if (found.length > 5000) return found;
  found.push(path);
  if (Array.isArray(value)) {
    for (const [rank, one] of value.entries()) places(one, [...path, rank], found);
  } else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) places(one, [...path, key], found);
  return found;
};

const at = (value: Json, path: readonly (string | number)[]): Json =>
  path.reduce<Json>((here, step) => (here as Record<string | number, Json>)[step] as Json, value);

const put = (value: Json, path: readonly (string | number)[], given: Json): Json => {
  const [step, ...rest] = path;
  if (step === undefined) return given;
  if (Array.isArray(value)) return value.map((one, rank) => (rank === step ? put(one, rest, given) : one));
  const copy: { [key: string]: Json } = Object.create(null) as { [key: string]: Json };
  for (const [key, one] of Object.entries(value as { [key: string]: Json })) copy[key] = key === step ? put(one, rest, given) : one;
  return copy;
};

const turn = (old: Json, random: Random, others: () => Json): Json => {
  switch (random.below(7)) {
    case 0:
      return others();
    case 1:
      return random.pick(scalars);
    case 2:
      if (Array.isArray(old)) return random.once(2) ? [...old, ...old.slice(0, 1)] : old.toReversed();
      return [old];
    case 3:
      if (Array.isArray(old)) return old.toSpliced(random.below(old.length), 1);
      if (typeof old === 'object' && old !== null) return Object.fromEntries(Object.entries(old).toSpliced(random.below(Object.keys(old).length), 1));
      return { a: old };
    case 4:
      if (typeof old === 'object' && old !== null && !Array.isArray(old)) return { ...old, [random.pick(keys)]: random.pick(scalars) };
      return String(old);
    case 5:
      if (typeof old === 'number') return old + random.below(5) - 2;
      if (typeof old === 'boolean') return !old;
      if (typeof old === 'string')
        return old.slice(0, random.below(old.length + 1)) + random.pick(['', 'x', '0', 'é', '\u0301', ' ']) + old.slice(random.below(old.length + 1));
      return old;
    default: {
      let deep: Json = old;
      for (let left = random.below(random.once(6) ? 5000 : 20); left > 0; left -= 1) deep = random.once(2) ? [deep] : { a: deep };
      return deep;
    }
  }
};

/** A JSON value with one of its places changed; null where the text is no JSON. */
export const changeJson = (text: string, random: Random): Json | null => {
  try {
    const value = JSON.parse(text) as Json;
    const found = places(value);
    const path = random.pick(found);
    return put(
      value,
      path,
      turn(at(value, path), random, () => at(value, random.pick(found))),
    );
  } catch {
    return null;
  }
};

/** Changes of a JSON text, written anew with `indent` as the program writes it. */
export const jsonMutations = (indent: number | undefined, end = '\n'): readonly Mutation[] => {
  const rewrite: Mutation = (input, random) => {
    const changed = changeJson(input.toString('utf8'), random);
    if (changed === null) return input;
    try {
      return Buffer.from(`${JSON.stringify(changed, null, indent)}${end}`, 'utf8');
    } catch {
      return input;
    }
  };
  const twice: Mutation = (input, random) => {
    const text = input.toString('utf8');
    const found = [...text.matchAll(/"[^"\\]*": ?(?:"[^"\\]*"|[\d.]+|true|false|null),/g)];
    if (found.length === 0) return input;
    const { index, 0: whole } = random.pick(found);
    return Buffer.from(text.slice(0, index) + whole + text.slice(index), 'utf8');
  };
  return [
    rewrite,
    rewrite,
    rewrite,
    twice,
    turnNumber,
    putWord(['null', '{}', '[]', ',', ':', '"', '\\u0000', '\\ud800', '1e999', '-', '\uFEFF', '//', '\u0000']),
  ];
};

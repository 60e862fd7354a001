import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract, type RequestName } from './contract.ts';
import { defaultRegulations } from './regulations.ts';

type Schema = { readonly [key: string]: unknown };
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** A list of a closed choice ends where the schema refuses a repeat, which no JSON schema says. */
const isClosedChoice = (items: unknown): boolean => isSchema(items) && 'enum' in items;

/** Where a text, a list or a table of names has no bound; what refers elsewhere is followed once. */
const unbounded = (root: Schema, schema: unknown, path: string, met: ReadonlySet<string> = new Set()): string[] => {
  if (!isSchema(schema)) return [];
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    if (met.has(reference)) return [];
    const found = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((at, key) => (isSchema(at) ? at[key] : undefined), root);
    return unbounded(root, found, path, new Set([...met, reference]));
  }
  const open =
    (schema['type'] === 'string' && !['maxLength', 'pattern', 'enum', 'const', 'format'].some((key) => key in schema)) ||
    (schema['type'] === 'array' && !('maxItems' in schema) && !isClosedChoice(schema['items'])) ||
    (isSchema(schema['additionalProperties']) && !('maxProperties' in schema));
  const inside: (readonly [string, unknown])[] = [
    ...Object.entries((schema['properties'] ?? {}) as Schema).map(([name, part]) => [`${path}.${name}`, part] as const),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => ((schema[key] ?? []) as unknown[]).map((part) => [path, part] as const)),
    [`${path}[]`, schema['items']],
    [`${path}{}`, schema['additionalProperties']],
  ];
  return [...(open ? [path] : []), ...inside.flatMap(([at, part]) => unbounded(root, part, at, met))];
};

test('everything that a window may send has a bound', () => {
  const names = Object.keys(contract) as RequestName[];
  const found = names.flatMap((name) => {
    const schema = z.toJSONSchema(contract[name].in, { io: 'input', unrepresentable: 'any' }) as Schema;
    return unbounded(schema, schema, name);
  });
  expect([...new Set(found)]).toEqual([]);
  const given = (recusingLinks: readonly string[]) =>
    contract['session.setRegulations'].in.safeParse({ sessionId: 's', regulations: { ...defaultRegulations, recusingLinks } }).success;
  expect([given(['family', 'business']), given(['family', 'family'])]).toEqual([true, false]);
  const splits = (blocks: number) =>
    contract['fiche.confirm'].in.safeParse({ work: 'w', splits: Object.fromEntries(Array.from({ length: blocks }, (_, rank) => [`${rank}`, []])) }).success;
  expect([splits(200), splits(201)]).toEqual([true, false]);
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { record as recordSchema } from '../../domain/minute.ts';
import { drawPlayed, playDay } from '../../tests/fixtures/played.ts';
import { buildRecord } from '../../tests/fixtures/record.ts';
import { recordSchemaFile, recordSchemaText } from './schema.ts';

const published = readFileSync(new URL(recordSchemaFile, import.meta.url), 'utf8');
const accepts = new Ajv2020({ strict: false }).compile(JSON.parse(published) as object);
const { record } = drawPlayed(playDay());

describe('the published schema of session.json', () => {
  test('is the one that this version of the program writes by: a change of the record is a new version', () => {
    expect(recordSchemaText()).toBe(published);
  });

  test('is a schema that another reader compiles, and every record that the program draws keeps it', () => {
    expect([accepts(record), accepts.errors]).toEqual([true, null]);
    for (const candidates of [1, 12, 60]) expect([candidates, accepts(buildRecord({ candidates })), accepts.errors]).toEqual([candidates, true, null]);
  });

  test('refuses what the program refuses: every field taken out in turn, and every field added', () => {
    const strip = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
      typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...strip(inner, [...path, key])]) : [];
    const paths = strip(record);
    let refused = 0;
    for (const path of paths) {
      const copy = structuredClone(record) as unknown as Record<string, unknown>;
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
      if (Array.isArray(parent)) continue;
      delete parent[String(path.at(-1))];
      const [theirs, ours] = [accepts(copy), recordSchema.safeParse(copy).success];
      expect([path, theirs]).toEqual([path, ours]);
      if (!theirs) refused += 1;
    }
    // Every key of a strict object is required: each one taken out was refused.
    expect(refused).toBe(paths.filter((path) => !/^\d+$/.test(String(path.at(-1)))).length);
    expect(accepts({ ...record, votes: [] })).toBe(false);
  });

  test('has no place for an opinion, a count, a round, a note or an accommodation', () => {
    const names = new Set([...published.matchAll(/"([A-Za-z]+)": \{/g)].map(([, name]) => name));
    for (const name of ['opinion', 'count', 'round', 'result', 'accommodation', 'measures', 'timer', 'recorded', 'divergent'])
      expect([...names]).not.toContain(name);
    // The regulations say whether opinions are given and how many rounds are allowed; nothing else bears these names.
    expect(published.match(/"opinions": \{/g)).toHaveLength(1);
    expect(published.match(/"rounds": \{/g)).toHaveLength(1);
  });
});

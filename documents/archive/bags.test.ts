import { describe, expect, it } from 'vitest';
import { withBag } from '../../tests/fixtures/bags/bag.ts';
import { bagCatalogue } from '../../tests/fixtures/bags/bags.ts';
import { judgePath } from './verify-file.ts';

// A line end in the name of a file is allowed by RFC 8493; this reader, as its intake does, refuses every name that a person cannot read.
const unreadableName = /: a (?:line feed|return) in a name, encoded/;

// What the catalogue calls by one name, this reader names more closely.
const finer: Readonly<Record<string, string>> = { 'bag-manifest-lies': 'bag-digest', 'bag-renamed': 'bag-missing', 'zip-truncated': 'zip-malformed' };

describe('the catalogue of bags of every version of BagIt', () => {
  for (const bag of bagCatalogue)
    it(`${bag.name}: ${bag.verdict.kind}`, async () => {
      const { level, kind, faults } = await withBag(bag, async (folder) => (await judgePath(folder, { name: 'sac' })).verdict);
      const said = faults[0]?.rule ?? `${kind} ${level}`;
      const { verdict } = bag;
      const honest = unreadableName.test(bag.name)
        ? ['zip-path']
        : verdict.kind === 'good'
          ? ['bag whole']
          : verdict.kind === 'open'
            ? ['bag whole', verdict.rule]
            : [verdict.rule, ...verdict.or];
      expect(honest).toContain(finer[said] ?? said);
    });
});

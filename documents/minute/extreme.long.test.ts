import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordText, type SessionRecord } from '../../domain/minute.ts';
import { drawAt, examine } from '../../tests/fixtures/examine.ts';
import { extremes, filler, rightToLeftNames, scripts } from '../../tests/fixtures/extreme.ts';
import { buildRecord } from '../../tests/fixtures/record.ts';
import { sealMinute } from '../../tests/fixtures/signed.ts';
import { validate, type Verdict } from '../../tests/fixtures/verapdf.ts';

// Run by `npm run test:long` alone: every number of blocks, up to 500 candidates, names and texts drawn by lot, every extreme signed by all.

const faultsOf = (verdicts: readonly Verdict[]): string[] => verdicts.flatMap(({ failed }) => failed);
const judge = async (pdfs: readonly Uint8Array[]): Promise<string[]> =>
  faultsOf(
    await validate(
      pdfs.flatMap((pdf) => [
        { pdf, flavour: '3a' as const },
        { pdf, flavour: 'ua1' as const },
      ]),
    ),
  );
const patience = 1_800_000;

describe('a minute of any size', () => {
  const sizes = [1, 2, 3, 5, 8, 13, 40, 75, 120, 200, 350, 500].map((candidates, rank) => ({ candidates, blocks: rank + 1 }));
  it.each([...sizes, { candidates: 500, blocks: 3 }, { candidates: 31, blocks: 11 }])(
    'of $candidates candidates and $blocks blocks is whole and conforms',
    async ({ candidates, blocks }) => {
      const record = buildRecord({ candidates, blocks });
      const pdf = await drawAt(record);
      expect(await examine(record, pdf)).toEqual([]);
      expect(await judge([pdf])).toEqual([]);
    },
    patience,
  );
});

describe('a minute of names and texts drawn by lot', () => {
  const letters = [...'aàâäbcçdeéèêëfghiîïjklmnñoôöœpqrsßtuùûüvwxyÿzæøåłšžđAÉÈŒÇÎЖщяΩάβγẠẳđỹ-’. &<>()/"%#;:?!«»…–—€§°²'];
  const text = (most: number) =>
    fc
      .array(
        fc.oneof(
          { arbitrary: fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 24 }).map((all) => all.join('')), weight: 6 },
          fc.constantFrom(...scripts),
        ),
        {
          minLength: 1,
          maxLength: 30,
        },
      )
      .map((words) => words.join(' ').slice(0, most).trim() || 'x');
  const name = fc.oneof(
    { arbitrary: text(200), weight: 5 },
    { arbitrary: fc.constantFrom(...rightToLeftNames), weight: 1 },
    fc.integer({ min: 1, max: 200 }).map((length) => filler(length, 'm')),
  );
  const lot = fc.record({
    candidates: fc.integer({ min: 1, max: 40 }),
    blocks: fc.integer({ min: 1, max: 12 }),
    names: fc.array(name, { minLength: 40, maxLength: 40 }),
    place: text(200),
    title: text(200),
    reason: text(2000),
    quality: text(160),
    incidents: fc.array(text(4000), { maxLength: 8 }),
  });
  const build = ({
    candidates,
    blocks,
    names,
    place,
    title,
    reason,
    quality,
    incidents,
  }: typeof lot extends fc.Arbitrary<infer Value> ? Value : never): SessionRecord => {
    const given = buildRecord({ candidates, blocks, reason });
    return {
      ...given,
      session: { ...given.session, place, title },
      members: given.members.map((each, rank) => ({ ...each, quality, name: `${names[39 - rank]} ${rank}` })),
      candidates: given.candidates.map((each, rank) => ({ ...each, name: names[rank] ?? each.name })),
      incidents: incidents.map((each) => ({ at: given.session.openedAt, text: each })),
    };
  };

  it(
    'is whole and conforms, eighty times',
    async () => {
      const records = fc.sample(lot, { numRuns: 80, seed: 20_260_317 }).map(build);
      const pdfs: Uint8Array[] = [];
      for (const record of records) {
        const pdf = await drawAt(record);
        expect(await examine(record, pdf), recordText(record).slice(0, 600)).toEqual([]);
        pdfs.push(pdf);
      }
      expect(await judge(pdfs)).toEqual([]);
    },
    patience,
  );
});

describe('a minute at the edge, signed by all and sealed', () => {
  it.each(extremes().map(({ name, record }) => ({ name, record })))(
    'with $name conforms in each revision',
    async ({ record }) => {
      const base = await drawAt(record);
      const { revisions } = sealMinute({ record, text: recordText(record), base });
      expect(revisions.length).toBeGreaterThan(1);
      expect(await judge(revisions)).toEqual([]);
    },
    patience,
  );
});

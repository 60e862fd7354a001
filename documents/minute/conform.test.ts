import { beforeAll, describe, expect, it } from 'vitest';
import { recordText } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawPlayed } from '../../tests/fixtures/played.ts';
import { playRectified } from '../../tests/fixtures/rectified.ts';
import { drawBase, sealMinute } from '../../tests/fixtures/signed.ts';
import { hasVeraPDF, validate, type Flavour, type Verdict } from '../../tests/fixtures/verapdf.ts';
import { drawMinute } from './draw.ts';

const long = Boolean(process.env['DELIBERE_LONG']);
/** Candidates, and the revisions that are judged: the base, one for each member who decided, then the seal. The longest minute is judged in each by the long run. */
const sizes: readonly (readonly [candidates: number, ranks: readonly number[]])[] = [
  [1, [0, 1, 2, 3, 4]],
  [12, [0, 1, 2, 3, 4, 5, 6]],
  [200, long ? [0, 1, 2, 3, 4, 5, 6] : [0, 6]],
];
const flavours: readonly Flavour[] = ['3a', 'ua1'];

describe.skipIf(!hasVeraPDF())('a minute, as veraPDF judges it (skipped without Java)', () => {
  const verdicts = new Map<string, Verdict>();

  beforeAll(async () => {
    const files: (readonly [string, Uint8Array])[] = [];
    for (const [candidates, ranks] of sizes) {
      const base = await drawBase(candidates);
      const { revisions } = sealMinute(base);
      expect(revisions).toHaveLength((ranks.at(-1) ?? 0) + 1);
      for (const rank of ranks) files.push([`${candidates} ${rank}`, revisions[rank] ?? new Uint8Array()]);
      const facts = { record: base.record, recordText: recordText(base.record), fonts: fixtureFonts(), printedAt: instant.parse('2026-03-17T17:00:00.000Z') };
      const drawn = await drawMinute({ ...facts, kind: 'provisional' });
      if (!drawn.ok) throw new Error(drawn.error.code);
      files.push([`${candidates} provisional`, drawn.value]);
    }
    const { record, text } = drawPlayed(playRectified());
    const rectifying = await drawMinute({ record, recordText: text, fonts: fixtureFonts(), printedAt: record.session.closedAt, kind: 'toSign' });
    if (!rectifying.ok) throw new Error(rectifying.error.code);
    for (const [rank, pdf] of sealMinute({ record, text, base: rectifying.value }).revisions.entries()) files.push([`rectifying ${rank}`, pdf]);
    const submissions = files.flatMap(([name, pdf]) => flavours.map((flavour) => ({ name: `${name} ${flavour}`, pdf, flavour })));
    const judged = await validate(submissions);
    for (const [rank, { name }] of submissions.entries()) verdicts.set(name, judged[rank] ?? { checks: 0, failed: ['not judged'] });
  }, 600_000);

  const conforms = (name: string, flavour: Flavour): void => {
    expect(verdicts.get(`${name} ${flavour}`)?.failed).toEqual([]);
    expect(verdicts.get(`${name} ${flavour}`)?.checks).toBeGreaterThan(1_000);
  };

  describe.each(sizes)('of %i candidates', (candidates, ranks) => {
    const each = flavours.flatMap((flavour) => ranks.map((rank) => [rank, flavour] as const));
    it.each(each)('after %i signatures conforms to %s', (rank, flavour) => conforms(`${candidates} ${rank}`, flavour));
    it.each(flavours)('conforms to %s while it is provisional', (flavour) => conforms(`${candidates} provisional`, flavour));
  });

  it.each(flavours)('conforms to %s in each revision of one that rectifies another', (flavour) => {
    for (let rank = 0; rank <= 5; rank += 1) conforms(`rectifying ${rank}`, flavour);
  });

  it('is judged in every revision, none left out', () => expect(verdicts.size).toBe(2 * (5 + 7 + (long ? 7 : 2) + 3 + 6)));
});

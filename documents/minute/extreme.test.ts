import { beforeAll, describe, expect, it } from 'vitest';
import { recordText, type SessionRecord } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { drawAt, examine } from '../../tests/fixtures/examine.ts';
import { extremes } from '../../tests/fixtures/extreme.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { hasReaders } from '../../tests/fixtures/readers.ts';
import { buildRecord } from '../../tests/fixtures/record.ts';
import { hasVeraPDF, validate, type Verdict } from '../../tests/fixtures/verapdf.ts';
import { drawMinute } from './draw.ts';

const cases = extremes();
const names = cases.map(({ name }) => name);

describe('a minute at the edge of what a session may hold', () => {
  let drawn: readonly Uint8Array[] = [];
  let verdicts: readonly Verdict[] = [];

  beforeAll(async () => {
    drawn = await Promise.all(cases.map(({ record }) => drawAt(record)));
    if (hasVeraPDF())
      verdicts = await validate(
        drawn.flatMap((pdf) => [
          { pdf, flavour: '3a' as const },
          { pdf, flavour: 'ua1' as const },
        ]),
      );
  }, 600_000);

  it.skipIf(!hasReaders()).each(names)('with %s is whole: nothing lost, cut, or over another', async (name) => {
    const rank = names.indexOf(name);
    const each = cases[rank];
    if (!each) throw new Error(name);
    expect(await examine(each.record, drawn[rank] ?? new Uint8Array(), each.cut)).toEqual([]);
  });

  it.skipIf(!hasVeraPDF()).each(names)('with %s conforms to PDF/A-3a and PDF/UA-1', (name) => {
    const rank = names.indexOf(name);
    expect(verdicts[2 * rank]?.failed).toEqual([]);
    expect(verdicts[2 * rank + 1]?.failed).toEqual([]);
  });
});

type Path = readonly (string | number)[];

const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'string'
    ? [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]))
      : [];
/** A copy of a record with a text added at a place. */
const plant = (record: SessionRecord, path: Path, text: string): SessionRecord => {
  const copy: Record<string | number, unknown> = structuredClone(record);
  const last = path.at(-1) ?? '';
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  holder[last] = `${holder[last]}${text}`;
  return copy as unknown as SessionRecord;
};
const facts = { fonts: fixtureFonts(), printedAt: instant.parse('2026-03-17T17:00:00.000Z'), kind: 'toSign' as const };

describe('a letter that cannot be printed', () => {
  const record = buildRecord({ candidates: 12, unable: true });
  const text = recordText(record);
  /** What the minute prints of a record; the rest travels in session.json alone. */
  const printed = ([root = '', key = '']: Path): boolean =>
    ['session', 'certification', 'lead', 'members', 'candidates', 'incidents', 'unable'].includes(String(root)) ||
    (root === 'regulations' && ['title', 'id', 'version'].includes(String(key)));
  const leaves = leavesOf(record);

  it.each(['山', '\u{1F9D1}', '\uE000', '\uFFFF'])('such as %s is refused by name wherever it is printed', async (letter) => {
    const printable = leaves.filter(printed);
    expect(printable.length).toBeGreaterThan(500);
    for (const path of printable) {
      const drawn = await drawMinute({ ...facts, record: plant(record, path, letter), recordText: text });
      expect(drawn, path.join('.')).toMatchObject({ ok: false, error: { code: 'glyph-missing', facts: { character: letter } } });
    }
  });

  it('does not hinder where it is not printed', async () => {
    const kept = ['regulations.appealText', 'regulations.scale.0.label'].map((path) => path.split('.'));
    for (const path of kept) {
      expect(printed(path)).toBe(false);
      expect((await drawMinute({ ...facts, record: plant(record, path, '山'), recordText: text })).ok, path.join('.')).toBe(true);
    }
  });
});

it('a letter that one style of the text has is in every style', () => {
  const { regular, italic, semibold, bold, fallback, fallbackBold } = fixtureFonts();
  const odd: string[] = [];
  for (let code = 0x20; code < 0x1_0000; code += 1) {
    const light = [regular, italic].every((font) => font.hasGlyphForCodePoint(code)) || fallback.hasGlyphForCodePoint(code);
    const heavy =
      [semibold, bold].every((font) => font.hasGlyphForCodePoint(code)) || fallbackBold.hasGlyphForCodePoint(code) || fallback.hasGlyphForCodePoint(code);
    if (light && !heavy) odd.push(`U+${code.toString(16)}`);
  }
  expect(odd).toEqual([]);
});

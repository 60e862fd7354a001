import { inflateSync } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Letters } from '../../documents/minute/letters.ts';
import { closePaper, openPaper } from '../../documents/minute/paper.ts';
import { Sheet } from '../../documents/minute/sheet.ts';
import { drawTable } from '../../documents/minute/table.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { blockWords, type BlockKind } from '../../words/outcome.ts';
import { Mark } from './mark.tsx';

/** A mark as it ends up: its points in the order of the pen, the thickness of its line, and whether it is filled. */
interface Drawn {
  readonly points: readonly string[];
  readonly weight: number;
  readonly filled: boolean;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The points that a path of capital letters goes through; an arc is where it ends. */
const pointsOf = (path: string): string[] => {
  const points: string[] = [];
  for (const [, letter = '', numbers = ''] of path.matchAll(/([MLAZ])([^MLAZ]*)/g)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (letter !== 'Z') points.push(`${letter === 'M' ? 'from' : 'to'} ${values.slice(-2).map(round).join(' ')}`);
  }
  return points;
};

const onScreen = (kind: BlockKind): Drawn => {
  const markup = renderToStaticMarkup(<Mark state={kind} show="shape" />);
  const filled = /<svg[^>]*class="[^"]*filled/.test(markup);
  expect(markup).toContain('viewBox="0 0 16 16"');
  return {
    points: pointsOf(/ d="([^"]+)"/.exec(markup)?.[1] ?? ''),
    weight: Number(/stroke-width="([\d.]+)"/.exec(markup)?.[1] ?? 0),
    filled,
  };
};

/** The marks of a page, read from what the PDF tells a printer to do: each is drawn in a square of 16 made smaller. */
const onPaper = async (kinds: readonly BlockKind[]): Promise<Drawn[]> => {
  const fonts = fixtureFonts();
  const paper = openPaper(fonts, { title: 'Marques', author: '', subject: '', keywords: '', createdAt: new Date(0) });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, new Letters(fonts), () => {});
  drawTable(sheet, root, { head: 0, columns: [{ width: 200 }], rows: kinds.map((mark) => [{ texts: [{ text: blockWords[mark].word }], mark }]) });
  root.end();
  const file = Buffer.from(await closePaper(paper));
  const marks: Drawn[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    let text = '';
    try {
      text = inflateSync(file.subarray(at + 7)).toString('latin1');
    } catch {
      continue;
    }
    for (const [, body = ''] of text.matchAll(/0?\.5\d* 0 0 0?\.5\d* 0 0 cm\n([\s\S]*?)\nQ/g)) {
      const points = [...body.matchAll(/([\d.-]+) ([\d.-]+) ([mlc])$/gm)].map(
        ([, x, y, operator]) => `${operator === 'm' ? 'from' : 'to'} ${round(Number(x))} ${round(Number(y))}`,
      );
      marks.push({ points, weight: Number(/([\d.]+) w$/m.exec(body)?.[1] ?? 0), filled: /^f$/m.test(body) });
    }
  }
  return marks;
};

describe('The mark of a block', () => {
  it('is the same on screen and in the minute: same points, same line', async () => {
    const kinds = Object.keys(blockWords) as BlockKind[];
    const printed = await onPaper(kinds);
    expect(printed).toHaveLength(kinds.length);
    for (const [rank, kind] of kinds.entries()) {
      const shown = onScreen(kind);
      expect(shown.points.length, kind).toBeGreaterThan(1);
      // An arc is cut in curves on paper: each end that the screen knows is among them, in order.
      const [first, ...rest] = printed[rank]?.points ?? [];
      expect(first, kind).toBe(shown.points[0]);
      expect(rest.filter((point) => shown.points.includes(point)).length, kind).toBeGreaterThanOrEqual(shown.points.length - 1);
      if (kind !== 'absent') expect(printed[rank]?.points, kind).toEqual(shown.points);
      expect(printed[rank], kind).toMatchObject({ weight: shown.weight, filled: shown.filled });
    }
  });

  it('is told apart by its shape alone, and keeps its word', () => {
    const paths = Object.values(blockWords).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const [kind, { word }] of Object.entries(blockWords)) expect(renderToStaticMarkup(<Mark state={kind as BlockKind} show="shape" />)).toContain(word);
  });
});

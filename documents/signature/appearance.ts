import { deflateSync } from 'node:zlib';
import type { Font } from 'fontkit';
import { done, failed, type Result } from '../../domain/errors.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import type { Field } from './form.ts';

/** The fonts of a visible signature, of the minute's: a hand for the typed name, a text face, and one for the letters they lack. */
export type SignatureFonts = Pick<MinuteFonts, 'hand' | 'regular' | 'fallback'>;

/** A point of a drawn signature; y grows downwards, as on a screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a person signs: the name typed, or strokes drawn. */
export type Appearance = { readonly kind: 'typed'; readonly text: string } | { readonly kind: 'drawn'; readonly strokes: readonly (readonly Point[])[] };

const round = (value: number): string => String(Math.round(value * 100) / 100);

interface Outline {
  readonly path: string;
  readonly width: number;
}
const outlines = new WeakMap<Font, Map<number, Outline>>();

const pathOf = (commands: readonly { readonly command: string; readonly args: readonly number[] }[]): string => {
  let [x, y] = [0, 0];
  const out: string[] = [];
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === 'moveTo') out.push(`${round(a)} ${round(b)} m`);
    else if (command === 'lineTo') out.push(`${round(a)} ${round(b)} l`);
    else if (command === 'bezierCurveTo') out.push(`${[a, b, c, d, e, f].map(round).join(' ')} c`);
    else if (command === 'quadraticCurveTo')
      out.push(`${[x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d].map(round).join(' ')} c`);
    else out.push('h');
    if (command === 'moveTo' || command === 'lineTo') [x, y] = [a, b];
    else if (command === 'quadraticCurveTo') [x, y] = [c, d];
    else if (command === 'bezierCurveTo') [x, y] = [e, f];
  }
  return out.length === 0 ? '' : `${out.join('\n')}\nf\n`;
};

const outlineOf = (font: Font, codePoint: number): Outline => {
  const known = outlines.get(font) ?? new Map<number, Outline>();
  outlines.set(font, known);
  const cached = known.get(codePoint);
  if (cached !== undefined) return cached;
  const glyph = font.glyphForCodePoint(codePoint);
  const outline = { path: pathOf(glyph.path.commands as unknown as { command: string; args: number[] }[]), width: glyph.advanceWidth };
  known.set(codePoint, outline);
  return outline;
};

/** The outlines of a line of text that fits in `box`, its size lowered when it is too long; a letter that no font has is refused. */
const drawLine = (
  text: string,
  fonts: readonly Font[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
): Result<string> => {
  const placed: { readonly outline: Outline; readonly scale: number }[] = [];
  for (const letter of text.normalize('NFC')) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const font = fonts.find((one) => one.hasGlyphForCodePoint(codePoint));
    if (font === undefined) return failed('glyph-missing', { letter, codePoint });
    placed.push({ outline: outlineOf(font, codePoint), scale: 1 / font.unitsPerEm });
  }
  const natural = placed.reduce((sum, { outline, scale }) => sum + outline.width * scale, 0);
  const size = Math.min(box.size, natural === 0 ? box.size : box.width / natural);
  let x = box.x;
  const out: string[] = [];
  for (const { outline, scale } of placed) {
    const factor = Math.round(scale * size * 1e6) / 1e6;
    if (outline.path !== '') out.push(`q\n${factor} 0 0 ${factor} ${round(x)} ${round(box.y)} cm\n${outline.path}Q\n`);
    x += outline.width * scale * size;
  }
  return done(out.join(''));
};

const mostPoints = 20_000;

/** The strokes scaled into the box without being deformed; a stroke of one point is a dot. */
const drawStrokes = (
  strokes: readonly (readonly Point[])[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Result<string> => {
  const points = strokes.flat();
  const usable = points.length > 0 && points.length <= mostPoints && points.every(({ x, y }) => Math.abs(x) < 1e6 && Math.abs(y) < 1e6);
  if (!usable) return failed('request-malformed', { reason: 'strokes' });
  const bound = (pick: (point: Point) => number): readonly [number, number] =>
    points.reduce(([low, high], point) => [Math.min(low, pick(point)), Math.max(high, pick(point))], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [bound((point) => point.x), bound((point) => point.y)];
  const scale = Math.min(box.width / Math.max(right - left, 1e-6), box.height / Math.max(bottom - top, 1e-6), 1e6);
  const at = ({ x, y }: Point): string => `${round(box.x + (x - left) * scale)} ${round(box.y + (bottom - y) * scale)}`;
  const lines = strokes.flatMap((stroke) => {
    const [first, ...rest] = stroke;
    return first === undefined ? [] : [`${at(first)} m`, ...(rest.length === 0 ? [first] : rest).map((point) => `${at(point)} l`)];
  });
  return done(`1 w\n1 J\n1 j\n${lines.join('\n')}\nS\n`);
};

/** Draws a visible signature for a field: the name or strokes above, two small lines below; outlines only, deflated. */
export const drawSignature = (parts: {
  readonly field: Field;
  readonly appearance: Appearance;
  readonly lines: readonly [string, string];
  readonly fonts: SignatureFonts;
}): Result<Buffer> => {
  const { field, appearance, fonts } = parts;
  const small = Math.max(4, Math.min(7, field.height / 9));
  const margin = Math.min(4, field.width / 20, field.height / 10);
  const width = field.width - 2 * margin;
  const floor = margin + 2.6 * small;
  const room = Math.max(field.height - floor - margin, 4);
  const above =
    appearance.kind === 'typed'
      ? drawLine(appearance.text, [fonts.hand, fonts.regular, fonts.fallback], { x: margin, y: floor + room * 0.28, width, size: Math.min(room * 0.8, 26) })
      : drawStrokes(appearance.strokes, { x: margin + 1, y: floor + 1, width: width - 2, height: Math.max(room - 2, 2) });
  if (!above.ok) return above;
  const name = drawLine(parts.lines[0], [fonts.regular, fonts.fallback], { x: margin, y: margin + 1.4 * small, width, size: small });
  if (!name.ok) return name;
  const when = drawLine(parts.lines[1], [fonts.regular, fonts.fallback], { x: margin, y: margin + 0.2 * small, width, size: small });
  return when.ok ? done(deflateSync(Buffer.from(above.value + name.value + when.value, 'latin1'), { level: 1 })) : when;
};

const number = String.raw`-?\d{1,7}(?:\.\d{1,6})?`;
const step = new RegExp(`(?:${number} ){2}[ml]\\n|(?:${number} ){6}(?:c|cm)\\n|1 (?:w|J|j)\\n|[hfSqQ]\\n`, 'y');

/**
 * Whether a drawing holds black outlines and nothing else: no text, image, colour, transparency or marked content.
 * Each state saved is restored and none other: one restored too many would leave the frame of the field in some viewers.
 */
export const isPlainDrawing = (drawing: Buffer): boolean => {
  const text = drawing.toString('latin1');
  let saved = 0;
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const letter = text[step.lastIndex];
    if (!step.test(text)) return false;
    saved += letter === 'q' ? 1 : letter === 'Q' ? -1 : 0;
    if (saved < 0 || saved > 1) return false;
  }
  return saved === 0;
};

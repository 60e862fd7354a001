import { inkOf, type SplitWay } from '../../../domain/fiche.ts';
import { plainText } from './text.ts';

/** The competencies of a block as proposed from its one text, how they were told apart, and whether nothing there is doubtful. */
export interface Split {
  readonly parts: readonly string[];
  readonly by: SplitWay;
  readonly sure: boolean;
}

type Mark = 'bullet' | 'code' | null;
interface Segment {
  readonly mark: Mark;
  readonly text: string;
  /** How deep its code goes: 1.1 is 2, 1.1.1 is 3. */
  readonly depth: number;
}

const glyphs = '•▪●○◦‣⁃∙■□►▶➢➤✓✔❖';
const gap = '[ \\u00a0\\u202f]';
/** "C1", "C1.1", "A1C1", "A5.C1", "1.1.1", "2." or "3)": the certification's own numbers. */
const code = '(?:[A-Z]{1,3}\\.?\\d{1,2}(?:[.-]?[A-Z]?\\.?\\d{1,2}){0,3}|\\d{1,2}(?:\\.\\d{1,2}){1,3}|\\d{1,2}(?=\\s?[.)]))';
const leadingBullet = new RegExp(`^(?:[${glyphs}]|[-–—*](?=\\s|\\p{Lu}))[\\s${glyphs}]*`, 'u');
const leadingCode = new RegExp(`^(${code})(?=\\s*[.:)–—-]|\\s)`, 'u');
const hardBreak = new RegExp(`\\n|${gap}{4,}|(?<=^|\\s)(?=[${glyphs}])`, 'u');
const softBreak = new RegExp(`${gap}{2,3}(?=[-–—*]\\s|${code}(?:\\s*[.:)–—-]|\\s))`, 'u');
const innerCode = /\s+(?=[A-Z]{1,3}\d{1,2}(?:\.[A-Z]?\d{1,2}){0,2}\s?[.:)–-]\s*\p{Lu})/u;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const readSegment = (raw: string): Segment => {
  const trimmed = raw.trim();
  const bare = trimmed.replace(leadingBullet, '');
  const found = leadingCode.exec(bare)?.[1];
  const mark: Mark = found !== undefined ? 'code' : bare !== trimmed ? 'bullet' : null;
  return { mark, text: tidy(bare), depth: found?.match(/\d+/g)?.length ?? 0 };
};

/** A segment that goes on with the sentence before: it has no mark and begins with no capital. */
const goesOn = (segment: Segment): boolean => segment.mark === null && !/^[\p{Lu}\p{N}"«“‘']/u.test(segment.text);

const join = (segments: readonly Segment[]): { readonly joined: Segment[]; readonly mended: boolean } => {
  const joined: Segment[] = [];
  let mended = false;
  for (const segment of segments) {
    const last = joined.at(-1);
    if (inkOf(segment.text) === '') continue;
    // A sentence cut in two belongs to what stands before it; both are tidy already, and tidying the whole again for each line would take hours of a long text.
    if (last !== undefined && goesOn(segment)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${segment.text}` };
      mended = true;
    } else joined.push(segment);
  }
  return { joined, mended };
};

const cut = (text: string): Segment[] =>
  plainText(text)
    .split(hardBreak)
    .flatMap((line) => line.split(softBreak))
    .flatMap((part) => (leadingCode.test(part.trim()) ? part.split(innerCode) : [part]))
    .filter((part) => part.trim() !== '')
    .map(readSegment);

const weigh = (segments: readonly Segment[], mended: boolean): Split => {
  const parts = segments.map(({ text }) => text);
  const marks = new Set(segments.map(({ mark }) => mark));
  const by: SplitWay = marks.has('code') ? 'codes' : marks.has('bullet') ? 'bullets' : 'lines';
  const even = marks.size === 1 && new Set(segments.map(({ depth }) => depth)).size === 1;
  // A line that announces others, "Cybersécurité :", is no competency of its own; a verb in capitals amid a line may begin another.
  const doubtful = parts.some((part) => part.endsWith(':') || /[\p{Ll}\p{N})] \p{Lu}\p{Ll}+(?:er|ir|dre|ttre|ire)\s/u.test(part.replace(leadingCode, '')));
  return { parts, by, sure: even && !mended && !doubtful };
};

/**
 * Proposes the competencies of a block: told apart by bullets, by the certification's own numbers, by lines or by four spaces; failing that by two spaces, or semicolons.
 * Bullets and dashes go, every word stays, in order: what is doubtful is said, for a person to confirm. Null where the text has no word.
 */
export const splitCompetencies = (text: string): Split | null => {
  const { joined, mended } = join(cut(text));
  const [only, second] = joined;
  if (only === undefined || inkOf(joined.map((segment) => segment.text).join('')) === '') return null;
  if (second !== undefined) return weigh(joined, mended);
  const alone = only.text;
  const flat = plainText(text).trim().replace(leadingBullet, '');
  const spaced = flat.split(new RegExp(`${gap}{2,3}(?=\\p{Lu})`, 'u')).map(tidy);
  if (spaced.length > 1 && spaced.every((part) => part.split(' ').length > 2)) return { parts: spaced, by: 'spaces', sure: false };
  const listed = alone.split(/(?<=;)\s+/).map(tidy);
  if (listed.length > 2) return { parts: listed, by: 'semicolons', sure: false };
  return { parts: [alone], by: 'whole', sure: alone.length < 400 };
};

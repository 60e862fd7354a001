import { harmless } from '../../domain/harmless.ts';
import type { MinuteFonts } from './fonts.ts';

/** The styles in which the text of the minute is set. */
export type Style = 'regular' | 'italic' | 'semibold' | 'bold';
/** The faces that may appear in the minute. */
export type Face = Style | 'fallback' | 'fallbackBold';

/** A stretch of one face and one direction, in the order of reading. */
export interface Run {
  readonly face: Face;
  readonly text: string;
  readonly rightToLeft: boolean;
}

const invisible = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Letters read from right to left. */
export const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
/** Letters that a font draws otherwise in a Latin word: Source Sans would give the phonetic ɣ and ɑ for the γ and α of "d’Αγγελος". */
const greek = /\p{Script=Greek}/u;
/** Texts of letters that every face of every style has. */
export const plain = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201E\u2022\u2026\u202F\u20AC]*$/;

/**
 * The text as it is printed: composed letters, line ends as "\n", every other space a plain one except the two that do not break;
 * control characters and those that override the direction of reading are taken out, and a letter carries four marks at most.
 */
export const cleanText = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
        .split('\n')
        .map((line) => harmless(line.replace(/[\t\v\f]|(?![\u00A0\u202F])\p{Zs}/gu, ' ')).replace(invisible, ''))
        .join('\n');

/** The spaces after words read from right to left are drawn after them, not before: else the words would leave the margin at the end of a line. */
const apart = (run: Run): readonly Run[] => {
  const words = run.rightToLeft ? run.text.replace(/ +$/, '') : run.text;
  return words === run.text
    ? [run]
    : [
        { ...run, text: words },
        { ...run, text: run.text.slice(words.length), rightToLeft: false },
      ];
};

/** Finds for each letter of a style the face that has it; one for each set of fonts, it remembers what it found. */
export class Letters {
  private readonly faces: Readonly<Record<'light' | 'heavy', Map<number, Face | null>>> = { light: new Map(), heavy: new Map() };
  private readonly fonts: MinuteFonts;

  constructor(fonts: MinuteFonts) {
    this.fonts = fonts;
  }

  /** The first character of a cleaned text that no face has, or null. */
  missing(text: string, style: Style = 'regular'): string | null {
    if (plain.test(text)) return null;
    for (const letter of text) if (letter !== '\n' && this.faceOf(letter, style) === null) return letter;
    return null;
  }

  /** Cuts one line of cleaned text into runs. Throws on a letter that no face has: it must have been looked for before. */
  runs(text: string, style: Style): readonly Run[] {
    if (text === '') return [];
    if (plain.test(text)) return [{ face: style, text, rightToLeft: false }];
    const runs: { face: Face; text: string; rightToLeft: boolean }[] = [];
    let inGreek = false;
    for (const letter of text) {
      const last = runs.at(-1);
      const carried = last !== undefined && /[\p{M} ]/u.test(letter) && this.fonts[last.face].hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
      const face = carried ? last.face : this.faceOf(letter, style);
      if (face === null) throw new Error(`No face has U+${(letter.codePointAt(0) ?? 0).toString(16)}`);
      const right = carried ? last.rightToLeft : rightToLeft.test(letter);
      const wasGreek: boolean = inGreek;
      inGreek = carried ? inGreek : greek.test(letter);
      if (last !== undefined && last.face === face && last.rightToLeft === right && wasGreek === inGreek) last.text += letter;
      else runs.push({ face, text: letter, rightToLeft: right });
    }
    return runs.flatMap(apart);
  }

  private faceOf(letter: string, style: Style): Face | null {
    const heavy = style === 'semibold' || style === 'bold';
    const known = this.faces[heavy ? 'heavy' : 'light'];
    const code = letter.codePointAt(0) ?? 0;
    let face = known.get(code);
    if (face === undefined) {
      const spare: Face = heavy ? 'fallbackBold' : 'fallback';
      const has = (name: Face): boolean => this.fonts[name].hasGlyphForCodePoint(code);
      const own: readonly Style[] = heavy ? ['semibold', 'bold'] : ['regular', 'italic'];
      face = own.every(has) ? 'regular' : has(spare) ? spare : has('fallback') ? 'fallback' : null;
      known.set(code, face);
    }
    return face === 'regular' ? style : face;
  }
}

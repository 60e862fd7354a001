import { describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { cleanText, Letters, plain } from './letters.ts';

const fonts = fixtureFonts();
const letters = new Letters(fonts);

describe('a text to print', () => {
  it('loses the characters that nobody sees and those that turn the reading round', () =>
    expect(cleanText('A\u0007b\u202Ec\u200Bd\u2066e\uFEFFf')).toBe('Abcdef'));
  it('lets a letter carry four marks at most, which stay on its line', () => expect(cleanText(`q${'\u0301'.repeat(200)}x`)).toBe(`q${'\u0301'.repeat(4)}x`));
  it('has spaces for tabulations', () => expect(cleanText('Nom\tPrénom')).toBe('Nom Prénom'));
  it('keeps the two spaces that do not break', () => expect(cleanText('«\u202Foui\u202F»\u00A0: là\u2003bas')).toBe('«\u202Foui\u202F»\u00A0: là bas'));
  it('keeps its ends of lines', () => expect(cleanText('un\r\ndeux\rtrois\u2028quatre')).toBe('un\ndeux\ntrois\nquatre'));
  it('is composed', () => expect(cleanText('e\u0301')).toBe('é'));
});

describe('the letters of the minute', () => {
  it('that are taken for granted are in every face of the text', () => {
    const absent: string[] = [];
    for (let code = 0x20; code < 0x2100; code += 1) {
      const letter = String.fromCodePoint(code);
      if (!plain.test(letter)) continue;
      for (const face of ['regular', 'italic', 'semibold', 'bold'] as const)
        if (!fonts[face].hasGlyphForCodePoint(code)) absent.push(`${face} U+${code.toString(16)}`);
    }
    expect(absent).toEqual([]);
  });

  it('come from a second face where the first lacks them', () =>
    expect(letters.runs('Zoé כהן', 'semibold')).toEqual([
      { face: 'semibold', text: 'Zoé ', rightToLeft: false },
      { face: 'fallbackBold', text: 'כהן', rightToLeft: true },
    ]));

  it('of words read from right to left stay in one run with their spaces', () =>
    expect(letters.runs('عبد الله', 'regular').map((run) => run.text)).toEqual(['عبد الله']));

  it('of Greek and Latin words stay apart, for a font may draw one as the other', () =>
    expect(letters.runs('Zoé d’Αγγελος (née Ω)', 'regular').map((run) => run.text)).toEqual(['Zoé d’', 'Αγγελος ', '(née ', 'Ω', ')']));

  it('of words read from right to left have the spaces that follow them on their right', () =>
    expect(letters.runs('יוסף כהן et', 'regular')).toEqual([
      { face: 'fallback', text: 'יוסף כהן', rightToLeft: true },
      { face: 'fallback', text: ' ', rightToLeft: false },
      { face: 'regular', text: 'et', rightToLeft: false },
    ]));

  it('that no face has are found', () => {
    expect(letters.missing('Łukasz')).toBeNull();
    expect(letters.missing('Zoé 山田')).toBe('山');
    expect(letters.missing('\uD800')).toBe('\uD800');
  });
});

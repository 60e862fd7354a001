import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inkOf, keepsWords } from '../../../domain/fiche.ts';
import { splitCompetencies } from './split.ts';
import { plainText } from './text.ts';

const partsOf = (text: string): readonly string[] => splitCompetencies(text)?.parts ?? [];

describe('the competencies of a block are told apart', () => {
  test.each([
    ['bullets and four spaces', '• Veiller au feu    • Tenir le journal', ['Veiller au feu', 'Tenir le journal'], 'bullets', true],
    ['bullets alone', '▪ Veiller au feu ▪ Tenir le journal', ['Veiller au feu', 'Tenir le journal'], 'bullets', true],
    ['the bullet of a private font', '\uf0b7 Veiller\n\uf0b7 Tenir', ['Veiller', 'Tenir'], 'bullets', true],
    ['dashes', '- Veiller au feu    -   Tenir le journal', ['Veiller au feu', 'Tenir le journal'], 'bullets', true],
    ['long dashes without a space', '–Veiller\n–Tenir', ['Veiller', 'Tenir'], 'bullets', true],
    ['stars and six spaces', '* Veiller      * Tenir          * Alerter', ['Veiller', 'Tenir', 'Alerter'], 'bullets', true],
    [
      'the numbers of the certification, which stay',
      'C1.1 Veiller au feu  C1.2 Tenir le journal',
      ['C1.1 Veiller au feu', 'C1.2 Tenir le journal'],
      'codes',
      true,
    ],
    ['numbers glued to their words', 'A1C1.Veiller    A1C2.Tenir', ['A1C1.Veiller', 'A1C2.Tenir'], 'codes', true],
    ['numbers a space apart', 'C1 - Veiller au feu C2 - Tenir le journal', ['C1 - Veiller au feu', 'C2 - Tenir le journal'], 'codes', true],
    ['figures', '1. Veiller\n2. Tenir', ['1. Veiller', '2. Tenir'], 'codes', true],
    ['lines', 'Veiller au feu\nTenir le journal', ['Veiller au feu', 'Tenir le journal'], 'lines', true],
    ['paragraphs of HTML', '<p>Veiller au feu&nbsp;;</p><p class="x">Tenir l&rsquo;horaire</p>', ['Veiller au feu ;', 'Tenir l’horaire'], 'lines', true],
    ['items of HTML', '<ul><li><b>Veiller</b></li><li>Tenir<br/>Alerter</li></ul>', ['Veiller', 'Tenir', 'Alerter'], 'lines', true],
    ['double spaces', 'Veiller au feu  Tenir le journal', ['Veiller au feu', 'Tenir le journal'], 'spaces', false],
    ['semicolons', 'Veiller ; tenir ; alerter', ['Veiller ;', 'tenir ;', 'alerter'], 'semicolons', false],
    ['one sentence', 'Veiller au feu', ['Veiller au feu'], 'whole', true],
  ] as const)('by %s', (_, text, parts, by, sure) => {
    expect(splitCompetencies(text)).toEqual({ parts, by, sure });
  });

  test('a sentence cut in two lines is mended, and said to be doubtful', () => {
    expect(splitCompetencies('Veiller au feu\net tenir le journal\nAlerter')).toMatchObject({
      parts: ['Veiller au feu et tenir le journal', 'Alerter'],
      sure: false,
    });
  });

  test('runs of spaces inside a sentence divide nothing', () => {
    expect(partsOf('- Analyser avec esprit   critique diverses ressources   utiles    - Tenir')).toEqual([
      'Analyser avec esprit critique diverses ressources utiles',
      'Tenir',
    ]);
  });

  test('what announces a list, numbers of two depths, and a verb amid a line are doubtful', () => {
    for (const text of ['En mer :\nVeiller\nTenir', '1.1 Veiller    1.1.1 Allumer', '- Veiller au feu Tenir le journal\n- Alerter'])
      expect([text, splitCompetencies(text)?.sure]).toEqual([text, false]);
  });

  test('an inclusive spelling, a range of years and a compound word stay whole', () => {
    expect(partsOf('• Former un·e gardien·ne    • Veiller de 2024 - 2025 au sous-marin')).toEqual([
      'Former un·e gardien·ne',
      'Veiller de 2024 - 2025 au sous-marin',
    ]);
  });

  test('a text without a word proposes nothing', () => {
    for (const text of ['', '  \n ', '• \n –', '<p></p>']) expect(splitCompetencies(text)).toBeNull();
  });
});

describe('no word is lost', () => {
  const word = fc.constantFrom(
    'Veiller',
    'au',
    'feu',
    'Tenir',
    'journal',
    'C1',
    'A1C2.',
    '1.1',
    '2)',
    'É',
    'sous-marin',
    '<p>',
    '</p>',
    '<br/>',
    '&amp;',
    '12',
    'R&D',
  );
  const gap = fc.constantFrom(' ', '  ', '   ', '    ', '\n', '\r\n', ' • ', '\n- ', '    * ', '\u00a0', ' – ', ' ; ', ' : ');
  const text = fc.array(fc.tuple(gap, word), { maxLength: 40 }).map((pairs) => pairs.flat().join(''));

  test('whatever the text, the proposal holds its letters, figures and signs in their order, bullets apart', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 200 })), (source) => {
        const split = splitCompetencies(source);
        expect(inkOf(split?.parts.join(' ') ?? '')).toBe(inkOf(plainText(source)));
        expect(split?.parts.every((part) => inkOf(part) !== '') ?? true).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a split that drops, adds, changes or moves a word is not the fiche’s', () => {
    const block = { competencies: ['Veiller au feu', 'Tenir le journal'] };
    expect(keepsWords(block, ['Veiller', 'au feu Tenir', 'le journal'])).toBe(true);
    expect(keepsWords(block, ['Veiller au feu Tenir le journal'])).toBe(true);
    for (const other of [
      [],
      ['Veiller au feu'],
      ['Veiller au feu', 'Tenir un journal'],
      ['Tenir le journal', 'Veiller au feu'],
      ['Veiller au feu', 'Tenir le journal', '-'],
    ])
      expect([other, keepsWords(block, other)]).toEqual([other, false]);
  });
});

// Found beside the fuzzer: each line that goes on had the whole text tidied again, and a text of 200,000 letters took minutes.
test('a hundred thousand lines that go on with the sentence before are one competency', () => {
  const split = splitCompetencies('a\n'.repeat(100_000));
  expect([split?.parts.length, split?.parts[0]?.length, split?.sure]).toEqual([1, 199_999, false]);
});

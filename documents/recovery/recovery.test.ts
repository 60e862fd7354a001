import { describe, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { hasReaders, pagesOf, textsOf } from '../../tests/fixtures/readers.ts';
import { fixedRandom } from '../../tests/fixtures/signed.ts';
import { createCode, readCode } from './code.ts';
import { drawRecoverySheet } from './sheet.ts';

const code = createCode(fixedRandom('code'));
const mistyped = (typed: string): unknown => {
  const read = readCode(typed);
  return read.ok ? 'read' : read.error;
};

describe('a recovery code', () => {
  test('is six groups of five figures and capitals, none of which can be taken for another', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(createCode(fixedRandom('other'))).not.toBe(code);
  });

  test('draws each letter of the alphabet as often as another', () => {
    const seen = new Map<string, number>();
    for (let turn = 0; turn < 400; turn += 1)
      for (const letter of createCode((length) => Uint8Array.from({ length }, (_, at) => (turn * 25 + at) % 256))
        .slice(0, 29)
        .replaceAll('-', ''))
        seen.set(letter, (seen.get(letter) ?? 0) + 1);
    expect(seen.size).toBe(32);
    expect(Math.max(...seen.values()) - Math.min(...seen.values())).toBeLessThanOrEqual(16);
  });

  test('is read however a person types it', () => {
    const typed = [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' – ')} `, code.replaceAll('0', 'o').replaceAll('1', 'l')];
    for (const one of typed) expect(readCode(one)).toEqual({ ok: true, value: code });
  });

  test('with one letter wrong, missing, added or moved is told so', () => {
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === '-') continue;
      const other = code[at] === '7' ? '8' : '7';
      expect(mistyped(`${code.slice(0, at)}${other}${code.slice(at + 1)}`), `letter ${at}`).toMatchObject({ code: 'recovery-code-mistyped' });
      expect(mistyped(code.slice(0, at) + code.slice(at + 1))).toEqual({ code: 'recovery-code-mistyped', facts: { letters: 29, expected: 30 } });
    }
    expect(mistyped(`${code}7`)).toEqual({ code: 'recovery-code-mistyped', facts: { letters: 31, expected: 30 } });
    const groups = code.split('-');
    expect(mistyped([groups[1], groups[0], ...groups.slice(2)].join('-'))).toMatchObject({ code: 'recovery-code-mistyped' });
    expect(mistyped(code.replace(/./, 'U'))).toMatchObject({ code: 'recovery-code-mistyped' });
    expect(mistyped('')).toEqual({ code: 'recovery-code-mistyped', facts: { letters: 0, expected: 30 } });
  });
});

const draw = (organism: string, demonstration = false) =>
  drawRecoverySheet({
    code,
    organism,
    fingerprint: 'ab12'.repeat(16),
    createdAt: instant.parse('2026-01-05T09:00:00.000Z'),
    savedAt: instant.parse('2026-03-17T16:05:00.000Z'),
    timeZone: 'Europe/Paris',
    demonstration,
    fonts: fixtureFonts(),
  });

describe('a recovery sheet', () => {
  test.skipIf(!hasReaders())(
    'holds on one page the code, the organism, the fingerprint, its date and where to keep it (skipped without poppler-utils)',
    async () => {
      const sheet = await draw('Organisme Exemple & Fils (très long nom, pour voir)');
      if (!sheet.ok) throw new Error(sheet.error.code);
      const pages = pagesOf(sheet.value);
      expect(pages).toHaveLength(1);
      expect(pages[0]?.replaceAll(' ', '')).toContain(code.replaceAll('-', ''));
      for (const said of ['Organisme Exemple & Fils', 'AB12 AB12', '17\u00A0mars\u00A02026 à 17\u00A0h\u00A005', 'Jamais à côté du fichier'])
        expect(pages[0]).toContain(said.replaceAll('\u00A0', ' '));
    },
  );

  test('is the same bytes for the same facts, and says that it is a demonstration', async () => {
    const [one, two, demonstration] = [await draw('Organisme'), await draw('Organisme'), await draw('Organisme', true)];
    if (!one.ok || !two.ok || !demonstration.ok) throw new Error('not drawn');
    expect(Buffer.from(one.value).equals(two.value)).toBe(true);
    expect((await textsOf(demonstration.value)).join(' ')).toContain('cette racine n’engage personne');
    expect((await textsOf(one.value)).join(' ')).not.toContain('cette racine n’engage personne');
  });

  test('is not drawn with a letter that no font has', async () => {
    expect(await draw('Organisme 𓀀')).toMatchObject({ ok: false, error: { code: 'glyph-missing', facts: { character: '𓀀' } } });
  });
});

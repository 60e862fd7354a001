import { describe, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { hasReaders, pagesOf, textsOf } from '../../tests/fixtures/readers.ts';
import { fixedRandom } from '../../tests/fixtures/signed.ts';
import { hasVeraPDF, validate } from '../../tests/fixtures/verapdf.ts';
import { createCode } from './code.ts';
import { drawKeySheet } from './key-sheet.ts';
import { drawRecoverySheet } from './sheet.ts';

const code = createCode(fixedRandom('key'));
const draw = (): Promise<Uint8Array> =>
  drawKeySheet({ code, sheet: '3F2A-91BC', madeAt: instant.parse('2026-03-17T16:05:00.000Z'), timeZone: 'Europe/Paris', fonts: fixtureFonts() });

describe('the sheet of a recovery key', () => {
  test.skipIf(!hasReaders())(
    'holds on one page the key, its number, its date, what it opens and where to keep it (skipped without poppler-utils)',
    async () => {
      const pages = pagesOf(await draw());
      expect(pages).toHaveLength(1);
      expect(pages[0]?.replaceAll(' ', '')).toContain(code.replaceAll('-', ''));
      const said = (pages[0] ?? '').replace(/\s+/g, ' ');
      for (const part of ['3F2A-91BC', '17 mars 2026 à 17 h 05', 'J’ai oublié la phrase de passe', 'coffre de l’organisme', 'Loin de l’ordinateur', 'Remise à'])
        expect(said).toContain(part);
    },
  );

  test('is the same bytes for the same facts, and tells the key to a screen reader letter by letter', async () => {
    const [one, two] = [await draw(), await draw()];
    expect(Buffer.from(one).equals(two)).toBe(true);
    expect((await textsOf(one)).join(' ')).toContain('3F2A-91BC');
  });

  test.skipIf(!hasVeraPDF())('and the sheet of the organism’s root are PDF/A-3a and PDF/UA-1 (skipped without Java and veraPDF)', async () => {
    const root = await drawRecoverySheet({
      code,
      organism: 'Organisme Exemple',
      fingerprint: 'ab12'.repeat(16),
      createdAt: instant.parse('2026-01-05T09:00:00.000Z'),
      savedAt: instant.parse('2026-03-17T16:05:00.000Z'),
      timeZone: 'Europe/Paris',
      demonstration: false,
      fonts: fixtureFonts(),
    });
    if (!root.ok) throw new Error(root.error.code);
    const verdicts = await validate([await draw(), root.value].flatMap((pdf) => (['3a', 'ua1'] as const).map((flavour) => ({ pdf, flavour }))));
    expect(verdicts.map(({ failed }) => failed)).toEqual([[], [], [], []]);
    for (const { checks } of verdicts) expect(checks).toBeGreaterThan(100);
  });
});

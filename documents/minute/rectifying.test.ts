import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../domain/minute.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawPlayed } from '../../tests/fixtures/played.ts';
import { pagesOf, readWith } from '../../tests/fixtures/readers.ts';
import { firstMinute, nameCorrection, openRectification, playRectified, playSealed } from '../../tests/fixtures/rectified.ts';
import type { Play } from '../../tests/fixtures/sitting.ts';
import { drawMinute } from './draw.ts';
import { describeFields } from './fields.ts';

const plainly = (text: string): string => text.replace(/\s+/g, ' ').trim();
const print = async (
  play: Play,
  kind: 'provisional' | 'toSign' = 'toSign',
): Promise<{ readonly pdf: Uint8Array; readonly record: SessionRecord; readonly text: string }> => {
  const { record, text } = drawPlayed(play);
  const drawn = await drawMinute({ record, recordText: text, fonts: fixtureFonts(), printedAt: record.session.closedAt, kind });
  if (!drawn.ok) throw new Error(drawn.error.code);
  return { pdf: drawn.value, record, text: plainly(readWith('pdftotext', ['-layout', 'FILE', '-'], drawn.value)) };
};

describe('a rectifying minute', () => {
  let printed: Awaited<ReturnType<typeof print>>;
  beforeAll(async () => {
    printed = await print(playRectified());
  });

  it('bears its own number on every page, and names the minute it rectifies by number and digest', () => {
    const pages = pagesOf(printed.pdf).map(plainly);
    expect(pages.every((page) => page.includes('n° 2026-JOUE-01-R1'))).toBe(true);
    expect(printed.text).toContain('Procès-verbal rectificatif');
    expect(printed.text).toContain('Procès-verbal n° 2026-JOUE-01');
    expect(printed.text).toContain(firstMinute.sha256);
    expect(printed.text).toContain('Erreurs relevées après la session');
  });

  it('says « au lieu de » and « lire » for each change, with its reason', () => {
    const flat = plainly(readWith('pdftotext', ['FILE', '-'], printed.pdf));
    for (const text of ['Au lieu de', 'Lire', 'COMPLETE', 'Complète', 'Accent et casse oubliés', 'Non renseigné', '5 avril 1991', 'Architecte logicielle'])
      expect(flat).toContain(text);
    for (const text of ['Exempleville, salle B', 'Livrable remis à temps, égaré par le secrétariat', 'Validation partielle', 'Un livrable avait été égaré'])
      expect(flat).toContain(text);
  });

  it('tells of no candidate but those it concerns, and of a decision taken again on a page of its own', () => {
    const others = printed.record.candidates.filter(({ number }) => ['liee', 'tardive', 'absente', 'excusee'].includes(number));
    expect(others).toHaveLength(4);
    for (const { name } of others) expect(printed.text).not.toContain(name);
    const annex = pagesOf(printed.pdf)
      .map(plainly)
      .filter((page) => page.includes('décisions rectifiées'));
    expect(annex).toHaveLength(1);
    expect(annex[0]).toMatch(/Au lieu de : Non validé\..*Recommandation\..*Lire : Validé\./);
  });

  it('has a field for every member who decided, then the seal', () => {
    expect(describeFields(printed.record).map(({ name }) => name)).toEqual([
      'membre-maquette',
      'membre-illustration',
      'membre-demonstration',
      'membre-doublure',
      'sceau',
    ]);
  });

  it('without a new deliberation has no jury, decision nor annex', async () => {
    const { text } = await print(openRectification(playSealed()).do(nameCorrection).do({ kind: 'closed' }));
    expect(text).toContain('Accent et casse oubliés');
    for (const heading of ['Membres du jury', 'Décisions', 'Totaux', 'Annexe']) expect(text).not.toContain(heading);
  });

  it('is marked provisional until it is to be signed', async () => {
    const { text } = await print(playRectified(), 'provisional');
    expect(text).toContain('Version provisoire');
  });
});

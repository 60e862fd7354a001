import { describe, expect, it } from 'vitest';
import { recordText, type SessionRecord } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { coverage, misplaced } from '../../tests/fixtures/layout.ts';
import { hasReaders, pagesOf, textsByPage, wordsOf, type Word } from '../../tests/fixtures/readers.ts';
import { buildRecord } from '../../tests/fixtures/record.ts';
import { drawMinute, type MinuteFacts } from './draw.ts';

const draw = async (record: SessionRecord, kind: MinuteFacts['kind'] = 'toSign'): Promise<Uint8Array> => {
  const facts = { record, recordText: recordText(record), fonts: fixtureFonts(), printedAt: instant.parse('2026-03-17T17:00:00.000Z') };
  const drawn = await drawMinute({ ...facts, kind });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return drawn.value;
};
const word = (text: string, left: number, top: number): Word => ({ text, left, top, right: left + 30, bottom: top + 12 });

describe('what finds a misplaced word', () => {
  it('finds one that leaves the margins on each side', () => {
    const pages = [[word('gauche', 60, 100), word('droite', 530, 100), word('haut', 100, 48), word('bas', 100, 768), word('bien', 100, 300)]];
    expect(misplaced(pages)).toEqual(['gauche', 'droite', 'haut', 'bas'].map((each) => `page 1: ${each} is outside the margins`));
  });
  it('finds one that stands over another, and no neighbours', () => {
    expect(misplaced([[word('un', 100, 100), word('deux', 125, 103)]])).toEqual(['page 1: un stands over deux']);
    expect(misplaced([[word('un', 100, 100), word('deux', 131, 100), word('trois', 100, 110)]])).toEqual([]);
  });
});

describe.skipIf(!hasReaders())('the pages of a minute', () => {
  it.each([
    [1, 3],
    [12, 3],
    [30, 6],
    [30, 12],
    [200, 3],
  ])('of %i candidates and %i blocks have nothing outside the margins and nothing over another', async (candidates, blocks) => {
    const pages = wordsOf(await draw(buildRecord({ candidates, blocks })));
    expect(pages.flat().length).toBeGreaterThan(400);
    expect(misplaced(pages)).toEqual([]);
  });

  it.each([3, 6, 12])('put each mark under the code of its block, of %i', async (blocks) => {
    const codes = Array.from({ length: blocks }, (_, rank) => `BC${String(rank + 1).padStart(2, '0')}`);
    let seen = 0;
    for (const page of wordsOf(await draw(buildRecord({ candidates: 30, blocks })))) {
      const beside = (one: Word, text: string): Word | undefined => page.find((each) => each.text === text && Math.abs(each.top - one.top) < 2);
      const title = page.find((each) => each.text === 'N°' && beside(each, 'BC01') && beside(each, 'Résultat'));
      if (title === undefined) continue;
      const middle = ({ left, right }: Word): number => (left + right) / 2;
      const columns = codes.map((code) => beside(title, code)).flatMap((each) => (each ? [middle(each)] : []));
      expect(columns).toHaveLength(blocks);
      for (const each of page.filter(
        ({ text, top, left }) => /^(Validé|Reporté|Rep\.|Abs\.)$/.test(text) && top > title.top && left > (columns[0] ?? 0) - 30,
      )) {
        expect(Math.min(...columns.map((column) => Math.abs(column - middle(each))))).toBeLessThan(1);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(15 * blocks);
  });

  it('have every place for a signature under its heading, on one page', async () => {
    for (const candidates of [1, 3, 5, 12]) {
      const record = buildRecord({ candidates, unable: candidates === 5 });
      const page = pagesOf(await draw(record)).find((each) => each.includes('12. Signatures')) ?? '';
      const after = page.slice(page.indexOf('12. Signatures'));
      for (const { name } of record.members.filter((member) => member.decided)) expect(after).toContain(name);
      expect(after).toContain('Sceau du responsable pédagogique');
    }
  });

  it('name the candidate on each page of an annex that goes on', async () => {
    const pages = pagesOf(await draw(buildRecord({ candidates: 2, reason: 'Un motif sans fin. '.repeat(600) })));
    const annex = pages.slice(pages.findIndex((page) => page.includes('Annexe B-1')));
    expect(annex.length).toBeGreaterThan(2);
    for (const page of annex.slice(1)) expect(page).toContain('Annexe B-1. Candidat 002 (suite)');
    expect(pages.join(' ').match(/\(suite\)/g)).toHaveLength(annex.length - 1);
  });

  it('never end on a heading: what it announces follows it', async () => {
    const headings =
      /^(\d+\. |Annexe |(Motif|Compétences citées|Recommandation|Récusations et suppléances|Blocs acquis antérieurement)$|BC\d\d : |Décision collégiale )/;
    // Reasons that grow line by line bring each heading of an annex to the foot of a page in turn.
    const growing = Array.from({ length: 24 }, (_, lines) => ({
      candidates: 6,
      reason: 'Une ligne du motif, assez longue pour remplir la page d’un bord à l’autre de son texte. '.repeat(lines + 1),
    }));
    for (const wishes of [{ candidates: 1 }, { candidates: 3 }, { candidates: 12 }, { candidates: 40 }, ...growing])
      for (const texts of await textsByPage(await draw(buildRecord(wishes)))) expect(texts.at(-1)).not.toMatch(headings);
  });

  it('begin at the same height under a heading, whatever brought it there', async () => {
    const tops = wordsOf(await draw(buildRecord({ candidates: 12 }))).flatMap((page) => {
      const [first] = page.filter(({ bottom }) => bottom > 50).toSorted((a, b) => a.top - b.top);
      return first && (/^\d+\.$/.test(first.text) || first.text === 'Annexe') ? [Math.round(first.top)] : [];
    });
    expect(tops.length).toBeGreaterThan(3);
    expect(new Set(tops).size).toBe(1);
  });

  it('bear the grey of PROVISOIRE across each of them until they are to be signed, and none after', async () => {
    const record = buildRecord({ candidates: 12 });
    for (const share of coverage(await draw(record, 'provisional'), 226, 235)) expect(share).toBeGreaterThan(0.03);
    for (const share of coverage(await draw(record), 226, 235)) expect(share).toBeLessThan(0.015);
  });
});

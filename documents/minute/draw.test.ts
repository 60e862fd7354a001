import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recordText, type SessionRecord } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { detach, hasReaders, pagesOf, readWith, textsOf } from '../../tests/fixtures/readers.ts';
import { buildRecord, type RecordWishes } from '../../tests/fixtures/record.ts';
import { drawMinute, type MinuteFacts } from './draw.ts';
import { describeFields } from './fields.ts';
import { figuresOf } from './sections/totals.ts';

const fonts = fixtureFonts();
const printedAt = instant.parse('2026-03-17T17:00:00.000Z');

const draw = async (record: SessionRecord, kind: MinuteFacts['kind'] = 'toSign'): Promise<Uint8Array> => {
  const drawn = await drawMinute({ record, recordText: recordText(record), fonts, printedAt, kind });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return drawn.value;
};
const drawWished = (wishes: RecordWishes, kind?: MinuteFacts['kind']): Promise<Uint8Array> => draw(buildRecord(wishes), kind);
const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const sum = (figures: readonly (readonly [string, number])[]): number => figures.reduce((total, [, count]) => total + count, 0);
const plainly = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the bytes of a minute', () => {
  it('are the same for the same record and instant', async () => {
    const [first, second] = [await drawWished({}), await drawWished({})];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('know no other date than that of the printing', async () =>
    expect(new Set(raw(await drawWished({})).match(/D:\d+Z?/g))).toEqual(new Set(['D:20260317170000Z'])));

  it('hold one field for each member who decided, in the order of the record, then the seal', async () => {
    const record = buildRecord();
    const names = [...raw(await draw(record)).matchAll(/\/T \(((?:membre-|sceau)[^)]*)\)/g)].map((match) => match[1]);
    expect(names).toEqual(['membre-j-lead', 'membre-j-two', 'membre-j-three', 'membre-j-four', 'membre-j-five', 'sceau']);
    expect(describeFields(record).map((field) => field.name)).toEqual(names);
  });

  it('lock every field with the seal alone, by an object of its own', async () => {
    const text = raw(await drawWished({}));
    expect(text.match(/\/Lock \d+ 0 R/g)).toHaveLength(1);
    expect(text).toMatch(/\/Type \/SigFieldLock\s+\/Action \/All/);
  });

  it('hold session.json as the data that the minute tells', async () => {
    const text = raw(await drawWished({}));
    expect(text).toMatch(/\/AFRelationship \/Data\s+\/F \(session\.json\)/);
    expect(text).toMatch(/\/AF \[\d+ 0 R\]/);
  });

  it('never ask a viewer to redraw the fields', async () => {
    const text = raw(await drawWished({}));
    expect(text).toContain('/SigFlags 3');
    expect(text).not.toContain('NeedAppearances');
  });

  it('give the annotation of a field alone, not in a list', async () => {
    const forms = raw(await drawWished({})).match(/\/S \/Form\b[\s\S]*?endobj/g) ?? [];
    expect(forms).toHaveLength(6);
    for (const form of forms) expect(form).toMatch(/\/K <</);
  });

  it('have no field while the minute is provisional', async () => expect(raw(await drawWished({}, 'provisional'))).not.toContain('/AcroForm'));

  it('keep a title that holds markup as text', async () => {
    const record = buildRecord({ candidates: 1 });
    const text = raw(await draw({ ...record, session: { ...record.session, number: 'A & B <dc:title>' } }));
    expect(text).toContain('A &#38; B &#60;dc:title&#62;');
  });

  it('leave out the field of a member who would not sign', async () => {
    const text = raw(await drawWished({ unable: true }));
    expect(text).toContain('membre-j-two');
    expect(text).not.toContain('membre-j-three');
  });

  it('hold the seal alone when nothing was decided', () => {
    const record = buildRecord({ candidates: 12 });
    expect(describeFields({ ...record, members: record.members.map((member) => ({ ...member, decided: false })) }).map((field) => field.name)).toEqual([
      'sceau',
    ]);
  });
});

describe('a letter that no font has', () => {
  it('is named with the place where it stands, and nothing is printed', async () => {
    const record = buildRecord({ candidates: 3, familyName: '山田' });
    const drawn = await drawMinute({ record, recordText: recordText(record), fonts, printedAt, kind: 'toSign' });
    expect(drawn).toEqual({ ok: false, error: { code: 'glyph-missing', facts: { character: '山', codePoint: 'U+5C71', where: 'le candidat 001' } } });
  });
});

describe('the totals', () => {
  it.each([1, 12, 200])('of %i candidates add up to those registered, by presence and by outcome', (candidates) => {
    const { presence, outcome } = figuresOf(buildRecord({ candidates }));
    expect(sum(presence)).toBe(candidates);
    expect(sum(outcome)).toBe(candidates);
  });
});

describe.skipIf(!hasReaders())('a minute as others read it', () => {
  it('is a file without a fault', async () =>
    expect(readWith('qpdf', ['--check', 'FILE'], await drawWished({}))).toContain('No syntax or stream encoding errors'));

  it('holds the record to the byte', async () => {
    const record = buildRecord();
    expect(detach(await draw(record))).toBe(recordText(record));
  });

  it.each([1, 12, 200])('of %i candidates shows on each page its rank, the number and the digest of the record', async (candidates) => {
    const record = buildRecord({ candidates });
    const digest = createHash('sha256').update(recordText(record)).digest('hex');
    const pages = pagesOf(await draw(record));
    for (const [rank, page] of pages.entries()) {
      expect(page).toContain(`Page ${rank + 1} / ${pages.length}`);
      expect(page).toContain('Procès-verbal n° 2026-JURY-07');
      expect(page).toContain(digest);
    }
  });

  it.each([
    [1, 3],
    [12, 1],
    [12, 12],
    [200, 3],
  ])('of %i candidates and %i blocks names each candidate once among the decisions', async (candidates, blocks) => {
    const record = buildRecord({ candidates, blocks });
    const texts = await textsOf(await draw(record));
    const decisions = texts.slice(
      texts.indexOf('7. Décisions'),
      texts.findIndex((text) => text === 'Blocs acquis antérieurement' || text.startsWith('8. ')),
    );
    const names = record.candidates.map((candidate) => candidate.name);
    expect(decisions.filter((text) => names.includes(text))).toEqual(names);
    const marks = decisions.filter((text) =>
      /^(Validé|Non validé|Acquis antérieurement|Acq\. antér\.|Non présenté|Non prés\.|Absence|Abs\.|Reporté|Rep\.|En attente|En att\.)$/.test(text),
    );
    const absences = record.candidates.filter((candidate) => candidate.outcome.kind === 'absent').length;
    expect(marks.length).toBe(candidates * blocks + absences);
  });

  it('says the outcome that the record holds', async () => {
    const texts = await textsOf(await drawWished({}));
    const after = (name: string): readonly string[] => texts.slice(texts.lastIndexOf(name, texts.indexOf('Blocs acquis antérieurement')) + 1).slice(0, 5);
    expect(after('Zoé Exemple')).toEqual(['Validé', 'Validé', 'Validé', 'Certification délivrée', '002']);
    expect(after('Anaïs Fictif-Dupré')).toEqual(['Validé', 'Validé', 'Non validé', 'Validation partielle', 'BC01, BC02 acquis · reste BC03']);
    expect(after('Ève')).toEqual(['Non validé', 'Non validé', 'Non validé', 'Aucun bloc validé', 'reste BC01, BC02, BC03']);
  });

  it('has its twelve sections and two annexes in their order', async () => {
    const headings = (await textsOf(await drawWished({}))).filter((text) => /^(\d+\. |Annexe )/.test(text));
    expect(headings.map((text) => text.replace(/\..*/, ''))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      'Annexe A',
      'Annexe B-1',
      'Annexe B-2',
      'Annexe B-3',
    ]);
  });

  it('tells the reasons of one candidate on pages that name no other', async () => {
    const record = buildRecord();
    const pages = pagesOf(await draw(record));
    const first = pages.findIndex((page) => page.includes('Annexe B-1'));
    for (const page of pages.slice(first)) {
      const named = record.candidates.filter((candidate) => page.includes(plainly(`${candidate.number} · ${candidate.name}`)));
      const numbered = record.candidates.filter((candidate) => new RegExp(`Candidat ${candidate.number}\\b`).test(page));
      expect(named.length).toBeLessThanOrEqual(1);
      expect(numbered.length).toBeLessThanOrEqual(1);
      expect(page).not.toMatch(/M\. Basile|Mme Cléo/);
    }
  });

  it('loses no word of a long reason', async () => {
    const words = Array.from({ length: 3000 }, (_, rank) => `mot${rank}`);
    const text = pagesOf(await drawWished({ candidates: 2, reason: words.join(' ') })).join(' ');
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
  });

  it('marks every page of a provisional minute, and none of one to sign', async () => {
    for (const page of pagesOf(await drawWished({}, 'provisional'))) expect(page).toContain('Version provisoire');
    expect(pagesOf(await drawWished({})).join(' ')).not.toMatch(/provisoire/i);
  });

  it('says on every page that a demonstration is one', async () => {
    for (const page of pagesOf(await drawWished({ demonstration: true }))) expect(page).toContain('Session de démonstration');
    expect(pagesOf(await drawWished({})).join(' ')).not.toContain('démonstration');
  });

  it('names who would not sign, and why', async () =>
    expect(pagesOf(await drawWished({ unable: true })).join(' ')).toContain(
      'Mme Cléo Modèle : Partie avant la lecture du procès-verbal pour un motif impérieux.',
    ));

  it('says what its signatures are', async () =>
    expect(pagesOf(await drawWished({})).join(' ')).toContain('signature électronique non qualifiée, certificats émis par l’organisme'));

  it('prints the contradiction acknowledged and what was retained', async () =>
    expect(pagesOf(await drawWished({})).join(' ')).toContain('Les blocs retenus sont les trois que la fiche liste. Reconnu le 12 mars 2026 à 14 h 20.'));

  it('says nothing of opinions, counts or accommodations', async () =>
    expect(pagesOf(await drawWished({ candidates: 200 })).join(' ')).not.toMatch(
      /avis individuel|unanim|\bvoix\b|\bvotes?\b|temps majoré|aménagement|RQTH|\bNIR\b/i,
    ));

  it('keeps the note of a postponement for the page of the candidate', async () => {
    const pages = pagesOf(await drawWished({}));
    expect(pages.filter((page) => page.includes('nouvelle date à fixer'))).toEqual([expect.stringContaining('Annexe B-3')]);
  });
});

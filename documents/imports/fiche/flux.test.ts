import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ficheReading, type FicheReading } from '../../../domain/fiche.ts';
import { day } from '../../../domain/time.ts';
import { accessXml, blockXml, el, ficheParts, ficheXml, fluxXml, juryText } from '../../../tests/fixtures/flux.ts';
import { eachFiche, findFiche, indexFlux } from './flux.ts';

const today = day.parse('2026-03-17');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-flux-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (text: string | Uint8Array): string => {
  const path = join(mkdtempSync(join(folder, 'f-')), 'flux.xml');
  writeFileSync(path, text);
  return path;
};
const readAll = async (text: string | Uint8Array): Promise<FicheReading[]> => {
  const read: FicheReading[] = [];
  const result = await eachFiche(write(text), null, today, (fiche) => void read.push(fiche));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  for (const fiche of read) expect(ficheReading.safeParse(fiche).error).toBeUndefined();
  return read;
};
const readOne = async (changes: Parameters<typeof ficheXml>[0] = {}): Promise<FicheReading> => {
  const [fiche] = await readAll(fluxXml([ficheXml(changes)]));
  if (fiche === undefined) throw new Error('the flux has one fiche');
  return fiche;
};
const kinds = (fiche: FicheReading, kind: string): string[] => fiche.remarks.filter((remark) => remark.kind === kind).map(({ code }) => code);

describe('a fiche is read as it stands', () => {
  test('its code, title, level, dates, blocks, paths, and what follows or precedes it', async () => {
    const fiche = await readOne();
    expect(fiche).toMatchObject({
      code: 'RNCP90001',
      title: 'Régisseur de phare & balises',
      state: 'Publiée',
      active: true,
      level: 6,
      nsf: [{ code: '311', label: 'Transports, manutention, magasinage' }],
      certifiers: [{ name: 'ÉCOLE FICTIVE DES PHARES', siret: '11122233300014', active: true, since: '2024-05-02' }],
      dates: { decision: '2024-01-15', effect: null, registrationEnd: '2029-01-15', deliveryLimit: null, lastChange: '2024-05-02' },
      durationYears: 5,
      previous: ['RNCP80001'],
      next: [],
      correspondences: [{ block: 'RNCP90001BC01', code: 'RNCP80001', blocks: ['RNCP80001BC03'] }],
    });
    expect(fiche.paths.map(({ path, open, composition }) => [path, open, composition])).toEqual([
      ...['FI', 'CA', 'FC', 'CQ', 'VAE'].map((path) => [path, true, juryText]),
      ['CL', false, null],
    ]);
    expect(fiche.blocks.map(({ code, codeAsWritten, competencies }) => [code, codeAsWritten, competencies.length])).toEqual(
      [1, 2, 3, 4, 5].map((rank) => [`RNCP90001BC0${rank}`, `RNCP90001BC0${rank}`, 3]),
    );
    expect(fiche.blocks[1]?.competencies).toEqual(['Veiller au feu 2', 'Tenir le journal 2', 'Alerter le large 2']);
  });

  test('the code and the blocks of a correspondence are never those of the fiche, even where they come first', async () => {
    const { correspondences, number } = ficheParts;
    const fiche = await readOne({ number: `${correspondences}${number}`, correspondences: '' });
    expect([fiche.code, fiche.blocks.length]).toEqual(['RNCP90001', 5]);
    const path = write(fluxXml([ficheXml({ number: `${correspondences}${number}`, correspondences: '' })]));
    expect(await findFiche(path, 'RNCP90001', today)).toMatchObject({ value: { code: 'RNCP90001' } });
    expect(await findFiche(path, 'RNCP80001', today)).toEqual({ ok: true, value: null });
  });

  test('real paragraphs inside a list are read as lines', async () => {
    const list = '<LISTE_COMPETENCES><p>Veiller au feu</p><p>Tenir le <b>journal</b></p></LISTE_COMPETENCES>';
    const fiche = await readOne({ blocks: `<BLOC_COMPETENCES>${el('CODE', '01')}${el('LIBELLE', 'Feu')}${list}</BLOC_COMPETENCES>` });
    expect(fiche.blocks[0]).toMatchObject({ competencies: ['Veiller au feu', 'Tenir le journal'], evaluation: null });
  });

  test('a file in ISO-8859-1, with a byte order mark, or with the older plain answers reads the same', async () => {
    const latin = Buffer.from(
      fluxXml([ficheXml({ texts: '' })], 'ISO-8859-1')
        .replaceAll('•', '-')
        .replaceAll('’', "'"),
      'latin1',
    );
    expect((await readAll(latin))[0]?.title).toBe('Régisseur de phare & balises');
    expect((await readAll(`\ufeff${fluxXml([ficheXml()])}`))[0]?.code).toBe('RNCP90001');
    expect((await readOne({ paths: el('SI_JURY_VAE', 'Oui') })).paths).toMatchObject([{ path: 'VAE', open: true, composition: null }]);
  });

  test('a fiche of the specific directory is read, and said to be no certification of a jury', async () => {
    const fiche = await readOne({ number: el('NUMERO_FICHE', 'RS5123'), level: '', blocks: '', paths: accessXml('VAE', true, null) });
    expect([fiche.code, fiche.level, fiche.blocks]).toEqual(['RS5123', null, []]);
    expect(kinds(fiche, 'contradiction')).toEqual(['not-rncp', 'no-blocks', 'open-path-without-text-VAE']);
  });

  test('an element without a code is no fiche', async () => {
    expect(await readAll(fluxXml([ficheXml({ number: '' }), ficheXml({ number: el('NUMERO_FICHE', 'XX12') })]))).toEqual([]);
  });
});

describe('what a fiche says against itself is a contradiction with a code', () => {
  const text = (sentence: string): string => el('OBJECTIFS_CONTEXTE', sentence);
  const one = blockXml('RNCP90001BC01', 'Seul', '• Veiller');
  test.each([
    ['nothing', {}, []],
    ['four blocks announced, five listed', { texts: text('La certification se compose de quatre blocs de compétences.') }, ['block-count']],
    ['five announced, five listed', { texts: text('Ses 5 blocs sont évalués ; au moins deux blocs par an.') }, []],
    ['at least two blocks announce nothing', { texts: text('Présenter au moins 2 blocs.') }, []],
    ['an open path without its jury', { paths: accessXml('FC', true, null) }, ['open-path-without-text-FC']],
    ['a closed path with a jury', { paths: accessXml('FC', true, juryText) + accessXml('CL', false, juryText) }, ['closed-path-with-text-CL']],
    ['an end before the start', { end: el('DATE_FIN_ENREGISTREMENT', '14/01/2024') }, ['end-before-start']],
    ['a limit of delivery before the end', { limit: el('DATE_LIMITE_DELIVRANCE', '01/01/2028') }, ['delivery-limit-before-end']],
    ['the same code twice', { blocks: one + one }, ['block-code-twice-RNCP90001BC01']],
    ['the code of another fiche', { blocks: one.replace('RNCP90001BC01', 'RNCP80001BC01') }, ['block-code-foreign-RNCP80001BC01']],
    ['a block without a list', { blocks: blockXml('01', 'Vide', ' ') }, ['block-without-competency-RNCP90001BC01']],
    ['no block', { blocks: '' }, ['no-blocks']],
    ['no open path', { paths: accessXml('FI', false, null) }, ['no-open-path']],
    ['no end', { end: '' }, ['no-end']],
    ['no day at all to start from', { start: '' }, ['no-start']],
    ['no body that grants it', { certifiers: '' }, ['no-certifier']],
    ['no title', { title: '' }, ['title-missing']],
  ] as const)('%s', async (_, changes, codes) => {
    expect(kinds(await readOne(changes), 'contradiction')).toEqual(codes);
  });

  test('codes written short are completed, each block once', async () => {
    const short = (codes: readonly string[]): string => codes.map((code, rank) => blockXml(code, `B${rank}`, '• Veiller')).join('');
    const codesOf = async (codes: readonly string[]): Promise<string[]> =>
      (await readOne({ blocks: short(codes) })).blocks.map(({ code, codeAsWritten }) => `${codeAsWritten} → ${code}`);
    expect(await codesOf(['01', 'BC02', 'Bloc 3'])).toEqual(['01 → RNCP90001BC01', 'BC02 → RNCP90001BC02', 'Bloc 3 → RNCP90001BC03']);
    expect(await codesOf(['A', 'B'])).toEqual(['A → RNCP90001BC01', 'B → RNCP90001BC02']);
    expect(await codesOf(['02', '02', '01'])).toEqual(['02 → RNCP90001BC01', '02 → RNCP90001BC02', '01 → RNCP90001BC03']);
    expect(kinds(await readOne({ blocks: short(['01']) }), 'wording')).toEqual(['block-code-written']);
  });
});

describe('what a fiche leaves unsaid is null, and told', () => {
  test('level, NSF, SIRET, decision', async () => {
    const certifiers = ficheParts.certifiers.replace('11122233300014', '111 222');
    const fiche = await readOne({ level: '', nsf: '', certifiers, start: el('DATE_EFFET', '01/09/2024') });
    expect([fiche.level, fiche.nsf, fiche.certifiers[0]?.siret, fiche.dates.decision, fiche.dates.effect]).toEqual([null, [], null, null, '2024-09-01']);
    expect(kinds(fiche, 'wording')).toEqual(['decision-missing', 'level-missing', 'nsf-missing', 'siret-missing']);
  });

  test('a day that is no day', async () => {
    const fiche = await readOne({ end: el('DATE_FIN_ENREGISTREMENT', '31/02/2029') });
    expect([fiche.dates.registrationEnd, kinds(fiche, 'wording')]).toEqual([null, ['date-unreadable']]);
  });

  test('its history: a state that is not published, inactive, ended, replaced', async () => {
    const next = `<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION>${el('ID_FICHE_NOUVELLE_CERTIFICATION', 'RNCP99999')}</NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>`;
    const ended = await readOne({ state: el('ETAT_FICHE', 'Archivée'), active: el('ACTIF', 'Non'), end: el('DATE_FIN_ENREGISTREMENT', '16/03/2026'), next });
    expect(kinds(ended, 'history')).toEqual(['state', 'inactive', 'registration-ended', 'replaced', 'earlier-fiche']);
    expect(kinds(await readOne({ end: el('DATE_FIN_ENREGISTREMENT', '17/03/2026') }), 'history')).toEqual(['earlier-fiche']);
  });

  test('an open path with its text asks for the rule to be compared', async () => {
    expect(kinds(await readOne(), 'check')).toEqual(['composition-rule']);
    expect(kinds(await readOne({ paths: accessXml('FC', true, null) }), 'check')).toEqual([]);
  });
});

describe('a flux is searched', () => {
  const flux = fluxXml([
    ficheXml({ number: el('NUMERO_FICHE', 'RNCP90000'), title: el('INTITULE', 'Autre') }),
    ficheXml(),
    ficheXml({ number: el('NUMERO_FICHE', 'RNCP90002') }),
  ]);

  test('its index names every fiche, and says how far it is', async () => {
    const told: number[] = [];
    const index = await indexFlux(write(flux), { onProgress: ({ bytes, total, fiches }) => void told.push(bytes / total, fiches) });
    expect(index).toMatchObject({
      ok: true,
      value: [
        { code: 'RNCP90000', title: 'Autre', level: 6, state: 'Publiée', active: true },
        { code: 'RNCP90001', title: 'Régisseur de phare & balises' },
        { code: 'RNCP90002' },
      ],
    });
    expect(told.slice(-2)).toEqual([1, 3]);
  });

  test('one fiche is found by its code, none where there is none', async () => {
    const path = write(flux);
    expect(await findFiche(path, 'RNCP90002', today)).toMatchObject({ ok: true, value: { code: 'RNCP90002' } });
    expect(await findFiche(path, 'RNCP80001', today)).toEqual({ ok: true, value: null });
  });

  test('a reading that is told to stop stops', async () => {
    const controller = new AbortController();
    const index = await indexFlux(write(flux), { signal: controller.signal, onProgress: () => controller.abort() });
    expect(index).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReferential, termsOf, type Referential } from './referential.ts';

const seedPath = new URL('../assets/referentials/RNCP36912.json', import.meta.url);
const fichePath = new URL('../../shared/seeds/RNCP36912-fiche.txt', import.meta.url);
const json = (): unknown => JSON.parse(readFileSync(seedPath, 'utf8'));

const seed = ((): Referential => {
  const read = readReferential(json());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
})();
const competencies = seed.blocks.flatMap((block) => block.competencies);

/** The seed with one field replaced, or removed when no value is given. */
const spoil = (path: string, value?: unknown): unknown => {
  const copy = json();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
};
const refusal = (spoilt: unknown) => {
  const read = readReferential(spoilt);
  return read.ok ? 'accepted' : read.error;
};
const refused = (field: string, reason: string) => ({ code: 'referential-malformed', facts: { field, reason } });

describe('RNCP36912', () => {
  test('has three blocks of nine, nine and ten competencies, coded by rank', () => {
    expect(seed.blocks.map((block) => [block.code, block.competencies.length])).toEqual([
      ['RNCP36912BC01', 9],
      ['RNCP36912BC02', 9],
      ['RNCP36912BC03', 10],
    ]);
    for (const block of seed.blocks) {
      expect(block.competencies.map((one) => one.code)).toEqual(block.competencies.map((_, rank) => `${block.code}-C${rank + 1}`));
    }
  });

  test('attests the 28 competencies of its blocks, but for one recorded word', () => {
    expect(seed.attestedCompetencies).toHaveLength(28);
    const differing = competencies.filter((one, rank) => one.text !== seed.attestedCompetencies[rank]);
    expect(differing.map((one) => one.code)).toEqual(['RNCP36912BC01-C7']);
    expect(differing[0]?.text.replace('librairies', 'bibliothèques')).toBe(seed.attestedCompetencies[6]);
    const remark = seed.remarks.find((one) => one.text.includes('librairies'));
    expect(remark?.kind).toBe('wording');
    expect(remark?.text).toContain('bibliothèques');
    expect(remark?.text).toContain('RNCP36912BC01-C7');
  });

  test('announces four blocks, lists three, and says so as a contradiction', () => {
    expect(seed.declaredBlockCount).toBe(4);
    expect(seed.acquisitionText[0]).toContain('4 blocs');
    expect(seed.remarks.filter((one) => one.kind === 'contradiction').map((one) => one.code)).toEqual(['block-count']);
  });

  test('was registered from 29-09-2022 to 29-09-2025 for three years, with no delivery limit', () => {
    expect([seed.decisionDate, seed.registrationEnd, seed.durationYears, seed.deliveryLimit]).toEqual(['2022-09-29', '2025-09-29', 3, null]);
    expect(seed.earlierDecisions).toMatchObject([{ decidedOn: '2020-10-14', durationYears: 2 }]);
    expect([seed.level, seed.nsf[0]?.code, seed.formacodes[0]?.code, seed.previous[0]?.code]).toEqual([7, '326t', '31057', 'RNCP34979']);
    expect(seed.correspondences).toEqual([]);
  });

  test('keeps both SIRET of the certificateur', () => {
    expect(seed.certifier).toMatchObject({ name: 'OPENCLASSROOMS', siret: '49386136300080' });
    expect(seed.certifierChanges.map((one) => [one.siret, one.action, one.on])).toEqual([
      ['49386136300072', 'removed', '2023-04-01'],
      ['49386136300080', 'added', '2023-04-01'],
    ]);
  });

  test('opens five access paths, each with its composition, and closes the individual one', () => {
    const lead =
      'Le jury de délivrance de la certification sera composé du responsable pédagogique de la filière Code et deux représentants du monde professionnel extérieurs au dispositif de formation.';
    const professionals = "Le jury est composé de trois membres dont deux professionnels du secteur informatique et externe à l'organisme.";
    expect(Object.fromEntries(seed.accessPaths.map((one) => [one.path, one.composition]))).toEqual({
      FI: lead,
      CA: professionals,
      FC: professionals,
      CQ: professionals,
      VAE: professionals,
      CL: null,
    });
    expect(seed.accessPaths.filter((one) => !one.open).map((one) => one.path)).toEqual(['CL']);
    expect(Object.fromEntries(seed.accessPaths.map((one) => [one.path, one.modifiedOn]))).toEqual({
      FI: null,
      CA: '2022-09-30',
      FC: '2022-09-30',
      CQ: '2022-09-30',
      VAE: '2022-09-30',
      CL: null,
    });
  });

  test('publishes three years of statistics', () => {
    const figures = seed.statistics.map((one) => [one.year, one.certified, one.certifiedByVae, one.insertion6, one.insertionTarget6, one.insertionTarget24]);
    expect(figures).toEqual([
      [2020, 32, 0, 100, 78, 76],
      [2019, 43, 0, 96, 56, 63],
      [2018, 21, 0, 100, 59, 69],
    ]);
  });

  test('a path that a fiche does not list is closed', () => {
    expect(termsOf({ accessPaths: [] }, 'CA')).toMatchObject({ open: false, composition: null });
  });
});

describe.skipIf(!existsSync(fichePath))('word for word with the published fiche (skipped where the seed is absent)', () => {
  const fiche = existsSync(fichePath) ? readFileSync(fichePath, 'utf8') : '';
  const blocksPart = fiche.slice(fiche.indexOf('RNCP36912BC01 - '));
  const attestedPart = fiche.slice(fiche.indexOf('Compétences attestées :'), fiche.indexOf("Modalités d'évaluation :"));

  test.each(competencies.map((one) => [one.code, one.text]))('%s stands in the blocks as transcribed', (_, text) => {
    expect(blocksPart).toContain(text);
  });

  test('nothing of the blocks is left out', () => {
    const paragraphs = [...blocksPart.matchAll(/<p>(.*?)<\/p>/g)].map((match) => match[1]).filter((one) => !one?.startsWith('Projets'));
    expect(paragraphs).toHaveLength(27); // the ninth competency of BC01 is the only one outside a paragraph mark
    expect(new Set(paragraphs)).toEqual(new Set(competencies.map((one) => one.text).filter((one) => !one.startsWith('Structurer la base'))));
  });

  test('the attested list is transcribed in its order, one line break mended', () => {
    const flat = attestedPart.replaceAll(/\s+/g, ' ');
    expect(`Compétences attestées : ${seed.attestedCompetencies.join(' ')} `).toBe(flat);
  });

  test('every other text stands in the fiche', () => {
    const requirements = seed.entryRequirements;
    if (requirements === null) throw new Error('the seed tells its requirements apart');
    const texts = [
      seed.objective,
      seed.evaluationText,
      seed.accommodationText,
      seed.regulatedActivity,
      ...seed.acquisitionText,
      ...seed.sectors,
      requirements.knowledge,
      requirements.english,
      requirements.french,
      requirements.procedure,
      ...requirements.admission,
      ...requirements.documents,
      ...seed.activities.flatMap((one) => [one.title, ...one.tasks]),
      ...seed.jobs.flatMap((one) => [one.stage, ...one.titles]),
      ...seed.accessPaths.flatMap((one) => [one.label, one.composition ?? '']),
      ...seed.blocks.flatMap((one) => [`${one.code} - ${one.label}`, one.evaluation]),
      ...seed.rome.map((one) => `${one.code} - ${one.label}`),
      ...seed.earlierDecisions.map((one) => one.text),
      ...[...seed.nsf, ...seed.formacodes].map((one) => `${one.code} : ${one.label}`),
    ];
    expect(texts.filter((text) => text === null || !fiche.includes(text))).toEqual([]);
  });
});

describe('a malformed referential is refused with the field and the reason', () => {
  test.each([
    ['title', undefined, 'title', 'missing'],
    ['level', 'sept', 'level', 'wrong-type'],
    ['level', 9, 'level', 'out-of-bounds'],
    ['nickname', 'Devops', 'nickname', 'unexpected'],
    ['blocks', [], 'blocks', 'empty'],
    ['blocks.0.competencies.2.text', ' ', 'blocks.0.competencies.2.text', 'empty'],
    ['blocks.1.competencies.0', undefined, 'blocks.1.competencies.0', 'missing'],
    ['decisionDate', '2022-02-30', 'decisionDate', 'malformed'],
    ['certifier.siret', '4938613630008', 'certifier.siret', 'malformed'],
    ['accessPaths.0.path', 'XX', 'accessPaths.0.path', 'not-allowed'],
    ['blocks.1.code', 'RNCP36912BC01', 'blocks.1.code', 'duplicate'],
    ['blocks.2.competencies.9.code', 'RNCP36912BC03-C1', 'blocks.2.competencies.9.code', 'duplicate'],
    ['blocks.2.competencies.9.code', 'RNCP36912BC01-C10', 'blocks.2.competencies.9.code', 'foreign-competency'],
    ['accessPaths.5.path', 'FI', 'accessPaths.5.path', 'duplicate'],
    ['accessPaths.0.composition', null, 'accessPaths.0.composition', 'composition-missing'],
    ['accessPaths.4.composition', 'Trois membres.', 'accessPaths.4.composition', 'composition-on-closed-path'],
    ['registrationEnd', '2022-09-28', 'registrationEnd', 'dates-out-of-order'],
    ['deliveryLimit', '2025-09-28', 'deliveryLimit', 'dates-out-of-order'],
    ['remarks', [], 'declaredBlockCount', 'contradiction-unrecorded'],
  ])('%s = %j', (path, value, field, reason) => {
    expect(refusal(spoil(path, value))).toEqual(refused(field, reason));
  });

  test.each([[null], ['RNCP36912'], [[]]])('%j is no fiche at all', (value) => {
    expect(refusal(value)).toEqual(refused('', 'wrong-type'));
  });
});

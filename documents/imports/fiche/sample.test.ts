import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FicheReading } from '../../../domain/fiche.ts';
import { day } from '../../../domain/time.ts';
import { eachFiche } from './flux.ts';

const sample = fileURLToPath(new URL('../../../../shared/rncp/fiches-sample.xml', import.meta.url));

test('the real fiches of the sample are read whole', async (context) => {
  if (!existsSync(sample)) return context.skip('the sample of France compétences is not beside the repository');
  const read: FicheReading[] = [];
  expect(await eachFiche(sample, null, day.parse('2026-03-17'), (fiche) => void read.push(fiche))).toEqual({ ok: true, value: 6 });
  // Figures counted in the file by hand: fiche, level, start, end, open paths, blocks.
  const told = read.map(({ code, level, dates, paths, blocks }) =>
    [
      code,
      level,
      dates.decision ?? dates.effect,
      dates.registrationEnd,
      paths
        .filter((path) => path.open)
        .map(({ path }) => path)
        .join(' '),
      blocks.length,
    ].join(' | '),
  );
  expect(told).toEqual([
    'RNCP34762 | 7 | 2020-09-01 | 2024-08-31 | FI CA FC CQ VAE | 5',
    'RNCP35625 | 7 | 2021-03-26 | 2026-03-25 | FI FC VAE CL | 10',
    'RNCP37488 | 4 | 2023-09-01 | 2028-08-31 | FI CA FC CQ VAE CL | 2',
    'RNCP36612 | 5 | 2022-07-01 | 2027-07-01 | FI CA FC CQ VAE | 4',
    'RNCP36490 | 6 | 2022-06-01 | 2027-06-01 | FI CA FC CQ VAE CL | 4',
    'RNCP37873 | 6 | 2023-12-18 | 2028-12-18 | CA FC CQ VAE | 3',
  ]);
  // The last number that each list of RNCP34762 writes; the fifth has a sentence before its numbers.
  expect(read[0]?.blocks.map(({ competencies }) => competencies.length)).toEqual([7, 10, 10, 8, 6]);
  expect(read[0]?.blocks.map(({ split }) => split.sure)).toEqual([true, true, true, true, false]);
  // The dashes that each list of RNCP35625 writes.
  expect(read[1]?.blocks.map(({ competencies }) => competencies.length)).toEqual([2, 5, 2, 5, 3, 3, 3, 5, 6, 4]);
  expect(read[2]?.blocks.map(({ competencies }) => competencies.length)).toEqual([5, 4]);
  expect(read[5]?.blocks.map(({ competencies }) => competencies.length)).toEqual([4, 4, 3]);
  expect(read[4]?.correspondences).toHaveLength(20);
  expect(read[3]?.certifiers.map(({ siret, active }) => [siret, active])).toEqual([
    ['18750002000073', true],
    ['18750002000065', false],
  ]);
});

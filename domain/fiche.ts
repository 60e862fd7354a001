import { z } from 'zod';
import { blockCode } from './ids.ts';
import { accessPath } from './jury.ts';
import { remark, statistic } from './referential.ts';
import { day } from './time.ts';

const long = z.string().max(400_000);
const short = z.string().max(4000);
const code = z.string().max(60);
const coded = z.strictObject({ code, label: short });

/** How the competencies of a block were told apart in the one text that the fiche gives. */
export const splitWay = z.enum(['bullets', 'codes', 'lines', 'spaces', 'semicolons', 'whole', 'label']);
/** How the competencies of a block were told apart. */
export type SplitWay = z.infer<typeof splitWay>;

/** One block as a flux gives it: its code as written and ours, its competencies as proposed, and the text they come from word for word. */
export const readBlock = z.strictObject({
  code: blockCode,
  codeAsWritten: code,
  label: short,
  competencies: z.array(long).min(1).max(400),
  split: z.strictObject({ by: splitWay, sure: z.boolean() }),
  source: long,
  evaluation: long.nullable(),
});
/** One block as a flux gives it. */
export type ReadBlock = z.infer<typeof readBlock>;

/** One access path as a flux gives it. */
export const readPath = z.strictObject({ path: accessPath, label: short, open: z.boolean(), composition: long.nullable(), modifiedOn: day.nullable() });

/** One body that grants the certification. */
export const readCertifier = z.strictObject({ name: short, siret: z.string().nullable(), active: z.boolean(), since: day.nullable() });

/** A fiche as it was read in France compétences' flux: facts as they stand there, null where the fiche is silent, and what a reader must know. */
export const ficheReading = z.strictObject({
  code: z.string().regex(/^(?:RNCP|RS)\d{1,6}$/),
  title: short,
  state: short.nullable(),
  active: z.boolean().nullable(),
  level: z.number().int().min(1).max(8).nullable(),
  nsf: z.array(coded),
  certifiers: z.array(readCertifier),
  dates: z.strictObject({
    decision: day.nullable(),
    effect: day.nullable(),
    publication: day.nullable(),
    registrationEnd: day.nullable(),
    deliveryLimit: day.nullable(),
    /** The last dated change: what tells two versions of a fiche apart. */
    lastChange: day.nullable(),
  }),
  durationYears: z.number().int().min(1).max(10).nullable(),
  paths: z.array(readPath),
  blocks: z.array(readBlock),
  announcedBlocks: z.number().int().min(1).nullable(),
  remarks: z.array(remark),
  previous: z.array(code),
  next: z.array(code),
  correspondences: z.array(z.strictObject({ block: code, code, blocks: z.array(code) })),
  formacodes: z.array(coded),
  rome: z.array(coded),
  texts: z.strictObject({
    objective: long.nullable(),
    activities: z.array(long),
    attested: z.array(long),
    sectors: z.array(long),
    jobs: z.array(long),
    regulated: long.nullable(),
    entry: long.nullable(),
  }),
  statistics: z.array(statistic),
  territories: z.strictObject({ newCaledonia: z.boolean(), frenchPolynesia: z.boolean() }),
  descriptionUrl: short.nullable(),
});
/** A fiche as it was read in France compétences' flux. */
export type FicheReading = z.infer<typeof ficheReading>;

/** What keeps a fiche from being the certification of a session: the rules rest on it, and nobody may guess it. */
export const ficheObstacle = z.enum(['not-rncp', 'no-blocks', 'no-start', 'no-end', 'no-open-path', 'no-certifier']);
/** What keeps a fiche from being the certification of a session. */
export type FicheObstacle = z.infer<typeof ficheObstacle>;

/** The day from which a registration holds: the decision, else the day of effect, else the publication. */
export const registrationStart = ({ dates }: Pick<FicheReading, 'dates'>): FicheReading['dates']['decision'] =>
  dates.decision ?? dates.effect ?? dates.publication;

/** Everything that keeps a fiche from being the certification of a session. */
export const obstaclesOf = (fiche: FicheReading): FicheObstacle[] => {
  const found: readonly (readonly [FicheObstacle, boolean])[] = [
    ['not-rncp', !fiche.code.startsWith('RNCP')],
    ['no-blocks', fiche.blocks.length === 0],
    ['no-start', registrationStart(fiche) === null],
    ['no-end', fiche.dates.registrationEnd === null],
    ['no-open-path', !fiche.paths.some((path) => path.open)],
    ['no-certifier', fiche.certifiers.length === 0],
  ];
  return found.flatMap(([obstacle, stands]) => (stands ? [obstacle] : []));
};

const bullets = /[\s\u00a0\u202f•▪●○◦‣⁃∙■□►▶➢➤✓✔❖*–—-]/gu;

/** The letters, figures and signs of a text without its spaces, bullets and dashes: what a split of competencies may neither lose, add nor move. */
export const inkOf = (text: string): string => text.normalize('NFC').replace(bullets, '');

/** Whether a split keeps every word of the one proposed, in order. */
export const keepsWords = (block: Pick<ReadBlock, 'competencies'>, split: readonly string[]): boolean =>
  split.length > 0 && split.every((part) => inkOf(part) !== '') && inkOf(split.join(' ')) === inkOf(block.competencies.join(' '));

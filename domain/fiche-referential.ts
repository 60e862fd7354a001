import { failed, type Result } from './errors.ts';
import { keepsWords, obstaclesOf, registrationStart, type FicheReading, type ReadBlock } from './fiche.ts';
import { readReferential, type Referential } from './referential.ts';

/** The competencies of each block as a person confirmed them, by the block's code; a block left out keeps what was proposed. */
export type Splits = Readonly<Record<string, readonly string[]>>;

const partsOf = (block: ReadBlock, splits: Splits): readonly string[] => splits[block.code] ?? block.competencies;

/**
 * The certification that a session can be held on, from a fiche as read and the split that a person confirmed.
 * Errors: fiche-unusable {obstacles}, fiche-split-altered {block}, referential-malformed.
 */
export const referentialOf = (fiche: FicheReading, version: string, splits: Splits): Result<Referential> => {
  const obstacles = obstaclesOf(fiche);
  if (obstacles.length > 0) return failed('fiche-unusable', { obstacles });
  const altered = fiche.blocks.find((block) => !keepsWords(block, partsOf(block, splits)));
  if (altered !== undefined) return failed('fiche-split-altered', { block: altered.code });
  const { dates, certifiers, texts } = fiche;
  const [first, ...others] = certifiers.some(({ active }) => active) ? certifiers.filter(({ active }) => active) : certifiers;
  const gone = certifiers.filter(({ active }) => !active);
  return readReferential({
    code: fiche.code,
    version,
    title: fiche.title,
    state: fiche.state,
    level: fiche.level,
    nsf: fiche.nsf,
    formacodes: fiche.formacodes,
    certifier: { name: first?.name, siret: first?.siret ?? null, tradeName: null, website: null },
    otherCertifiers: others.map(({ name, siret }) => ({ name, siret })),
    certifierChanges: gone.flatMap(({ name, siret, since }) => (since === null ? [] : [{ name, siret, action: 'removed', on: since }])),
    decisionDate: registrationStart(fiche),
    startsBy: dates.decision !== null ? 'decision' : dates.effect !== null ? 'effect' : 'publication',
    durationYears: fiche.durationYears,
    registrationEnd: dates.registrationEnd,
    deliveryLimit: dates.deliveryLimit,
    earlierDecisions: [],
    previous: fiche.previous.map((code) => ({ code, title: null })),
    next: fiche.next.map((code) => ({ code, title: null })),
    correspondences: [...new Set(fiche.correspondences.map(({ code }) => code))].map((code) => ({ code, title: null })),
    objective: texts.objective,
    activities: texts.activities.map((title) => ({ title, tasks: [] })),
    attestedCompetencies: texts.attested,
    blocks: fiche.blocks.map((block) => ({
      code: block.code,
      label: block.label,
      evaluation: block.evaluation,
      competencies: partsOf(block, splits).map((text, rank) => ({ code: `${block.code}-C${rank + 1}`, text })),
    })),
    // The rule of composition is never guessed from a text: the usual one holds, and a remark asks the lead to compare.
    accessPaths: fiche.paths.map((path) => ({ ...path, requires: null })),
    declaredBlockCount: fiche.announcedBlocks,
    acquisitionText: [],
    evaluationText: null,
    accommodationText: null,
    blockPrerequisites: null,
    entryRequirements: null,
    entryText: texts.entry,
    statistics: fiche.statistics,
    sectors: texts.sectors,
    jobs: texts.jobs.length === 0 ? [] : [{ stage: null, titles: texts.jobs }],
    rome: fiche.rome,
    regulatedActivity: texts.regulated,
    territories: fiche.territories,
    descriptionUrl: fiche.descriptionUrl,
    // What the person has just read and confirmed is doubtful no more.
    remarks: fiche.remarks.filter(({ code }) => code !== 'split-doubtful'),
  });
};

/** One thing that another version of the fiche says otherwise. */
export interface FicheDifference {
  readonly what: 'title' | 'dates' | 'blockAdded' | 'blockGone' | 'blockChanged' | 'path' | 'certifier';
  /** The block or the path that differs; empty for the fiche as a whole. */
  readonly of: string;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What changes for a session that goes from one version of its fiche to another. */
export const compareVersions = (before: Referential, after: Referential): FicheDifference[] => {
  const datesOf = ({ decisionDate, registrationEnd, deliveryLimit }: Referential) => [decisionDate, registrationEnd, deliveryLimit];
  const byCode = <Item extends { readonly code: string }>(items: readonly Item[], code: string): Item | undefined => items.find((item) => item.code === code);
  const differences: (readonly [FicheDifference['what'], string, boolean])[] = [
    ['title', '', before.title !== after.title],
    ['dates', '', !same(datesOf(before), datesOf(after))],
    ['certifier', '', before.certifier.name !== after.certifier.name || before.certifier.siret !== after.certifier.siret],
    ...before.blocks.map(({ code }) => ['blockGone', code, byCode(after.blocks, code) === undefined] as const),
    ...after.blocks.map(({ code }) => ['blockAdded', code, byCode(before.blocks, code) === undefined] as const),
    ...after.blocks.flatMap(({ code, label, competencies }) => {
      const old = byCode(before.blocks, code);
      return old === undefined ? [] : [['blockChanged', code, old.label !== label || !same(old.competencies, competencies)] as const];
    }),
    ...after.accessPaths.map((terms) => {
      const old = before.accessPaths.find(({ path }) => path === terms.path);
      return ['path', terms.path, (old?.open ?? false) !== terms.open || (old?.composition ?? null) !== terms.composition] as const;
    }),
  ];
  return differences.flatMap(([what, of, differs]) => (differs ? [{ what, of }] : []));
};

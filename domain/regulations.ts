import { z } from 'zod';
import { linkKind } from './jury.ts';

const fields = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(40),
  title: z.string().min(1).max(200),
  quorum: z.number().int().min(2).max(12),
  abstention: z.enum(['forbidden', 'allowed']),
  opinions: z.enum(['individual', 'collegialOnly']),
  decisionRule: z.enum(['collegial', 'majority']),
  tie: z.enum(['presidentCasts', 'refusal', 'anotherRound']),
  rounds: z.number().int().min(1).max(5),
  scale: z
    .array(z.strictObject({ code: z.string().min(1).max(20), label: z.string().min(1).max(60) }))
    .min(2)
    .max(8),
  refusalCitesCompetencies: z.boolean(),
  refusalNeedsRecommendation: z.boolean(),
  validationNeedsReason: z.boolean(),
  recusingLinks: z.array(linkKind),
  vaeNotificationDays: z.number().int().min(1).max(60),
  appealText: z.string().max(4000),
  appealDelayDays: z.number().int().min(0).max(400),
  retention: z.strictObject({
    minuteYears: z.number().int().min(1).max(100),
    dossierMonthsAfterAppeal: z.number().int().min(0).max(120),
    jurorYears: z.number().int().min(0).max(30),
  }),
});
/** The certificateur's rules, as versioned data; every default that is not law or fiche is a parameter here. */
export const regulations = fields
  .refine((value) => value.opinions === 'individual' || value.decisionRule === 'collegial', { path: ['decisionRule'] })
  .refine((value) => new Set(value.scale.map((level) => level.code)).size === value.scale.length, { path: ['scale'] })
  .meta({ id: 'regulations' });
/** The rules as a window gives them: no kind of link twice, so that the list has an end. */
export const regulationsGiven = regulations.refine(({ recusingLinks }) => new Set(recusingLinks).size === recusingLinks.length, { path: ['recusingLinks'] });
/** The certificateur's rules, as versioned data. Without individual opinions there is no count that could bind the jury. */
export type Regulations = z.infer<typeof regulations>;

/** The default regulations: three of three present, no abstention, opinions given alone then a collegial decision. */
export const defaultRegulations: Regulations = {
  id: 'reglement-type',
  version: '1.1',
  title: 'Règlement type de jury',
  quorum: 3,
  abstention: 'forbidden',
  opinions: 'individual',
  decisionRule: 'collegial',
  tie: 'presidentCasts',
  rounds: 3,
  scale: [
    { code: 'acquis', label: 'Acquis' },
    { code: 'partiel', label: 'Partiellement acquis' },
    { code: 'non-acquis', label: 'Non acquis' },
  ],
  refusalCitesCompetencies: true,
  refusalNeedsRecommendation: true,
  validationNeedsReason: false,
  recusingLinks: ['family', 'personal', 'professional', 'hierarchical', 'pedagogical', 'business'],
  vaeNotificationDays: 15,
  appealText: '',
  appealDelayDays: 60,
  retention: { minuteYears: 50, dossierMonthsAfterAppeal: 12, jurorYears: 6 },
};

/** Whether two regulations bear the same name and version and yet differ: a version, once used, says one thing only. */
export const contradictsVersion = (one: Regulations, other: Regulations): boolean =>
  one.id === other.id && one.version === other.version && JSON.stringify(one) !== JSON.stringify(other);

/** The version that follows: the last number of "1.0" grows, "1.1"; a version without a number gets one. */
export const nextVersion = (version: string): string =>
  /\d+(?!.*\d)/.test(version) ? version.replace(/\d+(?!.*\d)/, (last) => String(Number(last) + 1)) : `${version}.1`;

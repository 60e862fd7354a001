import { z } from 'zod';
import { done, failed, type Result } from './errors.ts';
import { blockCode, competencyCode } from './ids.ts';
import { accessPath, compositionRule, type AccessPath } from './jury.ts';
import { day } from './time.ts';

const text = z.string().trim().min(1);
const siret = z.string().regex(/^\d{14}$/);
const coded = z.strictObject({ code: text, label: text });
const percent = z.number().min(0).max(100).nullable();

/** One competency of a block, word for word. */
export const competency = z.strictObject({ code: competencyCode, text });
/** One competency of a block. */
export type Competency = z.infer<typeof competency>;

/** One block of competencies, evaluated and validated on its own. */
export const block = z.strictObject({
  code: blockCode,
  label: text,
  /** How the block is evaluated; null where the fiche is silent. */
  evaluation: text.nullable(),
  competencies: z.array(competency).min(1),
});
/** One block of competencies. */
export type Block = z.infer<typeof block>;

/** One access path of the fiche, with the composition of the jury word for word where the path is open. */
export const accessPathTerms = z.strictObject({
  path: accessPath,
  label: text,
  open: z.boolean(),
  composition: text.nullable(),
  /** The composition as data; null where nobody has put it so: the usual rule of the path then holds. */
  requires: compositionRule.nullable().default(null),
  modifiedOn: day.nullable(),
});
/** One access path of the fiche. */
export type AccessPathTerms = z.infer<typeof accessPathTerms>;

/** What a reader of the fiche must know: a contradiction, or a rule to check, asks for the lead's acknowledgement; wording and history inform. */
export const remark = z.strictObject({ code: text, kind: z.enum(['contradiction', 'check', 'wording', 'history']), text });
/** What a reader of the fiche must know. */
export type Remark = z.infer<typeof remark>;

/** The code of the remark that asks the lead to compare the rule of composition applied with the text of an imported fiche. */
export const ruleToCheck = 'composition-rule';

/** Whether the lead must acknowledge a remark before the session opens. */
export const mustBeAcknowledged = (entry: Pick<Remark, 'kind'>): boolean => entry.kind === 'contradiction' || entry.kind === 'check';

/** The figures of one year that a fiche publishes. */
export const statistic = z.strictObject({
  year: z.number().int().min(1990).max(2100),
  certified: z.number().int().min(0),
  certifiedByVae: z.number().int().min(0).nullable(),
  insertion6: percent,
  insertionTarget6: percent,
  insertionTarget24: percent,
});

/** What the first day of a registration is: the decision, or where there is none the day of effect, or of publication. */
export const startOfRegistration = z.enum(['decision', 'effect', 'publication']);

const shape = z.strictObject({
  code: z.string().regex(/^RNCP\d{3,6}$/),
  /** The last dated change of the fiche: what tells two transcriptions apart. */
  version: text,
  title: text,
  state: text.nullable(),
  /** Null where the fiche is silent, as every fact that no rule rests on: what prints it says so. */
  level: z.number().int().min(1).max(8).nullable(),
  nsf: z.array(coded),
  formacodes: z.array(coded),
  certifier: z.strictObject({ name: text, siret: siret.nullable(), tradeName: text.nullable(), website: text.nullable() }),
  /** The other bodies that grant the certification with the first. */
  otherCertifiers: z.array(z.strictObject({ name: text, siret: siret.nullable() })).default([]),
  certifierChanges: z.array(z.strictObject({ name: text, siret: siret.nullable(), action: z.enum(['removed', 'added']), on: day })),
  /** The day from which the registration holds, and what that day is: a registration "de droit" has a day of effect and no decision. */
  decisionDate: day,
  startsBy: startOfRegistration.default('decision'),
  durationYears: z.number().int().min(1).max(10).nullable(),
  registrationEnd: day,
  deliveryLimit: day.nullable(),
  earlierDecisions: z.array(z.strictObject({ decidedOn: day, publishedOn: day, durationYears: z.number().int().min(1), text })),
  previous: z.array(z.strictObject({ code: text, title: text.nullable() })),
  next: z.array(z.strictObject({ code: text, title: text.nullable() })).default([]),
  correspondences: z.array(z.strictObject({ code: text, title: text.nullable() })),
  objective: text.nullable(),
  activities: z.array(z.strictObject({ title: text, tasks: z.array(text) })),
  attestedCompetencies: z.array(text),
  blocks: z.array(block).min(1),
  accessPaths: z.array(accessPathTerms).min(1),
  /** The number of blocks that the fiche's text announces; the blocks that count are those it lists. */
  declaredBlockCount: z.number().int().min(1).nullable(),
  acquisitionText: z.array(text),
  evaluationText: text.nullable(),
  accommodationText: text.nullable(),
  blockPrerequisites: z.boolean().nullable(),
  /** The entry requirements sorted by what they ask; null where they are only known as one text. */
  entryRequirements: z
    .strictObject({
      knowledge: text,
      admission: z.array(text),
      english: text,
      french: text,
      documents: z.array(text),
      procedure: text,
    })
    .nullable(),
  entryText: text.nullable().default(null),
  statistics: z.array(statistic),
  sectors: z.array(text),
  jobs: z.array(z.strictObject({ stage: text.nullable(), titles: z.array(text) })),
  rome: z.array(coded),
  regulatedActivity: text.nullable(),
  territories: z.strictObject({ newCaledonia: z.boolean(), frenchPolynesia: z.boolean() }),
  descriptionUrl: text.nullable(),
  remarks: z.array(remark),
});
/** One version of a certification's fiche. */
export type Referential = z.infer<typeof shape>;

type Complaint = { readonly path: readonly (string | number)[]; readonly reason: ReferentialFault };

/** Why a field of a referential is refused; the sentences are in words/referential.ts. */
export const referentialFaults = [
  'missing',
  'unexpected',
  'wrong-type',
  'not-allowed',
  'empty',
  'out-of-bounds',
  'malformed',
  'duplicate',
  'foreign-competency',
  'dates-out-of-order',
  'composition-missing',
  'composition-on-closed-path',
  'contradiction-unrecorded',
] as const;
/** Why a field of a referential is refused. */
export type ReferentialFault = (typeof referentialFaults)[number];

const repeated = (values: readonly string[]): number => values.findIndex((value, rank) => values.indexOf(value) !== rank);

const findDuplicates = (value: Referential): Complaint[] => {
  const lists: readonly (readonly [field: string, key: string, values: readonly string[]])[] = [
    ['blocks', 'code', value.blocks.map((one) => one.code)],
    ['accessPaths', 'path', value.accessPaths.map((one) => one.path)],
    ['remarks', 'code', value.remarks.map((one) => one.code)],
    ...value.blocks.map((one, rank) => [`blocks.${rank}.competencies`, 'code', one.competencies.map((each) => each.code)] as const),
  ];
  return lists.flatMap(([field, key, values]) => {
    const rank = repeated(values);
    return rank < 0 ? [] : [{ path: [field, rank, key], reason: 'duplicate' as const }];
  });
};

const findForeign = (value: Referential): Complaint[] =>
  value.blocks.flatMap((one, rank) =>
    one.competencies.flatMap((each, place) =>
      each.code.startsWith(`${one.code}-C`) ? [] : [{ path: ['blocks', rank, 'competencies', place, 'code'], reason: 'foreign-competency' as const }],
    ),
  );

/** The codes of the remarks that own up to what a fiche says against itself: with such a remark, it is read as it stands. */
export const ownedUp = {
  openWithoutText: (path: AccessPath): string => `open-path-without-text-${path}`,
  closedWithText: (path: AccessPath): string => `closed-path-with-text-${path}`,
  endBeforeStart: 'end-before-start',
  limitBeforeEnd: 'delivery-limit-before-end',
} as const;

const isOwned = (value: Referential, code: string): boolean => value.remarks.some((one) => one.code === code && one.kind === 'contradiction');

const findCompositionFaults = (value: Referential): Complaint[] =>
  value.accessPaths.flatMap((terms, rank): Complaint[] => {
    const path = ['accessPaths', rank, 'composition'];
    if (terms.open && terms.composition === null && !isOwned(value, ownedUp.openWithoutText(terms.path))) return [{ path, reason: 'composition-missing' }];
    if (!terms.open && terms.composition !== null && !isOwned(value, ownedUp.closedWithText(terms.path)))
      return [{ path, reason: 'composition-on-closed-path' }];
    return [];
  });

const findInconsistencies = (value: Referential): Complaint[] => {
  const complaints: Complaint[] = [...findDuplicates(value), ...findForeign(value), ...findCompositionFaults(value)];
  if (value.registrationEnd <= value.decisionDate && !isOwned(value, ownedUp.endBeforeStart))
    complaints.push({ path: ['registrationEnd'], reason: 'dates-out-of-order' });
  if (value.deliveryLimit !== null && value.deliveryLimit < value.registrationEnd && !isOwned(value, ownedUp.limitBeforeEnd)) {
    complaints.push({ path: ['deliveryLimit'], reason: 'dates-out-of-order' });
  }
  const announced = value.declaredBlockCount === null || value.declaredBlockCount === value.blocks.length;
  if (!announced && !value.remarks.some((one) => one.kind === 'contradiction')) {
    complaints.push({ path: ['declaredBlockCount'], reason: 'contradiction-unrecorded' });
  }
  return complaints;
};

const faultOf = (issue: z.core.$ZodIssue): ReferentialFault => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-type';
    case 'unrecognized_keys':
      return 'unexpected';
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'not-allowed';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'empty' : 'out-of-bounds';
    case 'too_big':
      return 'out-of-bounds';
    default:
      return 'malformed';
  }
};

const refuse = (path: readonly PropertyKey[], reason: ReferentialFault): Result<Referential> =>
  failed('referential-malformed', { field: path.map(String).join('.'), reason });

/** Reads one version of a fiche; a malformed one is refused with the first field at fault ("blocks.0.competencies.2.text") and the reason. */
export const readReferential = (json: unknown): Result<Referential> => {
  const read = shape.safeParse(json, { reportInput: true });
  if (!read.success) {
    const [issue] = read.error.issues;
    if (issue === undefined) throw new Error('zod refused without an issue');
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return refuse([...issue.path, ...extra], faultOf(issue));
  }
  const [complaint] = findInconsistencies(read.data);
  return complaint === undefined ? done(read.data) : refuse(complaint.path, complaint.reason);
};

/** The terms of one access path; a path that the fiche does not list is closed. */
export const termsOf = (referential: Pick<Referential, 'accessPaths'>, path: AccessPath): AccessPathTerms =>
  referential.accessPaths.find((terms) => terms.path === path) ?? { path, label: path, open: false, composition: null, requires: null, modifiedOn: null };

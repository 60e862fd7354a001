import { z } from 'zod';
import { oneLine } from './harmless.ts';
import { candidateId, jurorId, type JurorId } from './ids.ts';

/** The six access paths of the RNCP, by the codes of domain.md. */
export const accessPath = z.enum(['FI', 'CA', 'FC', 'CQ', 'VAE', 'CL']);
/** One of the six access paths of the RNCP. */
export type AccessPath = z.infer<typeof accessPath>;

/** Kinds of links between a member and a candidate that a declaration names. */
export const linkKind = z.enum(['family', 'personal', 'professional', 'hierarchical', 'pedagogical', 'business']);
/** One kind of link between a member and a candidate. */
export type LinkKind = z.infer<typeof linkKind>;

/** What a person says of a juror when preparing the session. */
export const jurorFields = z.strictObject({
  civility: z.enum(['Mme', 'M.', '']),
  givenName: oneLine(80).min(1),
  familyName: oneLine(80).min(1),
  quality: oneLine(160).min(1),
  employer: oneLine(160).min(1),
  membership: z.enum(['internal', 'external']),
  itProfessional: z.boolean(),
  pedagogicalLead: z.boolean(),
  qualified: z.boolean(),
  seat: z.enum(['titular', 'substitute']),
});
/** What a person says of a juror when preparing the session. */
export type JurorFields = z.infer<typeof jurorFields>;

/** The letters a member receives before the day: an invitation, and the summons that an employer may ask for. */
export const letterKind = z.enum(['invitation', 'summons']);
/** One of the letters a member receives before the day. */
export type LetterKind = z.infer<typeof letterKind>;

/** A member of the jury. */
export const juror = jurorFields.extend({ id: jurorId });
/** A member of the jury. */
export type Juror = z.infer<typeof juror>;

/** One link that a member declares towards one candidate. */
export const declaredLink = z.strictObject({ candidateId, kind: linkKind, note: z.string().trim().max(500) });
/** One link that a member declares towards one candidate. */
export type DeclaredLink = z.infer<typeof declaredLink>;

/** What the text of an access path asks of the jury, as data: `sector` wants the outside members to be professionals of the certification's field. */
export const compositionRule = z
  .strictObject({
    members: z.number().int().min(1).max(12),
    externals: z.number().int().min(0).max(12),
    sector: z.boolean(),
    pedagogicalLead: z.boolean(),
    qualified: z.number().int().min(0).max(12),
  })
  .meta({ id: 'compositionRule' });
/** What the text of an access path asks of the jury, as data. */
export type CompositionRule = z.infer<typeof compositionRule>;

/** One requirement of a composition that is not met, with the figures that show it. */
export const compositionGap = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('members'), needed: z.number(), sitting: z.number() }),
    z.strictObject({ kind: z.literal('externals'), needed: z.number(), sitting: z.number() }),
    z.strictObject({ kind: z.literal('lead') }),
    z.strictObject({ kind: z.literal('qualified') }),
    z.strictObject({ kind: z.literal('president') }),
    z.strictObject({ kind: z.literal('undeclared'), jurors: z.array(jurorId) }),
    z.strictObject({ kind: z.literal('closedPath') }),
  ])
  .meta({ id: 'compositionGap' });
/** One requirement of a composition that is not met. */
export type CompositionGap = z.infer<typeof compositionGap>;

/** The composition of the jury for one candidate: who sits, whether that suffices, and the text applied. */
export const composition = z.strictObject({
  path: accessPath,
  sitting: z.array(jurorId),
  president: jurorId.nullable(),
  gaps: z.array(compositionGap),
  text: z.string().nullable(),
});
/** The composition of the jury for one candidate. */
export type Composition = z.infer<typeof composition>;

/**
 * The rule of an access path whose fiche has not been put as data: three members, two of them from outside.
 * FI: the pedagogical lead and two outside professionals. CA, FC, CQ, VAE: two outside IT professionals. Source: fiche RNCP36912, domain.md "Jury composition".
 */
export const usualRule = (path: AccessPath): CompositionRule => ({
  members: 3,
  externals: 2,
  sector: path !== 'FI',
  pedagogicalLead: path === 'FI',
  qualified: path === 'VAE' ? 1 : 0,
});

/** Members of a VAE jury who must be qualified for the certification, whatever the fiche says. Source: Code du travail D6412-6. */
const qualifiedByLaw = (path: AccessPath): number => (path === 'VAE' ? 1 : 0);

/** Checks the members sitting for one candidate against the rule of the access path and the quorum; `undeclared` are here but may not sit yet. */
export const checkComposition = (facts: {
  readonly path: AccessPath;
  readonly open: boolean;
  readonly text: string | null;
  readonly rule: CompositionRule;
  readonly quorum: number;
  readonly sitting: readonly Juror[];
  readonly undeclared: readonly JurorId[];
  readonly president: Juror | null;
}): Composition => {
  const { path, rule, sitting, president, undeclared } = facts;
  const gaps: CompositionGap[] = [];
  const externals = sitting.filter((member) => member.membership === 'external' && (!rule.sector || member.itProfessional)).length;
  const members = Math.max(facts.quorum, rule.members);
  const qualified = Math.max(rule.qualified, qualifiedByLaw(path));
  if (!facts.open) gaps.push({ kind: 'closedPath' });
  if (sitting.length < members) gaps.push({ kind: 'members', needed: members, sitting: sitting.length });
  if (externals < rule.externals) gaps.push({ kind: 'externals', needed: rule.externals, sitting: externals });
  if (rule.pedagogicalLead && !sitting.some((member) => member.pedagogicalLead)) gaps.push({ kind: 'lead' });
  if (sitting.filter((member) => member.qualified).length < qualified) gaps.push({ kind: 'qualified' });
  if (president === null) gaps.push({ kind: 'president' });
  if (gaps.length > 0 && undeclared.length > 0) gaps.push({ kind: 'undeclared', jurors: [...undeclared] });
  return { path, sitting: sitting.map((member) => member.id), president: president?.id ?? null, gaps, text: facts.text };
};

import { z } from 'zod';
import { candidateId, jurorId } from './ids.ts';

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
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  quality: z.string().trim().min(1).max(160),
  employer: z.string().trim().min(1).max(160),
  membership: z.enum(['internal', 'external']),
  itProfessional: z.boolean(),
  pedagogicalLead: z.boolean(),
  qualified: z.boolean(),
  seat: z.enum(['titular', 'substitute']),
});
/** What a person says of a juror when preparing the session. */
export type JurorFields = z.infer<typeof jurorFields>;

/** A member of the jury. */
export const juror = jurorFields.extend({ id: jurorId });
/** A member of the jury. */
export type Juror = z.infer<typeof juror>;

/** One link that a member declares towards one candidate. */
export const declaredLink = z.strictObject({ candidateId, kind: linkKind, note: z.string().trim().max(500) });
/** One link that a member declares towards one candidate. */
export type DeclaredLink = z.infer<typeof declaredLink>;

/** One requirement of a composition that is not met, with the figures that show it. */
export const compositionGap = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('members'), needed: z.number(), sitting: z.number() }),
  z.strictObject({ kind: z.literal('externals'), needed: z.number(), sitting: z.number() }),
  z.strictObject({ kind: z.literal('lead') }),
  z.strictObject({ kind: z.literal('qualified') }),
  z.strictObject({ kind: z.literal('president') }),
  z.strictObject({ kind: z.literal('closedPath') }),
]);
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

/** Number of members that every open path of the seed's fiche asks for. */
export const seatCount = 3;

const externalsOf = (path: AccessPath, members: readonly Juror[]): number =>
  members.filter((member) => member.membership === 'external' && (path === 'FI' || member.itProfessional)).length;

/**
 * Checks the members sitting for one candidate against the text of the access path.
 * FI: the pedagogical lead and two outside professionals. CA, FC, CQ, VAE: three members, two of them outside IT professionals.
 * VAE also wants a member qualified for the certification (D6412-6). Source: fiche RNCP36912, domain.md "Jury composition".
 */
export const checkComposition = (facts: {
  readonly path: AccessPath;
  readonly open: boolean;
  readonly text: string | null;
  readonly quorum: number;
  readonly sitting: readonly Juror[];
  readonly president: Juror | null;
}): Composition => {
  const { path, sitting, president } = facts;
  const gaps: CompositionGap[] = [];
  const externals = externalsOf(path, sitting);
  const needed = Math.max(facts.quorum, seatCount);
  if (!facts.open) gaps.push({ kind: 'closedPath' });
  if (sitting.length < needed) gaps.push({ kind: 'members', needed, sitting: sitting.length });
  if (externals < 2) gaps.push({ kind: 'externals', needed: 2, sitting: externals });
  if (path === 'FI' && !sitting.some((member) => member.pedagogicalLead)) gaps.push({ kind: 'lead' });
  if (path === 'VAE' && !sitting.some((member) => member.qualified)) gaps.push({ kind: 'qualified' });
  if (president === null) gaps.push({ kind: 'president' });
  return { path, sitting: sitting.map((member) => member.id), president: president?.id ?? null, gaps, text: facts.text };
};

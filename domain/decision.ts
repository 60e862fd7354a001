import { z } from 'zod';
import { blockCode, competencyCode, jurorId } from './ids.ts';
import { broughtBlock } from './candidate.ts';
import { instant } from './time.ts';
import type { BlockCode, CompetencyCode } from './ids.ts';
import type { Regulations } from './regulations.ts';
import { done, failed, type Result } from './errors.ts';

/** What the jury enters for one block: an outcome, its reason, and for a refusal the competencies cited and a recommendation. */
export const decisionFields = z.strictObject({
  outcome: z.enum(['validated', 'notValidated']),
  reason: z.string().trim().max(30_000),
  recommendation: z.string().trim().max(30_000),
  competencies: z.array(competencyCode).max(60),
});
/** What the jury enters for one block. */
export type DecisionFields = z.infer<typeof decisionFields>;

/** Why a candidate is postponed: undecided is neither admitted nor refused. */
export const postponementCause = z.enum(['composition', 'entry', 'dossier', 'other']);
/** Why a candidate is postponed. */
export type PostponementCause = z.infer<typeof postponementCause>;

/** A decision as the record keeps it: collegial, under a named rule and version, by the members who sat. */
export const blockDecision = decisionFields
  .extend({
    at: instant,
    /** Under which rule the jury decided: together, or bound to the count. Never what the count was: with three members it names everyone. */
    rule: z.enum(['collegial', 'majority']),
    regulations: z.string(),
    members: z.array(jurorId),
    president: jurorId,
  })
  .meta({ id: 'decision' });
/** A decision as the record keeps it. */
export type BlockDecision = z.infer<typeof blockDecision>;

/** The state of one block for one candidate: the mark on screen, on paper and in the record. */
export const blockState = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('brought'), brought: broughtBlock }),
    z.strictObject({ kind: z.literal('notPresented') }),
    z.strictObject({ kind: z.literal('absent'), scope: z.enum(['candidate', 'block']) }),
    z.strictObject({ kind: z.literal('postponed') }),
    z.strictObject({ kind: z.literal('pending') }),
    z.strictObject({ kind: z.literal('validated'), decision: blockDecision }),
    z.strictObject({ kind: z.literal('notValidated'), decision: blockDecision }),
  ])
  .meta({ id: 'blockState' });
/** The state of one block for one candidate. */
export type BlockState = z.infer<typeof blockState>;

/** The outcome of one candidate. `remaining` are the blocks still to acquire for the full certification. */
export const outcome = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('full'), acquired: z.array(blockCode), today: z.array(blockCode) }),
    z.strictObject({ kind: z.literal('partial'), acquired: z.array(blockCode), today: z.array(blockCode), remaining: z.array(blockCode) }),
    z.strictObject({ kind: z.literal('none'), acquired: z.array(blockCode), remaining: z.array(blockCode) }),
    z.strictObject({ kind: z.literal('absent'), acquired: z.array(blockCode), remaining: z.array(blockCode) }),
    z.strictObject({ kind: z.literal('excused'), acquired: z.array(blockCode), remaining: z.array(blockCode) }),
    z.strictObject({
      kind: z.literal('postponed'),
      cause: postponementCause,
      note: z.string(),
      acquired: z.array(blockCode),
      remaining: z.array(blockCode),
    }),
    z.strictObject({ kind: z.literal('undecided'), acquired: z.array(blockCode), remaining: z.array(blockCode), pending: z.array(blockCode) }),
  ])
  .meta({ id: 'outcome' });
/** The outcome of one candidate. */
export type Outcome = z.infer<typeof outcome>;

/** Whether a state means that the block is acquired, before or today. */
export const isAcquired = (state: BlockState): boolean => state.kind === 'brought' || state.kind === 'validated';

/**
 * The outcome that the blocks give, every block of the fiche in its order.
 * Full: every block acquired, before or today; no compensation between blocks; an acquired block is never lost. Source: fiche RNCP36912, R6412-7.
 */
export const outcomeOfBlocks = (blocks: readonly { readonly code: BlockCode; readonly state: BlockState }[]): Outcome => {
  const codes = (keep: (state: BlockState) => boolean): BlockCode[] => blocks.filter((block) => keep(block.state)).map((block) => block.code);
  const acquired = codes(isAcquired);
  const today = codes((state) => state.kind === 'validated');
  const remaining = codes((state) => !isAcquired(state));
  const pending = codes((state) => state.kind === 'pending');
  if (pending.length > 0) return { kind: 'undecided', acquired, remaining, pending };
  if (remaining.length === 0) return { kind: 'full', acquired, today };
  if (today.length > 0) return { kind: 'partial', acquired, today, remaining };
  return { kind: 'none', acquired, remaining };
};

/** Checks the words of a decision: a refused block needs a reason that cites its competencies, and a recommendation. Source: domain.md "Blocks and outcome". */
export const checkDecisionFields = (fields: DecisionFields, competenciesOfBlock: readonly CompetencyCode[], rules: Regulations): Result<DecisionFields> => {
  const foreign = fields.competencies.find((code) => !competenciesOfBlock.includes(code));
  if (foreign !== undefined) return failed('competency-foreign', { competency: foreign });
  if (fields.outcome === 'validated') return rules.validationNeedsReason && fields.reason === '' ? failed('reason-missing') : done(fields);
  if (fields.reason === '') return failed('reason-missing');
  if (rules.refusalCitesCompetencies && fields.competencies.length === 0) return failed('competencies-missing');
  if (rules.refusalNeedsRecommendation && fields.recommendation === '') return failed('recommendation-missing');
  return done(fields);
};

import { z } from 'zod';
import type { Presence } from './candidate.ts';
import type { Outcome } from './decision.ts';

/** The totals of a session; every candidate is counted once among the outcomes. */
export const totals = z
  .strictObject({
    registered: z.number().int(),
    present: z.number().int(),
    excused: z.number().int(),
    absent: z.number().int(),
    full: z.number().int(),
    partial: z.number().int(),
    none: z.number().int(),
    postponed: z.number().int(),
  })
  .meta({ id: 'totals' });

/** The totals of a session. */
export type Totals = z.infer<typeof totals>;

/** What is counted of a candidate. */
interface Counted {
  readonly presence: Presence;
  readonly outcome: Outcome;
}

/** Counts the candidates of a record: the eight figures of the minute's section 10. */
export const countTotals = (candidates: readonly Counted[]): Totals => {
  const among = (keep: (candidate: Counted) => boolean): number => candidates.filter(keep).length;
  return {
    registered: candidates.length,
    present: among((candidate) => candidate.presence === 'present'),
    excused: among((candidate) => candidate.presence === 'excused'),
    absent: among((candidate) => candidate.presence === 'absent'),
    full: among((candidate) => candidate.outcome.kind === 'full'),
    partial: among((candidate) => candidate.outcome.kind === 'partial'),
    none: among((candidate) => candidate.outcome.kind === 'none'),
    postponed: among((candidate) => candidate.outcome.kind === 'postponed'),
  };
};

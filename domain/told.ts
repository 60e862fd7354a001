import { z } from 'zod';
import { blockCode } from './ids.ts';
import { candidateOfRecord, memberOfRecord, record } from './minute.ts';
import { day } from './time.ts';

/**
 * A record as somebody hands it over to be replayed: what it was prepared with and its acts must be readable; what the acts give is compared whatever it says,
 * so that a result written by hand is a difference with its name, and no unreadable file.
 */
export const toldRecord = record.extend({
  members: z
    .array(
      memberOfRecord.extend({
        rank: z.unknown().optional(),
        attendance: z.unknown().optional(),
        declaredAt: z.unknown().optional(),
        decided: z.unknown().optional(),
      }),
    )
    .max(60),
  candidates: z
    .array(
      candidateOfRecord.extend({
        presence: z.unknown().optional(),
        entry: z.looseObject({ entryDate: day }),
        composition: z.unknown().optional(),
        blocks: z.array(z.looseObject({ code: blockCode, state: z.unknown().optional() })).max(200),
        outcome: z.unknown().optional(),
      }),
    )
    .max(2000),
  recusals: z.unknown().optional(),
  incidents: z.unknown().optional(),
  unable: z.unknown().optional(),
  totals: z.unknown().optional(),
  rectification: z.unknown().optional(),
});
/** A record as somebody hands it over to be replayed. */
export type ToldRecord = z.infer<typeof toldRecord>;

import { z } from 'zod';
import { ficheObstacle, ficheReading } from './fiche.ts';
import { instant } from './time.ts';

const code = z.string().min(1).max(20);
const version = z.string().min(1).max(40);

/** One version of a fiche that a session can be held on: shipped with the program, or imported. */
export const ficheLine = z.strictObject({
  code,
  title: z.string(),
  version,
  level: z.number().nullable(),
  blocks: z.number(),
  competencies: z.number(),
  /** Where and when it was imported; null for a fiche that the program ships. */
  imported: z.strictObject({ fileName: z.string(), at: instant }).nullable(),
  /** Sessions that hold their own copy of it. */
  sessions: z.number(),
});
/** One version of a fiche that a session can be held on. */
export type FicheLine = z.infer<typeof ficheLine>;

/** What names a version of a fiche. */
export const ficheKey = z.strictObject({ code, version });
/** What is typed to find a fiche in a flux that was indexed. */
export const ficheSearch = z.strictObject({ work: z.string().min(1).max(120), query: z.string().max(200) });

/** The fiches of a flux that a search finds: the first of them, and how many there are. */
export const ficheFound = z.strictObject({
  fileName: z.string(),
  fiches: z.number(),
  found: z.number(),
  lines: z
    .array(z.strictObject({ code: z.string(), title: z.string(), level: z.number().nullable(), state: z.string().nullable(), active: z.boolean() }))
    .max(60),
});
/** The fiches of a flux that a search finds. */
export type FicheFound = z.infer<typeof ficheFound>;

/** A fiche of a flux, opened to be read and confirmed: what keeps it from serving, the version it would be, and whether the list has it already. */
export const ficheProposal = z.strictObject({
  fiche: ficheReading,
  obstacles: z.array(ficheObstacle),
  version,
  known: z.boolean(),
});
/** A fiche of a flux, opened to be read and confirmed. */
export type FicheProposal = z.infer<typeof ficheProposal>;

const mostBlocks = 200;
/** The split of the competencies that a person confirms, block by block. */
export const ficheSplits = z
  .record(z.string().max(64), z.array(z.string().max(20_000)).max(400))
  .refine((splits) => Object.keys(splits).length <= mostBlocks)
  .meta({ maxProperties: mostBlocks });

/** What another version of a session's fiche says otherwise. */
export const ficheDifference = z.strictObject({
  what: z.enum(['title', 'dates', 'blockAdded', 'blockGone', 'blockChanged', 'path', 'certifier']),
  of: z.string(),
});

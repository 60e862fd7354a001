import { z } from 'zod';

/** What a file to import holds. */
export const importKind = z.enum(['candidates', 'grids']);
/** What a file to import holds. */
export type ImportKind = z.infer<typeof importKind>;

/** What each column of a file says, in the order of the file: a field by its name, or null when it is not imported. */
export const importMapping = z.array(z.string().min(1).max(80).nullable()).max(256);
/** What each column of a file says. */
export type ImportMapping = z.infer<typeof importMapping>;

/** One faulty cell of a file to import; `first` is the line of the first for a duplicate (none when it is already in the session). */
export const importProblem = z.strictObject({ line: z.number(), column: z.string(), code: z.string(), value: z.string(), first: z.number().nullable() });
/** One faulty cell of a file to import. */
export type ImportFault = z.infer<typeof importProblem>;

/** One thing that an import changes: the field, what the session has (null for what it has not yet), what the file says; as plain data, the words are added on the screen. */
export const importDifference = z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string() });
/** One thing that an import changes. */
export type ImportDifference = z.infer<typeof importDifference>;

/** What an import would do with a row. */
export const importState = z.enum(['added', 'changed', 'unchanged', 'faulty']);
/** What an import would do with a row. */
export type ImportState = z.infer<typeof importState>;

/** One row of the preview: its cells as written, in the order of `shown`, with its problems or what it changes. */
export const importRow = z.strictObject({
  line: z.number(),
  state: importState,
  cells: z.array(z.string()),
  problems: z.array(importProblem),
  differences: z.array(importDifference),
});
/** One row of the preview. */
export type ImportRow = z.infer<typeof importRow>;

/** How many rows a screen is given at a time. */
export const importPage = 100;

/** The rows of the preview that a person looks at: one page, and how many there are. */
export const importRows = z.strictObject({ total: z.number(), rows: z.array(importRow) });

/** What a file to import holds and would do, before anything is written; its rows are asked for by page. */
export const importView = z.strictObject({
  handle: z.string(),
  kind: importKind,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  sheets: z.array(z.string()),
  sheet: z.number(),
  headerLine: z.number(),
  columns: z.array(z.strictObject({ title: z.string(), samples: z.array(z.string()), field: z.string().nullable() })),
  fields: z.array(z.strictObject({ name: z.string(), required: z.boolean() })),
  /** Whether a person said earlier what these columns are. */
  remembered: z.boolean(),
  /** Titles that nothing recognises, and needed fields that no column gives. */
  unknown: z.array(z.string()),
  missing: z.array(z.string()),
  /** What is wrong with the columns themselves: nothing is read while there is any. */
  problems: z.array(importProblem),
  shown: z.array(z.string()),
  counts: z.record(importState, z.number()),
  /** Candidates of the session that the file does not name: they stay. */
  absent: z.strictObject({ total: z.number(), first: z.array(z.string()) }),
});
/** What a file to import holds and would do, before anything is written. */
export type ImportView = z.infer<typeof importView>;

/** What an import has done. */
export const importDone = z.strictObject({ added: z.number(), changed: z.number(), unchanged: z.number(), left: z.number() });
/** What an import has done. */
export type ImportDone = z.infer<typeof importDone>;

import { z } from 'zod';
import { day, instant } from './time.ts';
import { verdictView } from './verdict.ts';

/** An archive that was written: its file, whether it is encrypted, and the verdict on it read back from the disk. */
export const archiveWritten = z.strictObject({ fileName: z.string(), encrypted: z.boolean(), verdict: verdictView });
/** An archive that was written. */
export type ArchiveWritten = z.infer<typeof archiveWritten>;

/** A bag of dossiers that was written: when, under what name, and the digest by which the archive then names it. */
export const dossiersWritten = z.strictObject({ at: instant, fileName: z.string(), manifestSha512: z.string().regex(/^[0-9a-f]{128}$/) });
/** A bag of dossiers that was written. */
export type DossiersWritten = z.infer<typeof dossiersWritten>;

/** The dossiers of a closed session as a bag would hold them: how many pieces, until when they are kept or the day of their purge, and the last bag written. */
export const dossiersView = z.strictObject({
  pieces: z.number(),
  bytes: z.number(),
  keepUntil: day,
  purgedOn: day.nullable(),
  written: dossiersWritten.nullable(),
});

/** What was already done to keep a session: the last archive with whether it names the last bag of dossiers (null without a bag), and the last working part saved. */
export const archiveState = z.strictObject({
  archived: z.strictObject({ at: instant, sha256: z.string(), namesDossiers: z.boolean().nullable() }).nullable(),
  working: z.strictObject({ at: instant, fileName: z.string() }).nullable(),
});
/** What was already done to keep a session. */
export type ArchiveState = z.infer<typeof archiveState>;
/** The dossiers of a closed session, and the last bag written. */
export type DossiersView = z.infer<typeof dossiersView>;

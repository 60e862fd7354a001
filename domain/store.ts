import { z } from 'zod';
import { recoveryState } from './keys.ts';
import { instant } from './time.ts';

/** A backup within reach, of which nothing was checked since it was made. */
export const backupView = z.strictObject({ id: z.string(), at: instant, cause: z.string(), bytes: z.number() });

/** What opening a backup with a passphrase told: it can be restored only when whole. */
export const backupVerdict = z.enum(['whole', 'damaged', 'otherPassphrase', 'newer']);

/** A backup that was opened: how many sessions it holds, and the last instant at which something was recorded in it. */
export const backupChecked = backupView.extend({ verdict: backupVerdict, sessions: z.number().int().nullable(), lastActAt: instant.nullable() });
/** A backup that was opened: how many sessions it holds, and the last instant at which something was recorded in it. */
export type BackupChecked = z.infer<typeof backupChecked>;

/** What exchanges the store for another state of it: a restore, or the undoing of one. */
export const swapMark = z.strictObject({
  format: z.literal('delibere-aside'),
  cause: z.enum(['restauration', 'annulation']),
  at: instant,
  /** The instant of the backup that was restored. */
  backupAt: instant.nullable(),
  /** Whether a person said that the restored store is the good one. */
  kept: z.boolean(),
});
/** What exchanges the store for another state of it: a restore, or the undoing of one. */
export type SwapMark = z.infer<typeof swapMark>;

/** The restore that can still be undone. */
export const restored = z.strictObject({ at: instant, backupAt: instant.nullable() });
/** The restore that can still be undone. */
export type Restored = z.infer<typeof restored>;

/** The room on the store's disk and the room that an opening wants, in bytes. */
export const storeRoom = z.strictObject({ free: z.number(), needed: z.number() });
/** The room on the store's disk and the room that an opening wants, in bytes. */
export type StoreRoom = z.infer<typeof storeRoom>;

/** Where a folder lies: on this computer, on a network, or in a folder that a service copies elsewhere, by its name. */
export const storePlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('local') }),
  z.strictObject({ kind: z.literal('network') }),
  z.strictObject({ kind: z.literal('synchronised'), service: z.string() }),
]);
/** Where a folder lies: on this computer, on a network, or in a folder that a service copies elsewhere, by its name. */
export type StorePlace = z.infer<typeof storePlace>;

/** The state of the store, the first thing that a window asks. */
export const storeView = z.strictObject({
  kind: z.enum(['absent', 'locked', 'open', 'damaged', 'newer', 'inUse', 'readOnly', 'full', 'failing', 'unmigrated']),
  demonstration: z.boolean(),
  backups: z.array(backupView),
  storeVersion: z.number().nullable(),
  programVersion: z.number(),
  /** When the store's files were last written, for one that is damaged: what a backup would lose is after it. */
  lastWrittenAt: instant.nullable(),
  /** For a store without room. */
  room: storeRoom.nullable(),
  place: storePlace,
  restored: restored.nullable(),
  /** The recovery key of the store on the disk, as its key file tells it; null where there is none to read, and in the demonstration. */
  recovery: recoveryState.nullable(),
});

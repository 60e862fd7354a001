import { firstTables } from './0010-first-tables.ts';
import { juryGuards } from './0020-jury-guards.ts';
import { organismBackup } from './0030-organism-backup.ts';
import { rectification } from './0040-rectification.ts';
import { trustedRoot } from './0050-trusted-root.ts';
import { sealedFiles } from './0060-sealed-files.ts';
import { importMapping } from './0070-import-mapping.ts';
import { requirement } from './0080-requirement.ts';
import { privateNotes } from './0090-private-notes.ts';
import { jurorFiles } from './0100-juror-files.ts';
import { schedule } from './0110-schedule.ts';
import { fiche } from './0120-fiche.ts';
import { register } from './0130-register.ts';
import { dossiersBag } from './0140-dossiers-bag.ts';
import { transfer } from './0160-transfer.ts';
import { retention } from './0170-retention.ts';
import { notification } from './0180-notification.ts';
import { holder } from './0190-holder.ts';
import { insertion } from './0200-insertion.ts';
import { sendingReason } from './0230-sending-reason.ts';

/** One numbered migration; never edited after release. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every migration, in order. */
export const migrations: readonly Migration[] = [
  firstTables,
  juryGuards,
  organismBackup,
  rectification,
  trustedRoot,
  sealedFiles,
  importMapping,
  requirement,
  privateNotes,
  jurorFiles,
  schedule,
  fiche,
  register,
  dossiersBag,
  transfer,
  retention,
  notification,
  holder,
  insertion,
  sendingReason,
];

/** The version of the store that this program writes. */
export const programVersion: number = migrations.at(-1)?.version ?? 0;

import { largestPiece } from '../../../domain/dossier.ts';
import type { IntakeFault } from '../../../domain/intake-fault.ts';

/** One file that a zip or a folder holds. */
export interface IntakeFile {
  /** Its folders and its name, composed (NFC): for matching and for display, never a place on a disk. */
  readonly path: readonly string[];
  readonly bytes: number;
  /** Its content, checked as it passes; throws an IntakeRefusal when it is not what was announced, and what was given before is not to be kept. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What a zip or a folder holds, listed and found without anomaly. */
export interface Manifest {
  readonly files: readonly IntakeFile[];
  /** What systems leave behind, passed over. */
  readonly ignored: readonly string[];
}

/** What an intake may hold at most. Sizes in bytes; the ratio is judged above `freeBytes` only, file by file and as a whole. */
export interface IntakeLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
  readonly freeBytes: number;
  readonly depth: number;
}

/** The limits where nothing else is said: deflate reaches 1,032 to 1, an honest text stays under 200. */
export const intakeLimits: IntakeLimits = {
  files: 20_000,
  fileBytes: largestPiece,
  totalBytes: 10 * 1024 ** 3,
  ratio: 200,
  freeBytes: 1024 * 1024,
  depth: 40,
};

/** The whole intake is refused, for one reason and because of one file (its name may be empty). */
export class IntakeRefusal extends Error {
  readonly fault: IntakeFault;
  readonly file: string;

  constructor(fault: IntakeFault, file = '') {
    super(`intake refused: ${fault}`);
    this.fault = fault;
    this.file = file;
  }
}

/** Refuses the whole intake. */
export const refuseIntake = (fault: IntakeFault, file = ''): never => {
  throw new IntakeRefusal(fault, file);
};

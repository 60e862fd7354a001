/** Every reason for which a zip or a folder of dossiers is refused, whole and with nothing written; the sentences are in words/intake.ts. */
export const intakeFaults = [
  'not-a-zip',
  'truncated',
  'leaves-folder',
  'absolute-path',
  'link',
  'special-file',
  'encrypted',
  'bomb-ratio',
  'bomb-size',
  'too-many-files',
  'size-lies',
  'crc-wrong',
  'overlapping',
  'duplicate-name',
  'duplicate-case',
  'duplicate-unicode',
  'headers-disagree',
  'unknown-method',
  'name-unreadable',
  'name-reserved',
] as const;
/** One reason for which a zip or a folder of dossiers is refused. */
export type IntakeFault = (typeof intakeFaults)[number];

import { done, failed, type Result } from '../domain/errors.ts';
import { sqliteCode } from '../db/connection.ts';
import type { ChosenFile, Office } from './office.ts';

const causes: Readonly<Record<string, 'full' | 'refused' | 'gone'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'refused',
  EPERM: 'refused',
  EROFS: 'refused',
  EBUSY: 'refused',
  EISDIR: 'refused',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
};

/** Writes a file where a person chose, whole or not at all. Error: file-not-written {name, cause}, and what was to be written stays where it was. */
export const writeChosen = async (office: Office, file: ChosenFile, bytes: Uint8Array): Promise<Result<true>> => {
  try {
    await office.tools.dialogs.writeHandle(file.handle, bytes);
    return done(true);
  } catch (error) {
    const cause = causes[sqliteCode(error)];
    if (cause === undefined) throw error;
    return failed('file-not-written', { name: file.name, cause });
  }
};

/** Reads a file that a person chose. Error: file-unreadable {name}. */
export const readChosen = async (office: Office, file: ChosenFile): Promise<Result<Uint8Array>> => {
  try {
    return done(await office.tools.dialogs.readHandle(file.handle));
  } catch (error) {
    if (causes[sqliteCode(error)] === undefined) throw error;
    return failed('file-unreadable', { name: file.name });
  }
};

/** What stops a content that is being written, or its check: the failure to tell. */
export class Stopped extends Error {
  readonly result: Extract<Result<never>, { ok: false }>;
  constructor(result: Extract<Result<never>, { ok: false }>) {
    super(result.error.code);
    this.result = result;
  }
}

/**
 * Writes a content where a person chose as it comes, reads it back with `check` under its temporary name, and only then gives it its own: whole and checked, or not at all.
 * A source that must stop throws Stopped. Errors: those of Stopped and of `check`; file-not-written {name, cause}.
 */
export const streamChosen = async <Value>(
  office: Office,
  file: ChosenFile,
  source: AsyncIterable<Uint8Array>,
  check: (written: string) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  let checked: Result<Value> | null = null;
  try {
    await office.tools.dialogs.writeStream(file.handle, source, async (written) => {
      checked = await check(written);
      if (!checked.ok) throw new Stopped(checked);
    });
    return checked ?? failed('cancelled');
  } catch (error) {
    if (error instanceof Stopped) return error.result;
    const cause = causes[sqliteCode(error)];
    if (cause === undefined) throw error;
    return failed('file-not-written', { name: file.name, cause });
  }
};

/** Runs the reading of what lies where a person chose. Error: file-unreadable {name}. */
export const reading = async <Value>(name: string, read: () => Promise<Value>): Promise<Result<Value>> => {
  try {
    return done(await read());
  } catch (error) {
    if (causes[sqliteCode(error)] === undefined) throw error;
    return failed('file-unreadable', { name });
  }
};

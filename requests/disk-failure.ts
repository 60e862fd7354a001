import { failed, type Result } from '../domain/errors.ts';
import { sqliteCode } from '../db/connection.ts';
import { diskCode } from '../db/disk.ts';

/** The expected failure behind an error that the disk threw, or null for any other: store-full, store-read-only, store-failing. */
export const diskFailure = (error: unknown): Extract<Result<never>, { ok: false }> | null => {
  const code = diskCode(sqliteCode(error));
  return code === null ? null : failed(code);
};

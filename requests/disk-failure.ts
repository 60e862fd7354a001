import { failed, type Result } from '../domain/errors.ts';
import { sqliteCode } from '../db/connection.ts';

/** The expected failure behind an error that the disk threw, or null for any other: store-full, store-read-only. */
export const diskFailure = (error: unknown): Extract<Result<never>, { ok: false }> | null => {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return failed('store-full');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES') return failed('store-read-only');
  return null;
};

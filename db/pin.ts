import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { pinRounds } from '../domain/derivation.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { elapsed, type Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

interface Row {
  readonly salt: Buffer;
  readonly hash: Buffer;
  readonly failures: number;
  readonly failed_at: Instant | null;
}

const hashOf = (pin: string, salt: Uint8Array): Buffer => scryptSync(pin, salt, 32, { N: pinRounds, r: 8, p: 1 });

/** Seconds to wait after a number of wrong PINs: none for two, then doubling to five minutes; never a lock for good. */
export const delayAfter = (failures: number): number => (failures < 3 ? 0 : Math.min(300, 5 * 2 ** (failures - 3)));

/** The holders who have a PIN in a session. */
export const readPinHolders = (db: ReadableDb, sessionId: SessionId): string[] =>
  db
    .prepare<[string], { holder: string }>('SELECT holder FROM pin WHERE session_id = ?')
    .all(sessionId)
    .map(({ holder }) => holder);

/** Sets a holder's PIN. */
export const setPin = (db: WritableDb, sessionId: SessionId, holder: string, pin: string): void => {
  const salt = randomBytes(16);
  db.prepare(
    `INSERT INTO pin (session_id, holder, salt, hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (session_id, holder) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, failures = 0, failed_at = NULL`,
  ).run(sessionId, holder, salt, hashOf(pin, salt));
};

/** Checks a holder's PIN. Errors: pin-missing, pin-wait (seconds left), pin-wrong (failures so far, seconds to wait). */
export const checkPin = (db: WritableDb, sessionId: SessionId, holder: string, pin: string, at: Instant): Result<true> => {
  const row = db.prepare<[string, string], Row>('SELECT salt, hash, failures, failed_at FROM pin WHERE session_id = ? AND holder = ?').get(sessionId, holder);
  if (!row) return failed('pin-missing', { holder });
  const waited = row.failed_at === null ? Number.POSITIVE_INFINITY : elapsed(row.failed_at, at) / 1000;
  const left = Math.ceil(delayAfter(row.failures) - Math.max(0, waited));
  // A clock set back would make the wait as long as what it lost: the delay starts again from the hour that it tells now.
  if (left > 0 && waited < 0) db.prepare('UPDATE pin SET failed_at = ? WHERE session_id = ? AND holder = ?').run(at, sessionId, holder);
  if (left > 0) return failed('pin-wait', { seconds: left });
  if (timingSafeEqual(hashOf(pin, row.salt), row.hash)) {
    if (row.failures > 0) db.prepare('UPDATE pin SET failures = 0, failed_at = NULL WHERE session_id = ? AND holder = ?').run(sessionId, holder);
    return done(true);
  }
  db.prepare('UPDATE pin SET failures = failures + 1, failed_at = ? WHERE session_id = ? AND holder = ?').run(at, sessionId, holder);
  return failed('pin-wrong', { failures: row.failures + 1, seconds: delayAfter(row.failures + 1) });
};

import type { InsertionFields } from '../domain/statistics.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The rates that stand: the last entered of each certification, year and term. */
export const readInsertion = (db: ReadableDb): InsertionFields[] =>
  db
    .prepare<[], InsertionFields>(
      `SELECT code, year, months, per_mille AS perMille, source, source_on AS "on" FROM insertion_rate AS r
       WHERE seq = (SELECT max(seq) FROM insertion_rate WHERE code = r.code AND year = r.year AND months = r.months) ORDER BY code, year, months`,
    )
    .all();

/** Enters a rate; one entered before stays, superseded. */
export const insertInsertion = (db: WritableDb, rate: InsertionFields, at: Instant): void => {
  db.prepare('INSERT INTO insertion_rate (code, year, months, per_mille, source, source_on, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    rate.code,
    rate.year,
    rate.months,
    rate.perMille,
    rate.source,
    rate.on,
    at,
  );
};

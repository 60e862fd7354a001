import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connect, type WritableDb } from './connection.ts';

const planted = 'Marguerite Planchette-Fictive';
const root = mkdtempSync(join(tmpdir(), 'delibere-temporary-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The bytes of the temporary files that SQLite holds open now; on Linux it removes their names at once, and /proc still shows them. */
const temporaryFiles = (): Buffer[] =>
  readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      return readlinkSync(`/proc/self/fd/${handle}`).includes('etilqs') ? [readFileSync(`/proc/self/fd/${handle}`)] : [];
    } catch {
      return [];
    }
  });

const fill = (name: string): WritableDb => {
  const db = connect(join(root, name), randomBytes(32), false);
  db.pragma('cache_size=50');
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO note (body) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < 5000; row += 1) insert.run(`${planted} ${randomBytes(300).toString('hex')}`);
  })();
  return db;
};

/** What lies in temporary files at the moments when SQLite needs room: a sort, an update of everything, a table of its own, a rewriting of the file. */
const spilled = (db: WritableDb): Buffer[] => {
  const seen: Buffer[] = [];
  const look = (): null => {
    seen.push(...temporaryFiles());
    return null;
  };
  let rows = 0;
  for (const _ of db.prepare('SELECT body FROM note ORDER BY body DESC').iterate()) if ((rows += 1) === 10) look();
  // A unique index that an update may break makes SQLite keep what each page was before the statement.
  db.exec('CREATE UNIQUE INDEX one ON note (body)');
  db.function('look', { deterministic: false }, look);
  db.transaction(() => {
    db.exec("UPDATE note SET body = CASE WHEN id % 2500 = 0 THEN body || coalesce(look(), '') ELSE body || 'x' END");
  })();
  db.exec('CREATE TEMP TABLE copy AS SELECT * FROM note');
  look();
  db.exec('VACUUM');
  return seen;
};

test.skipIf(process.platform !== 'linux')('no temporary file of SQLite holds a row in clear, because there is none', () => {
  const db = fill('memory.db');
  expect(spilled(db)).toHaveLength(0);
  db.close();
});

test.skipIf(process.platform !== 'linux')('and the search would see them: with temporary files on the disk, the rows lie there in clear', () => {
  const db = fill('file.db');
  db.pragma('temp_store=FILE');
  const seen = spilled(db);
  expect(seen.some((bytes) => bytes.includes(planted))).toBe(true);
  db.close();
});

import { registerContent, type RegisterEntry, type RegisteredEntry } from '../domain/register.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { chainStart, contentDigestOf, linkDigest, type ChainLink } from './journal.ts';

interface Row extends ChainLink {
  readonly salt: Buffer;
  readonly content: string;
}

const columns = 'seq, previous, content_digest AS contentDigest, digest, salt, content';

/** The entries of the register, in order. */
export const readRegister = (db: ReadableDb): RegisteredEntry[] =>
  db
    .prepare<[], { seq: number; content: string }>('SELECT seq, content FROM register ORDER BY seq')
    .all()
    .map(({ seq, content }) => ({ seq, ...registerContent.parse(JSON.parse(content)) }));

/** Whether the register tells of such a thing at all. */
export const hasEntry = (db: ReadableDb, kind: RegisterEntry['kind']): boolean =>
  db.prepare<[string], unknown>('SELECT 1 FROM register WHERE instr(content, ?) > 0 LIMIT 1').get(`"entry":{"kind":"${kind}"`) !== undefined;

/** Whether the register holds: every entry follows the one before, every content has its digest. */
export const checkRegister = (db: ReadableDb): boolean => {
  let previous = chainStart;
  return db
    .prepare<[], Row>(`SELECT ${columns} FROM register ORDER BY seq`)
    .all()
    .every((row, index) => {
      const follows = row.seq === index + 1 && row.previous === previous && row.contentDigest === contentDigestOf(row.salt, row.content);
      const own = row.digest === linkDigest(previous, row.seq, row.contentDigest);
      previous = row.digest;
      return follows && own;
    });
};

/** Adds an entry to the register; call it in the transaction of what it tells. */
export const appendEntry = (db: WritableDb, at: Instant, entry: RegisterEntry, salt: Uint8Array): RegisteredEntry => {
  const last = db.prepare<[], { seq: number; digest: string }>('SELECT seq, digest FROM register ORDER BY seq DESC LIMIT 1').get();
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.digest ?? chainStart;
  const content = JSON.stringify(registerContent.parse({ at, entry }));
  const contentDigest = contentDigestOf(salt, content);
  db.prepare('INSERT INTO register (seq, previous, content_digest, digest, salt, content) VALUES (?, ?, ?, ?, ?, ?)').run(
    seq,
    previous,
    contentDigest,
    linkDigest(previous, seq, contentDigest),
    Buffer.from(salt),
    content,
  );
  return { seq, ...registerContent.parse(JSON.parse(content)) };
};

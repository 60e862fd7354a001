import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { actContent, type Act, type Author, type RecordedAct } from '../domain/act.ts';
import type { SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { WorkingEntry } from '../domain/working.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The digest that the first link of every chain names as its previous one. */
export const chainStart = '0'.repeat(64);

/** One link of a session's chain, as it is exported: nothing of the act itself. */
export interface ChainLink {
  readonly seq: number;
  readonly previous: string;
  readonly contentDigest: string;
  readonly digest: string;
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The digest of a link: SHA-256 of "previous LF seq LF contentDigest". */
export const linkDigest = (previous: string, seq: number, contentDigest: string): string => sha256(`${previous}\n${seq}\n${contentDigest}`);

/** The digest of an act's content under its 16-byte salt. */
export const contentDigestOf = (salt: Uint8Array, content: string): string => sha256(salt, content);

/** The acts of a session, in order. */
export const readActs = (db: ReadableDb, sessionId: SessionId): RecordedAct[] =>
  db
    .prepare<[string], { seq: number; content: string }>('SELECT seq, content FROM event_content WHERE session_id = ? ORDER BY seq')
    .all(sessionId)
    .map(({ seq, content }) => ({ seq, ...actContent.parse(JSON.parse(content)) }));

/** The chain of a session, in order, without content. */
export const readChain = (db: ReadableDb, sessionId: SessionId): ChainLink[] =>
  db.prepare<[string], ChainLink>('SELECT seq, previous, content_digest AS contentDigest, digest FROM event WHERE session_id = ? ORDER BY seq').all(sessionId);

/** The journal of a session up to a link, with the exact text and salt of each content that was not purged: what the working part carries. */
export const readEntries = (db: ReadableDb, sessionId: SessionId, upTo: number): WorkingEntry[] =>
  db
    .prepare<[string, number], { seq: number; contentDigest: string; salt: Buffer | null; content: string | null }>(
      `SELECT e.seq, e.content_digest AS contentDigest, c.salt, c.content FROM event e
       LEFT JOIN event_content c ON c.session_id = e.session_id AND c.seq = e.seq WHERE e.session_id = ? AND e.seq <= ? ORDER BY e.seq`,
    )
    .all(sessionId, upTo)
    .map(({ seq, contentDigest, salt, content }) => ({ seq, contentDigest, salt: salt?.toString('hex') ?? null, content }));
const headOf = 'SELECT seq, previous, content_digest AS contentDigest, digest FROM event WHERE session_id = ? ORDER BY seq DESC LIMIT 1';

/** The last link of a session's chain, or null. */
export const readHead = (db: ReadableDb, sessionId: SessionId): ChainLink | null => db.prepare<[string], ChainLink>(headOf).get(sessionId) ?? null;

/** Whether the chain of a session holds: every link follows, every content still kept has its digest. */
export const checkChain = (db: ReadableDb, sessionId: SessionId): boolean => {
  let previous = chainStart;
  const contents = new Map(
    db
      .prepare<[string], { seq: number; salt: Buffer; content: string }>('SELECT seq, salt, content FROM event_content WHERE session_id = ?')
      .all(sessionId)
      .map((row) => [row.seq, row]),
  );
  return readChain(db, sessionId).every((link, index) => {
    const content = contents.get(link.seq);
    const follows = link.seq === index + 1 && link.previous === previous && link.digest === linkDigest(previous, link.seq, link.contentDigest);
    previous = link.digest;
    return follows && (content === undefined || contentDigestOf(content.salt, content.content) === link.contentDigest);
  });
};

interface Pens {
  readonly head: Database.Statement<[string], ChainLink>;
  readonly link: Database.Statement<[string, number, string, string, string]>;
  readonly content: Database.Statement<[string, number, Buffer, string]>;
  readonly saved: Database.Statement<[string, string]>;
}

/** Prepared once a connection: compiling an insert compiles every guard of its table, which takes longer than the insert. */
const pens = new WeakMap<WritableDb, Pens>();

const pensOf = (db: WritableDb): Pens => {
  const known = pens.get(db);
  if (known) return known;
  const made: Pens = {
    head: db.prepare(headOf),
    link: db.prepare('INSERT INTO event (session_id, seq, previous, content_digest, digest) VALUES (?, ?, ?, ?, ?)'),
    content: db.prepare('INSERT INTO event_content (session_id, seq, salt, content) VALUES (?, ?, ?, ?)'),
    saved: db.prepare('UPDATE session SET saved_at = ? WHERE id = ?'),
  };
  pens.set(db, made);
  return made;
};

/** Adds an act to a session's chain; call it in the transaction of what it changes. */
export const appendAct = (
  db: WritableDb,
  entry: { readonly sessionId: SessionId; readonly at: Instant; readonly author: Author; readonly act: Act; readonly salt: Uint8Array },
): RecordedAct => {
  const pen = pensOf(db);
  const head = pen.head.get(entry.sessionId);
  const seq = (head?.seq ?? 0) + 1;
  const previous = head?.digest ?? chainStart;
  const content = JSON.stringify({ at: entry.at, author: entry.author, act: entry.act });
  const contentDigest = contentDigestOf(entry.salt, content);
  pen.link.run(entry.sessionId, seq, previous, contentDigest, linkDigest(previous, seq, contentDigest));
  pen.content.run(entry.sessionId, seq, Buffer.from(entry.salt), content);
  pen.saved.run(entry.at, entry.sessionId);
  return { seq, at: entry.at, author: entry.author, act: entry.act };
};

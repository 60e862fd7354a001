import type { SessionId } from '../domain/ids.ts';
import type { ReadableDb } from './connection.ts';
import { chainStart, contentDigestOf, linkDigest, type ChainLink } from './journal.ts';

/** A chain as read again: its links, the contents that were destroyed, the place of the first link that does not hold. */
export interface ChainReading {
  readonly links: number;
  readonly destroyed: number;
  readonly broken: number | null;
}

interface Row extends ChainLink {
  readonly salt: Buffer | null;
  readonly content: string | null;
}

const read = (rows: Iterable<Row>): ChainReading => {
  let [links, destroyed, previous] = [0, 0, chainStart];
  let broken: number | null = null;
  for (const row of rows) {
    links += 1;
    const kept = row.salt !== null && row.content !== null ? contentDigestOf(row.salt, row.content) : null;
    if (kept === null) destroyed += 1;
    const holds = row.seq === links && row.previous === previous && row.digest === linkDigest(previous, row.seq, row.contentDigest);
    if (broken === null && !(holds && (kept === null || kept === row.contentDigest))) broken = links;
    previous = row.digest;
  }
  return { links, destroyed, broken };
};

/** Reads the chain of a session again, link after link; a content that was destroyed leaves its link, which is still verified. */
export const readChainAgain = (db: ReadableDb, sessionId: SessionId): ChainReading =>
  read(
    db
      .prepare<[string], Row>(
        `SELECT e.seq, e.previous, e.content_digest AS contentDigest, e.digest, c.salt, c.content FROM event e
         LEFT JOIN event_content c ON c.session_id = e.session_id AND c.seq = e.seq WHERE e.session_id = ? ORDER BY e.seq`,
      )
      .iterate(sessionId),
  );

/** Reads the chain of the register again. */
export const readRegisterAgain = (db: ReadableDb): ChainReading =>
  read(db.prepare<[], Row>('SELECT seq, previous, content_digest AS contentDigest, digest, salt, content FROM register ORDER BY seq').iterate());

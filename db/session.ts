import type { SessionId } from '../domain/ids.ts';
import type { Phase } from '../domain/deliberation.ts';
import { readReferential, type Referential } from '../domain/referential.ts';
import { regulations as regulationsSchema, type Regulations } from '../domain/regulations.ts';
import { sessionFields, type SessionFields } from '../domain/view.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** A session as stored, with its own copy of the fiche and of the regulations. */
export interface StoredSession {
  readonly id: SessionId;
  readonly fields: SessionFields;
  readonly referential: Referential;
  readonly regulations: Regulations;
  readonly phase: Phase;
  readonly savedAt: Instant;
}

interface Row {
  readonly id: SessionId;
  readonly fields: string;
  readonly referential: string;
  readonly regulations: string;
  readonly phase: Phase;
  readonly saved_at: Instant;
}

const referentialFrom = (text: string): Referential => {
  const read = readReferential(JSON.parse(text));
  if (!read.ok) throw new Error(`stored referential: ${JSON.stringify(read.error.facts)}`);
  return read.value;
};

const fromRow = (row: Row): StoredSession => ({
  id: row.id,
  fields: sessionFields.parse(JSON.parse(row.fields)),
  referential: referentialFrom(row.referential),
  regulations: regulationsSchema.parse(JSON.parse(row.regulations)),
  phase: row.phase,
  savedAt: row.saved_at,
});

const columns = 'id, fields, referential, regulations, phase, saved_at';

/** Every session, the latest sitting first. */
export const readSessions = (db: ReadableDb): StoredSession[] =>
  db.prepare<[], Row>(`SELECT ${columns} FROM session ORDER BY json_extract(fields, '$.heldOn') DESC, number`).all().map(fromRow);

/** One session, or null. */
export const readSession = (db: ReadableDb, id: SessionId): StoredSession | null => {
  const row = db.prepare<[string], Row>(`SELECT ${columns} FROM session WHERE id = ?`).get(id);
  return row ? fromRow(row) : null;
};

/** The session that has a minute's number, or null: a number is used once in a store. */
export const findByNumber = (db: ReadableDb, number: string): SessionId | null =>
  db.prepare<[string], { id: SessionId }>('SELECT id FROM session WHERE number = ?').get(number)?.id ?? null;

/** Adds a session. */
export const insertSession = (db: WritableDb, entry: Omit<StoredSession, 'phase'>): void => {
  db.prepare('INSERT INTO session (id, number, fields, referential, regulations, created_at, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    entry.id,
    entry.fields.number,
    JSON.stringify(entry.fields),
    JSON.stringify(entry.referential),
    JSON.stringify(entry.regulations),
    entry.savedAt,
    entry.savedAt,
  );
};

/** Changes what a person said of a session still in preparation. */
export const updateSession = (db: WritableDb, id: SessionId, fields: SessionFields, referential: Referential): void => {
  db.prepare('UPDATE session SET number = ?, fields = ?, referential = ? WHERE id = ?').run(
    fields.number,
    JSON.stringify(fields),
    JSON.stringify(referential),
    id,
  );
};

/** Changes the regulations of a session still in preparation. */
export const updateRegulations = (db: WritableDb, id: SessionId, value: Regulations): void => {
  db.prepare('UPDATE session SET regulations = ? WHERE id = ?').run(JSON.stringify(value), id);
};

/** Moves a session to a later phase. */
export const setPhase = (db: WritableDb, id: SessionId, phase: Phase): void => {
  db.prepare('UPDATE session SET phase = ? WHERE id = ?').run(phase, id);
};

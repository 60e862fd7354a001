import type { SessionId } from '../domain/ids.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The text of a draft, or an empty text. `holder` is "lead" or the member whose turn alone may read it. */
export const readDraft = (db: ReadableDb, sessionId: SessionId, holder: string, key: string): string =>
  db.prepare<[string, string, string], { body: string }>('SELECT body FROM draft WHERE session_id = ? AND holder = ? AND key = ?').get(sessionId, holder, key)
    ?.body ?? '';

/** Removes what members typed of opinions that no turn can give any more: of one round once it is revealed, of the session once it is closed. */
export const clearOpinionDrafts = (db: WritableDb, sessionId: SessionId, round = 'opinion:'): void => {
  db.prepare('DELETE FROM draft WHERE session_id = ? AND substr(key, 1, ?) = ?').run(sessionId, round.length, round);
};

/** Keeps a draft; an empty text removes it. */
export const saveDraft = (db: WritableDb, sessionId: SessionId, holder: string, key: string, body: string): void => {
  if (body === '') db.prepare('DELETE FROM draft WHERE session_id = ? AND holder = ? AND key = ?').run(sessionId, holder, key);
  else
    db.prepare(
      'INSERT INTO draft (session_id, holder, key, body) VALUES (?, ?, ?, ?) ON CONFLICT (session_id, holder, key) DO UPDATE SET body = excluded.body',
    ).run(sessionId, holder, key, body);
};

import { purgedReason } from '../domain/notification.ts';
import type { PurgeKind, RetentionCount } from '../domain/retention.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** What a purge of one kind takes: rows by statements that take the session (or the person of the directory) as their one value, and files of the store. */
export interface Erased {
  /** Each `[table, condition]`, in the order in which they go. */
  readonly rows: readonly (readonly [table: string, where: string])[];
  /** Each `[table, column, condition]` whose words are emptied, or give way to a mark: the row stays, and says nothing of anybody. */
  readonly emptied?: readonly (readonly [table: string, column: string, where: string, mark?: string])[];
  /** The random names of the files that go, as a statement. */
  readonly files: string | null;
}

const ofCandidates = 'candidate_id IN (SELECT id FROM candidate WHERE session_id = ?)';
const ofJurors = 'juror_id IN (SELECT id FROM juror WHERE session_id = ?)';
const acts = (kinds: readonly string[]): readonly [string, string] => [
  'event_content',
  `session_id = ? AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`,
];

/** The kinds of data that a purge takes; another kind is one more entry. */
export const purgeKinds: Readonly<Record<PurgeKind, Erased>> = {
  drafts: { rows: [['draft', 'session_id = ?']], files: null },
  // What tells an arranged test goes with the arrangement: the time that a defence took, and that a member read the measures.
  accommodations: {
    rows: [
      ['accommodation_note', ofCandidates],
      ['jury_view', ofCandidates],
      ['officer_record', ofCandidates],
      ['officer_access', 'session_id = ?'],
      acts(['accommodationRead', 'timer']),
    ],
    files: null,
  },
  opinions: { rows: [acts(['opinion', 'reveal', 'round']), ['link_check', ofJurors]], files: null },
  notes: { rows: [['private_note', 'session_id = ?']], files: null },
  dossiers: {
    rows: [
      ['requirement', ofCandidates],
      ['evidence', ofCandidates],
      ['project', ofCandidates],
      ['vae_file', ofCandidates],
      ['schedule', 'session_id = ?'],
      ['piece', ofCandidates],
      ['companion', ofCandidates],
    ],
    // Why a sending was put right may name somebody: the words go, what was noted stays.
    emptied: [['sending', 'reason', `reason NOT IN ('', '${purgedReason}') AND session_id = ?`, purgedReason]],
    files: `SELECT stored_as FROM piece WHERE ${ofCandidates}`,
  },
  // Every identity that was kept, the superseded ones too, and the words of the reports, which may quote them; keys, days and verdicts stay.
  holders: {
    rows: [['holder_identity', ofCandidates]],
    emptied: [['declaration_answer', 'message', `message <> '' AND report IN (SELECT id FROM declaration_report WHERE session_id = ?)`]],
    files: null,
  },
  jurorFile: {
    rows: [
      ['juror_seat', 'juror_file_id = ?'],
      ['juror_proof', 'juror_file_id = ?'],
      ['juror_file', 'id = ?'],
    ],
    files: 'SELECT stored_as FROM juror_proof WHERE juror_file_id = ?',
  },
};

/** The random names of the files that a purge would take. */
export const filesOf = (db: ReadableDb, kind: PurgeKind, subject: string): string[] => {
  const { files } = purgeKinds[kind];
  return files === null
    ? []
    : db
        .prepare<[string], { stored_as: string }>(files)
        .all(subject)
        .map((row) => row.stored_as);
};

/** How much there is of a kind. */
export const countKind = (db: ReadableDb, kind: PurgeKind, subject: string): RetentionCount => {
  const { rows, emptied = [] } = purgeKinds[kind];
  const places = [...rows, ...emptied.map(([table, , where]) => [table, where] as const)];
  const many = ([table, where]: readonly [string, string]): number =>
    db.prepare<[string], { many: number }>(`SELECT count(*) AS many FROM ${table} WHERE ${where}`).get(subject)?.many ?? 0;
  return { rows: places.reduce((sum, place) => sum + many(place), 0), files: filesOf(db, kind, subject).length };
};

/** Deletes every row of a kind, and empties what stays of it; call it while a purge of that kind and subject runs, in its transaction. */
export const eraseRows = (db: WritableDb, kind: PurgeKind, subject: string): void => {
  const { rows, emptied = [] } = purgeKinds[kind];
  for (const [table, where] of rows) db.prepare(`DELETE FROM ${table} WHERE ${where}`).run(subject);
  for (const [table, column, where, mark = ''] of emptied) db.prepare(`UPDATE ${table} SET ${column} = '${mark}' WHERE ${where}`).run(subject);
};

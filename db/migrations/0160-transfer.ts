const sessionOf = (row: string, by: 'id' | 'session_id' | 'candidate_id' | 'juror_id'): string => {
  if (by === 'candidate_id') return `(SELECT c.session_id FROM candidate c WHERE c.id = ${row}.candidate_id)`;
  if (by === 'juror_id') return `(SELECT j.session_id FROM juror j WHERE j.id = ${row}.juror_id)`;
  return `${row}.${by}`;
};

// A PIN that fails, and a reading by the officer, are still noted where the session is only read.
const held: readonly (readonly [table: string, by: 'id' | 'session_id' | 'candidate_id' | 'juror_id', verbs: readonly ('INSERT' | 'UPDATE' | 'DELETE')[]])[] = [
  ['session', 'id', ['UPDATE', 'DELETE']],
  ...(['juror', 'candidate', 'event', 'event_content', 'draft', 'printing', 'schedule', 'private_note'] as const).map(
    (table) => [table, 'session_id', ['INSERT', 'UPDATE', 'DELETE']] as const,
  ),
  ...(['piece', 'project', 'evidence', 'vae_file', 'requirement', 'officer_record', 'jury_view', 'accommodation_note'] as const).map(
    (table) => [table, 'candidate_id', ['INSERT', 'UPDATE', 'DELETE']] as const,
  ),
  ['link_check', 'juror_id', ['INSERT', 'UPDATE', 'DELETE']],
  ['pin', 'session_id', ['INSERT', 'DELETE']],
];

const guards = held.flatMap(([table, by, verbs]) =>
  verbs.map((verb) => {
    const row = verb === 'INSERT' ? 'NEW' : 'OLD';
    return `CREATE TRIGGER ${table}_away_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
WHEN EXISTS (SELECT 1 FROM session_away a WHERE a.session_id = ${sessionOf(row, by)})
BEGIN SELECT RAISE(ABORT, 'session: checked out'); END;`;
  }),
);

/** Sessions carried from one laptop to another: where each is checked out to, and every leaving and arrival, never changed. */
export const transfer = {
  version: 160,
  name: 'transfer',
  sql: `
CREATE TABLE session_away (
  session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  token TEXT NOT NULL CHECK (length(token) = 32),
  destination TEXT NOT NULL CHECK (length(destination) BETWEEN 1 AND 80),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The lineage is every token that the session travelled under to be what it is here: a file answers a check-out when it names its token.
CREATE TABLE travel (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('left', 'received', 'takenBack', 'replaced')),
  token TEXT NOT NULL CHECK (length(token) = 32),
  lineage TEXT NOT NULL CHECK (json_valid(lineage)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX travel_of_session ON travel (session_id, id);
CREATE TRIGGER travel_never_changes BEFORE UPDATE ON travel BEGIN SELECT RAISE(ABORT, 'travel: append only'); END;
CREATE TRIGGER travel_never_shrinks BEFORE DELETE ON travel BEGIN SELECT RAISE(ABORT, 'travel: append only'); END;
${guards.join('\n')}`,
} as const;

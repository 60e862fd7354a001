/** One rule of the store: what it watches, when it refuses, and what it says ("what: why"). */
export interface Guard {
  readonly name: string;
  readonly on: string;
  readonly when: string;
  readonly why: string;
}

/** The trigger that holds one rule against whoever writes, program or not. */
export const guardSql = ({ name, on, when, why }: Guard): string =>
  `CREATE TRIGGER ${name} BEFORE ${on}\nWHEN ${when}\nBEGIN SELECT RAISE(ABORT, '${why}'); END;`;

/** A rule on acts of some kinds, read as their content enters the journal. */
export const actGuard = (name: string, kinds: readonly string[], when: string, why: string): Guard => ({
  name,
  on: 'INSERT ON event_content',
  when: `NEW.kind IN (${listed(kinds)}) AND (${when})`,
  why,
});

/** Texts as an SQL list. */
export const listed = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** A field of the act that enters. */
export const field = (name: string): string => `(NEW.content ->> '$.act.${name}')`;

/** A field of the regulations of the session that the act enters. */
export const regulation = (name: string): string => `(SELECT regulations ->> '$.${name}' FROM session WHERE id = NEW.session_id)`;

/** The phase of the session that the act enters. */
export const phase = '(SELECT phase FROM session WHERE id = NEW.session_id)';

/** Every character that a person would call blank, as the program trims it. */
const blanks = [9, 10, 11, 12, 13, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288, 65279];

/** Whether a field of the act that enters is missing or says nothing. */
export const isBlank = (name: string): string => `trim(coalesce(${field(name)}, ''), char(${blanks.join(', ')})) = ''`;

/** The acts of some kinds on the same candidate and block as the act that enters; the index of 0020 finds them. */
export const onSameBlock = (kinds: readonly string[]): string =>
  `e.session_id = NEW.session_id AND e.kind IN (${listed(kinds)}) AND e.candidate_id = NEW.candidate_id AND e.block = NEW.block`;

/** What the acts alone say of a block: 'pending', 'decided', 'absent' or 'brought', from the last act that changed it. */
export const blockState = (session: string, candidate: string, block: string): string => `coalesce((
    SELECT CASE e.kind
      WHEN 'decision' THEN 'decided'
      WHEN 'equivalence' THEN 'brought'
      WHEN 'blockAbsence' THEN iif(e.content ->> '$.act.absent', 'absent', 'pending')
      ELSE 'pending' END
    FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = ${session} AND e.kind IN ('decision', 'reopening', 'blockAbsence', 'equivalence', 'equivalenceWithdrawn')
      AND e.candidate_id = ${candidate} AND e.block = ${block}
    ORDER BY e.seq DESC LIMIT 1), 'pending')`;

/** The three triggers that freeze the rows of a table once their session has left the preparation; `phaseOf` reads the phase from a row, NEW or OLD. */
export const freeze = (table: string, phaseOf: (row: 'NEW' | 'OLD') => string): string =>
  (
    [
      ['insert', 'NEW'],
      ['update', 'OLD'],
      ['delete', 'OLD'],
    ] as const
  )
    .map(
      ([verb, row]) =>
        `CREATE TRIGGER ${table}_frozen_${verb} BEFORE ${verb.toUpperCase()} ON ${table} WHEN ${phaseOf(row)} <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
    )
    .join('\n');

/** The phase of the session of a candidate, from a row that names the candidate. */
export const phaseOfCandidate = (row: 'NEW' | 'OLD'): string =>
  `(SELECT s.phase FROM session s JOIN candidate c ON c.session_id = s.id WHERE c.id = ${row}.candidate_id)`;

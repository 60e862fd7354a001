import { guardSql } from './guard.ts';
import { guardsOfActs } from './guards-of-acts.ts';
import { guardsOfDecisions, viewsOfBlocks } from './guards-of-decisions.ts';
import { guardsOfOpinions, viewsOfSeats } from './guards-of-opinions.ts';
import { guardsOfRows, phaseFollowsActs } from './guards-of-rows.ts';

/** Jury guards: the rules of a jury hold against whoever writes to the store, not only through the program. */
export const juryGuards = {
  version: 20,
  name: 'jury-guards',
  sql: `
-- What an act is about, read from its content: virtual columns, so that nothing already written changes.
ALTER TABLE event_content ADD COLUMN kind TEXT GENERATED ALWAYS AS (json_extract(content, '$.act.kind')) VIRTUAL;
ALTER TABLE event_content ADD COLUMN candidate_id TEXT GENERATED ALWAYS AS (json_extract(content, '$.act.candidateId')) VIRTUAL;
ALTER TABLE event_content ADD COLUMN block TEXT GENERATED ALWAYS AS (json_extract(content, '$.act.block')) VIRTUAL;
ALTER TABLE event_content ADD COLUMN round INTEGER GENERATED ALWAYS AS (json_extract(content, '$.act.round')) VIRTUAL;
ALTER TABLE event_content ADD COLUMN juror_id TEXT GENERATED ALWAYS AS (json_extract(content, '$.act.jurorId')) VIRTUAL;
CREATE INDEX act_by_subject ON event_content (session_id, kind, candidate_id, block, round, juror_id, seq);
${viewsOfSeats}${viewsOfBlocks}
-- The last created speaks first: whose turn it is, then what it says.
${[...guardsOfRows, ...guardsOfDecisions, ...guardsOfOpinions, ...guardsOfActs].map(guardSql).join('\n')}
${phaseFollowsActs}`,
} as const;

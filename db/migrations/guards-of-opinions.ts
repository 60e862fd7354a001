import { actGuard, field, type Guard, onSameBlock, regulation } from './guard.ts';

/** Whether a round of the block that the act names was revealed. */
export const isRevealed = (round: string): string =>
  `EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['reveal'])} AND e.round = ${round})`;

/** The round that opinions on the block go to now: the last one opened, or the first. */
export const roundNow = `coalesce((SELECT max(e.round) FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['round'])}), 1)`;

/** The members seated for the candidate of the act that enters, just before it. */
export const seatedNow = 'SELECT m.juror_id FROM seated m WHERE m.session_id = NEW.session_id AND m.candidate_id = NEW.candidate_id AND m.seq = NEW.seq';

/** The members whose opinion on the block is in a round. */
export const opinionsOf = (round: string): string =>
  `SELECT e.juror_id FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['opinion'])} AND e.round = ${round}`;

/** The members who sat when the first opinion of the current round on the block entered: the round is theirs. */
const benchNow = `SELECT m.juror_id FROM seated m WHERE m.session_id = NEW.session_id AND m.candidate_id = NEW.candidate_id AND m.seq = (
      SELECT min(e.seq) FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['opinion'])} AND e.round = ${roundNow})`;

/** Whether the jury has changed since the first opinion of the current round: the round is never revealed. */
const isVoid = `(EXISTS (SELECT 1 FROM (${opinionsOf(roundNow)})) AND (EXISTS (${benchNow} EXCEPT ${seatedNow}) OR EXISTS (${seatedNow} EXCEPT ${benchNow})))`;

const lastOfRecusal = (kind: 'recusal' | 'recusalWithdrawn') => `coalesce((SELECT max(w.seq) FROM event_content w INDEXED BY act_by_subject
      WHERE w.session_id = j.session_id AND w.kind = '${kind}' AND w.candidate_id = c.id AND w.block IS NULL AND w.round IS NULL
        AND w.juror_id = j.id AND w.seq < v.seq), 0)`;

/**
 * For each member and candidate, just before an act: in the room or not, declared or not, recused or not (by a link or on request, since no withdrawal).
 * And who is seated: a titular here, declared and not recused, or the substitute last named for one who is not so.
 */
export const viewsOfSeats = `
CREATE VIEW seat AS
SELECT j.session_id, c.id AS candidate_id, v.seq, j.id AS juror_id, j.fields ->> '$.seat' = 'titular' AS titular,
  coalesce((SELECT e.content ->> '$.act.present' FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = j.session_id AND e.kind = 'attendance' AND e.candidate_id IS NULL AND e.block IS NULL AND e.round IS NULL
      AND e.juror_id = j.id AND e.seq < v.seq ORDER BY e.seq DESC LIMIT 1), 0) AS here,
  EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = j.session_id AND e.kind = 'declaration' AND e.candidate_id IS NULL AND e.block IS NULL AND e.round IS NULL
      AND e.juror_id = j.id AND e.seq < v.seq) AS declared,
  ${lastOfRecusal('recusal')} > ${lastOfRecusal('recusalWithdrawn')}
  OR EXISTS (SELECT 1 FROM event_content e, json_each(e.content, '$.act.links') l
    WHERE e.session_id = j.session_id AND e.seq = (SELECT max(d.seq) FROM event_content d INDEXED BY act_by_subject
      WHERE d.session_id = j.session_id AND d.kind = 'declaration' AND d.candidate_id IS NULL AND d.block IS NULL AND d.round IS NULL
        AND d.juror_id = j.id AND d.seq < v.seq)
      AND e.seq > ${lastOfRecusal('recusalWithdrawn')}
      AND l.value ->> '$.candidateId' = c.id
      AND (c.fields ->> '$.accessPath' = 'VAE' OR l.value ->> '$.kind' IN (SELECT k.value FROM session s, json_each(s.regulations, '$.recusingLinks') k WHERE s.id = j.session_id))) AS recused
FROM juror j JOIN candidate c ON c.session_id = j.session_id JOIN event v ON v.session_id = j.session_id;
CREATE VIEW seated AS
SELECT s.session_id, s.candidate_id, s.seq, s.juror_id FROM seat s
WHERE s.here AND s.declared AND NOT s.recused AND (s.titular OR EXISTS (SELECT 1 FROM seat t
  WHERE t.session_id = s.session_id AND t.candidate_id = s.candidate_id AND t.seq = s.seq AND t.titular AND NOT (t.here AND t.declared AND NOT t.recused)
    AND s.juror_id = (SELECT e.content ->> '$.act.substitute' FROM event_content e INDEXED BY act_by_subject
      WHERE e.session_id = s.session_id AND e.kind = 'substitution' AND e.seq < s.seq AND e.content ->> '$.act.replaced' = t.juror_id
        AND s.candidate_id IN (SELECT n.value FROM json_each(e.content, '$.act.candidateIds') n) ORDER BY e.seq DESC LIMIT 1)));
`;

/** Opinions are given alone, by their author, sealed until all are there; then the round is revealed, once. */
export const guardsOfOpinions: readonly Guard[] = [
  // SQLite asks the guard made last first: the more telling ones come after.
  actGuard('round_of_one_jury', ['opinion', 'reveal'], isVoid, 'round: the jury has changed since its first opinion'),
  actGuard(
    'opinion_by_its_author',
    ['opinion'],
    "NEW.content ->> '$.author.kind' IS NOT 'juror' OR NEW.content ->> '$.author.jurorId' IS NOT NEW.juror_id",
    'opinion: by its author alone',
  ),
  actGuard('opinion_by_who_sits', ['opinion'], `NEW.juror_id NOT IN (${seatedNow})`, 'opinion: by a member who does not sit'),
  actGuard('opinion_value_is_known', ['opinion'], `coalesce(${field('value')}, '') NOT IN ('validate', 'refuse', 'abstain')`, 'opinion: unknown value'),
  actGuard(
    'opinion_abstains_where_allowed',
    ['opinion'],
    `${field('value')} = 'abstain' AND ${regulation('abstention')} IS NOT 'allowed'`,
    'opinion: abstention is forbidden',
  ),
  actGuard('opinion_before_the_reveal', ['opinion'], isRevealed('NEW.round'), 'opinion: the round is revealed'),
  actGuard('reveal_once', ['reveal'], isRevealed('NEW.round'), 'reveal: the round is revealed'),
  actGuard('reveal_of_two_opinions', ['reveal'], `(SELECT count(DISTINCT juror_id) FROM (${opinionsOf('NEW.round')})) < 2`, 'reveal: fewer than two opinions'),
  actGuard('reveal_of_every_seat', ['reveal'], `EXISTS (${seatedNow} AND m.juror_id NOT IN (${opinionsOf('NEW.round')}))`, 'reveal: an opinion is missing'),
  actGuard('round_after_the_reveal', ['round'], `NOT ${isRevealed(roundNow)} AND NOT ${isVoid}`, 'round: the previous one is not revealed'),
  actGuard('round_follows', ['round'], `NEW.round IS NOT ${roundNow} + 1`, 'round: not the next one'),
  actGuard('opinion_in_the_current_round', ['opinion', 'reveal'], `NEW.round IS NOT ${roundNow}`, 'round: not the current one'),
  actGuard('opinion_where_individual', ['opinion', 'reveal', 'round'], `${regulation('opinions')} IS NOT 'individual'`, 'opinion: the regulations have none'),
];

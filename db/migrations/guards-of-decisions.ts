import { actGuard, blockState, field, type Guard, isBlank, onSameBlock, regulation } from './guard.ts';
import { isRevealed, roundNow, seatedNow } from './guards-of-opinions.ts';

/** Where each candidate stands (presence, postponed or not), and each block presented today that the candidate did not bring. */
export const viewsOfBlocks = `
CREATE VIEW candidate_standing AS
SELECT c.session_id, c.id AS candidate_id,
  coalesce((SELECT e.content ->> '$.act.presence' FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = c.session_id AND e.kind = 'presence' AND e.candidate_id = c.id ORDER BY e.seq DESC LIMIT 1), 'expected') AS presence,
  coalesce((SELECT e.kind = 'postponement' FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = c.session_id AND e.kind IN ('postponement', 'postponementLifted') AND e.candidate_id = c.id ORDER BY e.seq DESC LIMIT 1), 0) AS postponed
FROM candidate c;
CREATE VIEW presented_block AS
SELECT c.session_id, c.id AS candidate_id, p.value AS block, ${blockState('c.session_id', 'c.id', 'p.value')} AS state
FROM candidate c, json_each(c.fields, '$.presents') p
WHERE p.value NOT IN (SELECT b.value ->> '$.block' FROM json_each(c.fields, '$.brings') b);
`;

/** Whether a session holds a candidate still expected: neither come, absent, excused nor postponed. */
export const someoneExpected = (session: string): string =>
  `EXISTS (SELECT 1 FROM candidate_standing s WHERE s.session_id = ${session} AND s.presence NOT IN ('present', 'absent', 'excused') AND NOT s.postponed)`;

/** Whether a session holds an undecided block of the fiche, presented by a candidate who came and is not postponed. */
export const somethingPending = (session: string): string =>
  `EXISTS (SELECT 1 FROM candidate_standing s JOIN presented_block b ON b.session_id = s.session_id AND b.candidate_id = s.candidate_id
    WHERE s.session_id = ${session} AND s.presence = 'present' AND NOT s.postponed AND b.state = 'pending'
      AND b.block IN (SELECT f.value ->> '$.code' FROM session x, json_each(x.referential, '$.blocks') f WHERE x.id = ${session}))`;

const stateNow = blockState('NEW.session_id', 'NEW.candidate_id', 'NEW.block');
const isRefusal = `${field('outcome')} IS 'notValidated'`;

const marksAbsent = `(NEW.kind <> 'blockAbsence' OR ${field('absent')})`;
const onBlocks = ['opinion', 'reveal', 'round', 'decision', 'blockAbsence'];

const presentedNow = 'SELECT state FROM presented_block WHERE session_id = NEW.session_id AND candidate_id = NEW.candidate_id AND block = NEW.block';
const standingNow = (column: string) => `(SELECT ${column} FROM candidate_standing WHERE session_id = NEW.session_id AND candidate_id = NEW.candidate_id)`;

const lastNamed = (rank: 'president' | 'deputy') => `(SELECT e.juror_id FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = NEW.session_id AND e.kind = 'presidentDesignated' AND e.content ->> '$.act.rank' = '${rank}' ORDER BY e.seq DESC LIMIT 1)`;

/** The members who sat at the reveal of the last round: those who gave its opinions. */
const judges = `SELECT m.juror_id FROM seated m WHERE m.session_id = NEW.session_id AND m.candidate_id = NEW.candidate_id AND m.seq = (
      SELECT max(e.seq) FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['reveal'])} AND e.round = ${roundNow})`;

/** Opinions to validate less opinions to refuse, in the last round, of those seated at its reveal: each member's last word. */
const balance = `(SELECT total(CASE o.content ->> '$.act.value' WHEN 'validate' THEN 1 WHEN 'refuse' THEN -1 ELSE 0 END)
    FROM event_content r
    JOIN seated m ON m.session_id = r.session_id AND m.candidate_id = r.candidate_id AND m.seq = r.seq
    JOIN event_content o ON o.session_id = r.session_id AND o.seq = (SELECT max(e.seq) FROM event_content e INDEXED BY act_by_subject
      WHERE ${onSameBlock(['opinion'])} AND e.round = r.round AND e.juror_id = m.juror_id)
    WHERE r.session_id = NEW.session_id AND r.kind = 'reveal' AND r.candidate_id = NEW.candidate_id AND r.block = NEW.block AND r.round = ${roundNow})`;

/** Whether a member who sat for the decision that stands on the block has been recused since. */
const isIrregular = `EXISTS (SELECT 1 FROM seated m JOIN seat s ON s.session_id = m.session_id AND s.candidate_id = m.candidate_id AND s.juror_id = m.juror_id
    WHERE m.session_id = NEW.session_id AND m.candidate_id = NEW.candidate_id AND s.seq = NEW.seq AND s.recused AND m.seq = (
      SELECT max(e.seq) FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['decision'])}))`;

/** The jury works on a presented, undecided block of a candidate in the room; a refusal says why; what is acquired is never lost. */
export const guardsOfDecisions: readonly Guard[] = [
  actGuard('work_on_a_presented_block', onBlocks, `${marksAbsent} AND NOT EXISTS (${presentedNow})`, 'block: not presented, or brought'),
  actGuard('work_on_an_undecided_block', onBlocks, `${marksAbsent} AND ${stateNow} <> 'pending'`, 'block: decided, absent or brought'),
  actGuard('work_on_a_present_candidate', onBlocks, `${marksAbsent} AND ${standingNow('presence')} IS NOT 'present'`, 'candidate: not present'),
  actGuard('work_on_no_postponed_candidate', onBlocks, `${marksAbsent} AND ${standingNow('postponed')} IS NOT 0`, 'candidate: postponed'),
  actGuard(
    'absence_of_an_unjudged_block',
    ['blockAbsence'],
    `${field('absent')} AND EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['reveal', 'decision'])})`,
    'block: the jury has begun on it',
  ),
  actGuard('absence_lifted_from_an_absent_block', ['blockAbsence'], `NOT coalesce(${field('absent')}, 0) AND ${stateNow} <> 'absent'`, 'block: not absent'),
  actGuard(
    'presence_stays_once_judged',
    ['presence'],
    `${field('presence')} IS NOT 'present' AND EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = NEW.session_id AND e.kind IN ('reveal', 'decision') AND e.candidate_id = NEW.candidate_id)`,
    'presence: the jury has begun on the candidate',
  ),
  actGuard(
    'equivalence_of_an_undecided_block',
    ['equivalence'],
    `${stateNow} IN ('decided', 'brought', 'absent') OR NEW.block IS NULL
    OR EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['reveal', 'decision'])}) OR NEW.block IN (
    SELECT b.value ->> '$.block' FROM candidate c, json_each(c.fields, '$.brings') b WHERE c.id = NEW.candidate_id)`,
    'equivalence: the jury has begun on the block, or it is brought or absent',
  ),
  actGuard(
    'equivalence_has_its_source',
    ['equivalence'],
    ['from', 'reference', 'authority'].map(isBlank).join(' OR '),
    'equivalence: needs its origin, its reference and its authority',
  ),
  actGuard('equivalence_withdrawn_where_it_stands', ['equivalenceWithdrawn'], `${stateNow} <> 'brought'`, 'equivalenceWithdrawn: no equivalence stands'),
  actGuard('decision_outcome_is_known', ['decision'], `coalesce(${field('outcome')}, '') NOT IN ('validated', 'notValidated')`, 'decision: unknown outcome'),
  actGuard('refusal_has_a_reason', ['decision'], `${isRefusal} AND ${isBlank('reason')}`, 'decision: a refusal needs a reason'),
  actGuard(
    'refusal_cites_competencies',
    ['decision'],
    `${isRefusal} AND ${regulation('refusalCitesCompetencies')} AND coalesce(json_array_length(NEW.content, '$.act.competencies'), 0) = 0`,
    'decision: a refusal cites competencies',
  ),
  actGuard(
    'refusal_has_a_recommendation',
    ['decision'],
    `${isRefusal} AND ${regulation('refusalNeedsRecommendation')} AND ${isBlank('recommendation')}`,
    'decision: a refusal needs a recommendation',
  ),
  actGuard(
    'competencies_of_the_block',
    ['decision'],
    `EXISTS (SELECT 1 FROM json_each(NEW.content, '$.act.competencies') cited
    WHERE substr(cited.value, 1, length(NEW.block) + 2) <> NEW.block || '-C')`,
    'decision: a competency of another block',
  ),
  actGuard(
    'validation_has_its_reason',
    ['decision'],
    `NOT ${isRefusal} AND ${regulation('validationNeedsReason')} AND ${isBlank('reason')}`,
    'decision: a validation needs a reason',
  ),
  actGuard(
    'decision_after_the_reveal',
    ['decision'],
    `${regulation('opinions')} IS NOT 'collegialOnly' AND NOT ${isRevealed(roundNow)}`,
    'decision: the last round is not revealed',
  ),
  actGuard(
    'decision_by_those_who_judged',
    ['decision'],
    `${regulation('opinions')} IS NOT 'collegialOnly' AND ${isRevealed(roundNow)} AND (EXISTS (${seatedNow} EXCEPT ${judges}) OR EXISTS (${judges} EXCEPT ${seatedNow}))`,
    'decision: those who sit are not those who gave the opinions',
  ),
  actGuard('decision_by_a_quorum', ['decision'], `(SELECT count(*) FROM (${seatedNow})) < ${regulation('quorum')}`, 'decision: fewer members than the quorum'),
  actGuard(
    'decision_under_a_president',
    ['decision'],
    `NOT EXISTS (${seatedNow} AND m.juror_id IN (${lastNamed('president')}, ${lastNamed('deputy')}))`,
    'decision: nobody presides',
  ),
  actGuard(
    'decision_follows_the_majority',
    ['decision'],
    `${regulation('decisionRule')} = 'majority' AND ${balance} * iif(${isRefusal}, 1, -1) > 0`,
    'decision: contrary to the majority',
  ),
  actGuard('reopening_of_a_decision', ['reopening'], `${stateNow} <> 'decided'`, 'reopening: no decision stands'),
  actGuard(
    'reopening_by_who_presided',
    ['reopening'],
    `NEW.content ->> '$.author.kind' IS NOT 'juror' AND NOT (NEW.content ->> '$.author.kind' IS 'lead' AND ${isIrregular})`,
    'reopening: by a juror, or by the lead where a member who decided is recused',
  ),
  actGuard('withdrawal_by_the_juror', ['recusalWithdrawn'], "NEW.content ->> '$.author.jurorId' IS NOT NEW.juror_id", 'recusalWithdrawn: by the juror alone'),
  actGuard(
    'change_has_a_reason',
    ['reopening', 'recusal', 'recusalWithdrawn', 'equivalenceWithdrawn', 'postponementLifted', 'signatureRefused'],
    isBlank('reason'),
    'act: needs a reason',
  ),
  actGuard(
    'postponement_of_what_is_pending',
    ['postponement'],
    `${standingNow('postponed')} IS NOT 0 OR ${standingNow('presence')} IN ('absent', 'excused')
    OR (${field('cause')} IS NOT 'entry'
      AND NOT EXISTS (SELECT 1 FROM presented_block WHERE session_id = NEW.session_id AND candidate_id = NEW.candidate_id AND state = 'pending'))`,
    'postponement: nothing is pending',
  ),
  actGuard('lifting_of_a_postponement', ['postponementLifted'], `${standingNow('postponed')} IS NOT 1`, 'postponementLifted: no postponement stands'),
  actGuard('postponement_has_a_note', ['postponement'], isBlank('note'), 'postponement: needs a note'),
  actGuard(
    'closing_keeps_no_decision_by_a_recused',
    ['closed'],
    `EXISTS (SELECT 1 FROM presented_block b
    JOIN seated m ON m.session_id = b.session_id AND m.candidate_id = b.candidate_id AND m.seq = (
      SELECT max(e.seq) FROM event_content e INDEXED BY act_by_subject
      WHERE e.session_id = b.session_id AND e.kind = 'decision' AND e.candidate_id = b.candidate_id AND e.block = b.block)
    JOIN seat s ON s.session_id = b.session_id AND s.candidate_id = b.candidate_id AND s.seq = NEW.seq AND s.juror_id = m.juror_id
    WHERE b.session_id = NEW.session_id AND b.state = 'decided' AND s.recused)`,
    'closed: a decision was taken by a member recused since',
  ),
  actGuard('closing_expects_nobody', ['closed'], someoneExpected('NEW.session_id'), 'closed: a candidate is still expected'),
  actGuard('closing_leaves_nothing_pending', ['closed'], somethingPending('NEW.session_id'), 'closed: a presented block is undecided'),
];

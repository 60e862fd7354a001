import { actGuard, field, type Guard, guardSql, isBlank, listed, onSameBlock, phase, regulation } from './guard.ts';
import { viewsOfSeats } from './guards-of-opinions.ts';

/** The seq of the last act of some kinds in the session of the act that enters, or 0. */
const last = (kinds: readonly string[], session = 'NEW.session_id'): string =>
  `coalesce((SELECT max(r.seq) FROM event_content r INDEXED BY act_by_subject WHERE r.session_id = ${session} AND r.kind IN (${listed(kinds)})), 0)`;

const opening = ['rectificationOpened'];
/** Whether a rectification is in progress: opened, and neither closed nor given up since. */
const running = `(${phase} IS 'open' AND ${last(opening)} > 0)`;

const known = [
  ...['prepared', 'contradictionAcknowledged', 'opened', 'attendance', 'presidentDesignated', 'declaration', 'substitution', 'presence', 'blockAbsence'],
  ...['equivalence', 'equivalenceWithdrawn', 'postponement', 'postponementLifted', 'timer', 'recusal', 'recusalWithdrawn', 'accommodationRead', 'opinion'],
  ...['reveal', 'round', 'decision', 'reopening', 'incident', 'closed', 'printed', 'signed', 'signatureRefused', 'archived'],
  ...['rectificationOpened', 'correction', 'rectificationWithdrawn'],
];
const others = ['prepared', 'contradictionAcknowledged', 'opened', 'declaration', 'presence', 'blockAbsence', 'equivalence', 'equivalenceWithdrawn'];
const ofReopened = ['opinion', 'reveal', 'round', 'decision'];
const ofRectification = ['rectificationOpened', 'correction', 'rectificationWithdrawn'];

/** Words that name, never words that decide. */
const correctable = [
  ...['title', 'place'].map((name) => `session ${name}`),
  ...['givenName', 'familyName', 'quality'].map((name) => `lead ${name}`),
  ...['number', 'familyName', 'usageName', 'givenName', 'birthDate', 'entryProof'].map((name) => `candidate ${name}`),
  ...['civility', 'givenName', 'familyName', 'quality', 'employer'].map((name) => `member ${name}`),
];

const since = (kinds: readonly string[], about: string): string =>
  `EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE e.session_id = NEW.session_id AND e.kind IN (${listed(kinds)}) AND ${about} AND e.seq > ${last(opening)})`;
const reopenedSince = (about: string): string => since(['reopening'], about);

const guards: readonly Guard[] = [
  { name: 'act_kind_is_known', on: 'INSERT ON event_content', when: `NEW.kind IS NULL OR NEW.kind NOT IN (${listed(known)})`, why: 'act: unknown kind' },
  actGuard('rectification_by_the_lead', ofRectification, "(NEW.content ->> '$.author.kind') IS NOT 'lead'", 'act: by the lead alone'),
  actGuard('rectification_has_a_reason', ofRectification, isBlank('reason'), 'act: needs a reason'),
  actGuard(
    'rectification_of_a_sealed_minute',
    ['rectificationOpened'],
    `coalesce(${phase}, '') NOT IN ('sealed', 'archived')`,
    'act: only once the minute is sealed',
  ),
  actGuard('withdrawal_takes_no_decision_back', ['rectificationWithdrawn'], reopenedSince('1'), 'rectificationWithdrawn: a decision was reopened'),
  actGuard('correction_in_a_rectification', ['correction', 'rectificationWithdrawn'], `NOT ${running}`, 'act: only while the minute is rectified'),
  actGuard('rectification_does_no_other_act', [...others, 'postponement', 'postponementLifted', 'timer'], running, 'act: not in a rectification'),
  actGuard(
    'rectified_decision_asks_for_a_new_round',
    ['decision'],
    `${running} AND ${regulation('opinions')} IS NOT 'collegialOnly' AND NOT EXISTS (
    SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE ${onSameBlock(['reveal'])} AND e.seq > ${last(opening)})`,
    'decision: no round was revealed since the rectification',
  ),
  actGuard(
    'rectification_works_on_what_it_reopened',
    ofReopened,
    `${running} AND NOT ${reopenedSince('e.candidate_id = NEW.candidate_id AND e.block = NEW.block')}`,
    'block: not reopened by the rectification',
  ),
  actGuard(
    'rectification_concerns_whom_it_reopened',
    ['recusalWithdrawn', 'accommodationRead'],
    `${running} AND NOT ${since(['reopening', 'recusal'], 'e.candidate_id = NEW.candidate_id')}`,
    'candidate: not reopened by the rectification',
  ),
  actGuard(
    'rectification_reopens_what_can_be_decided',
    ['reopening'],
    `${running} AND NOT EXISTS (SELECT 1 FROM candidate_standing s
    WHERE s.session_id = NEW.session_id AND s.candidate_id = NEW.candidate_id AND s.presence = 'present' AND NOT s.postponed)`,
    'reopening: the candidate is not before the jury',
  ),
  actGuard(
    'correction_of_a_known_field',
    ['correction'],
    `${field('where.of')} || ' ' || ${field('where.field')} NOT IN (${listed(correctable)})`,
    'correction: of a field that decides',
  ),
  actGuard(
    'correction_names_somebody_of_the_session',
    ['correction'],
    `CASE ${field('where.of')} WHEN 'session' THEN 0 WHEN 'lead' THEN 0
    WHEN 'candidate' THEN NOT EXISTS (SELECT 1 FROM candidate WHERE id = ${field('where.candidateId')} AND session_id = NEW.session_id)
    WHEN 'member' THEN NOT EXISTS (SELECT 1 FROM juror WHERE id = ${field('where.jurorId')} AND session_id = NEW.session_id) ELSE 1 END`,
    'correction: about nobody of the session',
  ),
];

const followed = (kind: string): string =>
  `EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE e.session_id = NEW.id AND e.kind = '${kind}' AND e.seq > ${last(opening, 'NEW.id')})`;
const onPhase = 'UPDATE OF phase ON session';

/** Phases go forward by their acts; a rectification alone leads back from a sealed minute, and giving it up alone leads from an open session to a sealed one. */
// The last made speaks first: whether it is the next step, then by which act.
const guardsOfPhases: readonly Guard[] = [
  {
    name: 'session_closes_again_by_its_act',
    on: onPhase,
    when: `NEW.phase = 'closed' AND OLD.phase <> 'closed' AND NOT ${followed('closed')}`,
    why: 'session: no closing is recorded',
  },
  {
    name: 'session_seals_again_by_the_lead',
    on: onPhase,
    when: `NEW.phase = 'sealed' AND OLD.phase = 'closed' AND NOT EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = NEW.id AND e.kind = 'signed' AND e.content ->> '$.act.capacity' = 'lead' AND e.seq > ${last(opening, 'NEW.id')})`,
    why: 'session: the lead has not signed the latest printing',
  },
  {
    name: 'session_archives_again_by_its_act',
    on: onPhase,
    when: `NEW.phase = 'archived' AND OLD.phase <> 'archived' AND NOT ${followed('archived')} AND ${last(['rectificationWithdrawn'], 'NEW.id')} < ${last(opening, 'NEW.id')}`,
    why: 'session: no archive is recorded',
  },
  {
    name: 'session_goes_one_step',
    on: onPhase,
    when: `NEW.phase NOT IN (OLD.phase, CASE OLD.phase WHEN 'preparing' THEN 'open' WHEN 'open' THEN 'closed' WHEN 'closed' THEN 'sealed' ELSE 'archived' END)
  AND NOT (OLD.phase IN ('sealed', 'archived') AND NEW.phase = 'open' AND ${last(opening, 'NEW.id')} > ${last(['closed', 'rectificationWithdrawn'], 'NEW.id')})
  AND NOT (OLD.phase = 'open' AND NEW.phase = 'sealed' AND ${last(['rectificationWithdrawn'], 'NEW.id')} > ${last(opening, 'NEW.id')})`,
    why: 'session: one step at a time, phase goes forward',
  },
];

const here = 'e.juror_id = j.id AND e.seq < v.seq ORDER BY e.seq DESC LIMIT 1), 0) AS here';
const hereAgain = `e.juror_id = j.id AND e.seq < v.seq AND e.seq > coalesce((SELECT max(r.seq) FROM event_content r INDEXED BY act_by_subject
      WHERE r.session_id = j.session_id AND r.kind IN ('rectificationOpened', 'rectificationWithdrawn') AND r.seq < v.seq), 0)
    ORDER BY e.seq DESC LIMIT 1), 0) AS here`;
const views = viewsOfSeats.replace(here, hereAgain);
if (views === viewsOfSeats) throw new Error('0040: the view of the seats is no longer the one it changes');

/** Rectification: a sealed minute is put right by acts of their own, and the phase goes back to open for nothing else. */
export const rectification = {
  version: 40,
  name: 'rectification',
  sql: `
-- The room is empty when a rectification opens: it is another day.
DROP VIEW seated;
DROP VIEW seat;
${views}
DROP TRIGGER act_kind_is_known;
DROP TRIGGER session_phase_goes_forward;
DROP TRIGGER session_goes_one_step;
${[...guardsOfPhases, ...guards].map(guardSql).join('\n')}
DROP TRIGGER phase_follows_acts;
CREATE TRIGGER phase_follows_acts AFTER INSERT ON event_content
WHEN NEW.kind IN ('opened', 'closed', 'archived', 'rectificationOpened', 'rectificationWithdrawn')
  OR (NEW.kind = 'signed' AND NEW.content ->> '$.act.capacity' = 'lead')
BEGIN
  UPDATE session SET phase = CASE NEW.kind WHEN 'opened' THEN 'open' WHEN 'rectificationOpened' THEN 'open' WHEN 'closed' THEN 'closed'
    WHEN 'signed' THEN 'sealed' WHEN 'rectificationWithdrawn' THEN 'sealed' ELSE 'archived' END
  WHERE id = NEW.session_id;
END;
`,
} as const;

import { actGuard, field, type Guard, listed, phase } from './guard.ts';

const ofPreparation = ['prepared', 'contradictionAcknowledged', 'opened'];
const ofRoom = ['attendance', 'presidentDesignated', 'declaration', 'substitution'];
const ofCandidate = ['presence', 'blockAbsence', 'equivalence', 'equivalenceWithdrawn', 'postponement', 'postponementLifted', 'timer'];
const ofMember = ['recusal', 'recusalWithdrawn', 'accommodationRead', 'opinion'];
const ofBlock = ['reveal', 'round', 'decision', 'reopening'];
const ofSitting = [...ofCandidate, ...ofMember, ...ofBlock, 'incident', 'closed'];
const ofMinute = ['printed', 'signed', 'signatureRefused'];
const everyKind = [...ofPreparation, ...ofRoom, ...ofSitting, ...ofMinute, 'archived'];

const ofJurors = [...ofMember, 'declaration', 'reopening', 'signed'];
const ofLead = everyKind.filter((kind) => !ofJurors.includes(kind));

const authorOf = "(NEW.content ->> '$.author.kind')";
const authorJuror = "(NEW.content ->> '$.author.jurorId')";
const jurorHere = (id: string) => `EXISTS (SELECT 1 FROM juror WHERE id = ${id} AND session_id = NEW.session_id)`;

/** Acts enter one by one, read one way only, by someone of the session, about someone of the session, in the phase that is theirs. */
export const guardsOfActs: readonly Guard[] = [
  {
    name: 'act_enters_with_the_last_link',
    on: 'INSERT ON event_content',
    when: `NEW.seq IS NOT (SELECT max(seq) FROM event WHERE session_id = NEW.session_id)
  OR EXISTS (SELECT 1 FROM event_content WHERE session_id = NEW.session_id AND seq = NEW.seq)`,
    why: 'event_content: append only, with the last link',
  },
  // A key said twice is read in two ways: the first by SQLite, the last by the program.
  {
    name: 'act_reads_one_way',
    on: 'INSERT ON event_content',
    when: 'EXISTS (SELECT 1 FROM json_tree(NEW.content) WHERE key IS NOT NULL GROUP BY parent, key HAVING count(*) > 1)',
    why: 'act: a key is said twice',
  },
  { name: 'act_kind_is_known', on: 'INSERT ON event_content', when: `NEW.kind IS NULL OR NEW.kind NOT IN (${listed(everyKind)})`, why: 'act: unknown kind' },
  actGuard(
    'act_names_a_candidate_of_the_session',
    [...ofCandidate, ...ofMember, ...ofBlock],
    'NOT EXISTS (SELECT 1 FROM candidate WHERE id = NEW.candidate_id AND session_id = NEW.session_id)',
    'act: no such candidate in the session',
  ),
  actGuard(
    'act_names_a_juror_of_the_session',
    ['attendance', 'presidentDesignated', 'declaration', ...ofMember, 'signatureRefused'],
    `NOT ${jurorHere('NEW.juror_id')}`,
    'act: no such juror in the session',
  ),
  actGuard('act_by_the_lead', ofLead, `${authorOf} IS NOT 'lead'`, 'act: by the lead alone'),
  actGuard(
    'act_by_the_juror_it_names',
    ['declaration', 'accommodationRead'],
    `${authorOf} IS NOT 'juror' OR ${authorJuror} IS NOT NEW.juror_id`,
    'act: by the juror it names alone',
  ),
  actGuard(
    'recusal_by_the_juror_or_the_lead',
    ['recusal'],
    `${authorOf} IS NOT 'lead' AND (${authorOf} IS NOT 'juror' OR ${authorJuror} IS NOT NEW.juror_id)`,
    'recusal: by another juror',
  ),
  actGuard(
    'declaration_once_when_open',
    ['declaration'],
    `${phase} IS NOT 'preparing' AND EXISTS (SELECT 1 FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = NEW.session_id AND e.kind = 'declaration' AND e.juror_id = NEW.juror_id)`,
    'declaration: made before the opening',
  ),
  actGuard(
    'act_of_preparation_while_preparing',
    [...ofPreparation, 'presidentDesignated'],
    `${phase} IS NOT 'preparing' AND NOT (NEW.kind = 'presidentDesignated' AND ${field('rank')} IS 'deputy')`,
    'act: only while the session is prepared',
  ),
  actGuard('act_of_room_until_closing', ofRoom, `coalesce(${phase}, '') NOT IN ('preparing', 'open')`, 'act: only until the session is closed'),
  actGuard('act_of_sitting_while_open', ofSitting, `${phase} IS NOT 'open'`, 'act: only while the session is open'),
  actGuard('act_of_minute_while_closed', ofMinute, `${phase} IS NOT 'closed'`, 'act: only while the session is closed'),
  actGuard('act_of_archive_once_sealed', ['archived'], `coalesce(${phase}, '') NOT IN ('sealed', 'archived')`, 'act: only once the minute is sealed'),
  actGuard(
    'signature_of_the_latest_printing',
    ['signed'],
    `${field('printing')} IS NOT
    (SELECT e.content ->> '$.act.printing' FROM event_content e INDEXED BY act_by_subject WHERE e.session_id = NEW.session_id AND e.kind = 'printed' ORDER BY e.seq DESC LIMIT 1)`,
    'signed: not the latest printing',
  ),
  actGuard(
    'signature_by_its_signer',
    ['signed'],
    `CASE ${field('capacity')} WHEN 'lead' THEN ${authorOf} IS NOT 'lead' WHEN 'member' THEN ${authorJuror} IS NOT ${field('signer')} ELSE 1 END`,
    'signed: by another hand',
  ),
  {
    name: 'act_has_an_author',
    on: 'INSERT ON event_content',
    when: `CASE ${authorOf} WHEN 'lead' THEN 0 WHEN 'officer' THEN 0 WHEN 'juror' THEN NOT ${jurorHere(authorJuror)} ELSE 1 END`,
    why: 'act: unknown author',
  },
];

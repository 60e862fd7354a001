import { type Guard, listed } from './guard.ts';
import { someoneExpected, somethingPending } from './guards-of-decisions.ts';

const actOf = (kind: string) => `SELECT 1 FROM event_content e INDEXED BY act_by_subject WHERE e.session_id = NEW.id AND e.kind = '${kind}'`;
const latestPrinting = `(SELECT p.content ->> '$.act.printing' FROM event_content p INDEXED BY act_by_subject WHERE p.session_id = NEW.id AND p.kind = 'printed' ORDER BY p.seq DESC LIMIT 1)`;
const onPhase = 'UPDATE OF phase ON session';
const reaches = (phase: string) => `NEW.phase = '${phase}' AND OLD.phase <> NEW.phase`;

const guardsOfPhases: readonly Guard[] = [
  {
    name: 'session_starts_in_preparation',
    on: 'INSERT ON session',
    when: "NEW.phase <> 'preparing' OR EXISTS (SELECT 1 FROM session WHERE id = NEW.id)",
    why: 'session: starts once, in preparation',
  },
  { name: 'session_opens_by_its_act', on: onPhase, when: `${reaches('open')} AND NOT EXISTS (${actOf('opened')})`, why: 'session: no opening is recorded' },
  { name: 'session_closes_by_its_act', on: onPhase, when: `${reaches('closed')} AND NOT EXISTS (${actOf('closed')})`, why: 'session: no closing is recorded' },
  {
    name: 'session_closes_decided',
    on: onPhase,
    when: `${reaches('closed')} AND (${someoneExpected('NEW.id')} OR ${somethingPending('NEW.id')})`,
    why: 'session: a candidate is undecided',
  },
  {
    name: 'session_seals_by_the_lead',
    on: onPhase,
    when: `${reaches('sealed')} AND NOT EXISTS (${actOf('signed')} AND e.content ->> '$.act.capacity' = 'lead'
    AND e.content ->> '$.author.kind' = 'lead' AND e.content ->> '$.act.printing' = ${latestPrinting})`,
    why: 'session: the lead has not signed the latest printing',
  },
  {
    name: 'session_archives_by_its_act',
    on: onPhase,
    when: `${reaches('archived')} AND NOT EXISTS (${actOf('archived')})`,
    why: 'session: no archive is recorded',
  },
  {
    name: 'session_goes_one_step',
    on: onPhase,
    when: `NEW.phase NOT IN (OLD.phase, CASE OLD.phase WHEN 'preparing' THEN 'open' WHEN 'open' THEN 'closed' WHEN 'closed' THEN 'sealed' ELSE 'archived' END)`,
    why: 'session: one step at a time, phase goes forward',
  },
];

/** The phase moves with the act that says so: no act and phase can tell two stories. */
export const phaseFollowsActs = `
CREATE TRIGGER phase_follows_acts AFTER INSERT ON event_content
WHEN NEW.kind IN ('opened', 'closed', 'archived') OR (NEW.kind = 'signed' AND NEW.content ->> '$.act.capacity' = 'lead')
BEGIN
  UPDATE session SET phase = CASE NEW.kind WHEN 'opened' THEN 'open' WHEN 'closed' THEN 'closed' WHEN 'signed' THEN 'sealed' ELSE 'archived' END
  WHERE id = NEW.session_id;
END;
`;

const sameRegulations = `SELECT 1 FROM session s WHERE s.id <> NEW.id AND s.regulations ->> '$.id' = NEW.regulations ->> '$.id'
    AND s.regulations ->> '$.version' = NEW.regulations ->> '$.version' AND s.regulations <> NEW.regulations`;
const guardsOfRegulations: readonly Guard[] = ['INSERT ON session', 'UPDATE OF regulations ON session'].map((on) => ({
  name: `regulations_say_one_thing_${on.slice(0, 6).toLowerCase()}`,
  on,
  when: `EXISTS (${sameRegulations})`,
  why: 'session: another content under the same regulations and version',
}));

const frozen = (candidate: string) => `(SELECT s.phase FROM session s JOIN candidate c ON c.session_id = s.id WHERE c.id = ${candidate}) <> 'preparing'`;

// REPLACE deletes the row it meets without a delete trigger, so what enters is compared with what it would replace.
const guardsOfPlaces: readonly Guard[] = [
  ...['juror', 'candidate'].flatMap((table): Guard[] => [
    {
      name: `${table}_takes_no_place`,
      on: `INSERT ON ${table}`,
      when: `EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id AND session_id <> NEW.session_id)`,
      why: `${table}: of another session`,
    },
    {
      name: `${table}_keeps_its_place`,
      on: `UPDATE OF id, session_id ON ${table}`,
      when: 'NEW.id <> OLD.id OR NEW.session_id <> OLD.session_id',
      why: `${table}: keeps its session`,
    },
  ]),
  ...['piece', 'project', 'evidence'].flatMap((table): Guard[] => [
    {
      name: `${table}_takes_no_place`,
      on: `INSERT ON ${table}`,
      when: `EXISTS (SELECT 1 FROM ${table} x WHERE (x.id = NEW.id${table === 'piece' ? ' OR x.stored_as = NEW.stored_as' : ''}) AND x.candidate_id <> NEW.candidate_id)`,
      why: `${table}: of another candidate`,
    },
    {
      name: `${table}_keeps_its_place`,
      on: `UPDATE OF id, candidate_id${table === 'piece' ? ', stored_as' : ''} ON ${table}`,
      when: `NEW.id <> OLD.id OR NEW.candidate_id <> OLD.candidate_id${table === 'piece' ? ' OR NEW.stored_as <> OLD.stored_as' : ''}`,
      why: `${table}: keeps its candidate`,
    },
  ]),
  {
    name: 'vae_file_keeps_its_place',
    on: 'UPDATE OF candidate_id ON vae_file',
    when: `NEW.candidate_id <> OLD.candidate_id AND ${frozen('NEW.candidate_id')}`,
    why: 'vae_file: frozen',
  },
];

const guardsOfPrintings: readonly Guard[] = [
  {
    name: 'printing_by_its_act',
    on: 'INSERT ON printing',
    when: `EXISTS (SELECT 1 FROM printing WHERE session_id = NEW.session_id AND number = NEW.number)
  OR NEW.base_sha256 IS NOT (SELECT e.content ->> '$.act.base' FROM event_content e INDEXED BY act_by_subject
    WHERE e.session_id = NEW.session_id AND e.kind = 'printed' AND e.content ->> '$.act.printing' = NEW.number ORDER BY e.seq DESC LIMIT 1)`,
    why: 'printing: only by its act, once',
  },
  {
    name: 'printing_keeps_its_place',
    on: 'UPDATE OF session_id, number ON printing',
    when: 'NEW.session_id <> OLD.session_id OR NEW.number <> OLD.number',
    why: 'printing: frozen',
  },
];

/** The kinds that a purge may take: what never enters the record. */
const working = ['opinion', 'reveal', 'round', 'accommodationRead', 'timer'];
const guardsOfPurges: readonly Guard[] = [
  {
    name: 'purge_takes_the_working_part',
    on: 'DELETE ON event_content',
    when: `coalesce(OLD.kind, '') NOT IN (${listed(working)})`,
    why: 'event_content: only a purge of the working part deletes',
  },
  {
    name: 'purge_waits_for_closing',
    on: 'DELETE ON event_content',
    when: "(SELECT phase FROM session WHERE id = OLD.session_id) IN ('preparing', 'open')",
    why: 'event_content: only a purge of a closed session deletes',
  },
];

/** The rows beside the journal: phases that follow the acts, one text for one version, nothing moved into or out of a frozen session. */
export const guardsOfRows: readonly Guard[] = [...guardsOfPhases, ...guardsOfRegulations, ...guardsOfPlaces, ...guardsOfPrintings, ...guardsOfPurges];

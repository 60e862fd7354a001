import { afterEach, beforeEach, expect, test } from 'vitest';
import { Intruder } from '../tests/fixtures/intruder.ts';
import { bc01, candidateOf, people } from '../tests/fixtures/sitting.ts';

const [here, other] = [candidateOf('c1', { presents: [bc01] }), candidateOf('c2')];
let intruder: Intruder;

const dossier = (candidate: string) => `
  INSERT INTO piece VALUES ('piece-${candidate}', '${candidate}', 'report', '', 'a.pdf', 1, '${'0'.repeat(64)}', 'pdf', 'file-${candidate}', 'whole');
  INSERT INTO project VALUES ('project-${candidate}', '${candidate}', '{}');
  INSERT INTO evidence VALUES ('evidence-${candidate}', '${candidate}', '{}');
  INSERT INTO vae_file VALUES ('${candidate}', '{}');`;

// Two sessions: the first, with one candidate and a dossier, is closed; the second is still in preparation.
beforeEach(() => {
  intruder = new Intruder().prepare([here]).prepare([other], {}, 's2');
  intruder.db.exec(dossier('c1') + dossier('c2'));
  intruder.open().presence(here.id).round(here.id, bc01).decide(here.id, bc01).write({ kind: 'closed' });
});
afterEach(() => intruder.dispose());

const refused = (attack: () => unknown, why: string | RegExp): void => expect(attack).toThrow(why);
const sql = (text: string) => () => intruder.db.exec(text);
const row = (table: string, id: string) =>
  intruder.db.prepare<[string]>(`SELECT * FROM ${table} WHERE ${table === 'vae_file' ? 'candidate_id' : 'id'} = ?`).get(id);

test('what a closed session was prepared with is frozen', () => {
  for (const column of ['number', 'fields', 'referential', 'regulations'])
    refused(sql(`UPDATE session SET ${column} = '{}' WHERE id = 's1'`), 'session: frozen');
  refused(sql("DELETE FROM session WHERE id = 's1'"), 'session: kept');
});

test('what a candidate brings cannot change once the session is open', () => {
  refused(sql(`UPDATE candidate SET fields = json_set(fields, '$.brings', json('[]')) WHERE id = 'c1'`), 'candidate: frozen');
});

test.each(['juror', 'candidate'])('no %s enters, changes or leaves a closed session', (table) => {
  const values = table === 'juror' ? "'new', 's1', 9, '{}'" : "'new', 's1', 9, 'n', '{}'";
  refused(sql(`INSERT INTO ${table} VALUES (${values})`), `${table}: frozen`);
  refused(sql(`UPDATE ${table} SET fields = '{}' WHERE session_id = 's1'`), `${table}: frozen`);
  refused(sql(`DELETE FROM ${table} WHERE session_id = 's1'`), `${table}: frozen`);
});

test.each(['piece', 'project', 'evidence', 'vae_file'])('no %s enters, changes or leaves the dossiers of a closed session', (table) => {
  const insert =
    table === 'piece'
      ? dossier('c1')
          .split(';')[0]
          ?.replaceAll(/piece-c1|file-c1/g, 'new')
      : `INSERT INTO ${table} VALUES (${table === 'vae_file' ? '' : "'new', "}'c1', '{}')`;
  refused(sql(insert ?? ''), `${table}: frozen`);
  refused(sql(`UPDATE ${table} SET ${table === 'piece' ? 'title' : 'fields'} = '{}' WHERE candidate_id = 'c1'`), `${table}: frozen`);
  refused(sql(`DELETE FROM ${table} WHERE candidate_id = 'c1'`), `${table}: frozen`);
});

test.each(['juror', 'candidate'])('no %s is carried from one session into another, by a change or by a replacement', (table) => {
  const [frozen, free] = table === 'juror' ? [people.first, `s2-${people.first}`] : ['c1', 'c2'];
  const before = row(table, frozen);
  refused(sql(`UPDATE ${table} SET session_id = 's1' WHERE id = '${free}'`), `${table}: keeps its session`);
  refused(sql(`UPDATE OR REPLACE ${table} SET id = '${frozen}' WHERE id = '${free}'`), `${table}: keeps its session`);
  refused(sql(`REPLACE INTO ${table} VALUES ('${frozen}', 's2', 9, ${table === 'juror' ? '' : "'n', "}'{}')`), `${table}: of another session`);
  expect(row(table, frozen)).toEqual(before);
});

test.each(['project', 'evidence', 'piece'])('no %s is carried from one dossier into another, by a change or by a replacement', (table) => {
  const before = row(table, `${table}-c1`);
  const values = table === 'piece' ? `'report', '', 'a.pdf', 1, '${'0'.repeat(64)}', 'pdf', 'elsewhere', 'whole'` : "'{}'";
  refused(sql(`UPDATE ${table} SET candidate_id = 'c1' WHERE id = '${table}-c2'`), `${table}: keeps its candidate`);
  refused(sql(`UPDATE OR REPLACE ${table} SET id = '${table}-c1' WHERE id = '${table}-c2'`), `${table}: keeps its candidate`);
  refused(sql(`REPLACE INTO ${table} VALUES ('${table}-c1', 'c2', ${values})`), `${table}: of another candidate`);
  expect(row(table, `${table}-c1`)).toEqual(before);
});

test('a file kept for a closed dossier is taken by no other piece', () => {
  const before = row('piece', 'piece-c1');
  refused(sql("UPDATE OR REPLACE piece SET stored_as = 'file-c1' WHERE id = 'piece-c2'"), 'piece: keeps its candidate');
  refused(
    sql(`REPLACE INTO piece VALUES ('new', 'c2', 'report', '', 'a.pdf', 1, '${'0'.repeat(64)}', 'pdf', 'file-c1', 'whole')`),
    'piece: of another candidate',
  );
  expect(row('piece', 'piece-c1')).toEqual(before);
});

test('no VAE file is carried into a closed dossier', () => {
  refused(sql("UPDATE OR REPLACE vae_file SET candidate_id = 'c1' WHERE candidate_id = 'c2'"), 'vae_file: frozen');
});

test('a printing enters by its act, once, and never moves', () => {
  const base = 'b'.repeat(64);
  const insert = (verb: string, number: number, digest = base) =>
    sql(`${verb} INTO printing (session_id, number, at, record, base_sha256, base, current) VALUES ('s1', ${number}, '', '{}', '${digest}', x'00', x'00')`);
  refused(insert('INSERT', 1), 'only by its act');
  intruder.write({ kind: 'printed', base, printing: 1 });
  refused(insert('INSERT', 2), 'only by its act');
  refused(insert('INSERT', 1, 'c'.repeat(64)), 'only by its act');
  insert('INSERT', 1)();
  refused(insert('REPLACE', 1), 'only by its act');
  refused(sql("UPDATE printing SET number = 2 WHERE session_id = 's1'"), 'printing: frozen');
});

test('a purge takes the working part alone, and of a closed session alone', () => {
  const remove = (where: string) => sql(`DELETE FROM event_content WHERE ${where}`);
  refused(remove("kind = 'opinion'"), 'only a purge');
  intruder.db.exec("INSERT INTO purge (at, reason, state) VALUES ('2026', 'essai', 'running')");
  for (const kind of ['decision', 'presence', 'attendance', 'declaration', 'opened', 'closed'])
    refused(remove(`kind = '${kind}'`), 'only a purge of the working part');
  intruder.db.exec("DELETE FROM event_content WHERE kind IN ('opinion', 'reveal', 'round', 'accommodationRead', 'timer')");
  expect(intruder.db.prepare("SELECT count(*) AS left FROM event_content WHERE kind IN ('opinion', 'reveal')").get()).toEqual({ left: 0 });
});

test('no purge takes the opinions of an open session', () => {
  const open = new Intruder().prepare([here]).open().presence(here.id).opinion(here.id, bc01, people.first);
  open.db.exec("INSERT INTO purge (at, reason, state) VALUES ('2026', 'essai', 'running')");
  refused(() => open.db.exec("DELETE FROM event_content WHERE kind = 'opinion'"), 'only a purge of a closed session');
  open.dispose();
});

test('the same regulations under the same version say the same thing in every session', () => {
  refused(() => intruder.prepare([], { quorum: 4 }, 's3'), 'another content under the same regulations');
  intruder.prepare([], { version: '2.0', quorum: 4 }, 's4');
  refused(sql("UPDATE session SET regulations = json_set(regulations, '$.version', '2.0') WHERE id = 's2'"), 'another content under the same regulations');
  intruder.db.exec("UPDATE session SET regulations = json_set(regulations, '$.version', '2.1', '$.quorum', 5) WHERE id = 's2'");
});

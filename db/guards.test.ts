import { afterEach, beforeEach, expect, test } from 'vitest';
import { chainStart } from './journal.ts';
import { Intruder } from '../tests/fixtures/intruder.ts';
import { bc01, bc02, bc03, candidateOf, people } from '../tests/fixtures/sitting.ts';

const [first, second] = [candidateOf('c1', { presents: [bc01, bc02] }), candidateOf('c2', { presents: [bc01] })];
const [one, two] = [first.id, second.id];
const print = { kind: 'printed', base: 'b'.repeat(64), printing: 1 };
const seal = { kind: 'signed', signer: 'lead', capacity: 'lead', fingerprint: 'f'.repeat(64), printing: 1 };
const archive = { kind: 'archived', sha256: 'a'.repeat(64) };
let intruder: Intruder;

beforeEach(() => {
  intruder = new Intruder().prepare([first, second]);
});
afterEach(() => intruder.dispose());

const refused = (attack: () => unknown, why: RegExp | string): void => expect(attack).toThrow(why);
const sql = (text: string) => () => intruder.db.exec(text);

/** Everyone absent, the session closed. */
const closed = (): Intruder => intruder.open().presence(one, 'absent').presence(two, 'absent').write({ kind: 'closed' });

test('a content enters with its event, once, and never for an older event', () => {
  intruder.open();
  const content = `x'${'00'.repeat(16)}', '{"at":"x","author":{"kind":"lead"},"act":{"kind":"incident","text":"x"}}'`;
  intruder.db.pragma('foreign_keys=OFF');
  refused(sql(`INSERT INTO event_content VALUES ('s1', 99, ${content})`), 'with the last link');
  intruder.db.pragma('foreign_keys=ON');
  refused(sql(`INSERT INTO event_content VALUES ('s1', 8, ${content})`), 'append only');
  refused(sql(`REPLACE INTO event_content VALUES ('s1', 8, ${content})`), 'append only');
  refused(sql(`REPLACE INTO event_content VALUES ('s1', 2, ${content})`), 'append only');
});

test('an act that reads two ways is refused: a key said twice, even spelt otherwise', () => {
  intruder.open();
  const put = (act: string) =>
    intruder.db.transaction(() => {
      intruder.db.exec(`INSERT INTO event VALUES ('s1', 9, (SELECT digest FROM event WHERE seq = 8), '${chainStart}', '${chainStart}')`);
      const insert = intruder.db.prepare("INSERT INTO event_content VALUES ('s1', 9, ?, ?)");
      insert.run(Buffer.alloc(16), `{"at":"x","author":{"kind":"lead"},"act":${act}}`);
    });
  refused(put('{"kind":"incident","text":"","kind":"closed"}'), 'said twice');
  refused(put('{"kind":"incident","text":"","k\\u0069nd":"closed"}'), 'said twice');
  put('{"kind":"incident","text":""}')();
});

test('an act of an unknown kind, or of nobody known, is refused', () => {
  intruder.open();
  refused(() => intruder.write({ kind: 'pardon', candidateId: one }), 'unknown kind');
  refused(() => intruder.write({}), 'unknown kind');
  refused(() => intruder.write({ kind: 'incident', text: 'x' }, { kind: 'prefect' } as never), 'unknown author');
  refused(() => intruder.write({ kind: 'incident', text: 'x' }, 'passer-by' as never), 'unknown author');
});

test('an act names a candidate and a juror of its own session', () => {
  const foreign = candidateOf('c9');
  intruder.prepare([foreign], {}, 's2').open();
  refused(() => intruder.presence(foreign.id), 'no such candidate');
  refused(() => intruder.presence('nobody' as never), 'no such candidate');
  refused(() => intruder.write({ kind: 'attendance', jurorId: `s2-${people.first}`, present: true }), 'no such juror');
});

const ofSitting: readonly object[] = [
  { kind: 'presence', candidateId: one, presence: 'present', note: '' },
  { kind: 'blockAbsence', candidateId: one, block: bc01, absent: true, note: '' },
  { kind: 'equivalence', candidateId: one, block: bc01, from: 'x', reference: 'x', on: '2026-01-01', authority: 'x' },
  { kind: 'equivalenceWithdrawn', candidateId: one, block: bc01, reason: 'x' },
  { kind: 'recusal', jurorId: people.first, candidateId: one, reason: 'x' },
  { kind: 'recusalWithdrawn', jurorId: people.first, candidateId: one, reason: 'x' },
  { kind: 'opinion', jurorId: people.first, candidateId: one, block: bc01, round: 1, value: 'validate', note: '' },
  { kind: 'reveal', candidateId: one, block: bc01, round: 1 },
  { kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'x' },
  { kind: 'decision', candidateId: one, block: bc01, outcome: 'validated', reason: '', recommendation: '', competencies: [] },
  { kind: 'reopening', candidateId: one, block: bc01, reason: 'x' },
  { kind: 'postponement', candidateId: one, cause: 'other', note: 'x' },
  { kind: 'postponementLifted', candidateId: one, reason: 'x' },
  { kind: 'timer', projectId: 'p', candidateId: one, move: 'start', note: '' },
  { kind: 'incident', text: 'x' },
  { kind: 'accommodationRead', jurorId: people.first, candidateId: one, note: '' },
  { kind: 'closed' },
];

test.each(ofSitting)('$kind is an act of the sitting: refused before the opening and after the closing', (act) => {
  refused(() => intruder.write(act), 'only while the session is open');
  intruder.open().presence(one, 'absent').presence(two, 'absent').write({ kind: 'closed' });
  refused(() => intruder.write(act), 'only while the session is open');
});

test('what prepares a session, its opening included, is over once it is open', () => {
  intruder.open();
  for (const act of [
    { kind: 'opened' },
    { kind: 'prepared', what: 'candidate', subject: 'x' },
    { kind: 'contradictionAcknowledged', remark: 'x', reason: 'x' },
    { kind: 'presidentDesignated', jurorId: people.second, rank: 'president' },
  ])
    refused(() => intruder.write(act), 'only while the session is prepared');
  intruder.write({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' });
});

test('a member declares alone, and once the session is open, once', () => {
  const declaration = { kind: 'declaration', jurorId: people.first, links: [] };
  refused(() => intruder.write(declaration, people.second), 'by the juror it names alone');
  refused(() => intruder.write(declaration), 'by the juror it names alone');
  intruder.write(declaration, people.first).open();
  refused(() => intruder.write(declaration, people.first), 'made before the opening');
  intruder.write({ ...declaration, jurorId: people.substitute }, people.substitute);
});

test('what the jury does together is written by the lead alone, and a recusal by its juror or the lead', () => {
  intruder.open().presence(one);
  for (const act of [
    { kind: 'presence', candidateId: two, presence: 'absent', note: '' },
    { kind: 'attendance', jurorId: people.first, present: false },
    { kind: 'incident', text: 'x' },
  ])
    for (const author of [people.first, { kind: 'officer' } as const]) refused(() => intruder.write(act, author), 'by the lead alone');
  const recusal = { kind: 'recusal', jurorId: people.first, candidateId: one, reason: 'Un lien.' };
  for (const author of [people.second, { kind: 'officer' } as const]) refused(() => intruder.write(recusal, author), 'recusal: by another juror');
  refused(() => intruder.write({ kind: 'accommodationRead', jurorId: people.first, candidateId: one, note: '' }), 'by the juror it names alone');
  intruder.write(recusal, people.first).write(recusal);
});

test('nobody enters, declares or takes a seat once the session is closed', () => {
  closed();
  for (const act of [
    { kind: 'attendance', jurorId: people.first, present: false },
    { kind: 'declaration', jurorId: people.first, links: [] },
    { kind: 'substitution', candidateIds: [one], replaced: people.first, substitute: people.substitute },
    { kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' },
  ])
    refused(() => intruder.write(act), 'only until the session is closed');
});

test('a minute is printed, signed or refused only once the session is closed, and archived only once sealed', () => {
  intruder.open();
  for (const act of [print, seal, { kind: 'signatureRefused', jurorId: people.first, reason: 'x', printing: 1 }])
    refused(() => intruder.write(act), /only while the session is closed|not the latest printing/);
  refused(() => intruder.write(archive), 'only once the minute is sealed');
  intruder.presence(one, 'absent').presence(two, 'absent').write({ kind: 'closed' });
  refused(() => intruder.write(archive), 'only once the minute is sealed');
  refused(() => intruder.write(seal), 'not the latest printing');
  intruder.write(print).write(seal);
  refused(() => intruder.write({ ...print, printing: 2 }), 'only while the session is closed');
  intruder.write(archive).write(archive);
  expect(intruder.phase()).toBe('archived');
});

test('a signature is of the latest printing, and by its own signer', () => {
  closed().write(print);
  refused(() => intruder.write({ ...seal, printing: 2 }), 'not the latest printing');
  intruder.write({ ...print, printing: 2 });
  refused(() => intruder.write(seal), 'not the latest printing');
  refused(() => intruder.write({ ...seal, printing: 2 }, people.first), 'by another hand');
  refused(() => intruder.write({ ...seal, signer: people.first, capacity: 'member', printing: 2 }, people.second), 'by another hand');
  intruder.write({ ...seal, signer: people.first, capacity: 'member', printing: 2 }, people.first).write({ ...seal, printing: 2 });
  expect(intruder.phase()).toBe('sealed');
});

test('the phase moves with the act that says so', () => {
  expect(intruder.phase()).toBe('preparing');
  intruder.open();
  expect(intruder.phase()).toBe('open');
  intruder.presence(one, 'absent').presence(two, 'absent').write({ kind: 'closed' });
  expect(intruder.phase()).toBe('closed');
  intruder.write(print).write({ ...seal, signer: people.first, capacity: 'member' }, people.first);
  expect(intruder.phase()).toBe('closed');
  intruder.write(seal);
  expect(intruder.phase()).toBe('sealed');
  intruder.write(archive);
  expect(intruder.phase()).toBe('archived');
});

test('no phase is reached without its act', () => {
  const move = (phase: string) => sql(`UPDATE session SET phase = '${phase}'`);
  refused(move('open'), 'no opening is recorded');
  intruder.open().presence(one, 'absent').presence(two, 'absent');
  refused(move('closed'), 'no closing is recorded');
  intruder.write({ kind: 'closed' });
  refused(move('sealed'), 'the lead has not signed');
  intruder.write(print).write({ ...seal, signer: people.first, capacity: 'member' }, people.first);
  refused(move('sealed'), 'the lead has not signed');
  intruder.write(seal);
  refused(move('archived'), 'no archive is recorded');
});

test('a phase is one step, forward', () => {
  intruder.prepare([], {}, 's2');
  for (const phase of ['closed', 'sealed', 'archived']) refused(sql(`UPDATE session SET phase = '${phase}' WHERE id = 's2'`), 'one step at a time');
  intruder.open();
  for (const phase of ['preparing', 'sealed', 'archived']) refused(sql(`UPDATE session SET phase = '${phase}'`), 'phase goes forward');
});

test('a session starts in preparation and is never replaced', () => {
  const copy = (id: string, number: string, phase: string) =>
    sql(`REPLACE INTO session (id, number, fields, referential, regulations, phase, created_at, saved_at)
    SELECT '${id}', '${number}', fields, referential, regulations, '${phase}', created_at, saved_at FROM session WHERE id = 's1'`);
  refused(copy('s3', 'PV 3', 'open'), 'starts once, in preparation');
  intruder.open();
  refused(copy('s1', 'PV s1', 'preparing'), 'starts once, in preparation');
});

test('a session closes only when every candidate came, is absent, excused or postponed', () => {
  intruder.open().presence(one, 'excused');
  refused(() => intruder.write({ kind: 'closed' }), 'still expected');
  intruder.presence(two, 'expected');
  refused(() => intruder.write({ kind: 'closed' }), 'still expected');
  intruder.write({ kind: 'postponement', candidateId: two, cause: 'other', note: 'Dossier attendu.' });
  intruder.write({ kind: 'postponementLifted', candidateId: two, reason: 'Reçu.' });
  refused(() => intruder.write({ kind: 'closed' }), 'still expected');
  intruder.write({ kind: 'postponement', candidateId: two, cause: 'other', note: 'Dossier attendu.' }).write({ kind: 'closed' });
});

test('a session closes only when every block presented is decided, absent or acquired otherwise', () => {
  const absence = { kind: 'blockAbsence', candidateId: one, block: bc02, absent: true, note: '' };
  intruder.open().presence(two, 'absent').presence(one).round(one, bc01);
  refused(() => intruder.write({ kind: 'closed' }), 'a presented block is undecided');
  intruder.decide(one, bc01);
  refused(() => intruder.write({ kind: 'closed' }), 'a presented block is undecided');
  intruder.write(absence).write({ ...absence, absent: false });
  refused(() => intruder.write({ kind: 'closed' }), 'a presented block is undecided');
  intruder.write(absence).write({ kind: 'reopening', candidateId: one, block: bc01, reason: 'Erreur.' }, people.first);
  refused(() => intruder.write({ kind: 'closed' }), 'a presented block is undecided');
  intruder.decide(one, bc01).write({ kind: 'closed' });
});

test('a session does not close on a decision taken by a member recused since', () => {
  const recusal = { kind: 'recusal', jurorId: people.second, candidateId: two, reason: 'Un lien, reconnu après coup.' };
  intruder.open().presence(one, 'absent').presence(two).round(two, bc01).decide(two, bc01).write(recusal);
  refused(() => intruder.write({ kind: 'closed' }), 'by a member recused since');
  intruder.write({ ...recusal, kind: 'recusalWithdrawn', reason: 'Un homonyme.' }, people.second).write({ kind: 'closed' });
});

test('an equivalence lets a session close as long as it stands', () => {
  const equivalence = {
    kind: 'equivalence',
    candidateId: two,
    block: bc01,
    from: 'RNCP34979',
    reference: 'Note',
    on: '2026-01-01',
    authority: 'Certificateur',
  };
  intruder.open().presence(one, 'absent').presence(two).write(equivalence);
  intruder.write({ kind: 'equivalenceWithdrawn', candidateId: two, block: bc01, reason: 'Erreur.' });
  refused(() => intruder.write({ kind: 'closed' }), 'a presented block is undecided');
  intruder.write(equivalence).write({ kind: 'closed' });
});

test('a block brought or not presented keeps no session from closing', () => {
  const bringing = candidateOf('c3', { presents: [bc01], brings: [{ kind: 'earlier', block: bc01, minute: 'PV 0', on: null }] });
  intruder.db.exec('DELETE FROM candidate');
  intruder.prepare([bringing], {}, 's2').open();
  intruder.write({ kind: 'closed' });
  expect(bringing.presents).not.toContain(bc03);
});

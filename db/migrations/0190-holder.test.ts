import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderIdentity } from '../../domain/holder.ts';
import { candidateId, sessionId } from '../../domain/ids.ts';
import { day, instant } from '../../domain/time.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import { candidateOf } from '../../tests/fixtures/sitting.ts';
import { saveCandidate } from '../candidate.ts';
import type { WritableDb } from '../connection.ts';
import {
  addBatch,
  addKey,
  addReport,
  findReports,
  readIdentities,
  readIdentity,
  readKeys,
  readLines,
  readSettings,
  saveIdentity,
  saveSettings,
} from '../holder.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { appendEntry, readRegister } from '../register.ts';
import { migrations } from './all.ts';

const at = instant.parse('2026-03-18T08:00:00.000Z');
const id = sessionId.parse('s1');
const who = candidateId.parse('complete');
const identity = holderIdentity.parse({ kind: 'file', fileNumber: '00000000042', familyName: 'Essai', firstName: 'Ada' });
let db: WritableDb;
let dispose: () => void;

const insertSession = (): void => {
  db.prepare('INSERT INTO session (id, number, fields, referential, regulations, phase, created_at, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    '2026-1',
    '{}',
    '{}',
    '{}',
    'preparing',
    at,
    at,
  );
  const { id: _, ...fields } = candidateOf('complete');
  saveCandidate(db, id, who, fields);
};

beforeEach(() => {
  ({ db, dispose } = openBefore(190));
});
afterEach(() => dispose());

const declare = (): void => {
  saveIdentity(db, who, identity, at);
  addKey(db, who, 'cle-1', at);
  const batch = { batch: 1, fluxId: 'f1', action: 'CREATION', at, fileName: 'd.xml', sha256: 'a'.repeat(64) } as const;
  addBatch(db, id, batch, [{ candidateId: who, idTechnique: 'cle-1', identitySeq: 1, awardedOn: day.parse('2026-03-17') }]);
  addReport(db, { sha256: 'b'.repeat(64), sessionId: id, batch: 1, at }, [{ idTechnique: 'cle-1', accepted: false, message: 'ESSAI inconnu' }]);
};

test('a store migrates with what it had, and nobody is declared', () => {
  insertSession();
  appendEntry(db, at, { kind: 'exported', sessionId: id, what: 'archive', fileName: 'un.zip', sha256: null }, new Uint8Array(16));
  migrate(
    db,
    migrations.filter((step) => step.version <= 190),
  );
  expect(storeVersion(db)).toBe(190);
  expect(readRegister(db)).toHaveLength(1);
  expect(readSettings(db)).toBeNull();
  expect(readIdentities(db, id).size).toBe(0);
  expect(readLines(db, id)).toEqual([]);
});

test('what is kept is superseded and never changed', () => {
  insertSession();
  migrate(db);
  const settings = { sender: '00FICTIF', certifier: '00EXEMPL', contract: 'C1', depositor: 'CERTIFICATEUR' } as const;
  saveSettings(db, { ...settings, contract: 'C0' }, at);
  saveSettings(db, settings, at);
  expect(readSettings(db)).toEqual(settings);
  declare();
  saveIdentity(db, who, { ...identity, firstName: 'Adèle' }, at);
  expect(readIdentities(db, id).get(who)).toMatchObject({ seq: 2, identity: { firstName: 'Adèle' } });
  expect(readIdentity(db, 1)).toEqual(identity);
  expect(readKeys(db, who)).toEqual(['cle-1']);
  expect(() => addKey(db, who, 'cle-1', at)).toThrow('UNIQUE');
  expect(readLines(db, id)).toMatchObject([{ idTechnique: 'cle-1', batch: 1, answer: { accepted: false, message: 'ESSAI inconnu' } }]);
  expect(findReports(db, id, 'b'.repeat(64))).toEqual([1]);
  const columns = {
    declaration_settings: 'at',
    holder_identity: 'fields',
    holder_key: 'candidate_id',
    declaration_batch: 'sha256',
    declaration_line: 'identity_seq',
    declaration_report: 'batch',
  };
  for (const [table, column] of Object.entries(columns))
    expect(() => db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(/never change|superseded|written once|given once|read once/);
});

test('a purge takes identities and the words of reports; keys, files and dates stay', () => {
  insertSession();
  migrate(db);
  declare();
  db.exec('DELETE FROM holder_identity');
  db.exec(`UPDATE declaration_answer SET message = ''`);
  expect(readLines(db, id)).toMatchObject([{ idTechnique: 'cle-1', answer: { accepted: false, message: '' } }]);
  expect(() => db.exec(`UPDATE declaration_answer SET message = 'autre'`)).toThrow('nothing else changes');
  expect(() => db.exec('UPDATE declaration_answer SET accepted = 1')).toThrow('nothing else changes');
  saveIdentity(db, who, identity, at);
  expect(readIdentities(db, id).get(who)?.seq).toBe(2);
});

test('the lines of a session are found without reading every line of the store', () => {
  migrate(db);
  const plan = (sql: string): string => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  expect(plan(`SELECT * FROM declaration_line WHERE session_id = 'a' AND batch = 1`)).toContain('SEARCH');
  expect(plan(`SELECT h.seq FROM candidate c JOIN holder_identity h ON h.candidate_id = c.id WHERE c.session_id = 'a'`)).toContain(
    'holder_identity_of_candidate',
  );
  expect(plan(`SELECT sha256 FROM declaration_report WHERE session_id = 'a' AND batch = 1`)).toContain('SEARCH');
});

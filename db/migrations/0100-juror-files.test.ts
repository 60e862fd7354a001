import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jurorFileId, jurorProofId, sessionId } from '../../domain/ids.ts';
import { fileOf } from '../../domain/juror-file.ts';
import { instant } from '../../domain/time.ts';
import { storeKey } from '../../tests/fixtures/before.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { jury, people } from '../../tests/fixtures/sitting.ts';
import type { WritableDb } from '../connection.ts';
import { forgetRemoved, insertProof, readJurorFile, readJurorFiles, readProofRange, removeJurorFile, restoreJurorFile, saveJurorFile } from '../juror-file.ts';
import { readAllSeats, readSeats, seatJuror } from '../juror-seat.ts';
import { readJurors, removeJuror } from '../juror.ts';
import { readLinkChecks, saveLinkCheck } from '../link-check.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { planCopies, storedPath, sweepCopies } from '../piece.ts';
import { sealStream } from '../sealed-file.ts';
import { migrations } from './all.ts';

const s1 = sessionId.parse('s1');
const [one, other] = [jurorFileId.parse('f1'), jurorFileId.parse('f2')];
const proof = jurorProofId.parse('p1');
const at = instant.parse('2026-03-01T08:00:00.000Z');
const text = Buffer.from('Lettre de mission fictive.');
const [, first] = jury;
if (!first) throw new Error('the fixture has members');
const { id: _id, ...fields } = first;
let intruder: Intruder;
let db: WritableDb;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-jurors-'));
  intruder = new Intruder(99).prepare(Object.values(playedCandidates));
  db = intruder.db;
});
afterEach(() => {
  intruder.dispose();
  rmSync(folder, { recursive: true, force: true });
});

test('a session prepared before the directory keeps its members, who are nobody of it yet', () => {
  const before = readJurors(db, s1);
  migrate(
    db,
    migrations.filter((step) => step.version <= 100),
  );
  expect(storeVersion(db)).toBe(100);
  expect(readJurors(db, s1)).toEqual(before);
  expect([readJurorFiles(db), [...readSeats(db, s1)], readLinkChecks(db, s1)]).toEqual([[], [], []]);
});

describe('after the migration', () => {
  const addProof = async (): Promise<string> => {
    const [storedAs = ''] = planCopies(db, folder, 1);
    const sealed = await sealStream(storedPath(folder, storedAs), storeKey, [text]);
    insertProof(db, one, { id: proof, fileName: 'mission.txt', reading: 'text', addedAt: at }, storedAs, sealed);
    return storedPath(folder, storedAs);
  };
  beforeEach(() => {
    migrate(db);
    saveJurorFile(db, one, fileOf(fields));
    saveJurorFile(db, other, fileOf({ ...fields, familyName: 'Autre' }));
  });

  test('a person sits once in a session, and leaves it with the member', () => {
    seatJuror(db, people.first, one);
    expect(() => seatJuror(db, people.first, other)).toThrow('one seat a person');
    expect(() => seatJuror(db, people.second, one)).toThrow('one seat a person');
    expect(() => db.prepare('UPDATE juror_seat SET juror_file_id = ?').run(other)).toThrow('never changed');
    removeJuror(db, s1, people.first);
    expect(readAllSeats(db)).toEqual([]);
  });

  test('who sat stays in the directory, whoever writes; a session opened before can still be told who its members are', () => {
    seatJuror(db, people.first, one);
    intruder.open();
    seatJuror(db, people.second, other);
    expect(() => removeJurorFile(db, one)).toThrow('the person sat');
    expect(() => db.prepare('DELETE FROM juror_file WHERE id = ?').run(other)).toThrow('FOREIGN KEY');
    expect(readSeats(db, s1)).toEqual(
      new Map([
        [people.first, one],
        [people.second, other],
      ]),
    );
  });

  test('who is taken out comes back with proofs and seats, and is gone for good once forgotten or at the next start', async () => {
    const path = await addProof();
    seatJuror(db, people.first, one);
    const before = readJurorFile(db, one);
    const removed = removeJurorFile(db, one);
    if (!removed) throw new Error('the person is in the directory');
    expect([readJurorFile(db, one), readAllSeats(db), existsSync(path)]).toEqual([null, [], true]);
    restoreJurorFile(db, removed);
    expect([readJurorFile(db, one), readAllSeats(db)]).toEqual([before, [{ fileId: one, jurorId: people.first, sessionId: s1 }]]);
    expect(readProofRange(db, folder, storeKey, proof, 0, text.length)?.toString()).toBe(text.toString());
    sweepCopies(db, folder);
    expect(existsSync(path)).toBe(true);
    const again = removeJurorFile(db, one);
    if (!again) throw new Error('the person is in the directory');
    forgetRemoved(db, folder, again);
    expect(existsSync(path)).toBe(false);
  });

  test('a removal that nobody took back leaves no file after the next start', async () => {
    const path = await addProof();
    removeJurorFile(db, one);
    sweepCopies(db, folder);
    expect(existsSync(path)).toBe(false);
  });

  test('a link is checked once, then frozen with the session', () => {
    const check = { jurorId: people.first, candidateId: playedCandidates.full.id, kind: 'employer', about: 'x', note: 'Vu', at } as const;
    saveLinkCheck(db, check);
    saveLinkCheck(db, { ...check, note: 'Revu' });
    expect(readLinkChecks(db, s1)).toEqual([{ ...check, note: 'Revu' }]);
    saveLinkCheck(db, { ...check, note: null });
    expect(readLinkChecks(db, s1)).toEqual([]);
    saveLinkCheck(db, check);
    intruder.open();
    for (const sql of ["UPDATE link_check SET note = 'x'", 'DELETE FROM link_check']) expect(() => db.exec(sql)).toThrow('link_check: frozen');
    expect(() => saveLinkCheck(db, { ...check, kind: 'mentor' })).toThrow('link_check: frozen');
  });

  test('the seats of a person and the proofs of a file are found by their indexes', () => {
    const plans = ['SELECT * FROM juror_proof WHERE juror_file_id = ?', 'SELECT juror_id FROM juror_seat WHERE juror_file_id = ?'].map(
      (sql) => db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('f1')[0]?.detail,
    );
    expect(plans).toEqual([expect.stringContaining('INDEX juror_proof_of_file'), expect.stringContaining('INDEX juror_seat_of_file')]);
  });
});

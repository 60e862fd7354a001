import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CandidateId, competencyCode, type JurorId, pieceId, sessionId } from '../../domain/ids.ts';
import type { PrivateNote } from '../../domain/note.ts';
import { instant } from '../../domain/time.ts';
import { Intruder, titulars } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { readPieces } from '../piece.ts';
import { readPrivateNotes, savePrivateNote } from '../private-note.ts';

const at = instant.parse('2026-03-17T09:00:00.000Z');
const s1 = sessionId.parse('s1');
const [author, other] = titulars as readonly [JurorId, JurorId, JurorId];
const candidateId: CandidateId = playedCandidates.full.id;
const onPiece = (page: number | null, text: string): PrivateNote => ({ subject: { kind: 'piece', pieceId: pieceId.parse('p1'), page }, text });
let intruder: Intruder;
const mine = { sessionId: s1, jurorId: author, candidateId };
const write = (note: PrivateNote, holder = mine): void => savePrivateNote(intruder.db, holder, note, at);

beforeEach(() => {
  intruder = new Intruder(80).prepare(Object.values(playedCandidates));
  intruder.db
    .prepare(
      "INSERT INTO piece (id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as, sealing) VALUES ('p1', ?, 'report', 'R', 'r.pdf', 1, ?, 'pdf', 'x', 'chunks')",
    )
    .run(candidateId, 'a'.repeat(64));
});
afterEach(() => intruder.dispose());

test('a store migrates with its pieces, and nobody has a note yet', () => {
  migrate(intruder.db);
  expect(storeVersion(intruder.db)).toBeGreaterThanOrEqual(90);
  expect(readPieces(intruder.db, s1).map(({ id }) => id)).toEqual(['p1']);
  expect(readPrivateNotes(intruder.db, mine)).toEqual([]);
});

describe('a private note', () => {
  beforeEach(() => {
    migrate(intruder.db);
    intruder.open();
  });

  test('is read by its author alone, changed in its place, and removed by an empty text', () => {
    write(onPiece(12, 'page douze'));
    write(onPiece(null, 'tout le rapport'));
    write({ ...onPiece(null, 'de l’autre') }, { ...mine, jurorId: other });
    write(onPiece(12, 'page douze, relue'));
    expect(readPrivateNotes(intruder.db, mine)).toEqual([onPiece(null, 'tout le rapport'), onPiece(12, 'page douze, relue')]);
    expect(readPrivateNotes(intruder.db, { ...mine, jurorId: other })).toEqual([onPiece(null, 'de l’autre')]);
    expect(readPrivateNotes(intruder.db, { ...mine, candidateId: playedCandidates.partial.id })).toEqual([]);
    write(onPiece(12, ''));
    expect(readPrivateNotes(intruder.db, mine)).toEqual([onPiece(null, 'tout le rapport')]);
  });

  test('never changes hands, nor subject, nor session', () => {
    write(onPiece(3, 'à moi'));
    expect(() => intruder.db.exec(`UPDATE private_note SET juror_id = '${other}'`)).toThrow('keeps its author');
    expect(() => intruder.db.exec('UPDATE private_note SET page = 4')).toThrow('keeps its author');
    expect(() => write(onPiece(3, 'x'), { ...mine, candidateId: playedCandidates.partial.id })).toThrow('a piece of another dossier');
    const elsewhere = { ...playedCandidates.none, id: 'elsewhere' as CandidateId };
    intruder.prepare([elsewhere], {}, 's2');
    const onCompetency: PrivateNote = { subject: { kind: 'competency', competency: competencyCode.parse('B1-C1') }, text: 'x' };
    expect(() => write(onCompetency, { ...mine, candidateId: elsewhere.id })).toThrow('of another session');
    expect(() => write(onCompetency, { ...mine, jurorId: `s2-${author}` as JurorId })).toThrow('of another session');
  });

  test('is found by its key', () => {
    const plan = intruder.db
      .prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT body FROM private_note WHERE session_id = 's1' AND juror_id = 'j' AND candidate_id = 'c'")
      .all();
    expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH private_note USING PRIMARY KEY (session_id=? AND juror_id=? AND candidate_id=?)']);
  });
});

test('no note enters before the opening', () => {
  migrate(intruder.db);
  expect(() => write(onPiece(null, 'trop tôt'))).toThrow('the session is not open');
});

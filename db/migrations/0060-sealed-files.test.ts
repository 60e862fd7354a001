import { createHash, hkdfSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pieceId, sessionId } from '../../domain/ids.ts';
import { openBefore, storeKey } from '../../tests/fixtures/before.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { storeParts } from '../backup.ts';
import type { WritableDb } from '../connection.ts';
import { sealBytes } from '../keys.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { dropCopies, insertPiece, planCopies, readPieceBytes, readPieceRange, readPieces, removePiece, storedPath, sweepCopies } from '../piece.ts';
import { sealStream } from '../sealed-file.ts';
import { migrations } from './all.ts';

const [s1, old, fresh] = [sessionId.parse('s1'), pieceId.parse('old'), pieceId.parse('fresh')];
const text = Buffer.from('Un rapport gardé par la version précédente.');
let intruder: Intruder;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-files-'));
  mkdirSync(join(folder, storeParts.files));
});
afterEach(() => {
  intruder?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** A store of version 50 with one candidate and one piece, sealed in one go. */
const oldStore = (): WritableDb => {
  intruder = new Intruder(50).prepare(Object.values(playedCandidates));
  writeFileSync(join(folder, storeParts.files, 'one'), sealBytes(new Uint8Array(hkdfSync('sha256', storeKey, '', 'delibere/pieces', 32)), text));
  intruder.db
    .prepare('INSERT INTO piece (id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(old, playedCandidates.full.id, 'report', 'Rapport', 'rapport.pdf', text.length, createHash('sha256').update(text).digest('hex'), 'pdf', 'one');
  return intruder.db;
};

test('a piece kept before the migration is still read, whole and by ranges', () => {
  const db = oldStore();
  migrate(
    db,
    migrations.filter((step) => step.version <= 60),
  );
  expect(storeVersion(db)).toBe(60);
  expect(readPieces(db, s1)).toEqual([
    {
      id: old,
      candidateId: playedCandidates.full.id,
      kind: 'report',
      title: 'Rapport',
      fileName: 'rapport.pdf',
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      reading: 'pdf',
    },
  ]);
  expect(readPieceBytes(db, folder, storeKey, old)?.toString()).toBe(text.toString());
  expect(readPieceRange(db, folder, storeKey, old, 3, 10)?.toString()).toBe('rapport');
});

describe('after the migration', () => {
  test('a picture and a text are kept, another kind of reading is not, and a dossier stays frozen once the session is open', async () => {
    const db = oldStore();
    migrate(db);
    const [storedAs = ''] = planCopies(db, folder, 1);
    const sealed = await sealStream(storedPath(folder, storedAs), storeKey, [text]);
    const entry = { id: fresh, candidateId: playedCandidates.full.id, kind: 'deliverable', title: 'Photo', fileName: 'photo.png', reading: 'image' } as const;
    insertPiece(db, { entry, storedAs, sealed });
    expect(readPieceBytes(db, folder, storeKey, fresh)?.toString()).toBe(text.toString());
    expect(() => db.exec("UPDATE piece SET reading = 'film'")).toThrow('CHECK constraint failed');
    expect(() => db.exec("UPDATE piece SET stored_as = 'elsewhere' WHERE id = 'fresh'")).toThrow('piece: keeps its candidate');
    dropCopies(db, folder, removePiece(db, fresh));
    expect(existsSync(storedPath(folder, storedAs))).toBe(false);
    intruder.open();
    expect(() => db.exec("DELETE FROM piece WHERE id = 'old'")).toThrow('piece: frozen');
    expect(() => db.exec("UPDATE piece SET title = 'x'")).toThrow('piece: frozen');
    expect(() => insertPiece(db, { entry, storedAs, sealed })).toThrow('piece: frozen');
  });

  test('what a cut copy left is removed at the next start, and an adopted file stays', async () => {
    const db = oldStore();
    migrate(db);
    const [kept = '', cut = '', whole = ''] = planCopies(db, folder, 3);
    const entry = { id: fresh, candidateId: playedCandidates.full.id, kind: 'report', title: 'R', fileName: 'r.pdf', reading: 'pdf' } as const;
    insertPiece(db, { entry, storedAs: kept, sealed: await sealStream(storedPath(folder, kept), storeKey, [text]) });
    writeFileSync(`${storedPath(folder, cut)}.partial`, 'half');
    await sealStream(storedPath(folder, whole), storeKey, [text]);
    sweepCopies(db, folder);
    expect([kept, cut, `${cut}.partial`, whole].map((name) => existsSync(storedPath(folder, name)))).toEqual([true, false, false, false]);
    expect(db.prepare('SELECT count(*) AS n FROM copying').get()).toEqual({ n: 0 });
  });

  test('the pieces of a candidate are found by their index', () => {
    const { db, dispose } = openBefore(70);
    const plan = db
      .prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT p.* FROM piece p JOIN candidate c ON c.id = p.candidate_id WHERE c.session_id = 's1'")
      .all();
    dispose();
    expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([]);
  });
});

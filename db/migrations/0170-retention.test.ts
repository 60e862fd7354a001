import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../domain/ids.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playDay, playedCandidates } from '../../tests/fixtures/played.ts';
import { checkChain } from '../journal.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { countKind, eraseRows } from '../purge-kinds.ts';
import { readSetting, writeSetting } from '../setting.ts';
import { migrations } from './all.ts';

const s1 = sessionId.parse('s1');
const { full } = playedCandidates;
let intruder: Intruder;

beforeEach(() => {
  intruder = new Intruder(169).prepare(Object.values(playedCandidates));
  intruder.db
    .prepare(
      "INSERT INTO piece (id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as, sealing) VALUES ('p1', ?, 'report', 't', 'f', 1, ?, 'pdf', ?, 'chunks')",
    )
    .run(full.id, 'a'.repeat(64), 'b'.repeat(32));
  intruder.db.exec("INSERT INTO purge (at, reason, state) VALUES ('2026', 'avant', 'done')");
});
afterEach(() => intruder.dispose());

const begin = (kind: string, session: string): void => {
  intruder.db.exec("UPDATE purge SET state = 'done'");
  intruder.db.prepare("INSERT INTO purge (at, reason, state, kind, session_id) VALUES ('2026', 'essai', 'running', ?, ?)").run(kind, session);
};
const seal = (): void => {
  const { acts } = playDay();
  for (const { act, author } of acts) intruder.write(act, author);
  intruder
    .write({ kind: 'printed', base: 'b'.repeat(64), printing: 1 })
    .write({ kind: 'signed', signer: 'lead', capacity: 'lead', fingerprint: 'f'.repeat(64), printing: 1 });
  expect(intruder.phase()).toBe('sealed');
};

test('a store migrates with its purges, which then say of what they were where it is known', () => {
  migrate(
    intruder.db,
    migrations.filter((step) => step.version <= 170),
  );
  expect(storeVersion(intruder.db)).toBe(170);
  expect(intruder.db.prepare('SELECT reason, state, kind, session_id FROM purge').all()).toEqual([
    { reason: 'avant', state: 'done', kind: null, session_id: null },
  ]);
  expect(intruder.db.pragma('foreign_key_check')).toEqual([]);
  writeSetting(intruder.db, 'secondFolder', 'somewhere');
  writeSetting(intruder.db, 'secondFolder', 'elsewhere');
  expect(readSetting(intruder.db, 'secondFolder')).toBe('elsewhere');
  writeSetting(intruder.db, 'secondFolder', null);
  expect(readSetting(intruder.db, 'secondFolder')).toBe(null);
});

test('a piece of a sealed session goes by a purge of its own session and kind, and by nothing else', () => {
  migrate(intruder.db);
  const remove = () => intruder.db.exec("DELETE FROM piece WHERE id = 'p1'");
  seal();
  expect(remove).toThrow('piece: frozen');
  begin('opinions', 's1');
  expect(remove).toThrow('piece: frozen');
  begin('dossiers', 's2');
  expect(remove).toThrow('piece: frozen');
  begin('dossiers', 's1');
  expect(() => intruder.db.exec("UPDATE piece SET title = 'autre'")).toThrow('piece: frozen');
  expect(remove).not.toThrow();
});

test('no purge takes a piece before the minute is sealed', () => {
  migrate(intruder.db);
  intruder.open();
  begin('dossiers', 's1');
  expect(() => intruder.db.exec('DELETE FROM piece')).toThrow('piece: frozen');
});

test('a purge of each kind takes what it counted, and the chain holds without it', () => {
  migrate(intruder.db);
  seal();
  for (const kind of ['drafts', 'accommodations', 'opinions', 'notes', 'dossiers'] as const) {
    begin(kind, 's1');
    const { rows } = countKind(intruder.db, kind, s1);
    if (kind === 'opinions' || kind === 'dossiers') expect(rows, kind).toBeGreaterThan(0);
    eraseRows(intruder.db, kind, s1);
    expect(countKind(intruder.db, kind, s1)).toEqual({ rows: 0, files: 0 });
  }
  expect(checkChain(intruder.db, s1)).toBe(true);
});

test('a purge finds its rows by an index', () => {
  migrate(intruder.db);
  const plan = intruder.db
    .prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT count(*) FROM event_content WHERE session_id = 's1' AND kind IN ('opinion', 'reveal')")
    .all();
  expect(plan.map(({ detail }) => detail).join()).toContain('INDEX act_by_subject');
});

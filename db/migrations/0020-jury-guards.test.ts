import { afterEach, expect, test } from 'vitest';
import type { RecordedAct } from '../../domain/act.ts';
import { sessionId } from '../../domain/ids.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playDay, playedCandidates } from '../../tests/fixtures/played.ts';
import { checkChain, readActs } from '../journal.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { migrations } from './all.ts';

const day = playDay();
const acts: readonly Pick<RecordedAct, 'act' | 'author'>[] = day.acts;
const opening = acts.findIndex(({ act }) => act.kind === 'opened');
const lead = { kind: 'lead' } as const;
const afterwards: readonly object[] = [
  { kind: 'printed', base: 'b'.repeat(64), printing: 1 },
  { kind: 'signed', signer: 'lead', capacity: 'lead', fingerprint: 'f'.repeat(64), printing: 1 },
  { kind: 'archived', sha256: 'a'.repeat(64) },
];
const everything: readonly { readonly act: object; readonly author: RecordedAct['author'] }[] = [...acts, ...afterwards.map((act) => ({ act, author: lead }))];
let intruder: Intruder;
afterEach(() => intruder.dispose());

/** Every row of every table, as it was stored. */
const rows = (): unknown =>
  ['session', 'juror', 'candidate', 'event', 'event_content'].map((table) => {
    const columns = table === 'event_content' ? 'session_id, seq, salt, content' : '*';
    return intruder.db.prepare(`SELECT ${columns} FROM ${table} ORDER BY rowid`).all();
  });

// What the store of before held, by its phase and the number of acts that led there.
const stores: readonly (readonly [phase: string, count: number])[] = [
  ['preparing', opening],
  ['open', opening + 1],
  ['open', acts.length - 8],
  ['closed', acts.length],
  ['sealed', acts.length + 2],
  ['archived', acts.length + 3],
];

test.each(stores)('a store that holds a session %s after %i acts migrates without loss, and the session goes on', (phase, count) => {
  intruder = new Intruder(10).prepare(Object.values(playedCandidates));
  expect(storeVersion(intruder.db)).toBe(10);
  for (const { act, author } of everything.slice(0, count)) intruder.write(act, author);
  intruder.db.prepare("UPDATE session SET phase = ? WHERE id = 's1'").run(phase);
  const before = rows();
  migrate(
    intruder.db,
    migrations.filter((step) => step.version <= 20),
  );
  expect(storeVersion(intruder.db)).toBe(20);
  expect(rows()).toEqual(before);
  expect(checkChain(intruder.db, sessionId.parse('s1'))).toBe(true);
  expect(readActs(intruder.db, sessionId.parse('s1')).map(({ act }) => act)).toEqual(everything.slice(0, count).map(({ act }) => act));
  expect(intruder.db.pragma('foreign_key_check')).toEqual([]);
  for (const { act, author } of everything.slice(count)) intruder.write(act, author);
  expect(intruder.phase()).toBe('archived');
});

test('a closing written before the migration closes no undecided session', () => {
  intruder = new Intruder(10).prepare(Object.values(playedCandidates)).open().write({ kind: 'closed' });
  migrate(intruder.db);
  intruder.db.exec("UPDATE session SET phase = 'open'");
  expect(() => intruder.db.exec("UPDATE session SET phase = 'closed'")).toThrow('a candidate is undecided');
});

test('the questions of the guards use the index of subjects, those of the program their keys', () => {
  intruder = new Intruder(20);
  const plan = (sql: string) =>
    intruder.db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => row.detail);
  const key = 'SEARCH event_content USING INDEX sqlite_autoindex_event_content_1 (session_id=?)';
  expect(plan("SELECT seq, content FROM event_content WHERE session_id = 's1' ORDER BY seq")).toEqual([key]);
  for (const question of [
    "SELECT presence, postponed FROM candidate_standing WHERE session_id = 's1' AND candidate_id = 'c1'",
    "SELECT state FROM presented_block WHERE session_id = 's1' AND candidate_id = 'c1' AND block = 'b1'",
    "SELECT here, declared, recused FROM seat WHERE session_id = 's1' AND candidate_id = 'c1' AND seq = 9",
    "SELECT juror_id FROM seated WHERE session_id = 's1' AND candidate_id = 'c1' AND seq = 9",
  ]) {
    const lines = plan(question);
    expect(lines.join('\n'), question).toContain('USING INDEX act_by_subject (session_id=? AND kind=?');
    expect(lines.filter((line) => /^SCAN (?!\w+ VIRTUAL TABLE)/.test(line), question)).toEqual([]);
  }
});

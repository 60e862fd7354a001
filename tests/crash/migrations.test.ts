import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type WritableDb } from '../../db/connection.ts';
import { migrate, storeVersion } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/all.ts';
import { storeKey } from '../fixtures/before.ts';
import { statementsOf } from '../fixtures/statements.ts';
import { seeded } from './seeded.ts';

const seed = Number(process.env['DELIBERE_SEED'] ?? 20_260_317);
/** The cuts of `npm test`; the long run makes every one. */
const drawn = 10;
const root = mkdtempSync(join(tmpdir(), 'delibere-migrations-'));
const program = join(import.meta.dirname, '..', 'fixtures', 'cut-migration.ts');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** All that a store holds: its version, its tables and guards, every row of every table. */
const contentOf = (db: WritableDb): string => {
  const parts = db.prepare<[], { type: string; name: string; sql: string | null }>('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
  const rows = parts.filter(({ type }) => type === 'table').map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  return JSON.stringify([storeVersion(db), parts, rows]);
};

const at = '2026-03-17T08:00:00.000Z';
/** Rows that the later migrations find: a session with a member, a candidate and a piece. */
const rows = `
INSERT INTO session VALUES ('s1', '2026-001', '{}', '{}', '{}', 'preparing', '${at}', '${at}');
INSERT INTO juror VALUES ('j1', 's1', 0, '{"familyName":"Fictif"}');
INSERT INTO candidate VALUES ('c1', 's1', 0, 'D-01', '{"familyName":"Imaginaire"}');
INSERT INTO piece VALUES ('p1', 'c1', 'other', 'Rapport', 'rapport.pdf', 12, '${'a'.repeat(64)}', 'pdf', '${'b'.repeat(32)}');`;

/** The store as it was before each migration, and what it holds before and after. */
const steps = new Map<number, { readonly path: string; readonly before: string; readonly after: string }>();
const cuts = migrations.flatMap(({ version, sql }) => Array.from({ length: statementsOf(sql).length + 1 }, (_, after) => ({ version, after })));

beforeAll(() => {
  const path = join(root, 'store.db');
  const db = connect(path, storeKey, false);
  for (const step of migrations) {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const kept = join(root, `before-${step.version}.db`);
    copyFileSync(path, kept);
    const before = contentOf(db);
    migrate(db, [step]);
    steps.set(step.version, { path: kept, before, after: contentOf(db) });
    if (step.version === migrations[0]?.version) db.exec(rows);
  }
  db.close();
});

/** Kills the migration, opens the store again, and says what it is: as before, or as after; anything else is told whole. */
const cut = (version: number, after: number): 'before' | 'after' | string => {
  const step = steps.get(version);
  if (step === undefined) throw new Error(`no migration ${version}`);
  const path = join(root, `cut-${version}-${after}.db`);
  copyFileSync(step.path, path);
  const { signal, stderr } = spawnSync(process.execPath, [program, path, String(version), String(after)], { encoding: 'utf8' });
  if (signal !== 'SIGKILL') throw new Error(`not killed: ${stderr}`);
  const db = connect(path, storeKey, true);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const found = contentOf(db);
    // What the next start does.
    migrate(
      db,
      migrations.filter((each) => each.version === version),
    );
    expect(contentOf(db), `${version} cut after ${after}, migrated again`).toBe(step.after);
    return found === step.before ? 'before' : found === step.after ? 'after' : found;
  } finally {
    db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
};

test('every migration is cut into the statements that it is made of', () => {
  for (const { version, sql } of migrations) {
    const statements = statementsOf(sql);
    expect(statements.length, String(version)).toBeGreaterThan(0);
    expect(statements.join('').replaceAll(/\s/g, ''), String(version)).toBe(sql.replaceAll(/\s/g, ''));
    for (const statement of statements)
      expect(statement, String(version)).toMatch(/^(?:--[^\n]*\s+|\/\*[\s\S]*?\*\/\s*)*(?:CREATE|ALTER|INSERT|UPDATE|DELETE|DROP|SELECT)\b/i);
  }
});

test('a migration killed at any statement leaves the store as before or as after, and the next start brings it to after', { timeout: 1_800_000 }, () => {
  const random = seeded(seed);
  const last = cuts.filter(({ version }) => version === migrations.at(-1)?.version).slice(-2);
  const chosen = process.env['DELIBERE_LONG']
    ? cuts
    : [...last, ...Array.from({ length: drawn }, () => cuts[Math.floor(random() * cuts.length)]).filter((each) => each !== undefined)];
  const counts = { before: 0, after: 0 };
  for (const { version, after } of chosen) {
    const isDurable = after === statementsOf(migrations.find((each) => each.version === version)?.sql ?? '').length;
    const left = cut(version, after);
    expect(left, `${version} cut after statement ${after}, seed ${seed}`).toBe(isDurable ? 'after' : 'before');
    counts[left as 'before' | 'after'] += 1;
  }
  console.log(`migrations: ${chosen.length} of ${cuts.length} cuts, ${counts.before} left as before, ${counts.after} as after, seed ${seed}`);
});

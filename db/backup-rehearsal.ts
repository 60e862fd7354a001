import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupRehearsal } from '../domain/rehearsal.ts';
import { listBackups, storeParts } from './backup.ts';
import { connect, sqliteCode, type ReadableDb, type WritableDb } from './connection.ts';
import { shredFolder } from './shred.ts';

interface Head {
  readonly id: string;
  readonly seq: number | null;
  readonly digest: string | null;
  readonly links: number;
}

const heads = (db: ReadableDb): Head[] =>
  db
    .prepare<[], Head>(
      `SELECT s.id, e.seq, e.digest, (SELECT count(*) FROM event WHERE session_id = s.id) AS links FROM session s
       LEFT JOIN event e ON e.session_id = s.id AND e.seq = (SELECT max(seq) FROM event WHERE session_id = s.id)`,
    )
    .all();

/** Whether the chain of a session in a copy is whole in number, and goes on into the one of the store. */
const goesOn = (db: ReadableDb, { id, seq, digest, links }: Head): boolean =>
  links === (seq ?? 0) &&
  (seq === null ||
    db.prepare<[string, number], { digest: string }>('SELECT digest FROM event WHERE session_id = ? AND seq = ?').get(id, seq)?.digest === digest);

/**
 * Opens the last backup as a restore would, in a copy that goes at once, and compares its sessions with the store: the whole file checked, each chain the beginning of the one here.
 * The copy bears the name of what a cut leaves, so that a start sweeps it; the backup itself is only read.
 */
export const rehearseBackup = (db: ReadableDb, folder: string, key: Uint8Array): BackupRehearsal => {
  const [last] = listBackups(folder);
  if (last === undefined) return { kind: 'none' };
  const source = join(folder, storeParts.backups, last.id);
  const trial = join(folder, storeParts.backups, `${last.id}.repetition.partial`);
  let copy: WritableDb | null = null;
  try {
    mkdirSync(trial, { recursive: true });
    copyFileSync(join(source, storeParts.database), join(trial, storeParts.database));
    copy = connect(join(trial, storeParts.database), key, true);
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') return { kind: 'unusable', at: last.at };
    const there = heads(copy);
    const known = new Set(there.map(({ id }) => id));
    const keys = join(source, storeParts.keys);
    if (!existsSync(keys)) return { kind: 'unusable', at: last.at };
    return {
      kind: 'read',
      at: last.at,
      sessions: there.length,
      different: there.filter((head) => !goesOn(db, head)).length,
      since: heads(db).filter(({ id }) => !known.has(id)).length,
      samePassphrase: readFileSync(keys).equals(readFileSync(join(folder, storeParts.keys))),
    };
  } catch (error) {
    // A disk without room for the copy says nothing of the backup.
    if (!/^(?:SQLITE_CORRUPT|SQLITE_NOTADB|EIO|ENOENT|EACCES|EPERM)/.test(sqliteCode(error))) throw error;
    return { kind: 'unusable', at: last.at };
  } finally {
    copy?.close();
    // Written over: a purge that comes later would not find it.
    shredFolder(trial);
  }
};

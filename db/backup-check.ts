import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../domain/errors.ts';
import type { BackupChecked } from '../domain/store.ts';
import { instant } from '../domain/time.ts';
import { storeParts, type Backup } from './backup.ts';
import { connect } from './connection.ts';
import { storeVersion } from './migrate.ts';
import { programVersion } from './migrations/all.ts';

/** Opens backups with one passphrase or one recovery key, each key file derived once: the derivation takes longer than the check. */
export const backupOpener = (folder: string, open: (keys: string) => Result<Buffer>): ((backup: Backup) => BackupChecked) => {
  const derived = new Map<string, Buffer | null>();
  const keyOf = (text: string): Buffer | null => {
    const known = derived.get(text);
    if (known !== undefined) return known;
    const key = open(text);
    derived.set(text, key.ok ? key.value : null);
    return key.ok ? key.value : null;
  };
  return (backup) => {
    const told = (verdict: BackupChecked['verdict']): BackupChecked => ({ ...backup, verdict, sessions: null, lastActAt: null });
    const keys = join(folder, storeParts.backups, backup.id, storeParts.keys);
    if (!existsSync(keys)) return told('damaged');
    const key = keyOf(readFileSync(keys, 'utf8'));
    return key === null ? told('otherPassphrase') : openBackup(join(folder, storeParts.backups, backup.id, storeParts.database), key, told);
  };
};

const openBackup = (path: string, key: Uint8Array, told: (verdict: BackupChecked['verdict']) => BackupChecked): BackupChecked => {
  try {
    const db = connect(path, key, true);
    try {
      if (db.pragma('integrity_check', { simple: true }) !== 'ok') return told('damaged');
      if (storeVersion(db) > programVersion) return told('newer');
      const last = db.prepare<[], { sessions: number; at: string | null }>('SELECT count(*) AS sessions, max(saved_at) AS at FROM session').get();
      return { ...told('whole'), sessions: last?.sessions ?? 0, lastActAt: instant.safeParse(last?.at).data ?? null };
    } finally {
      db.close();
    }
  } catch {
    return told('damaged');
  } finally {
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
};

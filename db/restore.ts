import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import { instantFrom, type Instant } from '../domain/time.ts';
import { isBackupName, isWhole, listBackups, storeParts } from './backup.ts';
import { putBackFiles } from './backup-files.ts';
import { closeAsFound, connect, sqliteCode } from './connection.ts';
import { flushFile, writeWhole } from './disk.ts';
import { openKeys, openKeysByRecovery } from './keys.ts';
import { keepBeside } from './purge-list.ts';
import { asideOf, lastRestore, swapBack, swapFor } from './swap.ts';

/** Whether another program holds the store: what it writes must not be moved from under it. */
const isHeld = (folder: string, key: Uint8Array): boolean => {
  const path = join(folder, storeParts.database);
  if (!existsSync(path)) return false;
  try {
    closeAsFound(connect(path, key, true), path);
    return false;
  } catch (error) {
    return sqliteCode(error).startsWith('SQLITE_BUSY');
  }
};

const keyOf = (folder: string, passphrase: string): Buffer | null => {
  const path = join(folder, storeParts.keys);
  const key = existsSync(path) ? openKeys(readFileSync(path, 'utf8'), passphrase) : null;
  return key?.ok ? key.value : null;
};

/**
 * Puts a backup in the place of the store. The present files, journal included, are moved aside and never deleted; `undoRestore` puts them back.
 * It opens with its passphrase, or with its recovery key when that is given in `code`.
 * Errors: backup-unusable (unknown, or it does not open whole), passphrase-wrong, recovery-key-none, recovery-key-wrong, store-in-use.
 */
export const restoreBackup = (folder: string, id: string, passphrase: string, at: Instant, code: string | null = null): Result<true> => {
  const source = join(folder, storeParts.backups, id);
  if (!isBackupName(id) || !existsSync(join(source, storeParts.keys))) return failed('backup-unusable');
  const text = readFileSync(join(source, storeParts.keys), 'utf8');
  const key = code === null ? openKeys(text, passphrase) : openKeysByRecovery(text, code);
  if (!key.ok) return key;
  if (isHeld(folder, key.value)) return failed('store-in-use');
  const backupAt = listBackups(folder).find((backup) => backup.id === id)?.at ?? null;
  let whole = false;
  const lay = (partial: string): void => {
    mkdirSync(partial, { recursive: true });
    const trial = join(partial, storeParts.database);
    copyFileSync(join(source, storeParts.database), trial);
    whole = isWhole(trial, key.value);
    for (const path of [`${trial}-wal`, `${trial}-shm`]) rmSync(path, { force: true });
    if (!whole) throw new Error('backup-unusable');
    flushFile(trial);
    writeWhole(join(partial, storeParts.keys), Buffer.from(text, 'utf8'));
    keepBeside(folder, key.value, join(folder, storeParts.database));
  };
  try {
    swapFor(folder, { format: 'delibere-aside', cause: 'restauration', at: freeInstant(folder, at), backupAt, kept: false }, lay);
  } catch (error) {
    if (!whole && error instanceof Error && error.message === 'backup-unusable') return failed('backup-unusable');
    throw error;
  }
  putBackFiles(folder, id);
  return done(true);
};

/** An instant under which nothing was moved aside yet. */
const freeInstant = (folder: string, at: Instant): Instant => (existsSync(asideOf(folder, at)) ? freeInstant(folder, instantFrom(Date.parse(at) + 1)) : at);

/**
 * Undoes the last restore: what it moved aside comes back, and what it brought, with all that was recorded since, is moved aside in its turn.
 * The passphrase must open the one or the other. Errors: not-found {what: restore}, passphrase-wrong, store-in-use.
 */
export const undoRestore = (folder: string, passphrase: string, at: Instant): Result<true> => {
  const last = lastRestore(folder);
  if (last === null) return failed('not-found', { what: 'restore' });
  const present = keyOf(folder, passphrase);
  const key = present ?? keyOf(asideOf(folder, last.at), passphrase);
  if (key === null) return failed('passphrase-wrong');
  if (isHeld(folder, key)) return failed('store-in-use');
  if (present !== null) keepBeside(folder, present, join(folder, storeParts.database));
  // After the one it undoes, even when the clock went back: the last one aside is the one that can be undone.
  const after = instantFrom(Math.max(Date.parse(at), Date.parse(last.at) + 1));
  swapBack(folder, { format: 'delibere-aside', cause: 'annulation', at: freeInstant(folder, after), backupAt: last.backupAt, kept: false }, last.at);
  return done(true);
};

/** When the files of a store were last written, or null when it has none. */
export const lastWritten = (folder: string): Instant | null => {
  const times = [storeParts.database, `${storeParts.database}-wal`]
    .map((part) => join(folder, part))
    .filter((path) => existsSync(path))
    .map((path) => statSync(path).mtimeMs);
  return times.length === 0 ? null : instantFrom(Math.round(Math.max(...times)));
};

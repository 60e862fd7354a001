import { timingSafeEqual } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import type { KeyCopyLeft, KeyFile, KeysSpread, RecoveryState } from '../domain/keys.ts';
import type { Instant } from '../domain/time.ts';
import { storeParts } from './backup.ts';
import { connect } from './connection.ts';
import { replaceWhole } from './disk.ts';
import { bytesOfKeys, keyIdOf, openKeysByRecovery, readKeys, recoveryOf, withConfirmed, withPassphrase, withRecovery } from './keys.ts';
import type { Store } from './open.ts';
import { formerPlaces, reachSecond, secondFolderOf } from './second-folder.ts';

type Opened = Pick<Store, 'db' | 'folder' | 'key'>;

/** The name of the copy on which a key is tried. */
export const keyTrial = 'cles-essai.db.partial';

const textOf = (folder: string): string => readFileSync(join(folder, storeParts.keys), 'utf8');

/** Tried on a copy: a journal beside a database set aside is not to be replayed. */
const opensUnder = (folder: string, database: string, key: Uint8Array): boolean => {
  const trial = join(folder, keyTrial);
  try {
    copyFileSync(database, trial);
    connect(trial, key, true).close();
    return true;
  } catch {
    return false;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${trial}${end}`, { force: true });
  }
};

/** Whether a key file wraps this very key: it says so since version 2; before, the database beside it opens with the key, or it is the one that has just been replaced. */
const isOurs = (folder: string, copy: string, text: string, key: Uint8Array, former: string | null): boolean => {
  const file = readKeys(text);
  if (file.ok && file.value.id !== null) return file.value.id === keyIdOf(key);
  return text === former || opensUnder(folder, join(copy, storeParts.database), key);
};

interface Mine {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly text: string;
  readonly file: KeyFile;
}

/** Gives one copy the store's present key file. A newer one, or one of another key, is left alone. */
const rewriteCopy = (copy: string, { folder, key, text, file }: Mine, former: string | null): 'same' | 'done' | 'refused' => {
  try {
    const there = textOf(copy);
    if (there === text) return 'same';
    const read = readKeys(there);
    if (read.ok && read.value.id !== null && (read.value.id !== keyIdOf(key) || read.value.serial >= file.serial)) return 'same';
    if (!isOurs(folder, copy, there, key, former)) return 'refused';
    replaceWhole(join(copy, storeParts.keys), Buffer.from(text, 'utf8'));
    return 'done';
  } catch {
    return 'refused';
  }
};

const copiesIn = (root: string): string[] =>
  existsSync(root)
    ? readdirSync(root, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, storeParts.keys)))
        .map((entry) => join(root, entry.name))
    : [];

/**
 * Gives the store's present key file to every copy of it within reach: backups here, in the second folder and in former ones, stores set aside by a restore.
 * An old key file would open the store's key with the secret of before. It is run at each opening too, which ends a change that was cut. Never throws for a copy.
 */
export const spreadKeys = ({ db, folder, key }: Opened, former: string | null = null): KeysSpread => {
  const text = textOf(folder);
  const file = readKeys(text);
  if (!file.ok || file.value.serial === 0) return { rewritten: 0, left: [] };
  const second = secondFolderOf(db);
  const place = reachSecond(db);
  const places = [...(place === null ? [] : [place]), ...formerPlaces(db)];
  const copies = [join(folder, storeParts.backups), join(folder, storeParts.aside), ...places.map((each) => join(each, storeParts.backups))].flatMap(copiesIn);
  const reached = copies.map((copy) => ({ copy, result: rewriteCopy(copy, { folder, key, text, file: file.value }, former) }));
  const left: KeyCopyLeft[] = [
    ...(second.kind === 'unreachable' ? [{ kind: 'secondFolder', path: second.path } as const] : []),
    ...formerPlaces(db)
      .filter((path) => !existsSync(path))
      .map((path) => ({ kind: 'formerFolder', path }) as const),
    ...reached.flatMap(({ copy, result }) => (result === 'refused' ? [{ kind: 'refused', path: copy } as const] : [])),
  ];
  return { rewritten: reached.filter(({ result }) => result === 'done').length, left };
};

/** Puts a key file in the place of the store's, whole, then in the place of its copies within reach. */
export const adoptKeys = (store: Opened, file: KeyFile): KeysSpread => {
  const former = textOf(store.folder);
  replaceWhole(join(store.folder, storeParts.keys), bytesOfKeys(file));
  return spreadKeys(store, former);
};

const adopted = (store: Opened, file: Result<KeyFile>): Result<KeysSpread> => (file.ok ? done(adoptKeys(store, file.value)) : file);

const changed = ({ folder }: Opened, change: (file: KeyFile) => KeyFile): Result<KeyFile> => {
  const file = readKeys(textOf(folder));
  return file.ok ? done(change(file.value)) : file;
};

/** Puts the store under another passphrase: the key stays, its file is rewritten whole, then its copies within reach. Errors: those of readKeys. */
export const changePassphrase = (store: Opened, passphrase: string): Result<KeysSpread> =>
  adopted(
    store,
    changed(store, (file) => withPassphrase(file, store.key, passphrase)),
  );

/** The key file with another recovery key, still to confirm: nothing is written until it is adopted. Errors: those of readKeys. */
export const proposeRecovery = (store: Opened, code: string, at: Instant): Result<KeyFile> => changed(store, (file) => withRecovery(file, store.key, code, at));

/** Notes that a person has shown the sheet. Errors: those of readKeys. */
export const confirmRecovery = (store: Opened, at: Instant): Result<KeysSpread> =>
  adopted(
    store,
    changed(store, (file) => withConfirmed(file, store.key, at)),
  );

/** Whether a recovery key opens this store. Errors: those of openKeysByRecovery. */
export const checkRecovery = (store: Opened, code: string): Result<true> => {
  const key = openKeysByRecovery(textOf(store.folder), code);
  if (!key.ok) return key;
  return timingSafeEqual(key.value, store.key) ? done(true) : failed('store-damaged', { part: 'keys' });
};

/** The recovery key of the store in a folder, as its key file tells it; null when there is no such file to read. */
export const readRecovery = (folder: string): RecoveryState | null => {
  if (!existsSync(join(folder, storeParts.keys))) return null;
  const file = readKeys(textOf(folder));
  return file.ok ? recoveryOf(file.value) : null;
};

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import { keyIntention, type KeyCopyLeft, type KeyEvent, type KeyFile, type KeysSpread, type RecoveryState } from '../domain/keys.ts';
import type { Instant } from '../domain/time.ts';
import { storeParts } from './backup.ts';
import { connect, sqliteCode } from './connection.ts';
import { diskCode, replaceWhole } from './disk.ts';
import { bytesOfKeys, keyIdOf, openKeysByRecovery, readKeys, recoveryOf, withConfirmed, withPassphrase, withRecovery } from './keys.ts';
import type { Store } from './open.ts';
import { appendEntry, hasEntry } from './register.ts';
import { formerPlaces, reachSecond, secondFolderOf } from './second-folder.ts';
import { readSetting, writeSetting } from './setting.ts';

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

/** Puts a key file in the place of the store's, whole, then in the place of its copies within reach. Throws what the disk throws, where the old file stands. */
export const adoptKeys = (store: Opened, file: KeyFile): KeysSpread => {
  const former = textOf(store.folder);
  const bytes = bytesOfKeys(file);
  try {
    replaceWhole(join(store.folder, storeParts.keys), bytes);
  } catch (error) {
    // A disk that fails once the new file stands: the change is made, and told as made.
    if (textOf(store.folder) !== bytes.toString('utf8')) throw error;
  }
  return spreadKeys(store, former);
};

/**
 * Writes in the register the changes of the key file that a cut or a full disk kept out of it, the making of the store's first recovery key included;
 * a change that was meant and not made is forgotten. Run after each change and at each opening.
 */
export const settleKeys = ({ db, folder }: Opened): void => {
  const file = readKeys(textOf(folder));
  if (!file.ok) return;
  const kept = readSetting(db, 'keysIntended');
  const meant = kept === null ? null : keyIntention.parse(JSON.parse(kept));
  const { serial, recovery } = file.value;
  db.transaction(() => {
    if (meant !== null && serial >= meant.serial) for (const kind of meant.events) appendEntry(db, meant.at, { kind }, randomBytes(16));
    if (meant !== null) writeSetting(db, 'keysIntended', null);
    if (recovery !== null && !hasEntry(db, 'recoveryMade')) appendEntry(db, recovery.madeAt, { kind: 'recoveryMade' }, randomBytes(16));
  })();
};

const unlessDisk = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (diskCode(sqliteCode(error)) === null) throw error;
    // The next opening does it.
  }
};

/** The same as adoptKeys, with what the register says of it: meant first, then made, then written. Whatever cuts it, no change stays untold. */
export const adoptRecorded = (store: Opened, file: KeyFile, at: Instant, events: readonly KeyEvent[]): KeysSpread => {
  writeSetting(store.db, 'keysIntended', JSON.stringify({ serial: file.serial, at, events }));
  try {
    return adoptKeys(store, file);
  } finally {
    unlessDisk(() => settleKeys(store));
  }
};

const adopted = (store: Opened, file: Result<KeyFile>, at: Instant, events: readonly KeyEvent[]): Result<KeysSpread> =>
  file.ok ? done(adoptRecorded(store, file.value, at, events)) : file;

const changed = ({ folder }: Opened, change: (file: KeyFile) => KeyFile): Result<KeyFile> => {
  const file = readKeys(textOf(folder));
  return file.ok ? done(change(file.value)) : file;
};

/** Puts the store under another passphrase: the key stays, its file is rewritten whole, then its copies within reach. Errors: those of readKeys. */
export const changePassphrase = (store: Opened, passphrase: string, at: Instant, events: readonly KeyEvent[] = ['passphraseChanged']): Result<KeysSpread> =>
  adopted(
    store,
    changed(store, (file) => withPassphrase(file, store.key, passphrase)),
    at,
    events,
  );

/** The key file with another recovery key, still to confirm: nothing is written until it is adopted. Errors: those of readKeys. */
export const proposeRecovery = (store: Opened, code: string, at: Instant): Result<KeyFile> => changed(store, (file) => withRecovery(file, store.key, code, at));

/** Notes that a person has shown the sheet. Errors: those of readKeys. */
export const confirmRecovery = (store: Opened, at: Instant): Result<KeysSpread> =>
  adopted(
    store,
    changed(store, (file) => withConfirmed(file, store.key, at)),
    at,
    ['recoveryConfirmed'],
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

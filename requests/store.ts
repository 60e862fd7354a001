import { done, failed, type ErrorCode, type Result } from '../domain/errors.ts';
import type { RequestOutput } from '../domain/contract.ts';
import { listBackups } from '../db/backup.ts';
import { backupOpener } from '../db/backup-check.ts';
import { programVersion } from '../db/migrations/all.ts';
import { createKeys, openKeys, openKeysByRecovery, recoveryOf } from '../db/keys.ts';
import { readRecovery } from '../db/key-change.ts';
import { checkPassphrase, createStoreUnder, findStore, openStore, recoverStore, type Store } from '../db/open.ts';
import { lastWritten, restoreBackup, undoRestore } from '../db/restore.ts';
import { placeOfFolder, roomOf } from '../db/room.ts';
import { keepRestore, lastRestore } from '../db/swap.ts';
import type { BackupChecked } from '../domain/store.ts';
import { clearMemory, type Office } from './office.ts';
import { forgetRemoval } from './removal.ts';
import { openDemonstration } from './demonstration.ts';
import type { Handlers } from './desk.ts';
import { checkStrength, drawSheetOf, keepKeySheet, newCode, readTyped } from './keys.ts';

type StoreView = RequestOutput<'store.status'>;

const folderOf = (office: Office): string => (office.demonstration ? office.tools.demonstrationFolder : office.tools.storeFolder);

const viewOf = (office: Office, kind: StoreView['kind'], storeVersion: number | null = null): StoreView => ({
  kind,
  demonstration: office.demonstration,
  backups: kind === 'damaged' ? listBackups(folderOf(office)) : [],
  storeVersion,
  programVersion,
  recovery: office.demonstration ? null : readRecovery(office.tools.storeFolder),
  lastWrittenAt: kind === 'damaged' ? lastWritten(folderOf(office)) : null,
  room: kind === 'full' ? roomOf(folderOf(office)) : null,
  place: placeOfFolder(folderOf(office)),
  restored: office.demonstration ? null : lastRestore(office.tools.storeFolder),
});

const screens: Partial<Record<ErrorCode, StoreView['kind']>> = {
  'store-damaged': 'damaged',
  'store-newer': 'newer',
  'store-in-use': 'inUse',
  'store-read-only': 'readOnly',
  'store-full': 'full',
  'store-failing': 'failing',
  'store-unmigrated': 'unmigrated',
};

const enter = (office: Office, opened: Result<Store>, demonstration: boolean): Result<StoreView> => {
  if (opened.ok) {
    closeStore(office);
    office.store = opened.value;
    office.demonstration = demonstration;
    return done(viewOf(office, 'open'));
  }
  const kind = screens[opened.error.code];
  if (kind === undefined) return opened;
  const version = opened.error.facts['store'];
  return done(viewOf(office, kind, typeof version === 'number' ? version : null));
};

/** Closes the store, if one is open, and empties the memory. */
export const closeStore = (office: Office): void => {
  try {
    forgetRemoval(office);
  } catch {
    // A disk that refuses keeps the file marked: it leaves at the next opening.
  }
  clearMemory(office);
  office.store?.close();
  office.store = null;
  office.demonstration = false;
  office.locked = null;
};

/** Opens the store, or a backup put in its place first, with the recovery key and under a new passphrase. */
const enterByRecovery = (office: Office, typed: string, passphrase: string, backupId: string | null): Result<StoreView> => {
  const { storeFolder, clock } = office.tools;
  const code = readTyped(typed);
  if (!code.ok) return code;
  const strong = checkStrength(passphrase);
  if (!strong.ok) return strong;
  const restored = backupId === null ? done(true) : restoreBackup(storeFolder, backupId, passphrase, clock.now(), code.value);
  if (!restored.ok) return restored;
  return enter(office, recoverStore(storeFolder, code.value, passphrase, clock), false);
};

const lockedKind = (office: Office): StoreView['kind'] => {
  const found = findStore(office.tools.storeFolder);
  return found === 'present' ? 'locked' : found;
};

/** The store: create, unlock, lock, restore; the demonstration has a store of its own. */
export const storeRequests = {
  'store.status': (office) => {
    const { troubled } = office;
    office.troubled = null;
    return done(office.store === null && troubled !== null ? troubled : viewOf(office, office.store ? 'open' : lockedKind(office)));
  },
  'store.create': async (office, { passphrase }) => {
    const { storeFolder, clock } = office.tools;
    const strong = checkStrength(passphrase);
    if (!strong.ok) return strong;
    if (findStore(storeFolder) !== 'absent') return failed('store-exists');
    const recovery = { code: newCode(office), at: clock.now() };
    const keys = createKeys(passphrase, recovery);
    const sheet = await drawSheetOf(office, recoveryOf(keys.file), recovery.code);
    const view = enter(office, createStoreUnder(storeFolder, keys, clock), false);
    if (!view.ok) return view;
    if (!office.store) return done({ ...view.value, sheet: null });
    return done({ ...view.value, sheet: keepKeySheet(office, sheet, recovery.code) });
  },
  'store.unlock': (office, { passphrase }) => {
    if (office.store && !office.demonstration) return done(viewOf(office, 'open'));
    return enter(office, openStore(office.tools.storeFolder, passphrase, office.tools.clock), false);
  },
  'store.recover': (office, { code, passphrase }) => {
    if (office.store && !office.demonstration) return done(viewOf(office, 'open'));
    return enterByRecovery(office, code, passphrase, null);
  },
  'store.openDemonstration': (office) => openDemonstration(office, closeStore),
  'store.lock': (office) => {
    closeStore(office);
    office.place = null;
    return done(viewOf(office, lockedKind(office)));
  },
  'store.checkBackups': async (office, secret) => {
    if (office.store) return failed('store-exists');
    const code = 'code' in secret ? readTyped(secret.code) : null;
    if (code?.ok === false) return code;
    const open = backupOpener(office.tools.storeFolder, (keys) =>
      'code' in secret ? openKeysByRecovery(keys, code?.value ?? '') : openKeys(keys, secret.passphrase),
    );
    const checked: BackupChecked[] = [];
    for (const backup of listBackups(office.tools.storeFolder)) {
      checked.push(open(backup));
      // The machine answers its window between two.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return done(checked);
  },
  'store.restoreBackup': (office, { backupId, passphrase, code }) => {
    if (office.store) return failed('store-exists');
    if (code !== undefined) return enterByRecovery(office, code, passphrase, backupId);
    const restored = restoreBackup(office.tools.storeFolder, backupId, passphrase, office.tools.clock.now());
    return restored.ok ? enter(office, openStore(office.tools.storeFolder, passphrase, office.tools.clock), false) : restored;
  },
  'store.undoRestore': (office, { passphrase }) => {
    const { storeFolder, clock } = office.tools;
    if (office.demonstration) return failed('forbidden');
    if (lastRestore(storeFolder) === null) return failed('not-found', { what: 'restore' });
    const known = office.store === null ? done(true) : checkPassphrase(office.store, passphrase);
    if (!known.ok) return known;
    closeStore(office);
    const undone = undoRestore(storeFolder, passphrase, clock.now());
    if (!undone.ok) return undone;
    const opened = openStore(storeFolder, passphrase, clock);
    // What came back may have a passphrase of its own.
    const view = !opened.ok && opened.error.code === 'passphrase-wrong' ? done(viewOf(office, lockedKind(office))) : enter(office, opened, false);
    office.troubled = view.ok && view.value.kind !== 'open' ? view.value : null;
    return view;
  },
  'store.keepRestored': (office) => {
    if (!office.store || office.demonstration) return failed('store-locked');
    keepRestore(office.tools.storeFolder);
    return done(viewOf(office, 'open'));
  },
} satisfies Handlers;

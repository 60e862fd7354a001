import { done, failed, type ErrorCode, type Result } from '../domain/errors.ts';
import type { RequestOutput } from '../domain/contract.ts';
import { listBackups, restoreBackup } from '../db/backup.ts';
import { programVersion } from '../db/migrations/all.ts';
import { createStore, findStore, openStore, type Store } from '../db/open.ts';
import { clearMemory, type Office } from './office.ts';
import { openDemonstration } from './demonstration.ts';
import type { Handlers } from './desk.ts';

type StoreView = RequestOutput<'store.status'>;

const folderOf = (office: Office): string => (office.demonstration ? office.tools.demonstrationFolder : office.tools.storeFolder);

const viewOf = (office: Office, kind: StoreView['kind'], storeVersion: number | null = null): StoreView => ({
  kind,
  demonstration: office.demonstration,
  backups: kind === 'damaged' ? listBackups(folderOf(office)) : [],
  storeVersion,
  programVersion,
});

const screens: Partial<Record<ErrorCode, StoreView['kind']>> = {
  'store-damaged': 'damaged',
  'store-newer': 'newer',
  'store-in-use': 'inUse',
  'store-read-only': 'readOnly',
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
  clearMemory(office);
  office.store?.close();
  office.store = null;
  office.demonstration = false;
  office.locked = null;
};

const lockedKind = (office: Office): StoreView['kind'] => {
  const found = findStore(office.tools.storeFolder);
  return found === 'present' ? 'locked' : found;
};

/** The store: create, unlock, lock, restore; the demonstration has a store of its own. */
export const storeRequests = {
  'store.status': (office) => done(viewOf(office, office.store ? 'open' : lockedKind(office))),
  'store.create': (office, { passphrase }) => enter(office, createStore(office.tools.storeFolder, passphrase, office.tools.clock), false),
  'store.unlock': (office, { passphrase }) => {
    if (office.store && !office.demonstration) return done(viewOf(office, 'open'));
    return enter(office, openStore(office.tools.storeFolder, passphrase, office.tools.clock), false);
  },
  'store.openDemonstration': (office) => openDemonstration(office, closeStore),
  'store.lock': (office) => {
    closeStore(office);
    office.place = null;
    return done(viewOf(office, lockedKind(office)));
  },
  'store.restoreBackup': (office, { backupId, passphrase }) => {
    if (office.store) return failed('store-exists');
    const restored = restoreBackup(office.tools.storeFolder, backupId, passphrase, office.tools.clock.now());
    return restored.ok ? enter(office, openStore(office.tools.storeFolder, passphrase, office.tools.clock), false) : restored;
  },
} satisfies Handlers;

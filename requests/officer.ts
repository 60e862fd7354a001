import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { OfficerRecord } from '../domain/accommodation.ts';
import { logOfficerAccess, readOfficerRecords, saveOfficerRecord } from '../db/accommodation.ts';
import type { Store } from '../db/open.ts';
import { checkPin, readPinHolders, setPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { loadSession, requireStore, type Office } from './office.ts';

const requireKey = (office: Office, sessionId: SessionId, key: string): Result<Store> =>
  office.officerKeys.get(key) === sessionId ? requireStore(office) : failed('forbidden', { act: 'officer' });

const save = (office: Office, store: Store, sessionId: SessionId, record: OfficerRecord, what: 'written' | 'consent') => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  if (!session.value.sitting.candidates.some((entry) => entry.id === record.candidateId)) return failed('not-found', { what: 'candidate' });
  const at = office.tools.clock.now();
  saveOfficerRecord(store.db, record);
  logOfficerAccess(store.db, sessionId, at, what);
  office.sessions.delete(sessionId);
  return done({ savedAt: at });
};

/** The disability officer's records: opened by the officer's own PIN, each access logged apart, nothing in the session's journal. */
export const officerRequests = {
  'officer.open': (office, { sessionId, pin }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { db } = store.value;
    const at = office.tools.clock.now();
    const pinCreated = !readPinHolders(db, sessionId).includes('officer');
    if (pinCreated) setPin(db, sessionId, 'officer', pin);
    const checked = checkPin(db, sessionId, 'officer', pin, at);
    logOfficerAccess(db, sessionId, at, checked.ok ? 'opened' : 'refused');
    if (!checked.ok) return checked;
    const key = office.tools.ids.next();
    office.officerKeys.clear();
    office.officerKeys.set(key, sessionId);
    return done({ key, pinCreated });
  },
  'officer.close': (office, { key }) => {
    office.officerKeys.delete(key);
    return done({ savedAt: null });
  },
  'officer.list': (office, { sessionId, key }) => {
    const store = requireKey(office, sessionId, key);
    if (!store.ok) return store;
    logOfficerAccess(store.value.db, sessionId, office.tools.clock.now(), 'read');
    return done(readOfficerRecords(store.value.db, sessionId));
  },
  'officer.save': (office, { sessionId, key, record }) => {
    const store = requireKey(office, sessionId, key);
    return store.ok ? save(office, store.value, sessionId, record, 'written') : store;
  },
  'officer.setConsent': (office, { sessionId, key, candidateId, consent }) => {
    const store = requireKey(office, sessionId, key);
    if (!store.ok) return store;
    const record = readOfficerRecords(store.value.db, sessionId).find((entry) => entry.candidateId === candidateId);
    return record ? save(office, store.value, sessionId, { ...record, consent }, 'consent') : failed('not-found', { what: 'accommodation' });
  },
} satisfies Handlers;

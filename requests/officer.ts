import { appliedSeconds, type OfficerAccess, type OfficerLine, type OfficerRecord } from '../domain/accommodation.ts';
import { listAppearances } from '../domain/appearance.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import {
  logOfficerAccess,
  readOfficerAccess,
  readOfficerRecords,
  removeIn,
  removeOfficerRecord,
  saveOfficerRecord,
  withdrawIn,
  type AccessLine,
} from '../db/accommodation.ts';
import { rewriteBackups } from '../db/backup.ts';
import { mirrorBackups } from '../db/second-folder.ts';
import { readProjects, readVaeFiles } from '../db/dossier.ts';
import type { Store } from '../db/open.ts';
import { checkPin, readPinHolders, setPin } from '../db/pin.ts';
import { readSchedule } from '../db/schedule.ts';
import type { Handlers } from './desk.ts';
import { loadSession, requireStore, type Office, type OpenSession } from './office.ts';

const requireKey = (office: Office, sessionId: SessionId, key: string): Result<Store> =>
  office.officerKeys.get(key) === sessionId ? requireStore(office) : failed('forbidden', { act: 'officer' });

const log = (office: Office, store: Store, sessionId: SessionId, what: AccessLine['what'], candidateId: CandidateId | null = null): Instant => {
  const at = office.tools.clock.now();
  logOfficerAccess(store.db, sessionId, { at, what, candidateId });
  return at;
};

const save = (office: Office, store: Store, sessionId: SessionId, record: OfficerRecord, what: 'written' | 'consent') => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  if (!session.value.sitting.candidates.some((entry) => entry.id === record.candidateId)) return failed('not-found', { what: 'candidate' });
  saveOfficerRecord(store.db, record);
  office.sessions.delete(sessionId);
  const savedAt = log(office, store, sessionId, what, record.candidateId);
  // What is withdrawn must not come back with a backup.
  const purged = record.consent.kind === 'given' ? done(0) : rewriteBackups(store.folder, store.key, (db) => withdrawIn(db, record));
  mirrorBackups(store.db, store.folder);
  return purged.ok ? done({ savedAt }) : purged;
};

/** What a record makes of each test of its candidate, and whether the saved slot holds them. */
const lineOf = (store: Store, { stored, sitting }: OpenSession, record: OfficerRecord): OfficerLine => {
  const { heldOn: on, timeZone } = stored.fields;
  const { db } = store;
  const appearance = listAppearances({ on, timeZone }, sitting.candidates, readProjects(db, stored.id), readVaeFiles(db, stored.id)).find(
    ({ candidate }) => candidate.id === record.candidateId,
  );
  const told = (kind: 'defence' | 'interview', title: string, plannedMinutes: number) => ({
    kind,
    title,
    plannedMinutes,
    seconds: appliedSeconds(plannedMinutes, record.extraTime),
  });
  const tests = [
    ...(appearance?.projects ?? []).map(({ title, defence }) => told('defence', title, defence.plannedMinutes)),
    ...(appearance?.interview ? [told('interview', '', appearance.interview.interviewMinutes)] : []),
  ];
  const minutes = readSchedule(db, stored.id)?.slotMinutes;
  const seconds = tests.reduce((sum, test) => sum + test.seconds, 0);
  return { record, tests, slot: minutes === undefined ? null : { minutes, holds: minutes * 60 >= seconds } };
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
    logOfficerAccess(db, sessionId, { at, what: checked.ok ? 'opened' : 'refused', candidateId: null });
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
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const records = readOfficerRecords(store.value.db, sessionId);
    for (const { candidateId } of records) log(office, store.value, sessionId, 'read', candidateId);
    if (records.length === 0) log(office, store.value, sessionId, 'read');
    return done(records.map((record) => lineOf(store.value, session.value, record)));
  },
  'officer.log': (office, { sessionId, key }) => {
    const store = requireKey(office, sessionId, key);
    if (!store.ok) return store;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    log(office, store.value, sessionId, 'logRead');
    const lines: OfficerAccess[] = readOfficerAccess(store.value.db, sessionId).map((line) => ({ ...line, jurorId: null }));
    // A member's confirmed reading is an act of the journal: the officer's log tells it with the others.
    for (const { at, act } of session.value.acts)
      if (act.kind === 'accommodationRead') lines.push({ at, what: 'confirmed', candidateId: act.candidateId, jurorId: act.jurorId });
    return done(lines.sort((one, other) => other.at.localeCompare(one.at)));
  },
  'officer.remove': (office, { sessionId, key, candidateId }) => {
    const store = requireKey(office, sessionId, key);
    if (!store.ok) return store;
    const { db } = store.value;
    if (!readOfficerRecords(db, sessionId).some((entry) => entry.candidateId === candidateId)) return failed('not-found', { what: 'accommodation' });
    removeOfficerRecord(db, candidateId);
    office.sessions.delete(sessionId);
    const savedAt = log(office, store.value, sessionId, 'removed', candidateId);
    const purged = rewriteBackups(store.value.folder, store.value.key, (backup) => removeIn(backup, candidateId));
    mirrorBackups(store.value.db, store.value.folder);
    return purged.ok ? done({ savedAt }) : purged;
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

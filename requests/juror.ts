import { fullName } from '../domain/candidate.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { jurorFileId as jurorFileIdSchema, jurorId as jurorIdSchema, type JurorFileId, type SessionId } from '../domain/ids.ts';
import { fileOf, isSamePerson } from '../domain/juror-file.ts';
import type { JurorFields } from '../domain/jury.ts';
import type { ReadableDb } from '../db/connection.ts';
import { removeJuror, saveJuror } from '../db/juror.ts';
import { archiveJurorFile, readJurorFile, readJurorFiles, saveJurorFile } from '../db/juror-file.ts';
import { readSeats, seatJuror } from '../db/juror-seat.ts';
import { checkPin, readPinHolders, setPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { loadSession, prepare, requireStore, type Office } from './office.ts';
import { removeFromPreparation } from './removal.ts';

interface Filed {
  readonly id: JurorFileId;
  readonly added: boolean;
}

/** Who of the directory a new member is: the one chosen, else the one person of the same name and employer, else somebody new. Error: juror-already-seated. */
const findFile = (office: Office, db: ReadableDb, sessionId: SessionId, fields: JurorFields, chosen: JurorFileId | undefined): Result<Filed> => {
  const seated = new Set(readSeats(db, sessionId).values());
  if (chosen !== undefined) {
    if (readJurorFile(db, chosen) === null) return failed('not-found', { what: 'jurorFile' });
    return seated.has(chosen) ? failed('juror-already-seated', { name: fullName(fields) }) : done({ id: chosen, added: false });
  }
  const same = readJurorFiles(db).filter((file) => !seated.has(file.id) && isSamePerson(file, fields));
  const [one] = same;
  return done(one !== undefined && same.length === 1 ? { id: one.id, added: false } : { id: jurorFileIdSchema.parse(office.tools.ids.next()), added: true });
};

/** Members of the jury, and the personal PINs. */
export const jurorRequests = {
  'juror.save': (office, { sessionId, jurorId, fields, fileId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    if (jurorId !== null && !session.value.sitting.jurors.some((juror) => juror.id === jurorId)) return failed('not-found', { what: 'juror' });
    const id = jurorId ?? jurorIdSchema.parse(office.tools.ids.next());
    const file = jurorId === null ? findFile(office, store.value.db, sessionId, fields, fileId) : done(null);
    if (!file.ok) return file;
    const result = prepare(office, sessionId, 'juror', id, (db) => {
      saveJuror(db, sessionId, id, fields);
      if (file.value === null) return;
      if (file.value.added) saveJurorFile(db, file.value.id, fileOf(fields));
      else archiveJurorFile(db, file.value.id, null);
      seatJuror(db, id, file.value.id);
    });
    return result.ok ? done({ jurorId: id }) : result;
  },
  'juror.remove': (office, { sessionId, jurorId }) => {
    const taken = { sessionId, what: 'jurorRemoved', table: 'juror', subject: jurorId };
    return removeFromPreparation(office, taken, (db) => {
      removeJuror(db, sessionId, jurorId);
      return [];
    });
  },
  'pin.set': (office, { sessionId, holder, pin, current }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (holder !== 'lead' && !session.value.sitting.jurors.some((juror) => juror.id === holder)) return failed('not-found', { what: 'juror' });
    const { db } = store.value;
    const at = office.tools.clock.now();
    if (readPinHolders(db, sessionId).includes(holder)) {
      const checked = checkPin(db, sessionId, holder, current ?? '', at);
      if (!checked.ok) return checked;
    }
    setPin(db, sessionId, holder, pin);
    return done({ savedAt: at });
  },
} satisfies Handlers;

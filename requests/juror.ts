import { done, failed } from '../domain/errors.ts';
import { jurorId as jurorIdSchema } from '../domain/ids.ts';
import { removeJuror, saveJuror } from '../db/juror.ts';
import { checkPin, readPinHolders, setPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { loadSession, prepare, requireStore } from './office.ts';

/** Members of the jury, and the personal PINs. */
export const jurorRequests = {
  'juror.save': (office, { sessionId, jurorId, fields }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (jurorId !== null && !session.value.sitting.jurors.some((juror) => juror.id === jurorId)) return failed('not-found', { what: 'juror' });
    const id = jurorId ?? jurorIdSchema.parse(office.tools.ids.next());
    const result = prepare(office, sessionId, 'juror', id, (db) => saveJuror(db, sessionId, id, fields));
    return result.ok ? done({ jurorId: id }) : result;
  },
  'juror.remove': (office, { sessionId, jurorId }) => {
    const result = prepare(office, sessionId, 'jurorRemoved', jurorId, (db) => removeJuror(db, sessionId, jurorId));
    return result.ok ? done({ savedAt: result.value }) : result;
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

import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { numberOfMinute } from '../domain/rectification.ts';
import { baseOf, dayAt, keptUntil } from '../domain/retention.ts';
import type { Day } from '../domain/time.ts';
import { insertDossiersBag, readDossiersBag } from '../db/dossiers-bag.ts';
import type { Store } from '../db/open.ts';
import { openPiece, readPieces } from '../db/piece.ts';
import { readRegister } from '../db/register.ts';
import type { StoredSession } from '../db/session.ts';
import { checkRecipient } from '../documents/age/age.ts';
import { DamagedPiece, writeDossiers, type BaggedPiece } from '../documents/archive/dossiers.ts';
import { safeName } from './archive-name.ts';
import type { Handlers } from './desk.ts';
import { writeEnclosed } from './enclosed.ts';
import { loadSession, requireHere, requireStore, type Office, type OpenSession } from './office.ts';
import { register } from './register.ts';
import { factsOf } from './retention-calendar.ts';
import { startWork } from './work.ts';

const failureOf = (error: unknown): Extract<Result<never>, { ok: false }> | null =>
  error instanceof DamagedPiece ? failed('piece-damaged', { candidate: error.piece.candidateNumber, name: error.piece.fileName }) : null;

/** The day on which the dossiers of a session were purged, once nothing of them is left here. */
export const dossiersPurgedOn = ({ db }: Store, { id, fields }: StoredSession): Day | null => {
  const purged = readRegister(db).findLast(({ entry }) => entry.kind === 'purged' && entry.what === 'dossiers' && entry.sessionId === id);
  return purged && readPieces(db, id).length === 0 ? dayAt(purged.at, fields.timeZone) : null;
};

/** A closed session and the last day on which its dossiers are kept. Errors: store-locked, not-found, session-not-closed. */
const openClosed = (office: Office, id: SessionId): Result<{ readonly store: Store; readonly session: OpenSession; readonly keepUntil: Day }> => {
  const session = loadSession(office, id);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { stored } = session.value;
  const base = baseOf(factsOf(office, stored, readRegister(store.value.db)));
  if (base === null) return failed('session-not-closed');
  return done({ store: store.value, session: session.value, keepUntil: keptUntil('dossiers', base, stored.regulations) });
};

/** The dossiers of a closed session in a bag of their own, always encrypted, read back before the file takes its name. */
export const dossiersRequests = {
  'dossiers.state': (office, { sessionId }) => {
    const opened = openClosed(office, sessionId);
    if (!opened.ok) return opened;
    const { store, session, keepUntil } = opened.value;
    const purgedOn = dossiersPurgedOn(store, session.stored);
    const pieces = readPieces(store.db, sessionId);
    const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0);
    return done({ pieces: pieces.length, bytes, keepUntil, purgedOn, written: readDossiersBag(store.db, sessionId) });
  },
  'dossiers.write': async (office, { sessionId, lock }) => {
    const opened = openClosed(office, sessionId);
    if (!opened.ok) return opened;
    const here = requireHere(opened.value.store.db, sessionId);
    if (!here.ok) return here;
    const purgedOn = dossiersPurgedOn(opened.value.store, opened.value.session.stored);
    if (purgedOn !== null) return failed('dossiers-purged', { on: purgedOn });
    const fit = lock.kind === 'recipient' ? checkRecipient(lock.recipient) : done(true);
    if (!fit.ok) return fit;
    const { store, session, keepUntil } = opened.value;
    const { db, folder, key } = store;
    const { stored, state, sitting } = session;
    const numberOf = new Map(sitting.candidates.map(({ id, number }) => [id, number]));
    const pieces = readPieces(db, sessionId).map(
      ({ id, candidateId, kind, title, fileName, bytes, sha256 }): BaggedPiece => ({
        ...{ candidateNumber: numberOf.get(candidateId) ?? '', kind, title, fileName, bytes, sha256 },
        open: () => openPiece(db, folder, key, id),
      }),
    );
    const number = numberOfMinute(stored.fields.number, state.rectification?.rank ?? 0);
    const file = await office.tools.dialogs.saveFile(`Dossiers ${safeName(number)}.zip.age`);
    if (!file) return failed('cancelled');
    const work = startWork(office, async (progress) => {
      const at = office.tools.clock.now();
      const parts = { organism: stored.referential.certifier.name, number, day: dayAt(at, stored.fields.timeZone), keptUntil: keepUntil };
      let manifestSha512 = '';
      const clear = writeDossiers({ ...parts, demonstration: office.demonstration, pieces }, (digest) => (manifestSha512 = digest));
      const total = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
      const written = await writeEnclosed(office, file, { clear, lock, total, failureOf }, progress, async () =>
        office.store === store ? done(true) : failed('cancelled'),
      );
      if (!written.ok) return written;
      const { sha256 } = written.value;
      db.transaction(() => {
        insertDossiersBag(db, sessionId, { at, fileName: file.name, manifestSha512 });
        register(office, db, { kind: 'exported', sessionId, what: 'dossiers', fileName: file.name, sha256 });
      })();
      return done(true);
    });
    return done({ work, fileName: file.name });
  },
} satisfies Handlers;

import { done, failed, type Result } from '../domain/errors.ts';
import { harmlessLine } from '../domain/harmless.ts';
import { jurorFileId as jurorFileIdSchema, jurorProofId as jurorProofIdSchema, type JurorFileId, type SessionId } from '../domain/ids.ts';
import { copyOf, differencesWith, largestProof, type JurorFile, type SeatOfFile } from '../domain/juror-file.ts';
import type { Juror } from '../domain/jury.ts';
import { saveJuror } from '../db/juror.ts';
import {
  archiveJurorFile,
  forgetRemoved,
  insertProof,
  readJurorFile,
  readJurorFiles,
  removeJurorFile,
  removeProof,
  restoreJurorFile,
  saveJurorFile,
} from '../db/juror-file.ts';
import { readAllSeats } from '../db/juror-seat.ts';
import type { Store } from '../db/open.ts';
import { dropCopies, planCopies, storedPath } from '../db/piece.ts';
import { sealStream, type Sealed } from '../db/sealed-file.ts';
import { ReadingProbe } from '../documents/imports/reading.ts';
import type { Handlers } from './desk.ts';
import { keepView, loadSession, prepare, requireStore, type Office } from './office.ts';
import { proofView } from './viewing.ts';

const requireFile = (office: Office, id: JurorFileId): Result<{ readonly store: Store; readonly file: JurorFile }> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const file = readJurorFile(store.value.db, id);
  return file ? done({ store: store.value, file }) : failed('not-found', { what: 'jurorFile' });
};

/** The sessions where people of the directory are members, the latest first. */
const seatsOf = (office: Office, store: Store, files: readonly JurorFile[]): Map<JurorFileId, SeatOfFile[]> => {
  const seats = new Map<JurorFileId, SeatOfFile[]>();
  for (const { fileId, jurorId, sessionId } of readAllSeats(store.db)) {
    const file = files.find((entry) => entry.id === fileId);
    const session = loadSession(office, sessionId);
    const member = session.ok ? session.value.state.members.find((entry) => entry.juror.id === jurorId) : undefined;
    if (!file || !session.ok || !member) continue;
    const { stored, state } = session.value;
    seats.set(fileId, [
      ...(seats.get(fileId) ?? []),
      {
        sessionId,
        jurorId,
        number: stored.fields.number,
        title: stored.fields.title,
        heldOn: stored.fields.heldOn,
        certification: stored.referential.code,
        phase: state.phase,
        seat: member.juror.seat,
        sat: (state.closedAt !== null || state.rectification !== null) && member.attendance.length > 0,
        differences: state.phase === 'preparing' ? differencesWith(member.juror, file) : [],
      },
    ]);
  }
  for (const list of seats.values()) list.sort((one, other) => other.heldOn.localeCompare(one.heldOn));
  return seats;
};

/** Whether somebody of the directory belongs to a session that is no longer in preparation: its minute names that person. */
const hasSat = (office: Office, store: Store, file: JurorFile): boolean =>
  (seatsOf(office, store, [file]).get(file.id) ?? []).some((seat) => seat.phase !== 'preparing');

/** The directory of jury members, kept from session to session. */
export const jurorFileRequests = {
  'jurorFile.list': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const files = readJurorFiles(store.value.db);
    const seats = seatsOf(office, store.value, files);
    const collator = new Intl.Collator('fr');
    return done(
      files
        .map((file) => ({ ...file, seats: seats.get(file.id) ?? [] }))
        .sort((one, other) => collator.compare(one.familyName, other.familyName) || collator.compare(one.givenName, other.givenName)),
    );
  },
  'jurorFile.save': (office, { fileId, fields }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const known = fileId === null ? null : readJurorFile(store.value.db, fileId);
    if (fileId !== null && known === null) return failed('not-found', { what: 'jurorFile' });
    const proofs = known?.proofs.map((proof) => proof.id) ?? [];
    if (fields.qualifications.some(({ proof }) => proof !== null && !proofs.includes(proof))) return failed('not-found', { what: 'jurorProof' });
    const id = fileId ?? jurorFileIdSchema.parse(office.tools.ids.next());
    saveJurorFile(store.value.db, id, fields);
    return done({ fileId: id });
  },
  'jurorFile.updateSeats': (office, { fileId, sessionIds }) => {
    const found = requireFile(office, fileId);
    if (!found.ok) return found;
    const { store, file } = found.value;
    const seats = seatsOf(office, store, [file]).get(fileId) ?? [];
    const members: { readonly sessionId: SessionId; readonly juror: Juror }[] = [];
    for (const sessionId of new Set(sessionIds)) {
      const seat = seats.find((entry) => entry.sessionId === sessionId);
      const session = loadSession(office, sessionId);
      const juror = session.ok ? session.value.sitting.jurors.find((entry) => entry.id === seat?.jurorId) : undefined;
      if (!session.ok || !juror) return failed('not-found', { what: 'juror' });
      if (session.value.state.phase !== 'preparing') return failed('session-frozen');
      members.push({ sessionId, juror });
    }
    // Every session is looked at before the first is written: all follow, or none.
    let savedAt = null;
    for (const { sessionId, juror } of members) {
      const { id, ...fields } = juror;
      const result = prepare(office, sessionId, 'juror', id, (db) => saveJuror(db, sessionId, id, { ...fields, ...copyOf(file) }));
      if (!result.ok) return result;
      savedAt = result.value;
    }
    return done({ savedAt });
  },
  'jurorFile.archive': (office, { fileId, archived }) => {
    const found = requireFile(office, fileId);
    if (!found.ok) return found;
    const at = office.tools.clock.now();
    archiveJurorFile(found.value.store.db, fileId, archived ? at : null);
    return done({ savedAt: at });
  },
  'jurorFile.remove': (office, { fileId }) => {
    const found = requireFile(office, fileId);
    if (!found.ok) return found;
    const { store, file } = found.value;
    if (hasSat(office, store, file)) return failed('juror-file-sat');
    const removed = removeJurorFile(store.db, fileId);
    if (!removed) return failed('not-found', { what: 'jurorFile' });
    if (office.removedFile) forgetRemoved(store.db, store.folder, office.removedFile.removed);
    office.removedFile = { undo: office.tools.ids.next(), removed };
    return done({ undo: office.removedFile.undo });
  },
  'jurorFile.restore': (office, { undo }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const kept = office.removedFile;
    if (kept?.undo !== undo) return failed('not-found', { what: 'jurorFile' });
    restoreJurorFile(store.value.db, kept.removed);
    office.removedFile = null;
    return done({ fileId: kept.removed.row.id });
  },
  'jurorProof.add': async (office, { fileId }) => {
    const found = requireFile(office, fileId);
    if (!found.ok) return found;
    const { db, folder, key } = found.value.store;
    const chosen = await office.tools.dialogs.openFiles('pieces');
    if (chosen.length === 0) return failed('cancelled');
    const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (const { handle, name } of chosen) {
      const bytes = await office.tools.dialogs.readHandle(handle);
      if (bytes.length > largestProof) return failed('piece-too-large', { name, bytes: bytes.length, most: largestProof });
      files.push({ name, bytes });
    }
    const names = planCopies(db, folder, files.length);
    const added = files.map(() => jurorProofIdSchema.parse(office.tools.ids.next()));
    const addedAt = office.tools.clock.now();
    try {
      const sealed: Sealed[] = [];
      const probes = files.map(() => new ReadingProbe());
      for (const [rank, { bytes }] of files.entries()) sealed.push(await sealStream(storedPath(folder, names[rank] ?? ''), key, [bytes], probes[rank]?.see));
      db.transaction(() => {
        for (const [rank, { name }] of files.entries()) {
          const [id, storedAs, copy] = [added[rank], names[rank], sealed[rank]];
          if (id === undefined || storedAs === undefined || copy === undefined) continue;
          insertProof(
            db,
            fileId,
            { id, fileName: harmlessLine(name).slice(-255) || '-', reading: probes[rank]?.reading() ?? 'unreadable', addedAt },
            storedAs,
            copy,
          );
        }
      })();
    } catch (error) {
      dropCopies(db, folder, names);
      throw error;
    }
    return done({ added });
  },
  'jurorProof.remove': (office, { fileId, proofId }) => {
    const found = requireFile(office, fileId);
    if (!found.ok) return found;
    const { store, file } = found.value;
    if (!file.proofs.some((proof) => proof.id === proofId)) return failed('not-found', { what: 'jurorProof' });
    removeProof(store.db, store.folder, file, proofId);
    return done({ savedAt: office.tools.clock.now() });
  },
  'jurorProof.view': (office, { fileId, proofId }) => {
    const found = requireFile(office, fileId);
    if (!found.ok) return found;
    const { store, file } = found.value;
    const proof = file.proofs.find((entry) => entry.id === proofId);
    if (!proof) return failed('not-found', { what: 'jurorProof' });
    return done({ view: keepView(office, proofView(store, proof)), title: proof.fileName });
  },
} satisfies Handlers;

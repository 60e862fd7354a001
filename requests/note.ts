import { done, failed, type Result } from '../domain/errors.ts';
import type { NoteHolder } from '../db/private-note.ts';
import { readPrivateNotes, savePrivateNote } from '../db/private-note.ts';
import { readPieces } from '../db/piece.ts';
import { checkPin } from '../db/pin.ts';
import type { Handlers } from './desk.ts';
import { loadSession, requireStore, type Office } from './office.ts';

/** Whose notes a key opens: a member's own key, or the turn under way. Error: turn-over. */
const requireHolder = (office: Office, key: string): Result<NoteHolder> => {
  const opened = [office.notes, office.turn].find((each) => each?.token === key);
  return opened ? done({ sessionId: opened.sessionId, jurorId: opened.jurorId, candidateId: opened.candidateId }) : failed('turn-over');
};

/**
 * A member's private notes: opened by the member's own PIN, on one candidate, until the member leaves. No other request reads them, counts them or names them; they are
 * no part of the working part that the lead may export. Once the session is closed they are read, never written.
 */
export const noteRequests = {
  'note.open': (office, { sessionId, candidateId, jurorId, pin }) => {
    const store = requireStore(office);
    const session = loadSession(office, sessionId);
    if (!store.ok) return store;
    if (!session.ok) return session;
    [office.turn, office.notes] = [null, null];
    const checked = checkPin(store.value.db, sessionId, jurorId, pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const { state } = session.value;
    const candidate = state.candidates.find((entry) => entry.candidate.id === candidateId);
    if (!candidate) return failed('not-found', { what: 'candidate' });
    if (state.phase === 'preparing') return failed('session-not-open');
    if (!candidate.composition.sitting.includes(jurorId)) return failed('not-sitting', { juror: jurorId });
    office.notes = { token: office.tools.ids.next(), sessionId, candidateId, jurorId };
    return done({ key: office.notes.token });
  },
  'note.list': (office, { key }) => {
    const store = requireStore(office);
    const holder = requireHolder(office, key);
    if (!store.ok) return store;
    if (!holder.ok) return holder;
    const session = loadSession(office, holder.value.sessionId);
    if (!session.ok) return session;
    return done({ notes: readPrivateNotes(store.value.db, holder.value), open: session.value.state.phase === 'open' });
  },
  'note.save': (office, { key, note }) => {
    const store = requireStore(office);
    const holder = requireHolder(office, key);
    if (!store.ok) return store;
    if (!holder.ok) return holder;
    const { sessionId, candidateId } = holder.value;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (session.value.state.phase !== 'open') return failed('session-closed');
    const seats = session.value.state.candidates.find((entry) => entry.candidate.id === candidateId)?.composition.sitting ?? [];
    if (!seats.includes(holder.value.jurorId)) return failed('not-sitting', { juror: holder.value.jurorId });
    const { subject } = note;
    const known =
      subject.kind === 'piece'
        ? readPieces(store.value.db, sessionId).some((piece) => piece.id === subject.pieceId && piece.candidateId === candidateId)
        : session.value.sitting.referential.blocks.some((block) => block.competencies.some(({ code }) => code === subject.competency));
    if (!known) return failed('not-found', { what: subject.kind });
    const at = office.tools.clock.now();
    savePrivateNote(store.value.db, holder.value, note, at);
    return done({ savedAt: at });
  },
  'note.close': (office, { key }) => {
    if (office.notes?.token === key) office.notes = null;
    return done({ savedAt: null });
  },
} satisfies Handlers;

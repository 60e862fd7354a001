import type { Theme } from '../domain/theme.ts';
import type { Act, Author, RecordedAct } from '../domain/act.ts';
import type { ArchiveWritten } from '../domain/archive.ts';
import type { RequestOutput } from '../domain/contract.ts';
import type { Deliberation } from '../domain/deliberation.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { followDeliberation } from '../domain/follow.ts';
import type { BlockCode, CandidateId, Ids, JurorId, SessionId } from '../domain/ids.ts';
import { mayRecord } from '../domain/permission.ts';
import { changesNothing } from '../domain/repeat.ts';
import type { Referential } from '../domain/referential.ts';
import type { RehearsalView } from '../domain/rehearsal.ts';
import type { Sitting } from '../domain/seats.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { LockView } from '../domain/lock.ts';
import type { TransferDone } from '../domain/transfer.ts';
import { readJuryViews } from '../db/accommodation.ts';
import { readCandidates } from '../db/candidate.ts';
import type { ReadableDb, WritableDb } from '../db/connection.ts';
import { appendAct, readActs } from '../db/journal.ts';
import { readJurors } from '../db/juror.ts';
import type { RemovedJurorFile } from '../db/juror-file.ts';
import type { Store } from '../db/open.ts';
import { readSession, setPhase, type StoredSession } from '../db/session.ts';
import type { Removal } from './removal.ts';
import type { IdentitiesInHand } from './holder-import.ts';
import type { ImportInHand } from './import-hand.ts';
import type { PutBack } from './import-write.ts';
import { readAway } from '../db/transfer.ts';
import type { ReadingInHand } from './reading.ts';
import { drawnView, type View } from './viewing.ts';
import type { Intake } from './intake.ts';
import type { FicheInHand, FluxInHand } from './fiche.ts';
import { stopWorks, type Work } from './work.ts';

/** A file chosen by the person in a dialog; its path stays with the machine. */
export interface ChosenFile {
  readonly handle: string;
  readonly name: string;
}

/** What a person is asked to choose: it decides the dialog's title and the kinds of files it shows. */
export type FileFilter = 'table' | 'pieces' | 'zip' | 'fiches' | 'document' | 'root' | 'rootBackup' | 'certificate' | 'report' | 'transfer';

/** The dialogs of the machine: the only way to a file outside the store. */
export interface Dialogs {
  readonly openFiles: (filter: FileFilter) => Promise<readonly ChosenFile[]>;
  readonly openFolder: () => Promise<ChosenFile | null>;
  /** Where a chosen file or folder lies, for a reading that streams; it never goes to the window. Throws ENOENT for an unknown handle. */
  readonly pathOf: (handle: string) => string;
  readonly readHandle: (handle: string) => Promise<Uint8Array>;
  readonly saveFile: (suggestedName: string) => Promise<ChosenFile | null>;
  /** Writes the file whole: temporary name, flush, rename. */
  readonly writeHandle: (handle: string, bytes: Uint8Array) => Promise<void>;
  /** The same for a content that comes little by little: `check` reads the temporary file back, at the path given, and throws to leave nothing. */
  readonly writeStream: (handle: string, source: AsyncIterable<Uint8Array>, check?: (written: string) => Promise<void>) => Promise<void>;
}

/** What the requests are given by the window, the command line or a test. */
export interface Tools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly storeFolder: string;
  readonly demonstrationFolder: string;
  readonly resourcesFolder: string;
  readonly dialogs: Dialogs;
  /** Takes the file that was opened from the file manager, once, where there is one. */
  readonly takeGiven?: () => ChosenFile | null;
  /** Keeps how the window is shown, where there is one. */
  readonly keepTheme?: (theme: Theme) => Promise<void>;
  /** The logarithm of the rounds that derive the key of a session's file from its phrase: given by tests alone, which write many. */
  readonly phraseWork?: number;
  /** Told when a member or the officer gives the laptop back, and when the store locks: the window's page, and all that it holds, is then replaced. */
  readonly released?: () => void;
}

/** A member's turn on the shared laptop: opened by a PIN, one at a time. */
export interface Turn {
  readonly token: string;
  readonly sessionId: SessionId;
  readonly candidateId: CandidateId;
  readonly block: BlockCode;
  readonly jurorId: JurorId;
  readonly round: number;
}

/** A session in hand: what was prepared, its acts, what they give. */
export interface OpenSession {
  readonly stored: StoredSession;
  readonly sitting: Sitting<Referential>;
  readonly acts: readonly RecordedAct[];
  readonly state: Deliberation;
  /** Reads one act more; the state before it is then no longer followed. */
  readonly read: (recorded: RecordedAct) => Deliberation;
}

/** The state of one running program: the open store, and what is only in memory. */
export interface Office {
  readonly tools: Tools;
  store: Store | null;
  demonstration: boolean;
  /** What undoing a restore left, told once to the page that takes the place of the one that asked. */
  troubled: RequestOutput<'store.status'> | null;
  turn: Turn | null;
  /** Where the window was, and in which store; it outlives a lock and holds no name. */
  place: { readonly text: string; readonly sessionId: SessionId | null; readonly demonstration: boolean } | null;
  /** What the locked screen says of the last lock. */
  locked: LockView;
  /** The private notes that their author has open, on one candidate: never beside a turn. */
  notes: Omit<Turn, 'block' | 'round'> | null;
  /** The view of the recovery sheet just drawn: the one view that may be saved as it is. */
  sheet: string | null;
  /** The sheet of the store's own recovery key, while the person who has it on screen has not confirmed it: its view and its last two groups. */
  keySheet: { readonly view: string; readonly last: string } | null;
  /** What the last verification concluded, by the name of its work. */
  verified: (RequestOutput<'document.verdict'> & { readonly work: string }) | null;
  readonly sessions: Map<SessionId, OpenSession>;
  readonly views: Map<string, View>;
  readonly officerKeys: Map<string, SessionId>;
  readonly works: Map<string, Work>;
  /** What the works that write an archive have written, by the name of the work. */
  readonly archives: Map<string, ArchiveWritten>;
  /** What the rehearsals of a restore gave, by the name of the work. */
  readonly rehearsals: Map<string, RehearsalView>;
  /** What the works that carry a session have done, by the name of the work. */
  readonly transfers: Map<string, TransferDone>;
  /** The sessions of which the file is being written: none is taken back before its work has ended. */
  readonly leaving: Set<SessionId>;
  /** What was taken out of a preparation last, which can be put back until the store closes. */
  removal: Removal | null;
  /** The last person taken out of the directory, who can still be put back. */
  removedFile: { readonly undo: string; readonly removed: RemovedJurorFile } | null;
  readonly fluxes: Map<string, FluxInHand>;
  readonly fiches: Map<string, FicheInHand>;
  readonly imports: Map<string, ImportInHand>;
  /** The identities read from the last file, while a person looks at them; never the file itself. */
  identities: IdentitiesInHand | null;
  /** The last import, while nothing else has changed since: `acts` is how many the session had after it. */
  undo: { readonly sessionId: SessionId; readonly acts: number; readonly putBack: PutBack } | null;
  readonly intakes: Map<string, Intake>;
  /** The archive that is being read, apart from any store: never after a lock. */
  reading: ReadingInHand | null;
}

/** An office with no store open. */
export const openOffice = (tools: Tools): Office => ({
  tools,
  store: null,
  demonstration: false,
  troubled: null,
  turn: null,
  place: null,
  locked: null,
  notes: null,
  sheet: null,
  keySheet: null,
  verified: null,
  sessions: new Map(),
  views: new Map(),
  officerKeys: new Map(),
  works: new Map(),
  archives: new Map(),
  rehearsals: new Map(),
  transfers: new Map(),
  leaving: new Set(),
  removedFile: null,
  removal: null,
  intakes: new Map(),
  fluxes: new Map(),
  fiches: new Map(),
  imports: new Map(),
  identities: null,
  undo: null,
  reading: null,
});

/** Empties everything that is only in memory: turns, views, keys, sessions in hand; stops the long works, but the one that asks for it. */
export const clearMemory = (office: Office, asking: string | null = null): void => {
  stopWorks(office, asking);
  [office.turn, office.notes] = [null, null];
  office.reading?.release();
  office.reading = null;
  [office.sheet, office.keySheet] = [null, null];
  office.removedFile = null;
  office.removal = null;
  office.verified = null;
  [office.undo, office.identities] = [null, null];
  const { sessions, views, officerKeys, imports, intakes, fluxes, fiches, archives, rehearsals, transfers } = office;
  for (const map of [sessions, views, officerKeys, imports, intakes, fluxes, fiches, archives, rehearsals, transfers]) map.clear();
};

/** The open store. Error: store-locked. */
export const requireStore = (office: Office): Result<Store> => (office.store ? done(office.store) : failed('store-locked'));

/** A session in hand, replayed from its acts. Errors: store-locked, not-found. */
export const loadSession = (office: Office, id: SessionId): Result<OpenSession> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const known = office.sessions.get(id);
  if (known) return done(known);
  const { db } = store.value;
  const stored = readSession(db, id);
  if (!stored) return failed('not-found', { what: 'session' });
  const sitting: Sitting<Referential> = {
    heldOn: stored.fields.heldOn,
    header: { title: stored.fields.title, place: stored.fields.place, lead: stored.fields.lead },
    referential: stored.referential,
    regulations: stored.regulations,
    jurors: readJurors(db, id),
    candidates: readCandidates(db, id),
    mustRead: readJuryViews(db, id).map((view) => view.candidateId),
  };
  const acts = readActs(db, id);
  const followed = followDeliberation(sitting, acts);
  const { state } = followed;
  // What a rectification put right is what every screen shows from then on.
  const open: OpenSession = { stored: { ...stored, fields: { ...stored.fields, ...state.header } }, sitting, acts, state, read: followed.read };
  office.sessions.set(id, open);
  return done(open);
};

const phaseOf = (act: Act): StoredSession['phase'] | null => {
  if (act.kind === 'opened' || act.kind === 'rectificationOpened') return 'open';
  if (act.kind === 'closed') return 'closed';
  if ((act.kind === 'signed' && act.capacity === 'lead') || act.kind === 'rectificationWithdrawn') return 'sealed';
  return act.kind === 'archived' ? 'archived' : null;
};

/** Whether a session is written here, and not carried to another laptop. Error: session-checked-out {to, at}. */
export const requireHere = (db: ReadableDb, sessionId: SessionId): Result<true> => {
  const away = readAway(db, sessionId);
  return away ? failed('session-checked-out', { to: away.to, at: away.at }) : done(true);
};

/**
 * Records an act if the rules allow it, with what it changes, in one durable transaction. An act that changes nothing is answered as saved, and not added again.
 * Errors: store-locked, not-found, and every refusal of mayRecord.
 */
export const commitAct = (
  office: Office,
  sessionId: SessionId,
  author: Author,
  act: Act,
  alongside: (db: WritableDb, at: Instant) => void = () => undefined,
): Result<Instant> => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  const store = requireStore(office);
  if (!store.ok) return store;
  const { db } = store.value;
  const here = requireHere(db, sessionId);
  if (!here.ok) return here;
  if (changesNothing(session.value.state, session.value.acts, act, author)) {
    const { savedAt } = session.value.stored;
    db.transaction(() => alongside(db, savedAt))();
    return done(savedAt);
  }
  const may = mayRecord(session.value.sitting, session.value.state, act, author);
  if (!may.ok) return may;
  const at = office.tools.clock.now();
  const recorded = db.transaction(() => {
    const added = appendAct(db, { sessionId, at, author, act, salt: office.tools.ids.random(16) });
    const phase = phaseOf(act);
    if (phase) setPhase(db, sessionId, phase);
    alongside(db, at);
    return added;
  })();
  // Until it has been read whole the session is in nobody's hand: whatever stops the reading, the next request replays it from the disk.
  office.sessions.delete(sessionId);
  if (act.kind !== 'prepared' && act.kind !== 'correction' && phaseOf(act) === null) {
    const { sitting, stored, read } = session.value;
    const acts = [...session.value.acts, recorded];
    office.sessions.set(sessionId, { stored: { ...stored, savedAt: at }, sitting, acts, state: read(recorded), read });
  }
  return done(at);
};

/** Changes what prepares a session, and records that it was changed, in one transaction. Error: session-frozen once open. */
export const prepare = (office: Office, sessionId: SessionId, what: string, subject: string, change: (db: WritableDb) => void): Result<Instant> =>
  commitAct(office, sessionId, { kind: 'lead' }, { kind: 'prepared', what, subject }, (db) => change(db));

/** Keeps a drawn PDF, or a view of a piece, for the reader under a token that only this run knows; the oldest of many are forgotten. */
export const keepView = (office: Office, shown: View | (() => Uint8Array | null)): string => {
  const token = office.tools.ids.next();
  office.views.set(token, typeof shown === 'function' ? drawnView(shown) : shown);
  const oldest = office.views.keys().next();
  if (office.views.size > 24 && !oldest.done) office.views.delete(oldest.value);
  return token;
};

import { appliedSeconds } from '../domain/accommodation.ts';
import { largestPiece, type PieceKind } from '../domain/dossier.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { harmlessLine } from '../domain/harmless.ts';
import {
  evidenceId as evidenceIdSchema,
  pieceId as pieceIdSchema,
  projectId as projectIdSchema,
  type CandidateId,
  type PieceId,
  type SessionId,
} from '../domain/ids.ts';
import { unprovenCompetencies } from '../domain/readiness.ts';
import { readTimer } from '../domain/timer.ts';
import { readTimeShares } from '../db/accommodation.ts';
import { readEvidence, readProjects, readVaeFiles, removeEvidence, removeProject, saveEvidence, saveProject, saveVaeFile } from '../db/dossier.ts';
import type { Store } from '../db/open.ts';
import { insertPiece, readPieces, removePiece } from '../db/piece.ts';
import { chosenFile } from '../documents/imports/intake/chosen.ts';
import type { IntakeFile } from '../documents/imports/intake/manifest.ts';
import { adoptCopies, copyFiles, intakeFailure } from './copying.ts';
import type { Handlers } from './desk.ts';
import { removeFromPreparation } from './removal.ts';
import { keepView, loadSession, prepare, requireStore, type Office } from './office.ts';
import { pieceView } from './viewing.ts';
import { startWork, type Progress } from './work.ts';

const requireCandidate = (office: Office, sessionId: SessionId, id: CandidateId): Result<true> => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  return session.value.sitting.candidates.some((entry) => entry.id === id) ? done(true) : failed('not-found', { what: 'candidate' });
};

/** What is changed or removed belongs to the session, and to its candidate where one is named; something new belongs to nobody yet. Error: not-found. */
const requireOwn = (office: Office, sessionId: SessionId, what: 'project' | 'evidence', id: string | null, of: CandidateId | null = null): Result<true> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const own = what === 'project' ? readProjects(store.value.db, sessionId) : readEvidence(store.value.db, sessionId);
  return id === null || own.some((entry) => entry.id === id && (of === null || entry.candidateId === of)) ? done(true) : failed('not-found', { what });
};

const saved = (result: ReturnType<typeof prepare>) => (result.ok ? done({ savedAt: result.value }) : result);

const ownedPiece = (office: Office, sessionId: SessionId, id: PieceId) => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const piece = readPieces(store.value.db, sessionId).find((entry) => entry.id === id);
  return piece ? done({ piece, store: store.value }) : failed('not-found', { what: 'piece' });
};

const addPieces = async (
  office: Office,
  store: Store,
  { sessionId, candidateId, kind }: { readonly sessionId: SessionId; readonly candidateId: CandidateId; readonly kind: PieceKind },
  chosen: readonly { readonly path: string; readonly name: string }[],
  progress: Progress,
): Promise<Result<unknown>> => {
  const files: IntakeFile[] = [];
  try {
    for (const { path, name } of chosen) files.push(await chosenFile(path, name));
  } catch (error) {
    return intakeFailure(error);
  }
  const large = files.find((file) => file.bytes > largestPiece);
  if (large) return failed('piece-too-large', { name: large.path.join('/'), bytes: large.bytes, most: largestPiece });
  const copied = await copyFiles(office, store, files, progress);
  if (!copied.ok) return copied;
  const { copies, names } = copied.value;
  return adoptCopies(office, store, { sessionId, what: 'pieces', subject: candidateId, owners: [candidateId], names }, (db) => {
    for (const { rank, storedAs, sealed, reading } of copies) {
      const fileName = harmlessLine(files[rank]?.path.join('/') ?? '').slice(-255) || '-';
      const id = pieceIdSchema.parse(office.tools.ids.next());
      insertPiece(db, {
        entry: { id, candidateId, kind, title: (fileName.replace(/\.[^.]+$/, '').trim() || fileName).slice(0, 200), fileName, reading },
        storedAs,
        sealed,
      });
    }
  });
};

/** Dossiers: pieces, projects, evidence, VAE files. Nothing about accommodations. */
export const dossierRequests = {
  'dossier.get': (office, { sessionId, candidateId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { sitting, state, acts } = session.value;
    const candidate = state.candidates.find((entry) => entry.candidate.id === candidateId)?.candidate;
    if (!candidate) return failed('not-found', { what: 'candidate' });
    const { db } = store.value;
    const projects = readProjects(db, sessionId).filter((entry) => entry.candidateId === candidateId);
    // In the room a duration is the one that applies, never beside the ordinary one; while preparing it is what the lead plans.
    const share = state.phase === 'preparing' ? null : (readTimeShares(db, sessionId).get(candidateId) ?? null);
    const applied = (minutes: number): number => Math.ceil(appliedSeconds(minutes, share) / 60);
    const file = readVaeFiles(db, sessionId).find((entry) => entry.candidateId === candidateId) ?? null;
    const evidence = readEvidence(db, sessionId).filter((entry) => entry.candidateId === candidateId);
    return done({
      candidate,
      pieces: readPieces(db, sessionId).filter((entry) => entry.candidateId === candidateId),
      projects: projects.map(({ defence, ...project }) => ({
        ...project,
        defence: { ...defence, plannedMinutes: applied(defence.plannedMinutes) },
        timer: readTimer(acts, project.id),
      })),
      evidence,
      vaeFile: file && { ...file, interviewMinutes: applied(file.interviewMinutes) },
      unproven: unprovenCompetencies(candidate, sitting.referential, projects, evidence),
    });
  },
  'piece.add': async (office, { sessionId, candidateId, kind, given }) => {
    const known = requireCandidate(office, sessionId, candidateId);
    const store = requireStore(office);
    if (!known.ok) return known;
    if (!store.ok) return store;
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (session.value.state.phase !== 'preparing') return failed('session-frozen');
    const chosen = given ? [given] : await office.tools.dialogs.openFiles('pieces');
    if (chosen.length === 0) return failed('cancelled');
    const paths = chosen.map((file) => ({ path: office.tools.dialogs.pathOf(file.handle), name: file.name }));
    return done({ work: startWork(office, (progress) => addPieces(office, store.value, { sessionId, candidateId, kind }, paths, progress)) });
  },
  'piece.remove': (office, { sessionId, pieceId }) => {
    const owned = ownedPiece(office, sessionId, pieceId);
    if (!owned.ok) return owned;
    const taken = { sessionId, what: 'pieceRemoved', table: 'piece', subject: pieceId };
    return removeFromPreparation(office, taken, (db) => removePiece(db, pieceId));
  },
  'piece.view': (office, { sessionId, pieceId }) => {
    const owned = ownedPiece(office, sessionId, pieceId);
    if (!owned.ok) return owned;
    const { store, piece } = owned.value;
    return done({ view: keepView(office, pieceView(store, piece)), title: piece.title });
  },
  'project.save': (office, { sessionId, projectId, fields }) => {
    const known = requireCandidate(office, sessionId, fields.candidateId);
    if (!known.ok) return known;
    const own = requireOwn(office, sessionId, 'project', projectId, fields.candidateId);
    if (!own.ok) return own;
    const id = projectId ?? projectIdSchema.parse(office.tools.ids.next());
    const result = prepare(office, sessionId, 'project', id, (db) => saveProject(db, id, fields));
    return result.ok ? done({ projectId: id }) : result;
  },
  'project.remove': (office, { sessionId, projectId }) => {
    const own = requireOwn(office, sessionId, 'project', projectId);
    if (!own.ok) return own;
    return removeFromPreparation(office, { sessionId, what: 'projectRemoved', table: 'project', subject: projectId }, (db) => {
      removeProject(db, projectId);
      return [];
    });
  },
  'evidence.save': (office, { sessionId, evidenceId, fields }) => {
    const known = requireCandidate(office, sessionId, fields.candidateId);
    if (!known.ok) return known;
    const own = requireOwn(office, sessionId, 'evidence', evidenceId, fields.candidateId);
    if (!own.ok) return own;
    const id = evidenceId ?? evidenceIdSchema.parse(office.tools.ids.next());
    const result = prepare(office, sessionId, 'evidence', id, (db) => saveEvidence(db, id, fields));
    return result.ok ? done({ evidenceId: id }) : result;
  },
  'evidence.remove': (office, { sessionId, evidenceId }) => {
    const own = requireOwn(office, sessionId, 'evidence', evidenceId);
    if (!own.ok) return own;
    return removeFromPreparation(office, { sessionId, what: 'evidenceRemoved', table: 'evidence', subject: evidenceId }, (db) => {
      removeEvidence(db, evidenceId);
      return [];
    });
  },
  'vaeFile.save': (office, { sessionId, file }) => {
    const known = requireCandidate(office, sessionId, file.candidateId);
    return known.ok ? saved(prepare(office, sessionId, 'vaeFile', file.candidateId, (db) => saveVaeFile(db, file))) : known;
  },
} satisfies Handlers;

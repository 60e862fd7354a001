import { fullName } from '../domain/candidate.ts';
import type { PieceKind } from '../domain/dossier.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { pieceId as pieceIdSchema, type CandidateId, type SessionId } from '../domain/ids.ts';
import type { IntakeFilter, IntakeRow, IntakeView } from '../domain/intake.ts';
import { guessKind, guessProject, matcherOf } from '../domain/matching.ts';
import { dropCopies, insertPiece, readPieces } from '../db/piece.ts';
import { listFolder } from '../documents/imports/intake/folder.ts';
import type { IntakeFile, Manifest } from '../documents/imports/intake/manifest.ts';
import { listZip } from '../documents/imports/intake/zip.ts';
import { adoptCopies, copyFiles, intakeFailure, passing } from './copying.ts';
import type { Handlers } from './desk.ts';
import { loadSession, requireStore, type Office } from './office.ts';
import { startWork, type Progress } from './work.ts';

/** The plan of one folder or zip, in the memory of the office; nothing of it is written before it is applied. */
export interface Intake {
  readonly sessionId: SessionId;
  readonly name: string;
  readonly manifest: Manifest;
  readonly rows: IntakeRow[];
  outcome: IntakeView['outcome'];
}

const planOf = (sessionId: SessionId, name: string, manifest: Manifest, ownerOf: ReturnType<typeof matcherOf>): Intake => ({
  sessionId,
  name,
  manifest,
  outcome: null,
  rows: manifest.files.map(({ path, bytes }, rank) => {
    const owner = ownerOf(path);
    return {
      rank,
      path: path.join('/'),
      bytes,
      owner: owner.kind,
      proposed: owner.kind === 'doubtful' ? [...owner.candidateIds] : [],
      candidateId: owner.kind === 'sure' ? owner.candidateId : null,
      kind: guessKind(path),
      project: guessProject(path),
      ignored: false,
    };
  }),
});

/** Reads every content of a zip once before anything is decided on it: its digests and sizes are only known so. */
const checkContents = async (files: readonly IntakeFile[], { report, signal }: Progress): Promise<void> => {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let read = 0;
  for (const file of files) for await (const _ of passing(file, signal, (bytes) => report({ step: 'checking', unit: 'bytes', done: (read += bytes), total })));
};

const isAsked = (row: IntakeRow): boolean => row.owner !== 'sure';
const isWaiting = (row: IntakeRow): boolean => row.candidateId === null && !row.ignored;
const isReady = (row: IntakeRow): boolean => row.candidateId !== null && !row.ignored;
const keeps = (filter: IntakeFilter, row: IntakeRow): boolean =>
  filter.kind === 'asked' ? isAsked(row) : filter.kind === 'waiting' ? isWaiting(row) : row.candidateId === filter.candidateId;
const bytesOf = (rows: readonly IntakeRow[]): number => rows.reduce((sum, row) => sum + row.bytes, 0);
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const intakeOf = (office: Office, sessionId: SessionId, name: string): Result<Intake> => {
  const intake = office.intakes.get(name);
  return intake && intake.sessionId === sessionId ? done(intake) : failed('not-found', { what: 'intake' });
};

/** The pieces that a plan brings: what each file is, and whose. */
const apply = async (office: Office, intake: Intake, progress: Progress): Promise<Result<unknown>> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const { db, folder } = store.value;
  const rows = intake.rows.filter(isReady);
  const held = new Set(readPieces(db, intake.sessionId).map((piece) => `${piece.candidateId} ${piece.sha256}`));
  const wants = (rank: number, sha256: string): boolean => {
    const key = `${rows[rank]?.candidateId} ${sha256}`;
    const isNew = !held.has(key);
    held.add(key);
    return isNew;
  };
  const files = rows.flatMap((row) => intake.manifest.files[row.rank] ?? []);
  const copied = await copyFiles(office, store.value, files, progress, wants);
  if (!copied.ok) return copied;
  const { names } = copied.value;
  // What another work has brought during the copy is not brought twice.
  const brought = new Set(readPieces(db, intake.sessionId).map((piece) => `${piece.candidateId} ${piece.sha256}`));
  const copies = copied.value.copies.filter(({ rank, sealed }) => !brought.has(`${rows[rank]?.candidateId} ${sealed.sha256}`));
  const owners = [...new Set(copies.flatMap(({ rank }) => rows[rank]?.candidateId ?? []))];
  const given = { sessionId: intake.sessionId, what: 'intake', subject: String(copies.length), owners, names };
  const written = adoptCopies(office, store.value, given, (inner) => {
    for (const { rank, storedAs, sealed, reading } of copies) {
      const row = rows[rank];
      if (row?.candidateId == null) continue;
      const fileName = (intake.manifest.files[row.rank]?.path.at(-1) ?? row.path).slice(-255);
      const title =
        fileName
          .replace(/\.[^.]{1,8}$/, '')
          .trim()
          .slice(0, 200) || fileName.slice(0, 200);
      const id = pieceIdSchema.parse(office.tools.ids.next());
      insertPiece(inner, { entry: { id, candidateId: row.candidateId, kind: row.kind, title, fileName, reading }, storedAs, sealed });
    }
  });
  if (!written.ok) return written;
  dropCopies(
    db,
    folder,
    copied.value.copies.filter((copy) => !copies.includes(copy)).map(({ storedAs }) => storedAs),
  );
  const bytes = copies.reduce((sum, copy) => sum + copy.sealed.bytes, 0);
  intake.outcome = { added: copies.length, already: rows.length - copies.length, left: intake.rows.length - rows.length, bytes };
  return done(true);
};

const changeRow = (
  row: IntakeRow,
  change: { readonly what: string; readonly candidateId?: CandidateId | null; readonly kind?: PieceKind; readonly ignored?: boolean },
): IntakeRow => {
  if (change.what === 'candidate') return { ...row, candidateId: change.candidateId ?? null, ignored: false };
  if (change.what === 'kind') return { ...row, kind: change.kind ?? row.kind };
  return { ...row, ignored: change.ignored ?? row.ignored };
};

/** Dossiers from a folder or a zip: listed and checked whole, decided row by row, then copied in one go. */
export const intakeRequests = {
  'intake.choose': async (office, { sessionId, from, given }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (session.value.state.phase !== 'preparing') return failed('session-frozen');
    const { dialogs } = office.tools;
    const chosen = given ?? (from === 'folder' ? await dialogs.openFolder() : (await dialogs.openFiles('zip'))[0]);
    if (!chosen) return failed('cancelled');
    const path = dialogs.pathOf(chosen.handle);
    const work = startWork(office, async (progress, name) => {
      try {
        const manifest = await (from === 'folder' ? listFolder(path) : listZip(path));
        if (from === 'zip') await checkContents(manifest.files, progress);
        if (progress.signal.aborted) return failed('cancelled');
        const now = loadSession(office, sessionId);
        if (!now.ok) return now;
        office.intakes.clear();
        office.intakes.set(name, planOf(sessionId, chosen.name, manifest, matcherOf(now.value.sitting.candidates)));
        return done(true);
      } catch (error) {
        return intakeFailure(error);
      }
    });
    return done({ work });
  },
  'intake.preview': (office, { sessionId, intake: name, filter, search, from, count }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const found = intakeOf(office, sessionId, name);
    if (!found.ok) return found;
    const { rows, manifest, outcome } = found.value;
    const { candidates } = session.value.sitting;
    const words = folded(search.trim());
    const known = new Map(candidates.map((candidate) => [candidate.id, folded(`${candidate.number} ${fullName(candidate)}`)]));
    const says = (row: IntakeRow): boolean =>
      words === '' || folded(row.path).includes(words) || (known.get(row.candidateId ?? ('' as CandidateId)) ?? '').includes(words);
    const kept = rows.filter((row) => keeps(filter, row) && says(row));
    // The doubtful first: they need an answer, while what belongs to nobody may well be left.
    const inOrder = [...kept.filter((row) => row.owner === 'doubtful'), ...kept.filter((row) => row.owner !== 'doubtful')];
    const ready = rows.filter(isReady);
    const groups = Map.groupBy(ready, (row) => row.candidateId);
    return done({
      name: found.value.name,
      files: rows.length,
      bytes: bytesOf(rows),
      passed: manifest.ignored.slice(0, 200),
      asked: rows.filter(isAsked).length,
      waiting: rows.filter(isWaiting).length,
      ready: { files: ready.length, bytes: bytesOf(ready) },
      byCandidate: candidates.flatMap(({ id }) => {
        const own = groups.get(id);
        return own === undefined ? [] : [{ candidateId: id, files: own.length, bytes: bytesOf(own) }];
      }),
      rows: inOrder.slice(from, from + count),
      kept: kept.length,
      outcome,
    });
  },
  'intake.assign': (office, { sessionId, intake: name, ranks, change }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const found = intakeOf(office, sessionId, name);
    if (!found.ok) return found;
    const { rows } = found.value;
    if (change.what === 'candidate' && change.candidateId !== null && !session.value.sitting.candidates.some((entry) => entry.id === change.candidateId))
      return failed('not-found', { what: 'candidate' });
    if (ranks.some((rank) => rows[rank] === undefined)) return failed('not-found', { what: 'file' });
    for (const rank of ranks) {
      const row = rows[rank];
      if (row) rows[rank] = changeRow(row, change);
    }
    return done({ savedAt: null });
  },
  'intake.apply': (office, { sessionId, intake: name }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    if (session.value.state.phase !== 'preparing') return failed('session-frozen');
    const found = intakeOf(office, sessionId, name);
    if (!found.ok) return found;
    const { sitting } = session.value;
    if (found.value.rows.some((row) => isReady(row) && !sitting.candidates.some((entry) => entry.id === row.candidateId)))
      return failed('not-found', { what: 'candidate' });
    return done({ work: startWork(office, (progress) => apply(office, found.value, progress)) });
  },
  'intake.leave': (office, { sessionId, intake: name }) => {
    const found = intakeOf(office, sessionId, name);
    if (found.ok) office.intakes.delete(name);
    return done({ savedAt: null });
  },
} satisfies Handlers;

import type { Piece } from '../domain/dossier.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { WritableDb } from '../db/connection.ts';
import type { Store } from '../db/open.ts';
import { dropCopies, planCopies, storedPath } from '../db/piece.ts';
import { sealStream, type Sealed } from '../db/sealed-file.ts';
import { IntakeRefusal, type IntakeFile } from '../documents/imports/intake/manifest.ts';
import { ReadingProbe } from '../documents/imports/reading.ts';
import { loadSession, prepare, type Office } from './office.ts';
import type { Progress } from './work.ts';

/** A file copied into the store, that no row owns yet. */
export interface Copied {
  /** Its rank among the files given. */
  readonly rank: number;
  readonly storedAs: string;
  readonly sealed: Sealed;
  readonly reading: Piece['reading'];
}

class Cancelled extends Error {}
class Unreadable extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super('a source cannot be read', { cause });
    this.file = file;
  }
}

const nameOf = (file: IntakeFile): string => file.path.join('/');

/** What is said of a reading that failed: refused by a rule, stopped by the person, or by the disk of the source. A bug is thrown again. */
export const intakeFailure = (error: unknown): Extract<Result<never>, { ok: false }> => {
  if (error instanceof Cancelled) return failed('cancelled');
  if (error instanceof IntakeRefusal) return failed('intake-refused', { fault: error.fault, name: error.file.slice(0, 200) });
  if (error instanceof Unreadable) return failed('file-unreadable', { name: error.file.slice(0, 200) });
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code === 'string' && /^(?:ENOENT|EACCES|EPERM|EIO|ENOTDIR|EISDIR|EBUSY|ENAMETOOLONG|ESTALE)$/.test(code)) return failed('file-unreadable');
  throw error;
};

/** The content of a file as it passes, until the person stops it; `passed` hears how much. */
export async function* passing(file: IntakeFile, signal: AbortSignal, passed: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const content = file.open()[Symbol.asyncIterator]();
  try {
    for (;;) {
      if (signal.aborted) throw new Cancelled('stopped');
      const next = await content.next().catch((error: unknown) => {
        throw error instanceof IntakeRefusal ? error : new Unreadable(nameOf(file), error);
      });
      if (next.done) return;
      passed(next.value.length);
      yield next.value;
    }
  } finally {
    await content.return?.();
  }
}

/**
 * Copies files into the store's folder, each once, encrypted, under random names that no row owns yet, and gives them with all the names that were marked.
 * `wants` says after each copy whether it is kept. Whatever stops it leaves no file. Errors: cancelled, intake-refused, file-unreadable.
 */
export const copyFiles = async (
  office: Office,
  store: Store,
  files: readonly IntakeFile[],
  { report, signal }: Progress,
  wants: (rank: number, sha256: string) => boolean = () => true,
): Promise<Result<{ readonly copies: readonly Copied[]; readonly names: readonly string[] }>> => {
  const { db, folder, key } = store;
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const names = planCopies(db, folder, files.length);
  const copies: Copied[] = [];
  let copied = 0;
  try {
    for (const [rank, file] of files.entries()) {
      const storedAs = names[rank] ?? '';
      const probe = new ReadingProbe();
      const content = passing(file, signal, (bytes) => report({ step: 'copying', unit: 'bytes', done: (copied += bytes), total }));
      const sealed = await sealStream(storedPath(folder, storedAs), key, content, probe.see);
      if (signal.aborted) throw new Cancelled('stopped');
      if (wants(rank, sealed.sha256)) copies.push({ rank, storedAs, sealed, reading: probe.reading() });
      else dropCopies(db, folder, [storedAs]);
    }
    return done({ copies, names });
  } catch (error) {
    // A store that closed meanwhile cannot be written to: its next start sweeps what is marked.
    if (office.store === store) dropCopies(db, folder, names);
    return intakeFailure(error);
  }
};

/** What the preparation is told of copies that it takes in. */
interface Adoption {
  readonly sessionId: SessionId;
  readonly what: string;
  readonly subject: string;
  /** The candidates whose dossiers receive them: one may have been taken out during the copy. */
  readonly owners: readonly CandidateId[];
  /** Every name that was marked for the copies. */
  readonly names: readonly string[];
}

/** Writes the rows of copied files in one transaction; whatever refuses or stops it leaves no file. Errors: cancelled, not-found, those of `prepare`. */
export const adoptCopies = (
  office: Office,
  store: Store,
  { sessionId, what, subject, owners, names }: Adoption,
  insert: (db: WritableDb) => void,
): Result<Instant> => {
  // A store that closed meanwhile cannot be written to: its next start sweeps what is marked.
  if (office.store !== store) return failed('cancelled');
  const adopt = (): Result<Instant> => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const { candidates } = session.value.sitting;
    if (!owners.every((id) => candidates.some((candidate) => candidate.id === id))) return failed('not-found', { what: 'candidate' });
    return prepare(office, sessionId, what, subject, insert);
  };
  let adopted: Result<Instant> | null = null;
  try {
    adopted = adopt();
    return adopted;
  } finally {
    if (!adopted?.ok) dropCopies(store.db, store.folder, names);
  }
};

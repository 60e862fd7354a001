import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { WritableDb } from '../db/connection.ts';
import { dropCopies } from '../db/piece.ts';
import { putBackRemoved, readRemoved, type Removed } from '../db/removed.ts';
import type { Handlers } from './desk.ts';
import { prepare, requireStore, type Office } from './office.ts';

/** What was taken out of a preparation last, in the memory of the office: put back, or gone for good with the next removal or the end of the store. */
export interface Removal {
  readonly undo: string;
  readonly sessionId: SessionId;
  readonly subject: string;
  readonly removed: Removed;
  /** The copied files, which stay marked on the disk meanwhile: the next start of the store would take them away. */
  readonly names: readonly string[];
}

/** Lets go of the removal that could be put back, and of its files. */
export const forgetRemoval = (office: Office): void => {
  const { removal, store } = office;
  office.removal = null;
  if (removal !== null && removal.names.length > 0 && store) dropCopies(store.db, store.folder, removal.names);
};

/**
 * Takes a row out of a preparation with all that falls with it, so that it can be put back; `key` names a row that is not its subject. `change` gives the names of the copied files that leave; what `before`
 * removes is not put back. Error: session-frozen once open.
 */
export const removeFromPreparation = (
  office: Office,
  taken: {
    readonly sessionId: SessionId;
    readonly what: string;
    readonly table: string;
    readonly subject: string;
    readonly key?: Readonly<Record<string, string>>;
  },
  change: (db: WritableDb) => readonly string[],
  before: (db: WritableDb) => void = () => undefined,
): Result<{ readonly savedAt: Instant; readonly undo: string }> => {
  const { sessionId, what, table, subject, key = subject } = taken;
  let removed: Removed = { rows: [], links: [] };
  let names: readonly string[] = [];
  const result = prepare(office, sessionId, what, subject, (db) => {
    before(db);
    removed = readRemoved(db, table, key);
    names = change(db);
  });
  if (!result.ok) return result;
  forgetRemoval(office);
  const undo = office.tools.ids.next();
  office.removal = { undo, sessionId, subject, removed, names };
  return done({ savedAt: result.value, undo });
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_CONSTRAINT');

/** What was taken out of a preparation, put back as it was. Errors: removal-over, session-frozen. */
export const removalRequests = {
  'removal.undo': (office, { sessionId, undo }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { removal } = office;
    if (removal?.undo !== undo || removal.sessionId !== sessionId || removal.removed.rows.length === 0) return failed('removal-over');
    try {
      const result = prepare(office, sessionId, 'removalUndone', removal.subject, (db) => putBackRemoved(db, removal.removed));
      if (!result.ok) return result;
      office.removal = null;
      return done({ savedAt: result.value });
    } catch (error) {
      if (isTaken(error)) return failed('removal-over');
      throw error;
    }
  },
} satisfies Handlers;

import { forgetRemoval } from './removal.ts';
import { resolve, sep } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import type { RetentionProof } from '../domain/retention.ts';
import { checkPassphrase, type Store } from '../db/open.ts';
import { checkPin } from '../db/pin.ts';
import { backupsBefore, isPurgeUnfinished, purge, retryPurge } from '../db/purge.ts';
import { readRegister } from '../db/register.ts';
import { formerPlaces, mirrorBackups, secondFolderOf, setSecondFolder } from '../db/second-folder.ts';
import { readSession } from '../db/session.ts';
import { drawCalendar } from '../documents/retention/calendar.ts';
import { drawPurgeProof, type CopiesLeft } from '../documents/retention/proof.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { requireStore, type Office } from './office.ts';
import { fontsOf } from './printable.ts';
import { register } from './register.ts';
import { calendarOf } from './retention-calendar.ts';
import { leftOf, noteDestroyed, numbersOf } from './retention-left.ts';

/** The proofs of the purges, the last one first. */
const proofsOf = (store: Store): RetentionProof[] => {
  const numbers = numbersOf(store);
  return readRegister(store.db)
    .flatMap(({ seq, at, entry }): RetentionProof[] => {
      if (entry.kind !== 'purged') return [];
      const { what, rows, files, due, reason, again } = entry;
      return [{ seq, at, what, session: entry.sessionId === null ? null : (numbers.get(entry.sessionId) ?? null), rows, files, due, reason, again }];
    })
    .reverse();
};

/** What became of the copies made before the last purge, as it can be said now. */
const copiesOf = (store: Store): CopiesLeft => {
  if (isPurgeUnfinished(store) || backupsBefore(store).length > 0) return 'backups';
  return secondFolderOf(store.db).kind === 'unreachable' || formerPlaces(store.db).length > 0 ? 'second' : 'none';
};

const forget = (office: Office): void => {
  for (const map of [office.sessions, office.views]) map.clear();
  forgetRemoval(office);
  [office.removedFile, office.undo, office.notes, office.turn] = [null, null, null, null];
};

const save = async (office: Office, name: string, bytes: Uint8Array): Promise<Result<{ readonly fileName: string }>> => {
  const file = await office.tools.dialogs.saveFile(name);
  if (!file) return failed('cancelled');
  const written = await writeChosen(office, file, bytes);
  return written.ok ? done({ fileName: file.name }) : written;
};

/** How long data are kept, and their purge: the program never purges by itself. */
export const retentionRequests = {
  'retention.get': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { today, lines } = calendarOf(office, store.value.db);
    const { db } = store.value;
    return done({ today, lines: [...lines], proofs: proofsOf(store.value), left: leftOf(store.value), second: secondFolderOf(db), former: formerPlaces(db) });
  },
  'retention.due': (office) => {
    const store = requireStore(office);
    return store.ok ? done({ due: calendarOf(office, store.value.db).lines.filter((line) => line.isDue).length }) : store;
  },
  'retention.purge': (office, { subject, what, reason, secret, expected }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const at = office.tools.clock.now();
    const checked = subject.kind === 'session' ? checkPin(store.value.db, subject.sessionId, 'lead', secret, at) : checkPassphrase(store.value, secret);
    if (!checked.ok) return checked;
    const line = calendarOf(office, store.value.db).lines.find((each) => each.what === what && JSON.stringify(each.subject) === JSON.stringify(subject));
    if (line === undefined) return failed('not-found', { what: 'retention' });
    if (!line.isDue || line.due.kind !== 'until' || line.count === null) return failed('purge-not-due');
    if (line.count.rows !== expected.rows || line.count.files !== expected.files) return failed('purge-changed', { ...line.count });
    const order = {
      what,
      sessionId: subject.kind === 'session' ? subject.sessionId : null,
      jurorFileId: subject.kind === 'jurorFile' ? subject.fileId : null,
      due: line.due.day,
      reason,
    };
    forget(office);
    return done(purge(store.value, order, at, office.tools.clock.now));
  },
  'retention.hold': (office, { sessionId, held, reason, pin }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { db } = store.value;
    if (readSession(db, sessionId) === null) return failed('not-found', { what: 'session' });
    const checked = checkPin(db, sessionId, 'lead', pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const last = readRegister(db).findLast(({ entry }) => (entry.kind === 'held' || entry.kind === 'holdLifted') && entry.sessionId === sessionId)?.entry.kind;
    if ((last === 'held') === held) return failed('hold-unchanged', { held });
    db.transaction(() => register(office, db, { kind: held ? 'held' : 'holdLifted', sessionId, reason }))();
    return done({ savedAt: office.tools.clock.now() });
  },
  'retention.setFolder': async (office, { choose }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { db, folder } = store.value;
    const chosen = choose ? await office.tools.dialogs.openFolder() : null;
    if (choose && chosen === null) return failed('cancelled');
    const path = chosen === null ? null : resolve(office.tools.dialogs.pathOf(chosen.handle));
    if (path !== null && `${path}${sep}`.startsWith(`${resolve(folder)}${sep}`)) return failed('folder-unfit');
    db.transaction(() => {
      setSecondFolder(db, path);
      register(office, db, { kind: 'secondFolder', chosen: path !== null });
    })();
    mirrorBackups(db, folder);
    return done(secondFolderOf(db));
  },
  'retention.retry': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    retryPurge(store.value);
    return done({ savedAt: null });
  },
  'retention.destroyed': (office, what) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const noted = noteDestroyed(office, store.value, what);
    return noted.ok ? done({ savedAt: office.tools.clock.now() }) : noted;
  },
  'retention.saveCalendar': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { today, lines } = calendarOf(office, store.value.db);
    return save(office, `Calendrier de conservation ${today}.csv`, drawCalendar(lines));
  },
  'retention.saveProof': async (office, { seq }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const proof = proofsOf(store.value).find((each) => each.seq === seq);
    if (proof === undefined) return failed('not-found', { what: 'proof' });
    const drawn = await drawPurgeProof({
      proof,
      copies: copiesOf(store.value),
      madeAt: office.tools.clock.now(),
      demonstration: office.demonstration,
      fonts: fontsOf(office),
    });
    return drawn.ok ? save(office, `Attestation de destruction ${seq}.pdf`, drawn.value) : drawn;
  },
} satisfies Handlers;

import { createReadStream, statSync } from 'node:fs';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { TransferReceived } from '../domain/transfer.ts';
import { backUp } from '../db/backup.ts';
import { readTravels, addTravel, liftAway, readAway, setAway } from '../db/transfer.ts';
import { checkPin, readPinHolders } from '../db/pin.ts';
import { readContainer, TransferRefusal } from '../documents/transfer/container.ts';
import { notPlain } from '../documents/imports/intake/plain.ts';
import { ageFailure, decryptFile, type AgeLock } from '../documents/age/age.ts';
import type { Handlers } from './desk.ts';
import { writeEnclosed } from './enclosed.ts';
import { reading, Stopped } from './file.ts';
import { loadSession, requireStore, type Office } from './office.ts';
import { register } from './register.ts';
import { settle } from './transfer-adopt.ts';
import { lineageHere, packSession, tokenOf } from './transfer-pack.ts';
import { startWork, type Progress } from './work.ts';

/** The lead's code, when one was set: a session still without one is not guarded by it. */
const checkLead = (office: Office, sessionId: SessionId, pin: string | null): Result<true> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const { db } = store.value;
  return readPinHolders(db, sessionId).includes('lead') ? checkPin(db, sessionId, 'lead', pin ?? '', office.tools.clock.now()) : done(true);
};

const opened = async <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> => {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof TransferRefusal || error instanceof Stopped ? error.result : ageFailure(error);
    if (known === null) throw error;
    return known.error.code === 'age-not-age' ? failed('transfer-not-ours') : known;
  }
};

/** The bytes of a chosen file as they are read, until the person stops it. */
async function* heard(path: string, { report, signal }: Progress): AsyncGenerator<Uint8Array> {
  const found = statSync(path);
  if (!found.isFile()) throw notPlain();
  const total = found.size;
  let bytes = 0;
  for await (const part of createReadStream(path, { highWaterMark: 2 ** 18 }) as AsyncIterable<Uint8Array>) {
    if (signal.aborted) throw new Stopped(failed('cancelled'));
    report({ step: 'checking', unit: 'bytes', done: (bytes += part.length), total });
    yield part;
  }
}

/** A session carried to another laptop and back: checked out before its file is written, received whole or not at all, and never merged. */
export const transferRequests = {
  'transfer.status': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const away = readAway(db, sessionId);
    const received = readTravels(db, sessionId).some(({ kind }) => kind === 'received' || kind === 'replaced');
    return done({ away: away && { to: away.to, at: away.at }, received, pinNeeded: readPinHolders(db, sessionId).includes('lead') });
  },
  'transfer.leave': async (office, { sessionId, to, secret, pin }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const already = readAway(db, sessionId);
    if (already) return failed('session-checked-out', { to: already.to, at: already.at });
    const allowed = checkLead(office, sessionId, pin);
    if (!allowed.ok) return allowed;
    const file = await office.tools.dialogs.saveFile(`${session.value.stored.fields.number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}.delibere`);
    if (!file) return failed('cancelled');
    const away = { to, at: office.tools.clock.now() };
    const token = tokenOf(office);
    // Checked out before the first byte: a cut leaves a session that waits to be taken back, never two that are written.
    db.transaction(() => {
      setAway(db, sessionId, token, to, away.at);
      addTravel(db, sessionId, { kind: 'left', token, lineage: [...lineageHere(store.value, sessionId), token] }, away.at);
    })();
    [office.turn, office.notes] = [null, null];
    office.leaving.add(sessionId);
    const lock: AgeLock = { kind: 'passphrase', passphrase: secret, work: office.tools.phraseWork };
    const work = startWork(office, async (progress, name) => {
      let left: Result<unknown> | null = null;
      try {
        const { total, content } = packSession(office, store.value, session.value, token, away.at);
        left = await writeEnclosed(office, file, { clear: content(), lock, total, failureOf: () => null }, progress, async () => {
          if (progress.signal.aborted || office.store !== store.value) return failed('cancelled');
          register(office, db, { kind: 'transferLeft', sessionId, token });
          return done(true);
        });
      } finally {
        office.leaving.delete(sessionId);
        // No file was given its name: nothing left. A store closed meanwhile keeps the session away, to be taken back.
        if (left?.ok !== true && office.store === store.value) liftAway(db, sessionId);
      }
      if (left.ok) office.transfers.set(name, { kind: 'left', fileName: file.name, away });
      return left;
    });
    return done({ work, fileName: file.name });
  },
  'transfer.takeBack': (office, { sessionId, reason, pin }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const away = readAway(db, sessionId);
    if (!away) return failed('session-here');
    if (office.leaving.has(sessionId)) return failed('transfer-running');
    const allowed = checkLead(office, sessionId, pin);
    if (!allowed.ok) return allowed;
    const at = office.tools.clock.now();
    db.transaction(() => {
      liftAway(db, sessionId);
      addTravel(db, sessionId, { kind: 'takenBack', token: away.token, lineage: [] }, at);
      register(office, db, { kind: 'transferTakenBack', sessionId, token: away.token, reason });
    })();
    return done({ savedAt: at });
  },
  'transfer.choose': async (office) => {
    const [file] = await office.tools.dialogs.openFiles('transfer');
    return file ? done({ handle: file.handle, fileName: file.name }) : failed('cancelled');
  },
  'transfer.receive': (office, { handle, secret, replace }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const { db, folder, key } = store.value;
    const allow = (id: SessionId): Result<true> => (replace ? checkLead(office, id, replace.pin) : done(true));
    const keep = (): Result<string> => {
      const backup = backUp(db, folder, key, office.tools.clock.now(), 'transfert');
      return backup.ok ? done(backup.value.id) : backup;
    };
    const work = startWork(office, async (progress, name) => {
      const read = await reading(handle, () =>
        opened(async (): Promise<Result<TransferReceived>> => {
          const path = office.tools.dialogs.pathOf(handle);
          const container = await readContainer(decryptFile(heard(path, progress), { kind: 'passphrase', passphrase: secret }));
          if (!container.ok) return container;
          const still = (): boolean => !progress.signal.aborted && office.store === store.value;
          return settle(office, store.value, container.value, { reason: replace?.reason ?? null, allow, keep, still, asking: name });
        }),
      );
      const received = read.ok ? read.value : read;
      if (received.ok) office.transfers.set(name, received.value);
      return received;
    });
    return done({ work });
  },
  'transfer.done': (office, { work }) => {
    const told = office.transfers.get(work);
    return told ? done(told) : failed('not-found', { what: 'work' });
  },
} satisfies Handlers;

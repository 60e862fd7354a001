import { createReadStream } from 'node:fs';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { backUp } from '../db/backup.ts';
import { readTravels, addTravel, liftAway, readAway, setAway } from '../db/transfer.ts';
import { checkPin, readPinHolders } from '../db/pin.ts';
import { readContainer, TransferRefusal } from '../documents/transfer/container.ts';
import { ageFailure, decryptFile, encryptFile } from '../documents/age/age.ts';
import type { Handlers } from './desk.ts';
import { reading, Stopped, streamChosen } from './file.ts';
import { loadSession, requireStore, type Office } from './office.ts';
import { register } from './register.ts';
import { packSession, tokenOf } from './transfer-pack.ts';
import { settle, type Received } from './transfer-adopt.ts';

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

const plainOf = (path: string, secret: string): AsyncGenerator<Uint8Array> => decryptFile(createReadStream(path), { kind: 'passphrase', passphrase: secret });

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
    const { number } = session.value.stored.fields;
    const file = await office.tools.dialogs.saveFile(`${number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}.delibere`);
    if (!file) return failed('cancelled');
    const at = office.tools.clock.now();
    const token = tokenOf(office);
    // Checked out before the first byte: a cut leaves a session that waits to be taken back, never two that are written.
    db.transaction(() => setAway(db, sessionId, token, to, at))();
    [office.turn, office.notes] = [null, null];
    let left: Result<true> | null = null;
    try {
      left = await opened(async () => {
        const pack = packSession(office, store.value, session.value, token, at);
        if (!pack.ok) return pack;
        return streamChosen(office, file, encryptFile(pack.value.content(), { kind: 'passphrase', passphrase: secret }), (written) =>
          opened(async () => {
            const again = await readContainer(plainOf(written, secret));
            if (!again.ok) return again;
            await again.value.pieces(async () => undefined);
            db.transaction(() => {
              addTravel(db, sessionId, { kind: 'left', token, lineage: pack.value.lineage }, at);
              register(office, db, { kind: 'transferLeft', sessionId, token });
            })();
            return done(true);
          }),
        );
      });
    } finally {
      // No file was given its name: nothing left.
      if (left?.ok !== true) liftAway(db, sessionId);
    }
    return left.ok ? done({ fileName: file.name, away: { to, at } }) : left;
  },
  'transfer.takeBack': (office, { sessionId, reason, pin }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const away = readAway(db, sessionId);
    if (!away) return failed('session-here');
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
  'transfer.receive': async (office, { handle, secret, replace }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const read = await reading(handle, () =>
      opened(async (): Promise<Result<Received>> => {
        const container = await readContainer(plainOf(office.tools.dialogs.pathOf(handle), secret));
        if (!container.ok) return container;
        const allow = (id: SessionId): Result<true> => (replace ? checkLead(office, id, replace.pin) : done(true));
        const keep = (): Result<string> => {
          const backup = backUp(store.value.db, store.value.folder, store.value.key, office.tools.clock.now(), 'transfert');
          return backup.ok ? done(backup.value.id) : backup;
        };
        return settle(office, store.value, container.value, { reason: replace?.reason ?? null, allow, keep });
      }),
    );
    return read.ok ? read.value : read;
  },
} satisfies Handlers;

import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { numberOfMinute } from '../domain/rectification.ts';
import type { VerdictView } from '../domain/verdict.ts';
import { readDossiersBag } from '../db/dossiers-bag.ts';
import { readChain, readEntries } from '../db/journal.ts';
import { readOrganism, readPrinting, readSealed } from '../db/minute.ts';
import { checkPin } from '../db/pin.ts';
import { readRegister } from '../db/register.ts';
import { checkRecipient } from '../documents/age/age.ts';
import { verifyFile, verifyPath } from '../documents/archive/verify-file.ts';
import { writeArchive, type ArchiveParts } from '../documents/archive/write.ts';
import { pemOf } from '../documents/signature/certificate.ts';
import { sealWorking } from '../documents/working/envelope.ts';
import { safeName } from './archive-name.ts';
import type { Handlers } from './desk.ts';
import { writeEnclosed } from './enclosed.ts';
import { writeChosen } from './file.ts';
import { commitAct, loadSession, requireHere, requireStore, type Office } from './office.ts';
import { fontsOf } from './printable.ts';
import { register } from './register.ts';
import { startWork } from './work.ts';

const pageSize = 64 * 1024;

/** The bytes of an archive as they are sent, so that a stop is heard between two pages. */
async function* inPages(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pageSize) yield bytes.subarray(at, at + pageSize);
}

/** The pieces of a sealed session's archive. Errors: store-locked, not-found, session-checked-out, minute-not-sealed, rectification-running. */
const partsOf = (office: Office, sessionId: SessionId): Result<ArchiveParts & { readonly number: string }> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { db, key } = store.value;
  const here = requireHere(db, sessionId);
  if (!here.ok) return here;
  const { stored, state } = session.value;
  if (state.phase === 'open') return failed(state.rectification === null ? 'minute-not-sealed' : 'rectification-running');
  const printing = readPrinting(db, sessionId);
  const organism = readOrganism(db, key);
  if (!printing || printing.receipt === null || !organism) return failed('minute-not-sealed');
  return done({
    number: numberOfMinute(stored.fields.number, state.rectification?.rank ?? 0),
    minute: printing.current,
    recordText: printing.record,
    receipt: printing.receipt,
    earlier: readSealed(db, sessionId)
      .slice(0, -1)
      .map(({ current, receipt }) => ({ minute: current, receipt: receipt ?? '' })),
    root: organism.certificate,
    chain: readChain(db, sessionId),
    referential: stored.referential,
    at: printing.at,
    dossiers: readDossiersBag(db, sessionId)?.manifestSha512 ?? null,
    fonts: fontsOf(office),
  });
};

/** The full check of an archive: the file itself, or for an encrypted one the clear content that entered it. Error: archive-not-verified. */
const judge = async ({ root, fonts }: ArchiveParts, name: string, what: string | Uint8Array, signal: AbortSignal): Promise<Result<VerdictView>> => {
  const facts = { name, root: pemOf(root), fonts };
  try {
    const verdict = typeof what === 'string' ? await verifyPath(what, facts, { signal }) : await verifyFile(what, facts);
    return verdict.level === 'established' ? done(verdict) : failed('archive-not-verified', { faults: verdict.faults.map((fault) => fault.rule) });
  } catch (error) {
    if (signal.aborted) return failed('cancelled');
    throw error;
  }
};

/** The archive of a sealed session, read back and verified before its file takes its name and it is called archived; and the working part, apart. */
export const archiveRequests = {
  'archive.write': async (office, { sessionId, lock }) => {
    const parts = partsOf(office, sessionId);
    if (!parts.ok) return parts;
    const fit = lock?.kind === 'recipient' ? checkRecipient(lock.recipient) : done(true);
    if (!fit.ok) return fit;
    const { number } = parts.value;
    const file = await office.tools.dialogs.saveFile(`Archive ${safeName(number)}.zip${lock === null ? '' : '.age'}`);
    if (!file) return failed('cancelled');
    const { store } = office;
    const work = startWork(office, async (progress, name) => {
      const bytes = await writeArchive(parts.value);
      const enclosed = { clear: inPages(bytes), lock, total: bytes.length, failureOf: () => null };
      const written = await writeEnclosed(office, file, enclosed, progress, async (path) => {
        const verdict = await judge(parts.value, file.name, lock === null ? path : bytes, progress.signal);
        return office.store === store ? verdict : failed('cancelled');
      });
      if (!written.ok) return written;
      const { sha256, value: verdict } = written.value;
      const archived = commitAct(office, sessionId, { kind: 'lead' }, { kind: 'archived', sha256 });
      if (archived.ok) office.archives.set(name, { fileName: file.name, encrypted: lock !== null, verdict: { ...verdict, fileName: file.name, sha256 } });
      return archived;
    });
    return done({ work, fileName: file.name });
  },
  'archive.written': (office, { work }) => {
    const written = office.archives.get(work);
    return written ? done(written) : failed('not-found', { what: 'work' });
  },
  'archive.state': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const last = session.value.acts.findLast(({ act }) => act.kind === 'archived' || act.kind === 'rectificationOpened');
    const bag = readDossiersBag(db, sessionId);
    const saved = readRegister(db).findLast(({ entry }) => entry.kind === 'exported' && entry.sessionId === sessionId && entry.what === 'working');
    return done({
      archived: last?.act.kind === 'archived' ? { at: last.at, sha256: last.act.sha256, namesDossiers: bag === null ? null : bag.at <= last.at } : null,
      working: saved?.entry.kind === 'exported' ? { at: saved.at, fileName: saved.entry.fileName } : null,
    });
  },
  'working.export': async (office, { sessionId, passphrase, pin }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const checked = checkPin(store.value.db, sessionId, 'lead', pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const { stored, acts } = session.value;
    const closing = acts.findLast(({ act }) => act.kind === 'closed');
    if (!closing) return failed('session-not-closed');
    const { number } = stored.fields;
    const journal = readEntries(store.value.db, sessionId, closing.seq);
    const bytes = Buffer.from(sealWorking({ format: 'delibere-working', version: 1, session: { id: sessionId, number }, journal }, passphrase), 'utf8');
    const file = await office.tools.dialogs.saveFile(`Partie de travail ${safeName(number)}.json`);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    if (!written.ok) return written;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { db } = store.value;
    db.transaction(() => register(office, db, { kind: 'exported', sessionId, what: 'working', fileName: file.name, sha256 }))();
    return done({ fileName: file.name });
  },
} satisfies Handlers;

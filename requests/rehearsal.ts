import { done, errorCodes, failed, type ErrorCode, type Result } from '../domain/errors.ts';
import type { RequestInput } from '../domain/contract.ts';
import type { SessionId } from '../domain/ids.ts';
import { concludeBackup, concludeRehearsal, isRehearsalDue, type RehearsalOutcome, type RehearsalPoint, type RehearsalView } from '../domain/rehearsal.ts';
import { dayAt } from '../domain/retention.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { VerdictView } from '../domain/verdict.ts';
import { listBackups } from '../db/backup.ts';
import { rehearseBackup } from '../db/backup-rehearsal.ts';
import { readDossiersBags } from '../db/dossiers-bag.ts';
import { readChain } from '../db/journal.ts';
import { readOrganism, readSealed, readSealedTexts } from '../db/minute.ts';
import type { Store } from '../db/open.ts';
import { readPieces } from '../db/piece.ts';
import { readRegister } from '../db/register.ts';
import { compareArchive, compareDossiers, type HeldPieces, type HeldSession } from '../documents/archive/compare.ts';
import { isEncrypted } from '../documents/archive/path.ts';
import { examinePath, type Examined } from '../documents/archive/verify-file.ts';
import { pemOf } from '../documents/signature/certificate.ts';
import type { Handlers } from './desk.ts';
import { keyOf } from './document.ts';
import { dossiersPurgedOn } from './dossiers.ts';
import { reading } from './file.ts';
import { loadSession, requireStore, type Office, type OpenSession } from './office.ts';
import { fontsOf } from './printable.ts';
import { register } from './register.ts';
import { startWork, type Progress } from './work.ts';

type Given = RequestInput<'rehearsal.run'>['archive'];

const isCode = (rule: string): rule is ErrorCode => (errorCodes as readonly string[]).includes(rule);

/** The full check of a file that was chosen. Errors: file-unreadable, rehearsal-locked, and what keeps an encrypted file closed; throws what a stop throws. */
const examine = async (office: Office, file: Given, root: string, { report, signal }: Progress): Promise<Result<Examined>> => {
  const facts = { name: file.name, root, fonts: fontsOf(office), key: keyOf(file.secret) };
  const watch = { signal, report: (passed: number, total: number) => report({ step: 'checking', unit: 'bytes', done: passed, total }) };
  const read = await reading(file.name, () => examinePath(office.tools.dialogs.pathOf(file.handle), facts, watch));
  if (!read.ok || read.value.view.kind !== 'encrypted' || read.value.view.level !== 'unreadable') return read;
  const rule = read.value.view.faults[0]?.rule ?? '';
  return failed(isCode(rule) ? rule : 'rehearsal-locked', { name: file.name });
};

const heldOf = ({ db }: Store, root: string, { stored, acts, state }: OpenSession): HeldSession => ({
  id: stored.id,
  number: stored.fields.number,
  sealed: readSealed(db, stored.id).map(({ current, record, receipt }) => ({ minute: current, record, receipt: receipt ?? '' })),
  root,
  chain: readChain(db, stored.id),
  instantAt: (seq) => acts.find((act) => act.seq === seq)?.at ?? null,
  rectifying: state.phase !== 'sealed' && state.phase !== 'archived',
  referential: stored.referential,
  bags: readDossiersBags(db, stored.id).map(({ manifestSha512 }) => manifestSha512),
});

/** The dossiers of the session here, or the day on which they were purged. */
const piecesOf = (store: Store, { stored, sitting }: OpenSession): HeldPieces => {
  const on = dossiersPurgedOn(store, stored);
  if (on !== null) return { kind: 'purged', on };
  const pieces = readPieces(store.db, stored.id);
  const numberOf = new Map(sitting.candidates.map(({ id, number }) => [id, number]));
  return { kind: 'held', pieces: pieces.map((piece) => ({ ...piece, candidateNumber: numberOf.get(piece.candidateId) ?? '' })) };
};

const bagPoints = ({ view, files }: Examined, archive: Examined, held: HeldSession, pieces: HeldPieces): RehearsalPoint[] => {
  if (view.level === 'notIntact') return [{ part: 'bag', state: 'notIntact' }];
  if (view.kind !== 'dossiers' || files === null) return [{ part: 'bag', state: 'notBag' }];
  return compareDossiers(files, archive.files ?? new Map(), held.bags, pieces);
};

const outcomeOf = ({ kind, level }: VerdictView, points: readonly RehearsalPoint[]): RehearsalOutcome => {
  if (level === 'notIntact') return 'notIntact';
  if (kind !== 'archive' || level === 'unreadable') return 'notArchive';
  return level === 'established' ? concludeRehearsal(points) : 'otherOrganism';
};

/** Compares what was examined with the store as it is now, opens the last backup, and notes in the register that it was done; whole or not at all. */
const settle = (office: Office, store: Store, sessionId: SessionId, archive: Examined, bag: Examined | null, root: string): Result<RehearsalView> => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  const { acts, stored } = session.value;
  const held = heldOf(store, root, session.value);
  const compared = archive.files === null || archive.view.kind !== 'archive' ? [] : compareArchive(archive.files, held);
  const own = compared.every(({ part, state }) => part !== 'session' || state === 'same');
  const points = [...compared, ...(bag === null || !own ? [] : bagPoints(bag, archive, held, piecesOf(store, session.value)))];
  const outcome = outcomeOf(archive.view, points);
  const backup = rehearseBackup(store.db, store.folder, store.key);
  const { sha256, fileName } = archive.view;
  const written = acts.findLast(({ act }) => act.kind === 'archived' && act.sha256 === sha256);
  const entry = { kind: 'rehearsed', sessionId, sha256, dossiersSha256: bag?.view.sha256 ?? null, outcome, backup: concludeBackup(backup) } as const;
  store.db.transaction(() => register(office, store.db, entry))();
  const writtenOn = written ? dayAt(written.at, stored.fields.timeZone) : null;
  return done({ at: office.tools.clock.now(), fileName, outcome, writtenOn, verdict: archive.view, points, backup });
};

/** The rehearsal of a restore: a file is checked and compared with what is here, and nothing changes but the register, where it is noted. */
export const rehearsalRequests = {
  'rehearsal.choose': async (office) => {
    const [file] = await office.tools.dialogs.openFiles('document');
    if (!file) return failed('cancelled');
    const encrypted = await reading(file.name, () => isEncrypted(office.tools.dialogs.pathOf(file.handle)));
    return encrypted.ok ? done({ handle: file.handle, name: file.name, encrypted: encrypted.value }) : encrypted;
  },
  'rehearsal.run': (office, { sessionId, archive, dossiers }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db, key } = store.value;
    if (readSealedTexts(db, sessionId).length === 0) return failed('minute-not-sealed');
    const organism = readOrganism(db, key);
    if (!organism) return failed('root-absent');
    const root = pemOf(organism.certificate);
    const work = startWork(office, async (progress, name) => {
      const file = await examine(office, archive, root, progress);
      if (!file.ok) return file;
      const bag = dossiers === null ? done(null) : await examine(office, dossiers, root, progress);
      if (!bag.ok) return bag;
      if (progress.signal.aborted || office.store !== store.value) return failed('cancelled');
      const settled = settle(office, store.value, sessionId, file.value, bag.value, root);
      if (settled.ok) office.rehearsals.set(name, settled.value);
      return settled;
    });
    return done({ work });
  },
  'rehearsal.get': (office, { work }) => {
    const found = office.rehearsals.get(work);
    return found ? done(found) : failed('not-found', { what: 'work' });
  },
  'rehearsal.last': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { stored, acts } = session.value;
    const dayOf = (at: Instant): Day => dayAt(at, stored.fields.timeZone);
    const rehearsals = readRegister(store.value.db).flatMap(({ at, entry }) =>
      entry.kind === 'rehearsed' && entry.sessionId === sessionId
        ? [{ on: dayOf(at), sha256: entry.sha256, outcome: entry.outcome, backup: entry.backup }]
        : [],
    );
    const archived = acts.findLast(({ act }) => act.kind === 'archived');
    const archivedOn = archived ? dayOf(archived.at) : null;
    const [backup] = listBackups(store.value.folder);
    const conformedOn = rehearsals.findLast(({ outcome }) => outcome === 'conform')?.on ?? null;
    return done({
      last: rehearsals.at(-1) ?? null,
      archivedOn,
      backupOn: backup ? dayOf(backup.at) : null,
      due: isRehearsalDue(archivedOn, conformedOn, dayOf(office.tools.clock.now())),
    });
  },
} satisfies Handlers;

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { done, failed, type Result } from '../domain/errors.ts';
import type { PieceId, SessionId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import {
  forkOf,
  judgeReturn,
  type TransferConflict,
  type TransferManifest,
  type TransferReceived,
  type TravellingRows,
  travellingRows,
} from '../domain/transfer.ts';
import { checkChain, chainStart, readChain, readHead } from '../db/journal.ts';
import { programVersion } from '../db/migrations/all.ts';
import { insertOrganism, readOrganism } from '../db/minute.ts';
import type { Store } from '../db/open.ts';
import { keepFiles } from '../db/backup-files.ts';
import { dropCopies, leavingFiles, openPiece, planCopies, readPieces, storedPath, chunkedFile, sweepCopies } from '../db/piece.ts';
import { sealStream } from '../db/sealed-file.ts';
import { findByNumber, readSession } from '../db/session.ts';
import { addTravel, adoptRows, liftAway, readAway, readTravels, UnfitRows } from '../db/transfer.ts';
import { parseJson } from '../documents/sealed/seal.ts';
import { TransferRefusal, type OpenedContainer } from '../documents/transfer/container.ts';
import { clearMemory, type Office } from './office.ts';
import { register } from './register.ts';
import { isReadable, isRoot } from './transfer-read.ts';

const body = z.strictObject({ tables: travellingRows, root: z.strictObject({ certificate: z.base64(), privateKey: z.base64() }) });

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Link {
  readonly seq: number;
  readonly digest: string;
  readonly at: string | null;
}

const column = (rows: TravellingRows, table: string, name: string): unknown[] => {
  const given = rows[table];
  return given ? given.rows.map((row) => row[given.columns.indexOf(name)]) : [];
};

const linksOf = (rows: TravellingRows): Link[] => {
  const at = new Map(
    column(rows, 'event_content', 'seq').map((seq, index) => {
      const content = z.looseObject({ at: instant }).safeParse(parseJson(String(column(rows, 'event_content', 'content')[index])));
      return [seq, content.success ? content.data.at : null] as const;
    }),
  );
  const digests = column(rows, 'event', 'digest');
  return column(rows, 'event', 'seq')
    .map((seq, index) => ({ seq: Number(seq), digest: String(digests[index]), at: at.get(seq) ?? null }))
    .sort((one, other) => one.seq - other.seq);
};

const lastHere = (store: Store, sessionId: SessionId): z.infer<typeof instant> | null => readSession(store.db, sessionId)?.savedAt ?? null;

const conflictOf = (store: Store, id: SessionId, file: readonly Link[], why: TransferConflict['why']): TransferConflict => {
  const here = readChain(store.db, id);
  const fork = forkOf(here, file);
  const headOf = (links: readonly { readonly seq: number; readonly digest: string }[]) => {
    const last = links.at(-1);
    return { seq: last?.seq ?? 0, digest: last?.digest ?? chainStart };
  };
  return {
    why,
    fork,
    here: { head: headOf(here), since: here.length - fork, lastAt: lastHere(store, id) },
    file: { head: headOf(file), since: file.length - fork, lastAt: instant.safeParse(file.at(-1)?.at).data ?? null },
  };
};

const refusalOf = (office: Office, store: Store, { storeVersion, demonstration, sessionId, token, number, organism }: TransferManifest): Result<true> => {
  if (storeVersion > programVersion) return failed('transfer-newer');
  if (storeVersion < programVersion) return failed('transfer-older');
  if (demonstration !== office.demonstration) return failed('transfer-demonstration', { demonstration });
  const travels = readTravels(store.db, sessionId);
  if (travels.some((travel) => travel.kind === 'left' && travel.token === token)) return failed('transfer-own', { number });
  if (travels.some((travel) => ['received', 'replaced'].includes(travel.kind) && travel.token === token)) return failed('transfer-received', { number });
  const root = readOrganism(store.db, store.key);
  if (root && digestOf(root.certificate) !== organism) return failed('transfer-organism');
  const taken = findByNumber(store.db, number);
  return taken !== null && taken !== sessionId ? failed('number-taken', { number }) : done(true);
};

const isIntact = ({ db, folder, key }: Store, id: PieceId, sha256: string): boolean => {
  const hash = createHash('sha256');
  try {
    for (const part of openPiece(db, folder, key, id)) hash.update(part);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
};

/** The files that already hold pieces of a transfer, by piece: the same digest, read to the end. */
const filesHere = (store: Store, id: SessionId, { pieces }: TransferManifest): Map<string, string> => {
  const digests = new Map(pieces.map((piece) => [piece.id, piece.sha256]));
  const same = readPieces(store.db, id).filter((piece) => digests.get(piece.id) === piece.sha256);
  return new Map(
    same.flatMap((piece) => {
      const name = chunkedFile(store.db, piece.id);
      return name !== null && isIntact(store, piece.id, piece.sha256) ? [[piece.id, name] as const] : [];
    }),
  );
};

/** What the person said of a conflict that was shown, and what guards a replacement. */
export interface Say {
  readonly reason: string | null;
  readonly allow: (id: SessionId) => Result<true>;
  /** A verified backup of what is about to be replaced. */
  readonly keep: () => Result<string>;
  /** Whether the file is still to be adopted: the person did not stop it, and the store is the same. */
  readonly still: () => boolean;
  /** The work that asks for it, the only one that goes on after an adoption. */
  readonly asking: string;
}

/** Adopts what a file holds, or says why it cannot be simply taken; nothing is kept of a file that is refused or in conflict. Throws TransferRefusal. */
export const settle = async (office: Office, store: Store, file: OpenedContainer, say: Say): Promise<Result<TransferReceived>> => {
  const { manifest, rows: bytes, pieces } = file;
  const { db, folder, key } = store;
  const { sessionId: id, number, token, lineage } = manifest;
  const fit = refusalOf(office, store, manifest);
  if (!fit.ok) return fit;
  const read = body.safeParse(parseJson(bytes.toString('utf8')));
  if (!read.success) return failed('transfer-damaged', { part: 'rows' });
  const { tables, root } = read.data;
  const links = linksOf(tables);
  const judge = (): TransferConflict['why'] | 'extends' | 'unknown' =>
    readSession(db, id) === null ? 'unknown' : judgeReturn(readChain(db, id), links, readAway(db, id)?.token ?? null, lineage);
  const seen = readHead(db, id)?.digest;
  const why = judge();
  const conflict = (because: TransferConflict['why']): Result<TransferReceived> =>
    done({ kind: 'conflict', sessionId: id, number, conflict: conflictOf(store, id, links, because) });
  const simple = why === 'extends' || why === 'unknown';
  if (!simple && say.reason === null) {
    await pieces(async () => undefined);
    return say.still() ? conflict(why) : failed('cancelled');
  }
  const before = readHead(db, id)?.seq ?? 0;
  const allowed = simple ? done(true) : say.allow(id);
  if (!allowed.ok) return allowed;
  // A piece that is here as it is in the file keeps its place: an earlier backup that is restored still finds it.
  const here = filesHere(store, id, manifest);
  const coming = manifest.pieces.filter((piece) => !here.has(piece.id));
  const names = planCopies(db, folder, coming.length);
  const storedAs = new Map([...here, ...coming.map((piece, index) => [piece.id, names[index] ?? ''] as const)]);
  let kept: Result<string> = done('');
  let adopted = false;
  try {
    await pieces(async (piece, content) => {
      if (!here.has(piece)) await sealStream(storedPath(folder, storedAs.get(piece) ?? ''), key, content);
    });
    if (!say.still()) return failed('cancelled');
    // The desk went on while the file was read: what was judged must still be so, and from here to the end nothing waits.
    const now = judge();
    if (now !== why || readHead(db, id)?.digest !== seen) {
      const again = refusalOf(office, store, manifest);
      if (!again.ok) return again;
      return now === 'extends' || now === 'unknown' ? failed('cancelled') : conflict(now);
    }
    kept = why === 'unknown' ? done('') : say.keep();
    if (!kept.ok) return kept;
    if (why !== 'unknown') keepFiles(folder, kept.value, leavingFiles(db, id, new Set(storedAs.values())));
    const how = why === 'unknown' ? 'adopted' : why === 'extends' ? 'returned' : 'replaced';
    adoptRows(db, id, tables, storedAs, () => {
      const head = readHead(db, id);
      if (!checkChain(db, id) || (head?.digest ?? chainStart) !== manifest.head.digest) throw new UnfitRows('chain');
      if (!isReadable(db, manifest)) throw new UnfitRows('contents');
      const at = office.tools.clock.now();
      if (!readOrganism(db, key)) {
        const [certificate, privateKey] = [Buffer.from(root.certificate, 'base64'), Buffer.from(root.privateKey, 'base64')];
        if (!isRoot(certificate, privateKey, manifest.organism)) throw new UnfitRows('root');
        insertOrganism(db, key, { certificate, privateKey }, at);
      }
      liftAway(db, id);
      addTravel(db, id, { kind: how === 'replaced' ? 'replaced' : 'received', token, lineage }, at);
      register(office, db, { kind: 'transferReceived', sessionId: id, token, how, reason: say.reason });
    });
    adopted = true;
    clearMemory(office, say.asking);
    sweepCopies(db, folder);
    if (how === 'adopted') return done({ kind: how, sessionId: id, number, pieces: manifest.pieces.length });
    if (how === 'returned') return done({ kind: how, sessionId: id, number, acts: links.length - before });
    return done({ kind: how, sessionId: id, number, backup: kept.value });
  } catch (error) {
    if (error instanceof UnfitRows) throw new TransferRefusal(failed('transfer-damaged', { part: error.message }));
    throw error;
  } finally {
    if (!adopted) dropCopies(db, folder, names);
  }
};

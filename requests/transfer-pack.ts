import { createHash } from 'node:crypto';
import { failed } from '../domain/errors.ts';
import type { PieceId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { TransferManifest } from '../domain/transfer.ts';
import { chainStart, readHead } from '../db/journal.ts';
import { programVersion } from '../db/migrations/all.ts';
import type { Store } from '../db/open.ts';
import { readPieceRange, readPieces } from '../db/piece.ts';
import { gatherRows, readTravels } from '../db/transfer.ts';
import { writeContainer } from '../documents/transfer/container.ts';
import { Stopped } from './file.ts';
import { requireRoot } from './minute.ts';
import type { Office, OpenSession } from './office.ts';

/** A fresh name for a leaving. */
export const tokenOf = (office: Office): string => Buffer.from(office.tools.ids.random(16)).toString('hex');

/** The tokens that made a session what it is here: those of the last file received, none if it was born here or taken back since. */
export const lineageHere = (store: Store, sessionId: string): readonly string[] =>
  readTravels(store.db, sessionId).findLast(({ kind }) => kind !== 'left')?.lineage ?? [];

/** What leaves with a session, as it will be written. */
export interface Packed {
  /** About how many bytes it is, for who follows its writing. */
  readonly total: number;
  readonly content: () => AsyncGenerator<Uint8Array>;
}

const step = 2 ** 20;

/** Everything of a session, its pieces opened one range at a time, with the root that seals its minute. */
export const packSession = (office: Office, store: Store, session: OpenSession, token: string, at: Instant): Packed => {
  const { db, folder, key } = store;
  const { id, fields, referential } = session.stored;
  const { certificate, privateKey } = requireRoot(office, store, referential.certifier.name, at);
  const root = { certificate: Buffer.from(certificate).toString('base64'), privateKey: Buffer.from(privateKey).toString('base64') };
  const body = Buffer.from(JSON.stringify({ tables: gatherRows(db, id), root }), 'utf8');
  const head = readHead(db, id);
  const lineage = [...(readTravels(db, id).at(-1)?.lineage ?? [token])];
  const pieces = readPieces(db, id);
  const manifest: TransferManifest = {
    format: 'delibere-transfer',
    version: 1,
    storeVersion: programVersion,
    demonstration: office.demonstration,
    sessionId: id,
    number: fields.number,
    token,
    lineage,
    leftAt: at,
    head: { seq: head?.seq ?? 0, digest: head?.digest ?? chainStart },
    organism: createHash('sha256').update(certificate).digest('hex'),
    rows: { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') },
    pieces: pieces.map(({ id: piece, bytes, sha256 }) => ({ id: piece, bytes, sha256 })),
  };
  const known = new Map<string, (typeof pieces)[number]>(pieces.map((piece) => [piece.id, piece]));
  const bytesOf = function* (piece: string): Generator<Uint8Array> {
    const { bytes: size, sha256 } = known.get(piece) ?? { bytes: 0, sha256: '' };
    const hash = createHash('sha256');
    for (let start = 0; start < size; start += step) {
      const part = readPieceRange(db, folder, key, piece as PieceId, start, Math.min(size, start + step));
      if (part === null) throw new Stopped(failed('transfer-piece-missing'));
      hash.update(part);
      yield part;
    }
    if (hash.digest('hex') !== sha256) throw new Stopped(failed('transfer-piece-missing'));
  };
  const total = pieces.reduce((sum, { bytes }) => sum + bytes, body.length);
  return { total, content: () => writeContainer(manifest, body, bytesOf) };
};

import { createHash } from 'node:crypto';
import type { RehearsalPoint } from '../../domain/rehearsal.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { readReceipt } from '../signature/receipt.ts';
import { attempt } from '../signature/refusal.ts';
import { piecePaths, type BaggedPiece } from './dossiers.ts';
import { certificatePath, chainText, earlierPaths, jsonText, payload, type ChainLine } from './layout.ts';
import { namedDossiers } from './verify-archive.ts';

/** A sealed minute as the store holds it. */
export interface HeldMinute {
  readonly minute: Uint8Array;
  readonly record: string;
  readonly receipt: string;
}

/** What the store holds of a session, to compare an archive with. */
export interface HeldSession {
  readonly id: string;
  readonly number: string;
  /** The sealed minutes, the first then each that rectifies it. */
  readonly sealed: readonly HeldMinute[];
  /** The root certificate, PEM. */
  readonly root: string;
  readonly chain: readonly ChainLine[];
  /** The instant of an act by its place; null where nothing is known of it any more. */
  readonly instantAt: (seq: number) => Instant | null;
  readonly rectifying: boolean;
  readonly referential: unknown;
  /** The bags of dossiers written, the first one first, by the SHA-512 of their manifest. */
  readonly bags: readonly string[];
}

/** The pieces of the dossiers that the store holds, or the day of their purge. */
export type HeldPieces = { readonly kind: 'held'; readonly pieces: readonly Omit<BaggedPiece, 'open'>[] } | { readonly kind: 'purged'; readonly on: Day };

type Files = ReadonlyMap<string, Buffer>;

const isText = (files: Files, path: string, text: string): boolean => files.get(path)?.equals(Buffer.from(text, 'utf8')) === true;
const isBytes = (files: Files, path: string, bytes: Uint8Array): boolean => files.get(path)?.equals(bytes) === true;
const alike = (same: boolean): 'same' | 'different' => (same ? 'same' : 'different');

const parsed = (bytes: Buffer | undefined): unknown => {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return null;
  }
};

/** The session and the rank of a record, as far as they can be read. */
const placeOf = (files: Files): { readonly id: unknown; readonly number: string; readonly rank: number } => {
  const record = parsed(files.get(payload.record)) as { session?: { id?: unknown; number?: unknown }; rectification?: { rank?: unknown } | null } | null;
  const { id, number } = record?.session ?? {};
  const rank = record?.rectification?.rank;
  return { id, number: typeof number === 'string' ? number : '', rank: typeof rank === 'number' ? rank : 0 };
};

const chainPoints = (files: Files, held: HeldSession): RehearsalPoint[] => {
  const lines = (files.get(payload.chain)?.toString('utf8') ?? '').split('\n').slice(0, -1);
  const place = lines.findIndex((line, index) => {
    const own = held.chain[index];
    return own === undefined || `${line}\n` !== chainText([own]);
  });
  const chain: RehearsalPoint = { part: 'chain', state: alike(place < 0 && lines.length > 0), links: lines.length, place: place < 0 ? null : place + 1 };
  if (place >= 0 || held.chain.length <= lines.length) return [chain];
  // How many acts a rectification has so far would count the opinions of a jury that still deliberates.
  const later = held.rectifying ? { links: null, since: null } : { links: held.chain.length - lines.length, since: held.instantAt(lines.length + 1) };
  return [chain, { part: 'later', state: 'noted', ...later }];
};

const certificatesAlike = (files: Files, { receipt }: HeldMinute, root: string): boolean => {
  const read = attempt(() => readReceipt(Buffer.from(receipt, 'utf8')).body.signers, 'archive-certificate');
  return read.ok && isText(files, payload.root, root) && read.value.every(({ field, certificate }) => isText(files, certificatePath(field), certificate));
};

/** The digest by which an archive names its bag of dossiers, or null; an unreadable one names none that we wrote. */
const namedBy = (files: Files): string | null => {
  const read = attempt(() => namedDossiers(files), 'archive-json');
  return read.ok ? read.value : '';
};

const bagState = (named: string | null, bags: readonly string[]): 'same' | 'absent' | 'earlier' | 'none' | 'different' => {
  if (named === null && bags.length === 0) return 'absent';
  if (named !== null && named === bags.at(-1)) return 'same';
  if (named === null) return 'none';
  return bags.includes(named) ? 'earlier' : 'different';
};

/** Compares the pieces of an archive with what the store holds of the session, point by point; of another session only that is said. Never throws on hostile bytes. */
export const compareArchive = (files: Files, held: HeldSession): RehearsalPoint[] => {
  const { id, number, rank: told } = placeOf(files);
  const session: RehearsalPoint = { part: 'session', state: alike(id === held.id), number };
  if (id !== held.id) return [session];
  const found = held.sealed.findIndex(({ minute }) => isBytes(files, payload.minute, minute));
  const rank = found < 0 ? told : found;
  const own = held.sealed[rank];
  if (own === undefined) return [session, { part: 'minute', state: 'different' }];
  const last = rank === held.sealed.length - 1;
  const regulations = (parsed(Buffer.from(own.record, 'utf8')) as { regulations?: unknown } | null)?.regulations;
  return [
    session,
    { part: 'minute', state: found < 0 ? 'different' : last ? 'same' : 'earlier' },
    { part: 'record', state: alike(isText(files, payload.record, own.record)) },
    { part: 'receipt', state: alike(isText(files, payload.receipt, own.receipt)) },
    ...held.sealed.slice(0, rank).map(({ minute, receipt }, before): RehearsalPoint => {
      const paths = earlierPaths(before);
      return { part: 'earlier', state: alike(isBytes(files, paths.minute, minute) && isText(files, paths.receipt, receipt)), rank: before };
    }),
    ...chainPoints(files, held),
    { part: 'certificates', state: alike(certificatesAlike(files, own, held.root)) },
    { part: 'regulations', state: alike(isText(files, payload.regulations, jsonText(regulations))) },
    { part: 'referential', state: alike(isText(files, payload.referential, jsonText(held.referential))) },
    { part: 'namedBag', state: bagState(namedBy(files), held.bags) },
  ];
};

/** The digests of a bag's pieces by their place, as its manifest of SHA-256 tells them; the bag was checked against it. */
const piecesOf = (bag: Files): ReadonlyMap<string, string> =>
  new Map(
    (bag.get('manifest-sha256.txt')?.toString('utf8') ?? '').split('\n').flatMap((line) => {
      const [, digest, path] = /^([0-9a-f]{64}) {2}(data\/dossiers\/.+)$/.exec(line) ?? [];
      return digest === undefined || path === undefined ? [] : [[path, digest] as const];
    }),
  );

/** Compares a whole bag of dossiers with the archive that names it and with the dossiers of the store. */
export const compareDossiers = (bag: Files, archive: Files, bags: readonly string[], held: HeldPieces): RehearsalPoint[] => {
  const digest = createHash('sha512')
    .update(bag.get('manifest-sha512.txt') ?? '')
    .digest('hex');
  const state = digest === namedBy(archive) ? 'same' : bags.includes(digest) ? 'other' : 'different';
  const given = piecesOf(bag);
  const point: RehearsalPoint = { part: 'bag', state };
  if (held.kind === 'purged') return [point, { part: 'purgedPieces', state: 'noted', pieces: given.size, on: held.on }];
  const paths = piecePaths(held.pieces.map((piece) => ({ ...piece, open: () => [] })));
  const missing = paths.filter((path) => !given.has(path)).length;
  const different = held.pieces.filter(({ sha256 }, index) => (given.get(paths[index] ?? '') ?? sha256) !== sha256).length;
  const added = given.size - (paths.length - missing);
  return [point, { part: 'pieces', state: alike(missing + different + added === 0), pieces: given.size, different, missing, added }];
};

import { createHash } from 'node:crypto';
import type { PieceKind } from '../../domain/dossier.ts';
import { dossiersInfo } from '../../words/dossiers-bag.ts';
import { algorithms, declaration, jsonText, tagFiles } from './layout.ts';
import { zipStream, type ZipMember } from './zip-stream.ts';

/** A piece of a dossier as the bag takes it: what is known of it, and its content, read once. */
export interface BaggedPiece {
  readonly candidateNumber: string;
  readonly kind: PieceKind;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What the dossiers' bag holds. */
export interface DossiersParts {
  readonly organism: string;
  readonly number: string;
  readonly day: string;
  /** The day until which it is kept. */
  readonly keptUntil: string;
  readonly demonstration: boolean;
  readonly pieces: readonly BaggedPiece[];
}

/** A piece that is not what the store says it is: damaged or missing. */
export class DamagedPiece extends Error {
  readonly piece: BaggedPiece;
  constructor(piece: BaggedPiece, cause?: unknown) {
    super('a piece is damaged or missing', { cause });
    this.piece = piece;
  }
}

const safe = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

const extensionOf = (fileName: string): string => safe(/\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1] ?? '').toLowerCase() || 'bin';

/** The place of every piece: made of the candidate's number, a rank and a kind, never of a name that a person typed; no two are alike. */
export const piecePaths = (pieces: readonly BaggedPiece[]): readonly string[] => {
  const folders = new Map<string, string>();
  const taken = new Set<string>();
  const ranks = new Map<string, number>();
  return pieces.map(({ candidateNumber, kind, fileName }) => {
    let folder = folders.get(candidateNumber);
    if (folder === undefined) {
      const wanted = safe(candidateNumber) || 'candidat';
      folder = wanted;
      // A file system that ignores case must not see two folders as one; a Windows device name is no folder.
      for (let rank = 2; taken.has(folder.toLowerCase()) || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(folder); rank += 1) folder = `${wanted}-${rank}`;
      taken.add(folder.toLowerCase());
      folders.set(candidateNumber, folder);
    }
    const rank = (ranks.get(folder) ?? 0) + 1;
    ranks.set(folder, rank);
    return `data/dossiers/${folder}/${String(rank).padStart(3, '0')}-${safe(kind)}.${extensionOf(fileName)}`;
  });
};

async function* reading(piece: BaggedPiece): AsyncGenerator<Uint8Array> {
  try {
    yield* piece.open();
  } catch (error) {
    throw new DamagedPiece(piece, error);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * Writes the bag of a session's dossiers as one zip, in one pass: every piece is read once, checked against its digest, and the manifests follow.
 * `sealed` hears the SHA-512 of `manifest-sha512.txt` at the end. Throws DamagedPiece.
 */
export const writeDossiers = (parts: DossiersParts, sealed: (manifestSha512: string) => void): AsyncIterable<Uint8Array> => {
  const top = `dossiers-${safe(parts.number) || 'jury'}`;
  const lists = new Map(algorithms.map((algorithm) => [algorithm, { payload: [] as string[], tags: [] as string[] }] as const));
  let octets = 0;
  const text = (path: string, content: string): ZipMember => {
    const bytes = Buffer.from(content, 'utf8');
    for (const algorithm of algorithms) {
      const list = lists.get(algorithm);
      const line = `${createHash(algorithm).update(bytes).digest('hex')}  ${path}\n`;
      if (path.startsWith('data/')) list?.payload.push(line);
      else if (!path.startsWith('tagmanifest-')) list?.tags.push(line);
    }
    if (path.startsWith('data/')) octets += bytes.length;
    return { path: `${top}/${path}`, open: () => [bytes] };
  };
  const checked = async function* (piece: BaggedPiece, path: string): AsyncGenerator<Uint8Array> {
    const [own256, own512] = [createHash('sha256'), createHash('sha512')];
    let bytes = 0;
    for await (const part of reading(piece)) {
      own256.update(part);
      own512.update(part);
      bytes += part.length;
      yield part;
    }
    const sha256 = own256.digest('hex');
    if (sha256 !== piece.sha256 || bytes !== piece.bytes) throw new DamagedPiece(piece);
    octets += bytes;
    lists.get('sha256')?.payload.push(`${sha256}  ${path}\n`);
    lists.get('sha512')?.payload.push(`${own512.digest('hex')}  ${path}\n`);
  };
  const members = async function* (): AsyncGenerator<ZipMember> {
    const paths = piecePaths(parts.pieces);
    for (const [rank, piece] of parts.pieces.entries()) {
      const path = paths[rank] ?? '';
      yield { path: `${top}/${path}`, open: () => checked(piece, path) };
    }
    const index = parts.pieces.map(({ candidateNumber, kind, title, fileName, bytes, sha256 }, rank) => ({
      path: paths[rank] ?? '',
      candidate: candidateNumber,
      kind,
      title,
      fileName,
      bytes,
      sha256,
    }));
    yield text('data/index.json', jsonText(index));
    yield text(tagFiles.declaration, declaration);
    yield text(tagFiles.info, dossiersInfo({ ...parts, oxum: `${octets}.${parts.pieces.length + 1}` }));
    for (const algorithm of algorithms) {
      const manifest = [...(lists.get(algorithm)?.payload ?? [])].sort((a, b) => compare(a.slice(a.indexOf(' ')), b.slice(b.indexOf(' ')))).join('');
      if (algorithm === 'sha512') sealed(createHash('sha512').update(manifest).digest('hex'));
      yield text(`manifest-${algorithm}.txt`, manifest);
    }
    for (const algorithm of algorithms) yield text(`tagmanifest-${algorithm}.txt`, (lists.get(algorithm)?.tags ?? []).join(''));
  };
  return zipStream(members());
};

import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../../domain/errors.ts';
import { transferManifest, type TransferManifest } from '../../domain/transfer.ts';

const magic = 'delibere-transfer ';
const first = `${magic}1\n`;
const mostManifest = 32 * 2 ** 20;

/** The bytes of a piece as they come. */
export type PieceBytes = (id: string) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Writes the content of a transfer file: a line, the manifest with its length, the rows, then each piece in the manifest's order. */
export async function* writeContainer(manifest: TransferManifest, rows: Uint8Array, bytesOf: PieceBytes): AsyncGenerator<Uint8Array> {
  const head = Buffer.from(JSON.stringify(transferManifest.parse(manifest)), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  yield Buffer.concat([Buffer.from(first, 'latin1'), length, head]);
  yield rows;
  for (const { id } of manifest.pieces) yield* bytesOf(id);
}

/** A reading of a transfer file that stops, with the reason. */
export class TransferRefusal extends Error {
  readonly result: Extract<Result<never>, { ok: false }>;
  constructor(result: Extract<Result<never>, { ok: false }>) {
    super(result.error.code);
    this.result = result;
  }
}

const damaged = (part: string): TransferRefusal => new TransferRefusal(failed('transfer-damaged', { part }));

/** A source taken by exact counts of bytes. */
class Taking {
  private readonly parts: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.parts = source[Symbol.asyncIterator]();
  }

  private async next(): Promise<boolean> {
    const { value, done: over } = await this.parts.next();
    if (over === true) return false;
    this.held = this.held.length === 0 ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.concat([this.held, value]);
    return true;
  }

  /** The next bytes, in pieces no larger than what comes. */
  async *stream(count: number, part: string): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0) {
      if (this.held.length === 0 && !(await this.next())) throw damaged(part);
      const taken = this.held.subarray(0, left);
      this.held = this.held.subarray(taken.length);
      left -= taken.length;
      yield taken;
    }
  }

  async exactly(count: number, part: string): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const each of this.stream(count, part)) parts.push(each);
    return Buffer.concat(parts);
  }

  /** Reads to the end: the last piece of an encrypted file is checked there. */
  async end(): Promise<void> {
    while (this.held.length === 0) if (!(await this.next())) return;
    throw damaged('end');
  }
}

/** What a transfer file says before its pieces, and its pieces as they come: to be read to their end, each checked against its digest. */
export interface OpenedContainer {
  readonly manifest: TransferManifest;
  readonly rows: Buffer;
  /** Gives each piece to `take` in order, and ends once the whole file was read and checked. Throws TransferRefusal transfer-damaged. */
  readonly pieces: (take: (id: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<void>;
}

async function* hashed(source: AsyncIterable<Uint8Array>, sha256: string, part: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const each of source) {
    hash.update(each);
    yield each;
  }
  if (hash.digest('hex') !== sha256) throw damaged(part);
}

const readManifest = (text: string): TransferManifest => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('manifest');
  }
  const read = transferManifest.safeParse(value);
  if (!read.success) throw damaged('manifest');
  return read.data;
};

/** Opens the content of a transfer file up to its pieces. Errors: transfer-not-ours, transfer-newer, transfer-damaged; throws what the source throws. */
export const readContainer = async (source: AsyncIterable<Uint8Array>): Promise<Result<OpenedContainer>> => {
  const taking = new Taking(source);
  try {
    const line = (await taking.exactly(first.length, 'start')).toString('latin1');
    if (!line.startsWith(magic)) return failed('transfer-not-ours');
    if (line !== first) return failed('transfer-newer');
    const length = (await taking.exactly(4, 'manifest')).readUInt32BE();
    if (length > mostManifest) return failed('transfer-damaged', { part: 'manifest' });
    const manifest = readManifest((await taking.exactly(length, 'manifest')).toString('utf8'));
    const rows = await taking.exactly(manifest.rows.bytes, 'rows');
    if (createHash('sha256').update(rows).digest('hex') !== manifest.rows.sha256) return failed('transfer-damaged', { part: 'rows' });
    return done({
      manifest,
      rows,
      pieces: async (take) => {
        for (const { id, bytes, sha256 } of manifest.pieces) {
          const content = hashed(taking.stream(bytes, 'piece'), sha256, 'piece');
          await take(id, content);
          for await (const rest of content) if (rest.length < 0) break;
        }
        await taking.end();
      },
    });
  } catch (error) {
    if (error instanceof TransferRefusal) return error.result;
    throw error;
  }
};

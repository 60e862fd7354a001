import { crc32 } from 'node:zlib';

/** A member of a zip that is written as it comes: its path, and its content, read once when its turn comes. */
export interface ZipMember {
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The first of January 1980, as a zip says it: the same members give the same bytes. */
const fixedDate = 0x0021;
/** UTF-8 names, and sizes that follow the content: a content is read once. */
const flags = 0x0808;
const version = 45;
const regularFile = 0o100644 * 0x10000;
const most32 = 0xffffffff;

const fields = (...parts: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of parts) {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
};

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly size: number;
  readonly crc: number;
}

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    fields([4, 0x04034b50], [2, version], [2, flags], [2, 0], [2, 0], [2, fixedDate], [4, 0], [4, most32], [4, most32], [2, name.length], [2, 20]),
    name,
    fields([2, 1], [2, 16], [8, 0], [8, 0]),
  ]);

const centralHeader = ({ name, at, size, crc }: Written): Buffer =>
  Buffer.concat([
    fields([4, 0x02014b50], [2, 0x0300 + version], [2, version], [2, flags], [2, 0], [2, 0], [2, fixedDate], [4, crc], [4, most32], [4, most32]),
    fields([2, name.length], [2, 28], [2, 0], [2, 0], [2, 0], [4, regularFile], [4, most32]),
    name,
    fields([2, 1], [2, 24], [8, size], [8, size], [8, at]),
  ]);

const ending = (count: number, at: number, length: number): Buffer =>
  Buffer.concat([
    fields([4, 0x06064b50], [8, 44], [2, version], [2, version], [4, 0], [4, 0], [8, count], [8, count], [8, length], [8, at]),
    fields([4, 0x07064b50], [4, 0], [8, at + length], [4, 1]),
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, most32], [4, most32], [2, 0]),
  ]);

/** Writes a zip64 as its members come, each stored as it is and read once, in flat memory whatever its size; the same members give the same bytes. */
export async function* zipStream(members: AsyncIterable<ZipMember> | Iterable<ZipMember>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const { path, open } of members) {
    const name = Buffer.from(path, 'utf8');
    const header = localHeader(name);
    yield header;
    let [size, crc] = [0, 0];
    for await (const part of open()) {
      size += part.length;
      crc = crc32(part, crc);
      yield part;
    }
    yield fields([4, 0x08074b50], [4, crc], [8, size], [8, size]);
    written.push({ name, at, size, crc });
    at += header.length + size + 24;
  }
  let length = 0;
  for (const one of written) {
    const header = centralHeader(one);
    length += header.length;
    yield header;
  }
  yield ending(written.length, at, length);
}

import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { IntakeRefusal, refuseIntake } from './manifest.ts';
import type { ZipBytes } from './zip-bytes.ts';
import type { ZipMember } from './zip-member.ts';

const pageSize = 256 * 1024;

async function* packed({ handle }: ZipBytes, start: number, length: number, name: string): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; ) {
    const page = Buffer.allocUnsafe(Math.min(pageSize, length - at));
    const { bytesRead } = await handle.read(page, 0, page.length, start + at);
    if (bytesRead === 0) refuseIntake('truncated', name);
    at += bytesRead;
    yield page.subarray(0, bytesRead);
  }
}

async function* unpacked(source: AsyncGenerator<Buffer>, length: number, name: string): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: pageSize });
  pipeline(Readable.from(source, { objectMode: false, highWaterMark: pageSize }), inflate, () => undefined);
  try {
    for await (const bytes of inflate) yield bytes as Buffer;
  } catch (error) {
    if (error instanceof IntakeRefusal) throw error;
    const { code } = error as { readonly code?: unknown };
    if (code === 'Z_BUF_ERROR') refuseIntake('truncated', name);
    if (typeof code === 'string' && code.startsWith('Z_')) refuseIntake('crc-wrong', name);
    throw error;
  } finally {
    inflate.destroy();
  }
  // What the stream leaves unread is hidden from whoever looks at the content.
  if (inflate.bytesWritten !== length) refuseIntake('size-lies', name);
}

/** The content of one member as it passes: its length is counted on the real stream and its digest (CRC-32) compared at the end. */
export async function* readMember(zip: ZipBytes, { entry, start }: ZipMember): AsyncGenerator<Buffer> {
  const { name, size, compressed, method, crc } = entry;
  const source = packed(zip, start, compressed, name);
  let [length, digest] = [0, 0];
  for await (const bytes of method === 8 ? unpacked(source, compressed, name) : source) {
    length += bytes.length;
    if (length > size) refuseIntake('size-lies', name);
    digest = crc32(bytes, digest);
    yield bytes;
  }
  if (length !== size) refuseIntake('size-lies', name);
  if (digest !== crc) refuseIntake('crc-wrong', name);
}

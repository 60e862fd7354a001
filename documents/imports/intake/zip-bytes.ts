/** What is read where one asks: a file of the disk, or bytes in memory that answer as it does. */
export interface Readable {
  readonly read: (into: Buffer, offset: number, length: number, position: number) => Promise<{ readonly bytesRead: number }>;
}

/** A zip, read where one asks. */
export interface ZipBytes {
  readonly handle: Readable;
  readonly size: number;
}

/** The bytes from `start`, exactly `length` of them; null where the file is shorter. */
export const readAt = async ({ handle, size }: ZipBytes, start: number, length: number): Promise<Buffer | null> => {
  if (start < 0 || length < 0 || start + length > size) return null;
  const bytes = Buffer.allocUnsafe(length);
  for (let read = 0; read < length; ) {
    const { bytesRead } = await handle.read(bytes, read, length - read, start + read);
    if (bytesRead === 0) return null;
    read += bytesRead;
  }
  return bytes;
};

/** A number of eight bytes; infinity above what a double holds, so that every limit refuses it. */
export const wideAt = (bytes: Buffer, at: number): number => {
  const value = bytes.readBigUInt64LE(at);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value);
};

/** The values that stand for "see the zip64 field". */
export const hidden = { two: 0xffff, four: 0xffffffff } as const;

/** The extra fields of a header by number, in order; null when one is longer than its room. Source: APPNOTE.TXT 4.5. */
export const extraFieldsOf = (bytes: Buffer): readonly (readonly [id: number, data: Buffer])[] | null => {
  const fields: (readonly [number, Buffer])[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const [id, length] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    if (at + 4 + length > bytes.length) return null;
    fields.push([id, bytes.subarray(at + 4, at + 4 + length)]);
    at += 4 + length;
  }
  return bytes.subarray(at).every((byte) => byte === 0) ? fields : null;
};

import { refuseIntake, type IntakeLimits } from './manifest.ts';
import { isFieldsRefused, unicodePathsOf } from './zip-fields.ts';
import { extraFieldsOf, hidden, readAt, wideAt, type ZipBytes } from './zip-bytes.ts';
import type { Directory } from './zip-end.ts';
import { decodeName } from './zip-name.ts';

/** One entry of the central directory, judged alone. */
export interface ZipEntry {
  readonly raw: Buffer;
  readonly name: string;
  readonly flags: number;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
  readonly isFolder: boolean;
  readonly unicodePaths: readonly Buffer[];
}

const types = { file: 0o100000, folder: 0o040000, link: 0o120000 } as const;
/** Bits 1 and 2 (how hard it was pressed), 3 (descriptor) and 11 (UTF-8): the only ones that a plain file has. */
const plainFlags = 0x080e;

const checkKind = (external: number, isFolder: boolean, name: string): void => {
  const type = (external >>> 16) & 0o170000;
  // Neither the host nor its version is proof of anything: the mode and the attributes are read as Unix and Windows would.
  if (type === types.link || (external & 0x400) !== 0) refuseIntake('link', name);
  const odd = type !== 0 && type !== (isFolder ? types.folder : types.file);
  if (odd || (external & 0x08) !== 0) refuseIntake('special-file', name);
};

const checkSizes = ({ method, compressed, size, isFolder, name }: ZipEntry, limits: IntakeLimits): void => {
  if (isFolder && (size !== 0 || compressed > 2)) refuseIntake('headers-disagree', name);
  if (size > limits.freeBytes && size > limits.ratio * compressed && size !== Number.POSITIVE_INFINITY) refuseIntake('bomb-ratio', name);
  if (size > limits.fileBytes) refuseIntake('bomb-size', name);
  if (method === 0 && size !== compressed) refuseIntake('size-lies', name);
  if (method === 8 && compressed === 0) refuseIntake('truncated', name);
};

const fixed = 46;

/** The values of a header, those of the zip64 field where the header hides them; null when the field is missing, doubled, too short or too long. */
export const widened = (values: readonly number[], fields: readonly (readonly [number, Buffer])[]): readonly number[] | null => {
  const wide = fields.filter(([id]) => id === 1).map(([, data]) => data);
  const [data] = wide;
  if (wide.length > 1) return null;
  let at = 0;
  const read = values.map((value) => {
    if (value !== hidden.four || data === undefined) return value;
    at += 8;
    return at <= data.length ? wideAt(data, at - 8) : Number.NaN;
  });
  const missing = data === undefined && values.includes(hidden.four);
  return missing || read.some(Number.isNaN) || (data !== undefined && at !== data.length) ? null : read;
};

const readEntry = async (zip: ZipBytes, at: number, end: number, limits: IntakeLimits): Promise<{ readonly entry: ZipEntry; readonly next: number }> => {
  const head = at + fixed <= end ? await readAt(zip, at, fixed) : null;
  if (head?.readUInt32LE(0) !== 0x02014b50) return refuseIntake('headers-disagree');
  const [nameLength, extraLength, commentLength] = [head.readUInt16LE(28), head.readUInt16LE(30), head.readUInt16LE(32)];
  const next = at + fixed + nameLength + extraLength + commentLength;
  const rest = next <= end ? await readAt(zip, at + fixed, nameLength + extraLength) : null;
  if (rest === null) return refuseIntake('headers-disagree');
  const raw = rest.subarray(0, nameLength);
  const shown = raw.subarray(0, 120).toString('utf8');
  const [flags, method, external] = [head.readUInt16LE(8), head.readUInt16LE(10), head.readUInt32LE(38)];
  const fields = extraFieldsOf(rest.subarray(nameLength)) ?? refuseIntake('headers-disagree', shown);
  if ((flags & 0x2041) !== 0 || method === 99) refuseIntake('encrypted', shown);
  const refused = isFieldsRefused(fields);
  if (refused !== null) refuseIntake(refused, shown);
  if ((method !== 0 && method !== 8) || (flags & ~plainFlags) !== 0) refuseIntake('unknown-method', shown);
  if (head.readUInt16LE(34) !== 0) refuseIntake('truncated', shown);
  const values = widened([head.readUInt32LE(24), head.readUInt32LE(20), head.readUInt32LE(42)], fields) ?? refuseIntake('headers-disagree', shown);
  const [size = 0, compressed = 0, offset = 0] = values;
  const unicodePaths = unicodePathsOf(fields);
  const name = decodeName(raw, (flags & 0x800) !== 0, unicodePaths);
  const isFolder = /[\\/]$/.test(name);
  const entry: ZipEntry = { raw, name, flags, method: method === 8 ? 8 : 0, crc: head.readUInt32LE(16), compressed, size, offset, isFolder, unicodePaths };
  checkKind(external, isFolder, shown);
  checkSizes(entry, limits);
  return { entry, next };
};

/** The entries of the central directory, which must fill it to its last byte; refuses what is encrypted, linked, too large or of an unknown method. */
export const readEntries = async (zip: ZipBytes, { offset, size, count }: Directory, limits: IntakeLimits): Promise<readonly ZipEntry[]> => {
  const entries: ZipEntry[] = [];
  let at = offset;
  let [unfolded, packed] = [0, 0];
  for (let rank = 0; rank < count; rank += 1) {
    const { entry, next } = await readEntry(zip, at, offset + size, limits);
    entries.push(entry);
    at = next;
    [unfolded, packed] = [unfolded + entry.size, packed + entry.compressed];
  }
  if (at !== offset + size) refuseIntake('headers-disagree');
  if (unfolded > limits.freeBytes && unfolded > limits.ratio * packed) refuseIntake('bomb-ratio');
  if (unfolded > limits.totalBytes) refuseIntake('bomb-size');
  return entries;
};

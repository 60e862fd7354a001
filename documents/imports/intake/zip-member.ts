import { refuseIntake } from './manifest.ts';
import { extraFieldsOf, readAt, wideAt, type ZipBytes } from './zip-bytes.ts';
import { widened, type ZipEntry } from './zip-entry.ts';
import { isFieldsRefused, unicodePathsOf } from './zip-fields.ts';

/** An entry whose local header says the same, and where its data lies. */
export interface ZipMember {
  readonly entry: ZipEntry;
  readonly start: number;
}

const fixed = 30;

/** The descriptor after a streamed file: with or without its signature, in four bytes or in eight. It must fill the room and say what the directory says. */
const checkDescriptor = (bytes: Buffer, { crc, compressed, size, name }: ZipEntry): void => {
  const signed = bytes.length === 16 || bytes.length === 24;
  const body = signed && bytes.readUInt32LE(0) === 0x08074b50 ? bytes.subarray(4) : bytes;
  const says =
    body.length === 12
      ? [body.readUInt32LE(0), body.readUInt32LE(4), body.readUInt32LE(8)]
      : body.length === 20
        ? [body.readUInt32LE(0), wideAt(body, 4), wideAt(body, 12)]
        : [];
  if (says[0] !== crc || says[1] !== compressed || says[2] !== size) refuseIntake('headers-disagree', name);
};

/** Checks the local header of one entry against the directory; `room` is where the next thing begins. */
const checkMember = async (zip: ZipBytes, entry: ZipEntry, room: number, directoryAt: number): Promise<ZipMember> => {
  const { name, raw, offset } = entry;
  const head = offset + fixed <= directoryAt ? ((await readAt(zip, offset, fixed)) ?? refuseIntake('truncated', name)) : refuseIntake('truncated', name);
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
  const start = offset + fixed + nameLength + extraLength;
  if (head.readUInt32LE(0) !== 0x04034b50) refuseIntake('headers-disagree', name);
  const rest = (start <= directoryAt ? await readAt(zip, offset + fixed, nameLength + extraLength) : null) ?? refuseIntake('headers-disagree', name);
  const fields = extraFieldsOf(rest.subarray(nameLength)) ?? refuseIntake('headers-disagree', name);
  const alike =
    head.readUInt16LE(6) === entry.flags &&
    head.readUInt16LE(8) === entry.method &&
    rest.subarray(0, nameLength).equals(raw) &&
    Buffer.concat(unicodePathsOf(fields)).equals(Buffer.concat(entry.unicodePaths));
  if (!alike) refuseIntake('headers-disagree', name);
  const refused = isFieldsRefused(fields);
  if (refused !== null) refuseIntake(refused, name);
  const [size = 0, compressed = 0] = widened([head.readUInt32LE(22), head.readUInt32LE(18)], fields) ?? refuseIntake('headers-disagree', name);
  const streamed = (entry.flags & 8) !== 0;
  const same = (value: number, expected: number): boolean => value === expected || (streamed && value === 0);
  if (!same(size, entry.size) || !same(compressed, entry.compressed) || !same(head.readUInt32LE(14), entry.crc)) refuseIntake('headers-disagree', name);
  const end = start + entry.compressed;
  if (end > room) refuseIntake('overlapping', name);
  if (streamed) checkDescriptor((await readAt(zip, end, Math.min(room - end, 32))) ?? refuseIntake('truncated', name), entry);
  else if (end < room) refuseIntake('headers-disagree', name);
  return { entry, start };
};

/** The entries with their data: they tile the zip from its first byte to the directory, nothing between them and nothing twice. */
export const readMembers = async (zip: ZipBytes, entries: readonly ZipEntry[], directoryAt: number): Promise<readonly ZipMember[]> => {
  const inOrder = [...entries].sort((one, other) => one.offset - other.offset);
  const members: ZipMember[] = [];
  let last = -1;
  if ((inOrder[0]?.offset ?? directoryAt) !== 0) refuseIntake('headers-disagree', inOrder[0]?.name);
  for (const [rank, entry] of inOrder.entries()) {
    if (entry.offset === last) refuseIntake('overlapping', entry.name);
    if (entry.offset >= directoryAt) refuseIntake('truncated', entry.name);
    last = entry.offset;
    members.push(await checkMember(zip, entry, Math.min(inOrder[rank + 1]?.offset ?? directoryAt, directoryAt), directoryAt));
  }
  return members;
};

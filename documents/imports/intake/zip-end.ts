import { refuseIntake, type IntakeLimits } from './manifest.ts';
import { hidden, readAt, wideAt, type ZipBytes } from './zip-bytes.ts';

const signature = { file: 0x04034b50, end: 0x06054b50, wideEnd: 0x06064b50, locator: 0x07064b50 } as const;
const endLength = 22;

/** Where the central directory lies and how many entries it tells. */
export interface Directory {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

/** The place of the end record: it must be the last thing of the file, and the only one that could be. */
const findEnd = async (zip: ZipBytes): Promise<{ readonly at: number; readonly bytes: Buffer }> => {
  const from = Math.max(0, zip.size - endLength - hidden.two);
  const tail = (await readAt(zip, from, zip.size - from)) ?? refuseIntake('truncated');
  const seen: number[] = [];
  const mark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  for (let at = tail.indexOf(mark); at >= 0; at = tail.indexOf(mark, at + 1)) seen.push(at);
  const ends = seen.filter((at) => at + endLength <= tail.length && at + endLength + tail.readUInt16LE(at + 20) === tail.length);
  if (ends.length > 1) return refuseIntake('headers-disagree');
  const [only] = ends;
  if (only !== undefined) return { at: from + only, bytes: tail.subarray(only) };
  const last = seen.at(-1);
  const cut = last === undefined || last + endLength > tail.length || last + endLength + tail.readUInt16LE(last + 20) > tail.length;
  return refuseIntake(cut ? 'truncated' : 'headers-disagree');
};

/** The zip64 record just before the end, where a locator announces one. Source: APPNOTE.TXT 4.3.14 and 4.3.15. */
const readWideEnd = async (zip: ZipBytes, endAt: number): Promise<{ readonly at: number; readonly bytes: Buffer } | null> => {
  const locator = await readAt(zip, endAt - 20, 20);
  if (locator?.readUInt32LE(0) !== signature.locator) return null;
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) !== 1) return refuseIntake('truncated');
  const at = wideAt(locator, 8);
  const bytes = at + 56 === endAt - 20 ? await readAt(zip, at, 56) : null;
  if (bytes?.readUInt32LE(0) !== signature.wideEnd || wideAt(bytes, 4) !== 44) return refuseIntake('headers-disagree');
  if (bytes.readUInt32LE(16) !== 0 || bytes.readUInt32LE(20) !== 0) return refuseIntake('truncated');
  return { at, bytes };
};

/** Finds the central directory. Everything that the end says must agree: counts, sizes, places, both records, one volume, nothing after. */
export const readEnd = async (zip: ZipBytes, limits: IntakeLimits): Promise<Directory> => {
  const start = await readAt(zip, 0, 4);
  const first = start?.readUInt32LE(0);
  if (first !== signature.file && first !== signature.end && first !== signature.wideEnd) return refuseIntake('not-a-zip');
  const { at, bytes } = await findEnd(zip);
  const wide = await readWideEnd(zip, at);
  const told = (narrow: number, most: number, wideOffset: number): number => {
    if (wide === null) return narrow;
    const value = wideAt(wide.bytes, wideOffset);
    return narrow === most || narrow === value ? value : refuseIntake('headers-disagree');
  };
  const disks = [bytes.readUInt16LE(4), bytes.readUInt16LE(6)];
  if (disks.some((disk) => disk !== 0 && !(wide !== null && disk === hidden.two))) return refuseIntake('truncated');
  const [here, count] = [told(bytes.readUInt16LE(8), hidden.two, 24), told(bytes.readUInt16LE(10), hidden.two, 32)];
  const [size, offset] = [told(bytes.readUInt32LE(12), hidden.four, 40), told(bytes.readUInt32LE(16), hidden.four, 48)];
  if (here !== count) return refuseIntake('headers-disagree');
  if (count > limits.files) return refuseIntake('too-many-files');
  return offset + size === (wide?.at ?? at) ? { offset, size, count } : refuseIntake('headers-disagree');
};

import { instant } from '../../domain/time.ts';
import { drawMinute } from '../minute/draw.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { instantOfStamp } from './certificate.ts';
import { inflate, readBase, readEmbedded } from './form.ts';
import { refuse } from './refusal.ts';
import { dictionaryOf, readRevisions, readTiles, stringOf, type BaseObject, type Revision } from './revision.ts';
import { find, textOfString } from './syntax.ts';
import { readRecord } from './verify.ts';

const largestStream = 64 * 1024 * 1024;

/** What an object says, whatever the compression of its stream: its text without the stream's length, and the stream inflated. */
const saidBy = (file: Buffer, { value, stream }: BaseObject): readonly [string, Buffer] => {
  const text = file.toString('latin1', value.start, value.end);
  if (stream === null || value.kind !== 'dictionary') return [text, Buffer.alloc(0)];
  const deflated = find(value, 'Filter', 'name')?.name === 'FlateDecode';
  return [text.replace(/\/Length \d+/, ''), deflated ? inflate(stream, largestStream) : stream];
};

const firstOf = (file: Buffer): Revision => readRevisions(file)[0] ?? refuse('pdf-revisions');

const sayTheSame = (one: Buffer, other: Buffer): boolean => {
  const [left, right] = [firstOf(one), firstOf(other)];
  if (one.subarray(0, left.end).equals(other.subarray(0, right.end))) return true;
  const [mine, theirs] = [readTiles(one, left), readTiles(other, right)];
  if (mine.size !== theirs.size) return false;
  return [...mine].every(([number, object]) => {
    const match = theirs.get(number);
    if (match === undefined) return false;
    const [[text, stream], [otherText, otherStream]] = [saidBy(one, object), saidBy(other, match)];
    return text === otherText && stream.equals(otherStream);
  });
};

/** Whether two files that were never signed say the same, whatever the compression of their streams. Never throws on hostile bytes. */
export const saysTheSame = (one: Buffer, other: Buffer): boolean => {
  try {
    return one.equals(other) || (readRevisions(one).length === 1 && readRevisions(other).length === 1 && sayTheSame(one, other));
  } catch {
    return false;
  }
};

/**
 * Whether the pages of a minute are those that this version of the program draws from the record it carries. What is drawn depends on the record and the instant alone;
 * another compression of the same content is the same. Another version may draw otherwise: false is then no fault. Never throws on hostile bytes.
 */
export const isRedrawnAlike = async (pdf: Uint8Array, fonts: MinuteFonts): Promise<boolean> => {
  try {
    const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    const revision = firstOf(file);
    const embedded = readEmbedded(file, readBase(file, revision));
    const info = dictionaryOf(file, revision, revision.trailer, 'Info');
    const stamp = textOfString(stringOf(file, revision, info, 'CreationDate')).slice(2);
    const printedAt = instant.parse(instantOfStamp(stamp));
    const drawn = await drawMinute({ record: readRecord(embedded.bytes), recordText: embedded.bytes.toString('utf8'), fonts, printedAt, kind: 'toSign' });
    return drawn.ok && sayTheSame(file, Buffer.from(drawn.value));
  } catch {
    return false;
  }
};

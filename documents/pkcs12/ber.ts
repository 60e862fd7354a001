import { stop } from './fault.ts';

/** One BER value: its tag, its content with indefinite lengths undone, its parts when it is constructed. */
export interface Ber {
  readonly tag: number;
  readonly content: Buffer;
  readonly parts: readonly Ber[];
}

const deepest = 24;
const most = 4000;

interface Read {
  readonly value: Ber;
  readonly end: number;
}

/** Where a value's content lies; `end` is null when an end mark closes it. */
const headAt = (bytes: Buffer, at: number): { readonly tag: number; readonly start: number; readonly end: number | null } => {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return stop('shape');
  if (first === 0x80) return (tag & 0x20) === 0 ? stop('shape') : { tag, start: at + 2, end: null };
  const extra = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + extra;
  if (extra > 3 || start > bytes.length) return stop('shape');
  const end = start + (extra === 0 ? first : bytes.readUIntBE(at + 2, extra));
  return end > bytes.length ? stop('shape') : { tag, start, end };
};

const readAt = (bytes: Buffer, at: number, depth: number, budget: { left: number }): Read => {
  budget.left -= 1;
  if (depth > deepest || budget.left < 0) return stop('shape');
  const { tag, start, end } = headAt(bytes, at);
  if (end !== null && (tag & 0x20) === 0) return { value: { tag, content: bytes.subarray(start, end), parts: [] }, end };
  const parts: Ber[] = [];
  let here = start;
  while (end === null ? !(bytes[here] === 0 && bytes[here + 1] === 0) : here < end) {
    const part = readAt(end === null ? bytes : bytes.subarray(0, end), here, depth + 1, budget);
    parts.push(part.value);
    here = part.end;
  }
  return { value: { tag, content: bytes.subarray(start, here), parts }, end: end ?? here + 2 };
};

/** Reads the BER value that `bytes` begin with, indefinite lengths included, within bounds of depth and number. */
export const readBer = (bytes: Buffer): Ber => readAt(bytes, 0, 0, { left: most }).value;

/** A SEQUENCE or SET's parts, or those of an explicit tag. */
export const partsOf = (value: Ber | undefined, tag: number): readonly Ber[] => (value?.tag === tag ? value.parts : stop('shape'));

/** The bytes of an OCTET STRING, whole or in pieces; `tag` is another when the tag is implicit. */
export const octetsOf = (value: Ber | undefined, tag = 0x04): Buffer => {
  if (value?.tag === tag) return value.content;
  if (value?.tag !== (tag | 0x20)) return stop('shape');
  return Buffer.concat(value.parts.map((part) => octetsOf(part)));
};

/** A small positive INTEGER. */
export const numberOf = (value: Ber | undefined): number => {
  if (value?.tag !== 0x02 || value.content.length === 0 || value.content.length > 5) return stop('shape');
  return value.content.readUIntBE(0, value.content.length);
};

/** An OBJECT IDENTIFIER in its dotted form. */
export const oidOf = (value: Ber | undefined): string => {
  if (value?.tag !== 0x06 || value.content.length === 0 || value.content.length > 40) return stop('shape');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of value.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  return [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40)), ...rest].join('.');
};

import { refuse } from './refusal.ts';

/** Tags of the DER types that certificates and signatures use. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const lengthBytes = (length: number): number[] => {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
};

/** One DER value: its tag, its minimal length, its content. */
export const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Uint8Array.from([tag, ...lengthBytes(content.length)]), content]);
};

/** A SEQUENCE. */
export const sequence = (...items: readonly Uint8Array[]): Buffer => der(tags.sequence, ...items);

/** The content of a SET OF in DER order: the encodings sorted as bytes. */
export const sorted = (items: readonly Uint8Array[]): Uint8Array[] => [...items].sort((a, b) => Buffer.compare(a, b));

/** A SET OF, sorted as DER asks. */
export const setOf = (...items: readonly Uint8Array[]): Buffer => der(tags.set, ...sorted(items));

/** An explicit or constructed context tag. */
export const context = (number: number, ...items: readonly Uint8Array[]): Buffer => der(0xa0 | number, ...items);

/** A positive INTEGER from big-endian bytes, made minimal. */
export const integer = (value: Uint8Array | number): Buffer => {
  const bytes = typeof value === 'number' ? Uint8Array.of(value) : value;
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const body = bytes.subarray(start);
  return der(tags.integer, ...((body[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), body);
};

/** An OBJECT IDENTIFIER from its dotted form. */
export const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) | 0x80);
    bytes.push(...digits);
  }
  return der(tags.oid, Uint8Array.from(bytes));
};

/** A BIT STRING whose last byte leaves `unused` bits unused. */
export const bits = (value: Uint8Array, unused = 0): Buffer => der(tags.bits, Uint8Array.of(unused), value);

/** An OCTET STRING. */
export const octets = (value: Uint8Array): Buffer => der(tags.octets, value);

/** A UTF8String. */
export const utf8 = (text: string): Buffer => der(tags.utf8, Buffer.from(text, 'utf8'));

/** A BOOLEAN that is true. */
export const yes = (): Buffer => der(tags.boolean, Uint8Array.of(0xff));

/** A time of X.509 from "20260317080000Z": UTCTime before 2050, GeneralizedTime from then on (RFC 5280, 4.1.2.5). */
export const time = (stamp: string): Buffer =>
  stamp < '2050' ? der(tags.utcTime, Buffer.from(stamp.slice(2), 'latin1')) : der(tags.generalizedTime, Buffer.from(stamp, 'latin1'));

/** One DER value as read: its tag, its content, its whole encoding. */
export interface Node {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

const readNode = (bytes: Buffer, at: number): Node => {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return refuse('der-malformed');
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > 3 || at + 2 + extra > bytes.length) return refuse('der-malformed');
  const length = extra === 0 ? first : bytes.readUIntBE(at + 2, extra);
  const start = at + 2 + extra;
  if (start + length > bytes.length) return refuse('der-malformed');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
};

/** The values that follow one another in `bytes`, at most 32, to the last byte. */
export const readAll = (bytes: Buffer): Node[] => {
  const nodes: Node[] = [];
  for (let at = 0; at < bytes.length; at += nodes.at(-1)?.whole.length ?? 1) {
    if (nodes.length === 32) refuse('der-malformed');
    nodes.push(readNode(bytes, at));
  }
  return nodes;
};

/** The first value of `bytes`, whatever follows. */
export const readFirst = (bytes: Buffer): Node => readNode(bytes, 0);

/** The value at `index`, of the tag expected. */
export const child = (nodes: readonly Node[], index: number, tag: number): Node => {
  const node = nodes[index];
  return node !== undefined && node.tag === tag ? node : refuse('der-malformed');
};

/** The values inside the value at `index`, of the tag expected. */
export const children = (nodes: readonly Node[], index: number, tag: number): Node[] => readAll(child(nodes, index, tag).content);

/** The text of a UTF8String, refused when its bytes are not UTF-8. */
export const textOf = (node: Node): string => {
  const text = node.content.toString('utf8');
  return node.tag === tags.utf8 && Buffer.from(text, 'utf8').equals(node.content) ? text : refuse('der-malformed');
};

/** The stamp "20260317080000Z" of a time. */
export const stampOf = (node: Node): string => {
  const text = node.content.toString('latin1');
  const stamp = node.tag === tags.utcTime ? `20${text}` : text;
  const known = node.tag === tags.utcTime || node.tag === tags.generalizedTime;
  return known && /^\d{14}Z$/.test(stamp) ? stamp : refuse('der-malformed');
};

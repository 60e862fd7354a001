import { refuse } from './refusal.ts';

/** One entry of a dictionary: its key and value, and where both lie in the file. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** A PDF value and where it lies in the file. */
export type Value = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'string'; readonly bytes: Buffer }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'dictionary'; readonly entries: readonly Entry[] }
  | { readonly kind: 'word'; readonly word: 'true' | 'false' | 'null' }
);

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)));
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !delimiters.has(byte);
const maximumDepth = 24;
const maximumItems = 20_000;

const afterSpace = (file: Buffer, at: number): number => {
  let here = at;
  while (isSpace(file[here])) here += 1;
  return here;
};

const wordEnd = (file: Buffer, at: number): number => {
  let here = at;
  while (isRegular(file[here]) && here - at < 256) here += 1;
  return here;
};

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 };

const readLiteral = (file: Buffer, start: number): Value => {
  const bytes: number[] = [];
  let depth = 1;
  let at = start + 1;
  for (; depth > 0; at += 1) {
    const byte = file[at];
    if (byte === undefined || at - start > 65_536) return refuse('pdf-syntax', { at: start });
    if (byte === 0x5c) {
      at += 1;
      bytes.push(escapes[String.fromCharCode(file[at] ?? 0)] ?? refuse('pdf-syntax', { at }));
      continue;
    }
    depth += byte === 0x28 ? 1 : byte === 0x29 ? -1 : 0;
    if (depth > 0) bytes.push(byte);
  }
  return { kind: 'string', bytes: Buffer.from(bytes), start, end: at };
};

const readHex = (file: Buffer, start: number): Value => {
  const close = file.indexOf(0x3e, start);
  const text = close < 0 ? '' : file.toString('latin1', start + 1, close);
  if (close < 0 || text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return refuse('pdf-syntax', { at: start });
  return { kind: 'string', bytes: Buffer.from(text, 'hex'), start, end: close + 1 };
};

const readNumber = (file: Buffer, start: number): Value => {
  const end = wordEnd(file, start);
  const text = file.toString('latin1', start, end);
  if (text === 'true' || text === 'false' || text === 'null') return { kind: 'word', word: text, start, end };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return refuse('pdf-syntax', { at: start });
  const reference = /^ 0 R(?![^\s()<>[\]{}/%])/.test(file.toString('latin1', end, end + 5));
  if (reference && /^[1-9]\d{0,6}$/.test(text)) return { kind: 'reference', number: Number(text), start, end: end + 4 };
  return { kind: 'number', number: Number(text), start, end };
};

const readArray = (file: Buffer, start: number, depth: number): Value => {
  const items: Value[] = [];
  let at = afterSpace(file, start + 1);
  while (file[at] !== 0x5d) {
    if (items.length === maximumItems) refuse('pdf-syntax', { at: start });
    const item = readValue(file, at, depth + 1);
    items.push(item);
    at = afterSpace(file, item.end);
  }
  return { kind: 'array', items, start, end: at + 1 };
};

const readDictionary = (file: Buffer, start: number, depth: number): Value => {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let at = afterSpace(file, start + 2);
  while (file[at] !== 0x3e) {
    if (file[at] !== 0x2f || entries.length === 512) refuse('pdf-syntax', { at });
    const keyEnd = wordEnd(file, at + 1);
    const key = file.toString('latin1', at + 1, keyEnd);
    if (keys.has(key)) refuse('pdf-duplicate-key', { key });
    keys.add(key);
    const value = readValue(file, afterSpace(file, keyEnd), depth + 1);
    entries.push({ key, value, start: at, end: value.end });
    at = afterSpace(file, value.end);
  }
  return file[at + 1] === 0x3e ? { kind: 'dictionary', entries, start, end: at + 2 } : refuse('pdf-syntax', { at });
};

/** Reads the value that starts exactly at `at`; comments, escapes in octal, generations and deep nesting are refused. */
export const readValue = (file: Buffer, at: number, depth = 0): Value => {
  if (depth > maximumDepth) return refuse('pdf-syntax', { at });
  const byte = file[at];
  if (byte === 0x3c) return file[at + 1] === 0x3c ? readDictionary(file, at, depth) : readHex(file, at);
  if (byte === 0x28) return readLiteral(file, at);
  if (byte === 0x5b) return readArray(file, at, depth);
  if (byte !== 0x2f) return readNumber(file, at);
  const end = wordEnd(file, at + 1);
  return { kind: 'name', name: file.toString('latin1', at + 1, end), start: at, end };
};

/** A dictionary, or a refusal. */
export type Dictionary = Extract<Value, { readonly kind: 'dictionary' }>;

/** Reads the dictionary that starts exactly at `at`. */
export const readDictionaryAt = (file: Buffer, at: number): Dictionary => {
  const value = readValue(file, at);
  return value.kind === 'dictionary' ? value : refuse('pdf-syntax', { at });
};

/** The value of a key, of the kind expected, or null when the key is absent. */
export const find = <Kind extends Value['kind']>(dictionary: Dictionary, key: string, kind: Kind): Extract<Value, { readonly kind: Kind }> | null => {
  const value = dictionary.entries.find((entry) => entry.key === key)?.value;
  if (value === undefined) return null;
  return value.kind === kind ? (value as Extract<Value, { readonly kind: Kind }>) : refuse('pdf-syntax', { at: value.start });
};

/** The value of a key that must be there, of the kind expected. */
export const need = <Kind extends Value['kind']>(dictionary: Dictionary, key: string, kind: Kind): Extract<Value, { readonly kind: Kind }> =>
  find(dictionary, key, kind) ?? refuse('pdf-missing-key', { key });

/** A PDF text string: UTF-16BE after its mark, else Latin 1. */
export const textOfString = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, 2 + 2 * Math.floor((bytes.length - 2) / 2)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');

/** A text as a PDF string in hexadecimal UTF-16BE. */
export const stringOfText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

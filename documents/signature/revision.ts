import { find, need, readDictionaryAt, readValue, type Dictionary, type Value } from './syntax.ts';
import { refuse } from './refusal.ts';

/** One run of numbers in a cross-reference table, and where its 20-byte lines start. */
interface Run {
  readonly first: number;
  readonly count: number;
  readonly at: number;
}

/** One revision of a file: [start, end), its table and its trailer. */
export interface Revision {
  readonly start: number;
  readonly end: number;
  readonly table: number;
  readonly runs: readonly Run[];
  readonly trailer: Dictionary;
  readonly size: number;
}

/** Most revisions that a minute may have: its base and one per signer. */
export const maximumRevisions = 40;
const maximumObjects = 200_000;
const ending = '%%EOF\n';

const lineAt = (file: Buffer, at: number): string => {
  const end = file.indexOf(0x0a, at);
  return end < 0 || end - at > 64 ? refuse('pdf-table', { at }) : file.toString('latin1', at, end);
};

const expect = (file: Buffer, at: number, text: string, object?: number): number => {
  if (file.toString('latin1', at, at + text.length) === text) return at + text.length;
  return object === undefined ? refuse('pdf-table', { at }) : refuse('pdf-object', { number: object });
};

/** Reads the table at `table`, its trailer and its ending, exactly as pdfkit and our signer write them. */
const readSection = (file: Buffer, table: number): Omit<Revision, 'start'> => {
  let at = expect(file, table, 'xref\n');
  const runs: Run[] = [];
  while (file[at] !== 0x74) {
    const line = lineAt(file, at);
    const match = /^(0|[1-9]\d{0,6}) ([1-9]\d{0,6})$/.exec(line);
    if (match === null || runs.length === 8) return refuse('pdf-table', { at });
    const run = { first: Number(match[1]), count: Number(match[2]), at: at + line.length + 1 };
    at = run.at + 20 * run.count;
    if (run.first + run.count > maximumObjects || at > file.length) refuse('pdf-table', { at: run.at });
    runs.push(run);
  }
  const trailer = readDictionaryAt(file, expect(file, at, 'trailer\n'));
  const end = expect(file, trailer.end, `\nstartxref\n${table}\n${ending}`);
  return { end, table, runs, trailer, size: need(trailer, 'Size', 'number').number };
};

/** Where object `number` starts, from a table of this revision; null when the revision does not hold it. */
export const offsetIn = (file: Buffer, revision: Revision, number: number): number | null => {
  const run = revision.runs.find(({ first, count }) => number >= first && number < first + count);
  if (run === undefined) return null;
  const line = file.toString('latin1', run.at + 20 * (number - run.first), run.at + 20 * (number - run.first + 1));
  const match = /^(\d{10}) 00000 n \n$/.exec(line);
  return match === null ? refuse('pdf-table', { at: run.at }) : Number(match[1]);
};

/** Splits a file into its revisions, first to last: each begins where the one before ends and the last ends the file. */
export const readRevisions = (file: Buffer): Revision[] => {
  if (file.toString('latin1', 0, 9) !== '%PDF-1.7\n') refuse('pdf-header');
  const tail = /startxref\n(\d{1,10})\n%%EOF\n$/.exec(file.toString('latin1', Math.max(0, file.length - 40)));
  const sections: Omit<Revision, 'start'>[] = [];
  let table: number | null = tail === null ? refuse('pdf-tail') : Number(tail[1]);
  while (table !== null) {
    if (sections.length === maximumRevisions) refuse('pdf-revisions');
    const section: Omit<Revision, 'start'> = readSection(file, table);
    const previous: number | null = find(section.trailer, 'Prev', 'number')?.number ?? null;
    if (previous !== null && (!Number.isSafeInteger(previous) || previous < 0 || previous >= table)) refuse('pdf-revisions');
    sections.unshift(section);
    table = previous;
  }
  const revisions = sections.map((section, index) => ({ ...section, start: sections[index - 1]?.end ?? 0 }));
  const last = revisions.at(-1);
  if (last?.end !== file.length) refuse('pdf-tail');
  for (const revision of revisions) if (revision.table < revision.start) refuse('pdf-revisions');
  return revisions;
};

/** An object of a revision: its number, its value, and the bytes of its stream when it has one. */
export interface PdfObject {
  readonly number: number;
  readonly value: Dictionary;
  readonly stream: Buffer | null;
  readonly end: number;
}

/** Reads the object that must start at `at`: a dictionary, with or without a stream. */
export const readObjectAt = (file: Buffer, number: number, at: number): PdfObject => {
  const value = readDictionaryAt(file, expect(file, at, `${number} 0 obj\n`, number));
  if (file.toString('latin1', value.end, value.end + 8) === '\nstream\n') {
    const start = value.end + 8;
    const length = need(value, 'Length', 'number').number;
    if (!Number.isSafeInteger(length) || length < 0 || start + length > file.length) refuse('pdf-object', { number });
    return { number, value, stream: file.subarray(start, start + length), end: expect(file, start + length, '\nendstream\nendobj\n', number) };
  }
  return { number, value, stream: null, end: expect(file, value.end, '\nendobj\n', number) };
};

/** Reads the object of a number from one revision. */
export const readObject = (file: Buffer, revision: Revision, number: number): PdfObject =>
  readObjectAt(file, number, offsetIn(file, revision, number) ?? refuse('pdf-object', { number }));

/** What a first revision starts with; its first object follows at once. */
const opening = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');

/** The trailer of a first revision, to the byte. */
const trailerShape = /^<<\n\/Size [1-9]\d{0,5}\n\/Root [1-9]\d{0,5} 0 R\n\/Info [1-9]\d{0,5} 0 R\n\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]\n>>$/;

/** An object of a base: a dictionary, with its stream when it has one, or a bare value. */
export interface BaseObject {
  readonly number: number;
  readonly value: Value;
  readonly stream: Buffer | null;
}

const readAnyAt = (file: Buffer, number: number, at: number): BaseObject & { readonly end: number } => {
  const start = expect(file, at, `${number} 0 obj\n`, number);
  if (file.toString('latin1', start, start + 2) === '<<') return readObjectAt(file, number, at);
  const value = readValue(file, start);
  return { number, value, stream: null, end: expect(file, value.end, '\nendobj\n', number) };
};

/** Reads the objects of a first revision, which tile it: the first follows the header, each ends where the next begins, the last at the table. */
export const readTiles = (file: Buffer, revision: Revision): ReadonlyMap<number, BaseObject> => {
  const run = revision.runs[0];
  if (revision.runs.length !== 1 || run === undefined || run.first !== 0 || run.count !== revision.size) return refuse('pdf-table', { at: revision.table });
  if (!trailerShape.test(file.toString('latin1', revision.trailer.start, revision.trailer.end))) refuse('base-trailer', { key: 'trailer' });
  if (!file.subarray(0, opening.length).equals(opening)) refuse('pdf-header');
  const heads: { readonly number: number; readonly at: number }[] = [];
  for (let number = 1; number < run.count; number += 1) heads.push({ number, at: offsetIn(file, revision, number) ?? refuse('pdf-object', { number }) });
  heads.sort((a, b) => a.at - b.at);
  const objects = new Map<number, BaseObject>();
  let end = opening.length;
  for (const { number, at } of heads) {
    if (at !== end) refuse('pdf-object', { number });
    const object = readAnyAt(file, number, at);
    objects.set(number, object);
    end = object.end;
  }
  return end === revision.table ? objects : refuse('pdf-table', { at: end });
};

/** The value of a key that may be given directly or by reference, as a dictionary. */
export const dictionaryOf = (file: Buffer, revision: Revision, parent: Dictionary, key: string): Dictionary => {
  const value = parent.entries.find((entry) => entry.key === key)?.value ?? refuse('pdf-missing-key', { key });
  if (value.kind === 'reference') return readObject(file, revision, value.number).value;
  return value.kind === 'dictionary' ? value : refuse('pdf-syntax', { at: value.start });
};

/** The text string of a key, given directly or by reference; empty when the key is absent. */
export const stringOf = (file: Buffer, revision: Revision, parent: Dictionary, key: string): Buffer => {
  const value = parent.entries.find((entry) => entry.key === key)?.value;
  if (value === undefined) return Buffer.alloc(0);
  if (value.kind !== 'reference') return value.kind === 'string' ? value.bytes : refuse('pdf-syntax', { at: value.start });
  const at = offsetIn(file, revision, value.number) ?? refuse('pdf-object', { number: value.number });
  const string = readValue(file, expect(file, at, `${value.number} 0 obj\n`));
  expect(file, string.end, '\nendobj\n');
  return string.kind === 'string' ? string.bytes : refuse('pdf-syntax', { at });
};

import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { dictionaryOf, readObject, stringOf, type Revision } from './revision.ts';
import { find, need, textOfString, type Dictionary } from './syntax.ts';
import { refuse } from './refusal.ts';

/** An empty signature field of the base: its name, its object, its size in points. */
export interface Field {
  readonly name: string;
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

/** What signing and verifying need of a base: its catalog, its trailer's constant part, its fields. */
export interface Base {
  readonly revision: Revision;
  readonly catalog: number;
  readonly trailer: string;
  readonly fields: readonly Field[];
}

/** The name of the seal's field; every other field is "membre-" and the id of the member. */
export const sealField = 'sceau';
/** The start of the name of a member's field. */
export const memberField = 'membre-';

const rawEntry = (file: Buffer, dictionary: Dictionary, key: string): string => {
  const entry = dictionary.entries.find((one) => one.key === key) ?? refuse('pdf-missing-key', { key });
  return file.toString('latin1', entry.start, entry.end);
};

const checkLock = (file: Buffer, revision: Revision, field: Dictionary): void => {
  const lock = readObject(file, revision, need(field, 'Lock', 'reference').number).value;
  if (need(lock, 'Type', 'name').name !== 'SigFieldLock' || need(lock, 'Action', 'name').name !== 'All') refuse('base-lock');
};

const readField = (file: Buffer, revision: Revision, number: number): Field => {
  const { value } = readObject(file, revision, number);
  const name = textOfString(need(value, 'T', 'string').bytes);
  const rectangle = need(value, 'Rect', 'array').items.map((item) => (item.kind === 'number' ? item.number : refuse('base-form')));
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle;
  const known = name === sealField || name.startsWith(memberField);
  if (!known || rectangle.length !== 4 || need(value, 'FT', 'name').name !== 'Sig' || find(value, 'V', 'reference') !== null) refuse('base-form');
  if (name === sealField) checkLock(file, revision, value);
  const [width, height] = [Math.abs(right - left), Math.abs(top - bottom)];
  if (!(width > 8 && width < 300 && height > 8 && height < 100)) refuse('base-form');
  return { name, number, width: Math.round(width * 100) / 100, height: Math.round(height * 100) / 100 };
};

const catalogKeys = new Set([
  'Type',
  'Pages',
  'Names',
  'AcroForm',
  'Metadata',
  'MarkInfo',
  'StructTreeRoot',
  'Lang',
  'ViewerPreferences',
  'AF',
  'OutputIntents',
  'Outlines',
  'PageMode',
  'PageLabels',
  'PageLayout',
  'Extensions',
  'Version',
]);

/** Reads a base: its catalog of known keys (no action, no script), its form, its empty fields; the seal's comes with its lock. */
export const readBase = (file: Buffer, revision: Revision): Base => {
  const trailer = revision.trailer;
  const catalog = need(trailer, 'Root', 'reference').number;
  const { value } = readObject(file, revision, catalog);
  for (const { key } of value.entries) if (!catalogKeys.has(key)) refuse('base-catalog', { key });
  const form = dictionaryOf(file, revision, value, 'AcroForm');
  for (const { key } of form.entries) if (!['Fields', 'SigFlags', 'DR', 'DA'].includes(key)) refuse('base-form');
  if (need(form, 'SigFlags', 'number').number !== 3) refuse('base-form');
  const fields = need(form, 'Fields', 'array').items.map((item) => (item.kind === 'reference' ? readField(file, revision, item.number) : refuse('base-form')));
  const names = new Set(fields.map((field) => field.name));
  if (names.size !== fields.length || !names.has(sealField) || fields.length < 1 || fields.length > 39) refuse('base-form');
  for (const { key } of trailer.entries) if (!['Size', 'Root', 'Info', 'ID'].includes(key)) refuse('base-trailer', { key });
  return { revision, catalog, fields, trailer: ['Root', 'Info', 'ID'].map((key) => rawEntry(file, trailer, key)).join('\n') };
};

/** What the base says of the record it carries: its bytes, their digest, and the digest that the metadata names. */
export interface Embedded {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly named: string | null;
}

const largestRecord = 64 * 1024 * 1024;

/** Inflates the stream of an object, to the last byte and within a bound. */
export const inflate = (stream: Buffer, largest: number): Buffer => {
  try {
    const { buffer, engine } = inflateSync(stream, { maxOutputLength: largest, info: true }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten === stream.length ? buffer : refuse('pdf-stream');
  } catch {
    return refuse('pdf-stream');
  }
};

/** Finds session.json among the attached files of a base; it must be the only one. */
export const readEmbedded = (file: Buffer, base: Base): Embedded => {
  const { revision } = base;
  const catalog = readObject(file, revision, base.catalog).value;
  const tree = dictionaryOf(file, revision, dictionaryOf(file, revision, catalog, 'Names'), 'EmbeddedFiles');
  const [name, reference, ...more] = need(tree, 'Names', 'array').items;
  if (tree.entries.length !== 1 || name?.kind !== 'string' || reference?.kind !== 'reference' || more.length > 0 || textOfString(name.bytes) !== 'session.json')
    return refuse('record-attachment');
  const listed = need(catalog, 'AF', 'array').items;
  if (listed.length !== 1 || listed[0]?.kind !== 'reference' || listed[0].number !== reference.number) return refuse('record-attachment');
  const specification = readObject(file, revision, reference.number).value;
  if (['F', 'UF'].some((key) => textOfString(need(specification, key, 'string').bytes) !== 'session.json')) return refuse('record-attachment');
  const attached = readObject(file, revision, need(need(specification, 'EF', 'dictionary'), 'F', 'reference').number);
  if (attached.stream === null || find(attached.value, 'DecodeParms', 'dictionary') !== null) return refuse('record-attachment');
  const filter = find(attached.value, 'Filter', 'name')?.name;
  if (filter !== undefined && filter !== 'FlateDecode') return refuse('record-attachment');
  const bytes = filter === undefined ? attached.stream : inflate(attached.stream, largestRecord);
  const info = dictionaryOf(file, revision, revision.trailer, 'Info');
  const said = ['Keywords', 'Subject'].map((key) => textOfString(stringOf(file, revision, info, key))).join(' ');
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), named: /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/.exec(said)?.[0] ?? null };
};

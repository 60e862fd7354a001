import type { Base } from './form.ts';
import type { BaseObject } from './revision.ts';
import { refuse } from './refusal.ts';
import { find, need, type Dictionary, type Value } from './syntax.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Every /Type, /Subtype and /S of a minute to sign: no annotation but a signature field, no action, no layer, no object stream. */
const types = words('Annot Catalog EmbeddedFile Filespec Font FontDescriptor MCR Metadata OBJR OutputIntent Page Pages SigFieldLock StructTreeRoot XObject');
const subtypes = words('CIDFontType2 Form Type0 Widget XML application#2Fjson');
const roles = words('Document Form GTS_PDFA1 H1 H2 H3 L LBody LI Lbl P Sect TBody TD TH THead TR Table');

/** The keys of each kind of dictionary; a kind without a list may hold those of `plain`. */
const kinds: Readonly<Record<string, ReadonlySet<string>>> = {
  Annot: words('AP Border C F FT Lock P Rect StructParent Subtype T TU Type'),
  EmbeddedFile: words('Filter Length Params Subtype Type'),
  Filespec: words('AFRelationship Desc EF F Type UF'),
  Page: words('Annots Contents MediaBox Parent Resources StructParents Tabs Type UserUnit'),
  Pages: words('Count Kids Type'),
  SigFieldLock: words('Action Type'),
  XObject: words('BBox Filter Length Resources Subtype Type'),
};
const catalog = words('AF AcroForm Lang MarkInfo Metadata Names OutputIntents Outlines PageMode Pages StructTreeRoot Type ViewerPreferences');
const plain = words(
  'A ActualText Alt Ascent Author BaseFont CIDSystemInfo CIDToGIDMap CapHeight CheckSum ColorSpace CreationDate Creator DescendantFonts Descent Dest ' +
    'DestOutputProfile Dests DisplayDocTitle EmbeddedFiles Encoding F Fields Filter First Flags Font FontBBox FontDescriptor FontFile2 FontName Info ' +
    'ItalicAngle K Keywords Last Length Limits MCID Marked ModDate N Names Next Nums O Obj Ordering OutputConditionIdentifier P Parent ParentTree ' +
    'ParentTreeNextKey Pg Prev ProcSet Producer Registry S Scope SigFlags Size StemV Subject Subtype Supplement Title ToUnicode Type W XHeight',
);
const streamKeys = words('BBox Filter Length N Params Resources Subtype Type');
const fontName = /^F\d{1,3}$/;

const nameOf = (dictionary: Dictionary, key: string, allowed: ReadonlySet<string>): string | null => {
  const name = find(dictionary, key, 'name')?.name ?? null;
  return name === null || allowed.has(name) ? name : refuse('base-content', { key: `${key} ${name}` });
};

const checkKeys = (dictionary: Dictionary, holder: string): void => {
  const type = nameOf(dictionary, 'Type', types);
  nameOf(dictionary, 'Subtype', subtypes);
  nameOf(dictionary, 'S', roles);
  const allowed = type === 'Catalog' ? catalog : (kinds[type ?? ''] ?? plain);
  for (const { key } of dictionary.entries) if (!allowed.has(key) && !(holder === 'Font' && fontName.test(key))) refuse('base-content', { key });
};

/** Checks every dictionary within a value and gives the objects it names. */
const walk = (value: Value, holder: string, named: Set<number>): void => {
  if (value.kind === 'reference') named.add(value.number);
  if (value.kind === 'array') for (const item of value.items) walk(item, holder, named);
  if (value.kind !== 'dictionary') return;
  checkKeys(value, holder);
  for (const entry of value.entries) walk(entry.value, entry.key, named);
};

const numbers = (dictionary: Dictionary, key: string): readonly number[] =>
  (find(dictionary, key, 'array')?.items ?? []).map((item) => (item.kind === 'reference' ? item.number : refuse('base-content', { key })));

const checkField = (value: Dictionary): void => {
  if (need(value, 'Subtype', 'name').name !== 'Widget' || need(value, 'F', 'number').number !== 4) refuse('base-form');
};

/** Every page hangs from the one tree, upright and unscaled, and holds no annotation but the signature fields. */
const checkPages = (base: Base, objects: ReadonlyMap<number, BaseObject>): void => {
  const ofType = (type: string): { readonly number: number; readonly value: Dictionary }[] =>
    [...objects.values()].flatMap(({ number, value }) =>
      value.kind === 'dictionary' && find(value, 'Type', 'name')?.name === type ? [{ number, value }] : [],
    );
  const [tree, ...others] = ofType('Pages');
  const pages = ofType('Page');
  if (tree === undefined || others.length > 0) return refuse('base-content', { key: 'Pages' });
  const kids = numbers(tree.value, 'Kids');
  const known = new Set(kids);
  if (known.size !== pages.length || kids.length !== pages.length || need(tree.value, 'Count', 'number').number !== pages.length)
    refuse('base-content', { key: 'Kids' });
  const fields: number[] = [];
  for (const { number, value } of pages) {
    if (!known.has(number) || need(value, 'Parent', 'reference').number !== tree.number) refuse('base-content', { key: 'Parent' });
    if (need(value, 'UserUnit', 'number').number !== 1) refuse('base-content', { key: 'UserUnit' });
    const sheet = need(value, 'MediaBox', 'array').items.map((item) => (item.kind === 'number' ? item.number : null));
    if (sheet.join(' ') !== '0 0 595.28 841.89') refuse('base-content', { key: 'MediaBox' });
    fields.push(...numbers(value, 'Annots'));
  }
  const expected = new Set(base.fields.map((field) => field.number));
  if (fields.length !== expected.size || fields.some((number) => !expected.has(number)) || ofType('Annot').length !== expected.size) refuse('base-form');
  for (const { value } of ofType('Annot')) checkField(value);
};

/**
 * Checks that a base holds only what the minute's own writer writes, in every object and at any depth: no action, no script, no annotation, no layer,
 * nothing that no other object names. What the pages draw is not read.
 */
export const checkVocabulary = (base: Base, objects: ReadonlyMap<number, BaseObject>): void => {
  const named = new Set<number>();
  for (const key of ['Root', 'Info']) named.add(need(base.revision.trailer, key, 'reference').number);
  for (const { value, stream } of objects.values()) {
    walk(value, '', named);
    if (stream !== null && value.kind === 'dictionary') for (const { key } of value.entries) if (!streamKeys.has(key)) refuse('base-content', { key });
  }
  for (const number of objects.keys()) if (!named.has(number)) refuse('pdf-object', { number });
  for (const number of named) if (!objects.has(number)) refuse('pdf-object', { number });
  checkPages(base, objects);
};

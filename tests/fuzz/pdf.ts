import { deflateSync, inflateSync } from 'node:zlib';
import { edgeNumbers, putWord, splice, swapWord, type Mutation } from './bytes.ts';
import type { Random } from './random.ts';

const words = [
  '/Type',
  '/Catalog',
  '/Pages',
  '/Page',
  '/Kids',
  '/Contents',
  '/ByteRange',
  '/Sig',
  '/AcroForm',
  '/Fields',
  '/FT',
  '/V',
  '/T',
  '/Annots',
  '/Rect',
  '/AP',
  '/N',
  '/Names',
  '/EmbeddedFiles',
  '/EF',
  '/F',
  '/UF',
  '/AF',
  '/Metadata',
  '/Root',
  '/Size',
  '/Prev',
  '/ID',
  '/Info',
  '/Length',
  '/Filter',
  '/FlateDecode',
  '/DecodeParms',
  '/ObjStm',
  '/XRef',
  '/XRefStm',
  '/JavaScript',
  '/OpenAction',
  '/AA',
  '/Launch',
  '/URI',
  '/XFA',
  '/StructTreeRoot',
  '/OCProperties',
  '/Perms',
  '/DocMDP',
  '/TransformParams',
  '/SubFilter',
  '/adbe.pkcs7.detached',
  '/ETSI.CAdES.detached',
  'obj',
  'endobj',
  'stream\n',
  'endstream',
  'xref\n',
  'trailer\n',
  'startxref\n',
  '%%EOF\n',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '#',
  '%',
  'null',
  'true',
  '0 R',
  ' n \n',
  ' f \n',
  '65535',
  '\\(',
  '\\',
  '\r',
  '\n',
  '\u0000',
] as const;

const found = (input: Buffer, pattern: RegExp): readonly RegExpExecArray[] =>
  [...input.toString('latin1').matchAll(pattern)].slice(0, 2000) as RegExpExecArray[];

/** A number of the file's own syntax, outside of its streams most of the time. */
const number: Mutation = (input, random) => {
  const numbers = found(input, /(?<=[\s[/])\d{1,10}(?=[\s\]/>])/g);
  if (numbers.length === 0) return input;
  const one = random.pick(numbers);
  const old = Number(one[0]);
  const drawn = String(Math.max(0, random.once(2) ? old + random.below(5) - 2 : random.once(2) ? random.below(input.length) : random.pick(edgeNumbers)));
  return splice(input, one.index, one[0].length, Buffer.from(random.once(3) ? drawn : drawn.padStart(one[0].length, '0').slice(-one[0].length)));
};

const range: Mutation = (input, random) => {
  const ranges = found(input, /\/ByteRange ?\[([^\]]*)\]/g);
  if (ranges.length === 0) return input;
  const one = random.pick(ranges);
  const numbers = (one[1] ?? '').trim().split(/\s+/).map(Number);
  const at = random.below(numbers.length);
  numbers[at] = (numbers[at] ?? 0) + random.pick([-1, 1, -2, 2, 10, input.length, -(numbers[at] ?? 0)]);
  const text = `/ByteRange [${numbers.join(' ')}]`;
  return splice(input, one.index, one[0].length, Buffer.from(text.padEnd(one[0].length).slice(0, Math.max(text.length, one[0].length))));
};

const contents: Mutation = (input, random) => {
  const found = [...input.toString('latin1').matchAll(/\/Contents ?<([0-9a-fA-F]{16,})>/g)];
  if (found.length === 0) return input;
  const one = random.pick(found);
  const start = one.index + one[0].indexOf('<') + 1;
  const hex = one[1] ?? '';
  // What is signed lies at the beginning, padding follows.
  const used = hex.replace(/(?:00)+$/, '').length;
  const at = start + random.below(random.once(4) ? hex.length : used);
  const copy = Buffer.from(input);
  copy.write(random.pick(['0', '1', '7', '8', 'a', 'f', 'F', 'A', 'g', ' ', '\n', '>']), at, 'latin1');
  return copy;
};

interface Object {
  readonly start: number;
  readonly end: number;
}
const objectsOf = (input: Buffer): readonly Object[] =>
  found(input, /\d+ 0 obj\n[\s\S]*?\nendobj\n/g).map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));

const object: Mutation = (input, random, other) => {
  const own = objectsOf(input);
  if (own.length === 0) return input;
  const one = random.pick(own);
  switch (random.below(4)) {
    case 0: {
      const two = random.pick(own);
      return splice(input, one.start, one.end - one.start, input.subarray(two.start, two.end));
    }
    case 1: {
      const foreign = other();
      const theirs = objectsOf(foreign);
      return theirs.length === 0 ? input : splice(input, one.start, one.end - one.start, ((two) => foreign.subarray(two.start, two.end))(random.pick(theirs)));
    }
    case 2:
      return Buffer.concat([input, input.subarray(one.start, one.end)]);
    default:
      return splice(input, one.end, 0, input.subarray(one.start, one.end));
  }
};

/** A revision is added at the end, well formed: an object of the file once more, changed or not. */
const append: Mutation = (input, random) => {
  const own = objectsOf(input);
  const last = found(input, /startxref\n(\d+)\n%%EOF\n/g).at(-1);
  if (own.length === 0 || last === undefined) return input;
  const one = random.pick(own);
  const whole = input.toString('latin1', one.start, one.end);
  const changed = random.once(2) ? whole : whole.replace(/\/[A-Z]\w+/, () => random.pick(words));
  const start = input.length;
  const table = start + changed.length;
  const name = /^(\d+) /.exec(whole)?.[1] ?? '1';
  const trailer = found(input, /trailer\n(<<[\s\S]*?>>)\nstartxref/g).at(-1)?.[1] ?? '<< >>';
  const before = `/Prev ${last[1] ?? '0'}`;
  const mended = /\/Prev \d+/.test(trailer) ? trailer.replace(/\/Prev \d+/, before) : trailer.replace(/>>$/, `${before}\n>>`);
  const end = `xref\n${name} 1\n${String(start).padStart(10, '0')} 00000 n \ntrailer\n${mended}\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([input, Buffer.from(changed + end, 'latin1')]);
};

/** The content of a compressed stream is changed, and compressed again: in its own room when it can be. */
const stream: Mutation = (input, random) => {
  const streams = found(input, /\/Length (\d+)\b[^>]*>>\nstream\n/g);
  if (streams.length === 0) return input;
  const one = random.pick(streams);
  const start = one.index + one[0].length;
  const length = Number(one[1]);
  try {
    const plain = Buffer.from(inflateSync(input.subarray(start, start + length)));
    if (plain.length === 0) return input;
    plain[random.below(plain.length)] = random.below(256);
    const packed = deflateSync(plain, { level: 9 });
    const fits = packed.length <= length && random.once(2);
    const put = fits ? Buffer.concat([packed, Buffer.alloc(length - packed.length)]) : packed;
    const whole = splice(input, start, length, put);
    return fits
      ? whole
      : splice(whole, one.index + '/Length '.length, (one[1] ?? '').length, Buffer.from(String(packed.length).padStart((one[1] ?? '').length, '0')));
  } catch {
    return input;
  }
};

const cutRevision: Mutation = (input, random: Random) => {
  const ends = found(input, /%%EOF\n/g);
  return ends.length === 0 ? input : input.subarray(0, random.pick(ends).index + 6);
};

/** Changes of a signed PDF: numbers, offsets, what is signed, the signature itself, objects, revisions, contents of streams. */
export const pdfMutations: readonly Mutation[] = [
  number,
  number,
  range,
  contents,
  contents,
  object,
  append,
  stream,
  cutRevision,
  putWord(words),
  swapWord(words),
];

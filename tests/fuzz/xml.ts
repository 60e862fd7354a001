import { putWord, splice, swapWord, turnNumber, type Mutation } from './bytes.ts';

const words = [
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<?xml version="1.1"?>',
  'encoding="ISO-8859-1"',
  'encoding="windows-1252"',
  'encoding="EBCDIC"',
  'standalone="yes"',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<!ENTITY % p SYSTEM "http://127.0.0.1/">',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '?>',
  '&lol;',
  '&amp;',
  '&#0;',
  '&#x10FFFF;',
  '&#xD800;',
  '&#55296;',
  '&#99999999999;',
  '&',
  '<',
  '>',
  '/>',
  '</',
  '="',
  "='",
  'xmlns=""',
  'xmlns:a="b"',
  'a:b',
  ':',
  '\uFEFF',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u202E',
  '\uD800',
  '\uFFFE',
  'a="1" a="2"',
  '=',
  ' ',
] as const;

interface Element {
  readonly start: number;
  readonly end: number;
}

/** Elements found by their tags, the shortest way: what lies between a tag and the first end of the same name. */
const elementsOf = (text: string): readonly Element[] =>
  [...text.matchAll(/<([A-Za-z_][\w:.-]*)[^<>]*>/g)].slice(0, 400).flatMap((found) => {
    const close = text.indexOf(`</${found[1]}>`, found.index);
    return close < 0 ? [] : [{ start: found.index, end: close + (found[1] ?? '').length + 3 }];
  });

const onElements =
  (change: (text: string, one: Element, other: Element, draw: (limit: number) => number) => string): Mutation =>
  (input, random) => {
    const text = input.toString('latin1');
    const elements = elementsOf(text);
    if (elements.length === 0) return input;
    return Buffer.from(
      change(text, random.pick(elements), random.pick(elements), (limit) => random.below(limit)),
      'latin1',
    );
  };

const double = onElements((text, { start, end }, other, draw) => {
  const times = draw(8) === 0 ? draw(400) : 1;
  const whole = text.slice(start, end);
  return `${text.slice(0, other.start)}${whole.repeat(Math.max(1, Math.min(times, Math.floor(60_000 / whole.length))))}${text.slice(other.start)}`;
});
const drop = onElements((text, { start, end }) => text.slice(0, start) + text.slice(end));
const swap = onElements((text, { start, end }, other) => text.slice(0, start) + text.slice(other.start, other.end) + text.slice(end));
const nest = onElements((text, { start, end }, _, draw) => {
  const depth = draw(60);
  return `${text.slice(0, start)}${'<A>'.repeat(depth)}${text.slice(start, end)}${'</A>'.repeat(draw(6) === 0 ? draw(60) : depth)}${text.slice(end)}`;
});
const fill = onElements((text, { start, end }, _, draw) => {
  const inside = text.indexOf('>', start) + 1;
  const letters = ['x', ' ', '\n', '&amp;', '\u00e9', '(', ';', '• ', '    '];
  return inside > end
    ? text
    : `${text.slice(0, inside)}${(letters[draw(letters.length)] ?? 'x').repeat(draw(draw(10) === 0 ? 20_000 : 300))}${text.slice(inside)}`;
});
const attribute = onElements((text, { start }, _, draw) => {
  const at = text.indexOf('>', start);
  const names = ['a', 'xml:lang', 'xmlns', 'xmlns:x', 'xsi:type', 'r', 'ref', 'x:y', '__proto__', 'constructor'];
  return at < 0 ? text : `${text.slice(0, at)} ${names[draw(names.length)] ?? 'a'}="${'v'.repeat(draw(200))}"${text.slice(at)}`;
});
const reencode: Mutation = (input, random) => {
  const text = input.toString('utf8');
  const mark = random.once(2) ? '\uFEFF' : '';
  if (random.once(2)) return Buffer.from(mark + text, 'utf16le');
  return random.once(2) ? Buffer.from(mark + text, 'utf16le').swap16() : Buffer.from(text, 'latin1');
};
const lateByte: Mutation = (input, random) =>
  splice(input, random.below(input.length + 1), 0, Buffer.from([random.pick([0xc3, 0xe9, 0xff, 0xc0, 0xf4, 0x80, 0x1a, 0x0b])]));

/** Changes of an XML text: elements doubled, moved, nested, filled; entities, declarations and encodings that lie. */
export const xmlMutations: readonly Mutation[] = [
  double,
  drop,
  swap,
  nest,
  fill,
  attribute,
  reencode,
  lateByte,
  putWord(words),
  putWord(words),
  swapWord(words),
  turnNumber,
];

import { signersOf } from '../../../domain/minute.ts';
import { minuteWords } from '../../../words/minute.ts';
import { describeFields, drawField } from '../fields.ts';
import { spoken } from '../lines.ts';
import { margins, type Element, type Reference } from '../paper.ts';
import { memberOf, sayMember, type Printing } from '../printing.ts';
import { ink, leading } from '../sheet.ts';

const words = minuteWords.signature;
const gap = 16;
const box = 66;
/** What a heading takes at most, with the space around it. */
const headRoom = 40;

interface Place {
  readonly name: string;
  readonly capacity: string;
  readonly quality: string;
}

const placesOf = ({ record }: Printing): readonly Place[] => [
  ...signersOf(record).map((member) => ({
    name: sayMember(member),
    capacity: minuteWords.members.rank[member.rank],
    quality: [member.quality, member.employer].join(', '),
  })),
  { name: record.lead.name, capacity: words.seal, quality: record.lead.quality },
];

const rowsOf = (printing: Printing, width: number) => {
  const { sheet } = printing;
  const places = placesOf(printing).map((place) => ({
    place,
    name: sheet.lines(place.name, width, 10.5, 'semibold'),
    capacity: sheet.lines(place.capacity, width, 9),
    quality: sheet.lines(place.quality, width, 9),
  }));
  return Array.from({ length: Math.ceil(places.length / 2) }, (_, row) => {
    const pair = places.slice(2 * row, 2 * row + 2);
    return { pair, above: Math.max(...pair.map(({ name, capacity, quality }) => (name.length * 10.5 + (capacity.length + quality.length) * 9) * leading)) };
  });
};

const preambleHeight = ({ sheet, record }: Printing): number => {
  const unable = record.unable.map(({ jurorId, reason }) => words.unableOf(sayMember(memberOf(record, jurorId)), reason));
  const texts = [words.nature, ...(signersOf(record).length === 0 ? [words.noSigner] : []), ...unable];
  const written = texts.reduce((sum, text) => sum + sheet.lines(text, sheet.width, 10.5).length * 10.5 * leading + 6, 0);
  return written + (unable.length === 0 ? 0 : headRoom);
};

/** Section 12: the nature of the signatures, one place for each member who decided and one for the seal; fields only where it is to be signed. */
export const drawSignatures = (printing: Printing, number: number): readonly Reference[] => {
  const { sheet, root, record, kind } = printing;
  const { paper } = sheet;
  const width = (sheet.width - gap) / 2;
  const rows = rowsOf(printing, width);
  const said = preambleHeight(printing);
  const together = rows.reduce((sum, { above }) => sum + above + box + 22, said);
  const first = said + (rows[0]?.above ?? 0) + box + 22;
  sheet.heading(root, `${number}. ${words.heading}`, 2, together + headRoom < sheet.bottom - margins.top ? together : first);
  sheet.write(root, words.nature);
  if (signersOf(record).length === 0) sheet.write(root, words.noSigner);
  drawUnable(printing);
  const fields = describeFields(record);
  const references: Reference[] = [];
  for (const [rank, { pair, above }] of rows.entries()) {
    sheet.ensure(above + box + 22);
    if (sheet.y > margins.top) sheet.y += 8;
    const top = sheet.y;
    for (const [column, texts] of pair.entries()) {
      const x = sheet.left + column * (width + gap);
      const y = top + above + 5;
      const part = paper.struct('Sect');
      root.add(part);
      let under = top;
      for (const [lines, size, colour, text] of [
        [texts.name, 10.5, ink.text, texts.place.name],
        [texts.capacity, 9, ink.soft, texts.place.capacity],
        [texts.quality, 9, ink.soft, texts.place.quality],
      ] as const) {
        const from = under;
        const element = paper.struct('P', spoken(text));
        part.add(element);
        element.add(() => sheet.stack(lines, x, from, size, colour));
        element.end();
        under += lines.length * size * leading;
      }
      sheet.decorate(() => paper.lineWidth(0.75).strokeColor(ink.rule).rect(x, y, width, box).stroke());
      const field = fields[2 * rank + column];
      if (kind === 'toSign' && field) references.push(drawField(paper, part, field, { x: x + 1, y: y + 1, width: width - 2, height: box - 2 }));
      if (kind === 'provisional') writePlace(printing, part, x + 8, y + box - 8);
      part.end();
    }
    sheet.y = top + above + box + 14;
  }
  return references;
};

const writePlace = ({ sheet }: Printing, part: Element, x: number, y: number): void => {
  const element = sheet.paper.struct('P');
  part.add(element);
  const lines = sheet.lines(minuteWords.signature.place, 400, 8, 'italic');
  element.add(() => sheet.stack(lines, x, y - 8 * leading, 8, ink.soft));
  element.end();
};

const drawUnable = ({ sheet, root, record }: Printing): void => {
  if (record.unable.length === 0) return;
  sheet.heading(root, words.unable, 3);
  for (const { jurorId, reason } of record.unable) sheet.write(root, words.unableOf(sayMember(memberOf(record, jurorId)), reason));
};

import { spoken, type Rich } from './lines.ts';
import type { Element } from './paper.ts';
import { ink, leading, type Sheet } from './sheet.ts';

/** Writes a bulleted list as one element of `parent`. */
export const writeList = (sheet: Sheet, parent: Element, items: readonly Rich[], size = 10): void => {
  if (items.length === 0) return;
  const { paper } = sheet;
  const list = paper.struct('L');
  parent.add(list);
  for (const item of items) {
    const lines = sheet.lines(item, sheet.width - 14, size);
    sheet.ensure(Math.min(lines.length, 2) * size * leading);
    const entry = paper.struct('LI');
    list.add(entry);
    const bullet = paper.struct('Lbl');
    entry.add(bullet);
    bullet.add(() => sheet.stack(sheet.lines('•', 14, size), sheet.left + 2, sheet.y, size, ink.soft));
    const body = paper.struct('LBody', spoken(item));
    entry.add(body);
    sheet.flow(body, lines, { size, colour: ink.text, indent: 14, keep: 0 });
    entry.end();
    sheet.y += 3;
  }
  list.end();
  sheet.y += 4;
};

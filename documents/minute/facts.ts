import type { Element } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { ink } from './sheet.ts';
import { drawTable, type Table } from './table.ts';

/** Facts, each with its label. */
export type Facts = readonly (readonly [label: string, value: string])[];

/** Draws labelled facts under their heading if they have one, the label naming its row; facts without a value are left out. */
export const drawFacts = (sheet: Sheet, parent: Element, facts: Facts, heading?: Table['heading']): void =>
  drawTable(sheet, parent, {
    head: 0,
    ...(heading ? { heading } : {}),
    size: 10,
    padding: 3.5,
    inset: 0,
    columns: [{ width: 128 }, { width: sheet.width - 128 }],
    rows: facts.filter(([, value]) => value !== '').map(([label, value]) => [{ texts: [{ text: label, colour: ink.soft }] }, { texts: [{ text: value }] }]),
  });

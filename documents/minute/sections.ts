import type { Reference } from './paper.ts';
import type { Printing } from './printing.ts';
import { minuteWords } from '../../words/minute.ts';
import { drawSignatures } from './sections/signatures.ts';

/** Draws the sections of the minute in their order and gives the signature fields drawn on the way. */
export const drawSections = (printing: Printing): readonly Reference[] => {
  printing.sheet.write(printing.root, minuteWords.title, { tag: 'H1', size: 22, style: 'bold' });
  return drawSignatures(printing, 12);
};

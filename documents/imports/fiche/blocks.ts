import { blockCode } from '../../../domain/ids.ts';
import type { ReadBlock } from '../../../domain/fiche.ts';
import { at, childrenOf, textAt } from './facts.ts';
import { splitCompetencies } from './split.ts';
import { oneLine } from './text.ts';
import type { Node } from './tree.ts';

/** What was found wrong with the codes and lists of the blocks. */
export interface BlockFindings {
  readonly twice: readonly string[];
  readonly foreign: readonly string[];
  readonly written: readonly string[];
  readonly silent: readonly string[];
}

/** The number that a block's code ends with: 1 from "RNCP36912BC01", "BC01", "01" or "Bloc 1". */
const numberOf = (written: string): number | null => {
  const digits = /(\d{1,3})\s*$/.exec(written.replace(/^RNCP\s*\d+/i, ''))?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
};

const codeFor = (fiche: string, number: number): string => `${fiche}BC${String(number).padStart(2, '0')}`;

/** The blocks of a fiche under codes of its own, each one once: a code written twice, or without a number, gives way to the rank of the block. */
export const readBlocks = (fiche: Node, code: string): { readonly blocks: ReadBlock[]; readonly findings: BlockFindings } => {
  const nodes = childrenOf(at(fiche, 'BLOCS_COMPETENCES'), 'BLOC_COMPETENCES');
  const written = nodes.map((node) => textAt(node, 'CODE') ?? '');
  const numbers = written.map(numberOf);
  const distinct = numbers.every((number) => number !== null) && new Set(numbers).size === numbers.length;
  const silent: string[] = [];
  const blocks = nodes.map((node, rank): ReadBlock => {
    const own = codeFor(code, distinct ? (numbers[rank] ?? rank + 1) : rank + 1);
    const source = at(node, 'LISTE_COMPETENCES')?.text ?? '';
    const label = textAt(node, 'LIBELLE') ?? own;
    const split = splitCompetencies(source);
    if (split === null) silent.push(own);
    const evaluation = oneLine(at(node, 'MODALITES_EVALUATION')?.text ?? '');
    return {
      code: blockCode.parse(own),
      codeAsWritten: (written[rank] ?? '').slice(0, 60),
      label: label.slice(0, 4000),
      competencies: split === null ? [label] : split.parts.slice(0, 400),
      split: split === null ? { by: 'label', sure: false } : { by: split.by, sure: split.sure && split.parts.length <= 400 },
      source: source.trim(),
      evaluation: evaluation === '' ? null : evaluation,
    };
  });
  const ofOther = (text: string): boolean => /^RNCP\s*\d+/i.test(text) && !new RegExp(`^${code}(?=\\D)`, 'i').test(text.replace(/\s/g, ''));
  const differing = blocks.filter((block) => block.codeAsWritten !== block.code && block.codeAsWritten !== '' && !ofOther(block.codeAsWritten));
  const repeated = written.filter((text, rank) => text !== '' && written.indexOf(text) !== rank);
  return {
    blocks,
    findings: { twice: [...new Set(repeated)], foreign: written.filter(ofOther), written: differing.map((block) => block.codeAsWritten), silent },
  };
};

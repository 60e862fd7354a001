import type { BlockCode, CandidateId } from '../../../domain/ids.ts';
import type { SittingLine } from '../../../domain/view.ts';

/** One place of the deliberation: a block of a candidate. */
export interface Place {
  readonly candidate: SittingLine;
  readonly block: BlockCode;
}

const asksFor = (line: SittingLine): readonly BlockCode[] =>
  line.outcome.kind === 'postponed' ? [] : line.blocks.filter((block) => block.state.kind === 'pending').map((block) => block.code);

/** The next block to decide: later in the candidate, then in the candidates that follow, then from the start; null when nothing is left. */
export const nextPlace = (lines: readonly SittingLine[], candidateId: CandidateId, block: BlockCode): Place | null => {
  const here = lines.findIndex((line) => line.id === candidateId);
  const current = lines[here];
  if (current !== undefined) {
    const rank = current.blocks.findIndex((entry) => entry.code === block);
    const left = asksFor(current).filter((code) => code !== block);
    const later = left.find((code) => current.blocks.findIndex((entry) => entry.code === code) > rank) ?? left[0];
    if (later !== undefined && current.presence === 'present') return { candidate: current, block: later };
  }
  const around = [...lines.slice(here + 1), ...lines.slice(0, Math.max(here, 0))];
  for (const line of around) {
    const [first] = asksFor(line);
    if (first !== undefined && line.outcome.kind === 'undecided') return { candidate: line, block: first };
  }
  return null;
};

import type { SittingLine } from '../../../domain/view.ts';
import type { BlockKind } from '../../../words/outcome.ts';

/** The mark of a block in the list: what an absent candidate would have presented is marked as an absence, not as awaited. */
export const shownState = (line: Pick<SittingLine, 'outcome'>, kind: BlockKind): BlockKind =>
  kind === 'pending' && (line.outcome.kind === 'absent' || line.outcome.kind === 'excused') ? 'absent' : kind;

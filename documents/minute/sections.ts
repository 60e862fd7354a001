import type { Reference } from './paper.ts';
import type { Printing } from './printing.ts';
import { drawCandidates } from './sections/candidates.ts';
import { drawClosing, drawIncidents } from './sections/closing.ts';
import { drawDecisions } from './sections/decisions.ts';
import { drawAttendance, drawAttendanceReference, drawMembers } from './sections/members.ts';
import { drawCertification, drawSitting, drawTitle } from './sections/opening.ts';
import { drawReasons, drawReasonsReference } from './sections/reasons.ts';
import { drawSignatures } from './sections/signatures.ts';
import { drawTotals } from './sections/totals.ts';
import { drawValidity } from './sections/validity.ts';

const numbered = [
  drawCertification,
  drawSitting,
  drawMembers,
  drawAttendanceReference,
  drawValidity,
  drawCandidates,
  drawDecisions,
  drawReasonsReference,
  drawIncidents,
  drawTotals,
  drawClosing,
] as const;

/** Draws the sections of the minute in their order, then its annexes, and gives the signature fields drawn on the way. */
export const drawSections = (printing: Printing): readonly Reference[] => {
  drawTitle(printing);
  for (const [rank, draw] of numbered.entries()) draw(printing, rank + 1);
  const fields = drawSignatures(printing, numbered.length + 1);
  drawAttendance(printing);
  drawReasons(printing);
  return fields;
};

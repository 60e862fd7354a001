import type { Reference } from './paper.ts';
import type { Printing } from './printing.ts';
import { drawCandidates } from './sections/candidates.ts';
import { drawClosing, drawIncidents } from './sections/closing.ts';
import { drawDecisions } from './sections/decisions.ts';
import { drawAttendance, drawAttendanceReference, drawMembers } from './sections/members.ts';
import { drawCertification, drawSitting, drawTitle } from './sections/opening.ts';
import { drawReasons, drawReasonsReference } from './sections/reasons.ts';
import { aboutConcerned, blockChanges, drawChanges, drawRectified, drawRectifiedClosing, drawRectifiedReasons } from './sections/rectification.ts';
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
  if (printing.record.rectification !== null) return drawRectifyingSections(printing, printing.record.rectification);
  for (const [rank, draw] of numbered.entries()) draw(printing, rank + 1);
  const fields = drawSignatures(printing, numbered.length + 1);
  drawAttendance(printing);
  drawReasons(printing);
  return fields;
};

/** Draws what a rectifying minute says: which minute, what is changed, and where a decision was taken again the jury, the decisions and their reasons. */
const drawRectifyingSections = (printing: Printing, rectifies: NonNullable<Printing['record']['rectification']>): readonly Reference[] => {
  const concerned = aboutConcerned(printing, rectifies);
  const again = blockChanges(rectifies).length;
  drawCertification(printing, 1);
  drawRectified(printing, rectifies, 2);
  drawChanges(printing, rectifies, 3);
  let rank = 4;
  if (again > 0) {
    drawMembers(concerned, rank);
    drawValidity(concerned, rank + 1);
    drawDecisions(concerned, rank + 2);
    rank += 3;
  }
  if (rectifies.changes.some((change) => change.kind === 'total')) drawTotals(printing, rank++);
  drawRectifiedClosing(printing, rectifies, rank);
  const fields = drawSignatures(printing, rank + 1);
  if (again > 0) {
    drawAttendance(printing);
    drawRectifiedReasons(printing, rectifies);
  }
  return fields;
};

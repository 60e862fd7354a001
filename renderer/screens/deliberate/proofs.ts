import type { CompetencyCode, PieceId } from '../../../domain/ids.ts';
import type { Regulations } from '../../../domain/regulations.ts';
import type { DossierView } from '../../../domain/view.ts';

/** What the dossier brings for one competency: a deliverable or an evidence, and the levels of the grids. */
export interface Proofs {
  readonly titles: readonly { readonly title: string; readonly pieceId: PieceId | null }[];
  readonly levels: readonly string[];
}

/** The proofs of one competency in a dossier. */
export const proofsOf = (dossier: DossierView | null, code: CompetencyCode, scale: Regulations['scale']): Proofs => {
  if (dossier === null) return { titles: [], levels: [] };
  const deliverables = dossier.projects.flatMap((project) => project.deliverables.filter((entry) => entry.competencies.includes(code)));
  const evidence = dossier.evidence.filter((entry) => entry.competencies.includes(code));
  const levels = dossier.projects.flatMap((project) => project.grid.filter((line) => line.competency === code).map((line) => line.level));
  return {
    titles: [...deliverables, ...evidence].map(({ title, pieceId }) => ({ title, pieceId })),
    levels: levels.map((level) => scale.find((step) => step.code === level)?.label ?? level),
  };
};

/** Competencies named by block: "BC01 C1, C2 · BC02 C4". */
export const nameCompetencies = (codes: readonly string[], shorten: (block: string) => string): string => {
  const byBlock = new Map<string, string[]>();
  for (const code of codes) {
    const block = code.slice(0, code.lastIndexOf('-'));
    byBlock.set(block, [...(byBlock.get(block) ?? []), shortCompetency(code)]);
  }
  return [...byBlock].map(([block, ranks]) => `${shorten(block)} ${ranks.join(', ')}`).join(' · ');
};

/** The short rank of a competency within its block: "C3". */
export const shortCompetency = (code: string): string => code.slice(code.lastIndexOf('-') + 1);

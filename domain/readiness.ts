import { checkEntry, type Candidate } from './candidate.ts';
import type { Evidence, VaeFile } from './evidence.ts';
import type { CandidateId, CompetencyCode, JurorId } from './ids.ts';
import { checkComposition, usualRule, type AccessPath, type Juror } from './jury.ts';
import { balanceOf, isUnbalanced } from './parity.ts';
import type { Project } from './project.ts';
import { mustBeAcknowledged, termsOf, type Referential } from './referential.ts';
import type { Regulations } from './regulations.ts';
import { missingEntry, type RequirementRecord } from './requirements.ts';
import type { ReadinessLine, SessionFields } from './view.ts';

/** What a preparation holds, to be read as a whole. */
export interface Preparation {
  readonly fields: SessionFields;
  readonly referential: Referential;
  readonly regulations: Regulations;
  readonly jurors: readonly Juror[];
  readonly candidates: readonly Candidate[];
  readonly projects: readonly Project[];
  readonly evidence: readonly Evidence[];
  readonly vaeFiles: readonly VaeFile[];
  readonly requirements: readonly RequirementRecord[];
  readonly acknowledged: readonly string[];
}

type Code = ReadinessLine['code'];

const line = (
  weight: ReadinessLine['weight'],
  code: Code,
  where: { readonly candidateId?: CandidateId; readonly jurorId?: JurorId; readonly names?: readonly string[] } = {},
): ReadinessLine => ({ weight, code, candidateId: where.candidateId ?? null, jurorId: where.jurorId ?? null, names: [...(where.names ?? [])] });

/** Competencies of the presented blocks that no deliverable, grid line or evidence of the candidate covers. */
export const unprovenCompetencies = (
  candidate: Candidate,
  referential: Referential,
  projects: readonly Project[],
  evidence: readonly Evidence[],
): CompetencyCode[] => {
  const covered = new Set<CompetencyCode>([
    ...projects
      .filter((project) => project.candidateId === candidate.id)
      .flatMap((project) => project.deliverables.flatMap((deliverable) => deliverable.competencies)),
    ...evidence.filter((entry) => entry.candidateId === candidate.id).flatMap((entry) => entry.competencies),
  ]);
  return referential.blocks
    .filter((block) => candidate.presents.includes(block.code))
    .flatMap((block) => block.competencies.map((competency) => competency.code))
    .filter((code) => !covered.has(code));
};

const linesOfSession = ({ fields, referential, regulations, jurors, candidates, acknowledged }: Preparation): ReadinessLine[] => {
  const lines: ReadinessLine[] = [];
  if (fields.lead.givenName === '' || fields.lead.familyName === '') lines.push(line('blocking', 'leadMissing'));
  if (fields.place === '') lines.push(line('blocking', 'placeMissing'));
  if (candidates.length === 0) lines.push(line('blocking', 'candidatesMissing'));
  for (const remark of referential.remarks)
    if (mustBeAcknowledged(remark) && !acknowledged.includes(remark.code)) lines.push(line('blocking', 'remarkUnacknowledged', { names: [remark.code] }));
  if (regulations.appealText === '') lines.push(line('warning', 'appealMissing'));
  const balance = balanceOf(jurors);
  if (isUnbalanced(balance)) lines.push(line('warning', 'parity', { names: [balance.women, balance.men, balance.unsaid].map(String) }));
  return lines;
};

const linesOfJury = ({ jurors, regulations, candidates, referential }: Preparation): ReadinessLine[] => {
  const titulars = jurors.filter((juror) => juror.seat === 'titular');
  if (titulars.length < regulations.quorum) return [line('blocking', 'jurorsMissing', { names: [String(titulars.length), String(regulations.quorum)] })];
  // As if all of them came, none recused: who presides and what is declared is of the day.
  const held = (path: AccessPath): boolean => {
    const { open, composition: text, requires } = termsOf(referential, path);
    const facts = { path, open, text, rule: requires ?? usualRule(path), quorum: regulations.quorum };
    return checkComposition({ ...facts, sitting: titulars, undeclared: [], president: titulars[0] ?? null }).gaps.length === 0;
  };
  const paths = [...new Set(candidates.map((candidate) => candidate.accessPath))].filter((path) => termsOf(referential, path).open);
  return paths.filter((path) => !held(path)).map((path) => line('warning', 'compositionAtRisk', { names: [path] }));
};

const linesOfCandidate = (candidate: Candidate, all: Preparation): ReadinessLine[] => {
  const { referential } = all;
  const where = { candidateId: candidate.id };
  const lines: ReadinessLine[] = [];
  const projects = all.projects.filter((project) => project.candidateId === candidate.id);
  const vaeFile = all.vaeFiles.find((file) => file.candidateId === candidate.id);
  if (!termsOf(referential, candidate.accessPath).open) lines.push(line('blocking', 'closedPath', where));
  if (candidate.presents.length === 0) lines.push(line('warning', 'presentsNothing', where));
  if (!checkEntry(candidate, referential, all.fields.heldOn).entitled)
    lines.push(line('warning', 'entryOutside', { ...where, names: [candidate.entryDate, referential.registrationEnd] }));
  const unproven = unprovenCompetencies(candidate, referential, all.projects, all.evidence);
  if (unproven.length > 0) lines.push(line('warning', 'competencyWithoutEvidence', { ...where, names: unproven }));
  if (candidate.accessPath === 'VAE') {
    if (!vaeFile || vaeFile.recevableOn === null) lines.push(line('warning', 'recevabilityMissing', where));
    if (!vaeFile || vaeFile.validationPieceId === null) lines.push(line('warning', 'validationFileMissing', where));
  }
  // A VAE that lacks its recevability or its file has lines of its own.
  const entry = missingEntry({ candidate, referential, records: all.requirements, vaeFile: vaeFile ?? null });
  const asked = entry.filter((code) => code !== 'recevability' && code !== 'validationFile');
  if (asked.length > 0) lines.push(line('warning', 'requirementMissing', { ...where, names: asked }));
  for (const project of projects) {
    if (project.reportPieceId === null) lines.push(line('warning', 'reportMissing', { ...where, names: [project.title] }));
    if (project.defence.plannedAt === null) lines.push(line('warning', 'defenceUnplanned', { ...where, names: [project.title] }));
    if (project.grid.length === 0) lines.push(line('warning', 'gridMissing', { ...where, names: [project.title] }));
  }
  return lines;
};

/** Everything that a preparation lacks, what blocks the opening first. */
export const listReadiness = (preparation: Preparation): ReadinessLine[] => {
  const lines = [
    ...linesOfSession(preparation),
    ...linesOfJury(preparation),
    ...preparation.candidates.flatMap((candidate) => linesOfCandidate(candidate, preparation)),
  ];
  return [...lines.filter((entry) => entry.weight === 'blocking'), ...lines.filter((entry) => entry.weight === 'warning')];
};

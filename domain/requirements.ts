import { z } from 'zod';
import type { Candidate } from './candidate.ts';
import type { Piece, PieceKind } from './dossier.ts';
import type { Evidence, VaeFile } from './evidence.ts';
import { candidateId, pieceId, type BlockCode, type PieceId, type ProjectId } from './ids.ts';
import type { Project } from './project.ts';
import type { Referential } from './referential.ts';
import { day } from './time.ts';

/** A piece or a proof that the certification asks for before the jury: conditions of entry, never what the jury judges. Source: fiche, prérequis à l'entrée. */
export const requirementCode = z.enum(['admission', 'experience', 'cv', 'motivation', 'positioning', 'english', 'french', 'recevability', 'validationFile']);
/** A piece or a proof that the certification asks for. */
export type RequirementCode = z.infer<typeof requirementCode>;

/** On what a candidate was admitted: a certification of level 6, or one of level 5 with two years' experience. */
export const admissionBasis = z.enum(['level6', 'level5']);

/** What was checked of one requirement of one candidate. */
export const requirementRecord = z.strictObject({
  candidateId,
  code: requirementCode,
  /** Provided, or the person was exempted, or it does not concern this person. */
  state: z.enum(['provided', 'exempted', 'notConcerned']),
  /** For the admission alone. */
  basis: admissionBasis.nullable(),
  pieceId: pieceId.nullable(),
  /** What proves it, where it is no file of the dossier. */
  proof: z.string().trim().max(300),
  verifiedOn: day.nullable(),
  verifiedBy: z.string().trim().max(160),
  note: z.string().trim().max(500),
});
/** What was checked of one requirement of one candidate. */
export type RequirementRecord = z.infer<typeof requirementRecord>;

/** One line of the checklist. */
export interface Requirement {
  readonly code: RequirementCode;
  /** What the fiche says of it, word for word; empty where it says nothing. */
  readonly text: string;
  /** The kinds of pieces that would prove it. */
  readonly kinds: readonly PieceKind[];
}

const kindsOf: Readonly<Record<RequirementCode, readonly PieceKind[]>> = {
  admission: ['diploma'],
  experience: ['attestation'],
  cv: ['cv'],
  motivation: ['motivation'],
  positioning: ['positioning'],
  english: ['english'],
  french: ['french'],
  recevability: ['recevability'],
  validationFile: ['validationFile'],
};

/** What is read of a fiche that says nothing of its conditions. */
const nothing = { admission: [], english: '', french: '', documents: [] } as const;

const documentOf = (documents: readonly string[], pattern: RegExp): string | undefined => documents.find((text) => pattern.test(text));

/**
 * What the fiche asks of a candidate before the jury, by access path; two years' experience only where the admission rests on a level 5.
 * A fiche that says nothing of its conditions gets the general list: admission, CV, motivation.
 * Those are conditions "à l'entrée en formation": a VAE, which has none, asks for its recevability and its file. Source: fiche RNCP36912.
 */
export const requirementsOf = (
  { entryRequirements }: Pick<Referential, 'entryRequirements'>,
  path: Candidate['accessPath'],
  records: readonly RequirementRecord[],
): readonly Requirement[] => {
  const told = entryRequirements ?? nothing;
  const line = (code: RequirementCode, text: string): Requirement => ({ code, text, kinds: kindsOf[code] });
  if (path === 'VAE') return [line('recevability', ''), line('validationFile', '')];
  const basis = records.find((record) => record.code === 'admission')?.basis ?? null;
  const [first = '', ...others] = told?.admission ?? [];
  const documents = told?.documents ?? [];
  const [english, french] = [told?.english ?? '', told?.french ?? ''];
  const silent = documents.length === 0;
  const document = (code: RequirementCode, pattern: RegExp): Requirement[] => {
    const text = documentOf(documents, pattern);
    return text === undefined && !(silent && code !== 'positioning') ? [] : [line(code, text ?? '')];
  };
  return [
    line('admission', basis === 'level5' ? others.join(' ') : first),
    ...(basis === 'level5' ? [line('experience', documentOf(documents, /employeur/i) ?? '')] : []),
    ...document('cv', /\bcv\b|curriculum/i),
    ...document('motivation', /motivation/i),
    ...document('positioning', /positionnement/i),
    ...(english === '' ? [] : [line('english', english)]),
    ...(french === '' ? [] : [line('french', french)]),
  ];
};

/** Whether a requirement is met: checked by somebody on some day, and exempted, not concerned, or provided with a proof; an admission also says on what it rests. */
export const isMet = (record: RequirementRecord | undefined): boolean =>
  record !== undefined &&
  record.verifiedOn !== null &&
  record.verifiedBy !== '' &&
  (record.state !== 'provided' || ((record.pieceId !== null || record.proof !== '') && (record.code !== 'admission' || record.basis !== null)));

/** What a dossier lacks among what is asked for before the jury. */
export type MissingRequirement =
  | { readonly kind: 'entry'; readonly code: RequirementCode }
  | { readonly kind: 'project'; readonly projectId: ProjectId; readonly title: string; readonly lacks: 'report' | 'deliverables' | 'support' }
  | { readonly kind: 'block'; readonly block: BlockCode };

/** What is known of one dossier. */
export interface RequirementFacts {
  readonly candidate: Candidate;
  readonly referential: Pick<Referential, 'entryRequirements' | 'blocks'>;
  readonly records: readonly RequirementRecord[];
  readonly pieces: readonly Piece[];
  readonly projects: readonly Project[];
  readonly evidence: readonly Evidence[];
  readonly vaeFile: VaeFile | null;
}

/** The pieces of each project: its report, its deliverables, and as many supports of defence in the dossier as there are projects. */
const missingOfProjects = ({ projects, pieces }: RequirementFacts): MissingRequirement[] =>
  projects.flatMap(({ id, title, reportPieceId, deliverables }, rank) => {
    const held = new Set<PieceId>(pieces.map((piece) => piece.id));
    const lacks: ('report' | 'deliverables' | 'support')[] = [];
    if (reportPieceId === null || !held.has(reportPieceId)) lacks.push('report');
    if (deliverables.length === 0 || deliverables.some((each) => each.pieceId === null || !held.has(each.pieceId))) lacks.push('deliverables');
    if (pieces.filter((piece) => piece.kind === 'support').length <= rank) lacks.push('support');
    return lacks.map((each) => ({ kind: 'project' as const, projectId: id, title, lacks: each }));
  });

/** The conditions of entry of one candidate that nothing meets yet; in a VAE the file that the VAE tab holds counts. */
export const missingEntry = ({
  candidate,
  referential,
  records,
  vaeFile,
}: {
  readonly candidate: Candidate;
  readonly referential: Pick<Referential, 'entryRequirements'>;
  readonly records: readonly RequirementRecord[];
  readonly vaeFile: VaeFile | null;
}): RequirementCode[] => {
  const own = records.filter((record) => record.candidateId === candidate.id);
  const known = (code: RequirementCode): boolean =>
    (code === 'recevability' && vaeFile?.recevableOn != null) ||
    (code === 'validationFile' && vaeFile?.validationPieceId != null) ||
    isMet(own.find((record) => record.code === code));
  return requirementsOf(referential, candidate.accessPath, own)
    .map(({ code }) => code)
    .filter((code) => !known(code));
};

/** Everything that one dossier lacks. It informs and never weighs: no requirement of entry is a criterion of the jury. */
export const missingRequirements = (facts: RequirementFacts): MissingRequirement[] => {
  const { candidate, referential, evidence } = facts;
  const entry = missingEntry(facts).map((code): MissingRequirement => ({ kind: 'entry', code }));
  const proven = new Set(evidence.flatMap((each) => each.competencies));
  const blocks =
    candidate.accessPath !== 'VAE'
      ? []
      : referential.blocks
          .filter((block) => candidate.presents.includes(block.code) && !block.competencies.some((competency) => proven.has(competency.code)))
          .map((block): MissingRequirement => ({ kind: 'block', block: block.code }));
  return [...entry, ...(candidate.accessPath === 'VAE' ? blocks : missingOfProjects(facts))];
};

import { describe, expect, test } from 'vitest';
import { playedCandidates } from '../tests/fixtures/played.ts';
import { seedReferential } from '../tests/fixtures/sitting.ts';
import { competencyCode, evidenceId, pieceId, projectId } from './ids.ts';
import type { Piece } from './dossier.ts';
import type { Project } from './project.ts';
import { isMet, missingRequirements, requirementsOf, type RequirementFacts, type RequirementRecord } from './requirements.ts';
import { day } from './time.ts';

const referential = seedReferential();
const [someone] = Object.values(playedCandidates);
if (!someone) throw new Error('one candidate is played');
const candidate = { ...someone, accessPath: 'FC' as const, presents: referential.blocks.slice(0, 2).map((block) => block.code) };
const record = (code: RequirementRecord['code'], part: Partial<RequirementRecord> = {}): RequirementRecord => ({
  candidateId: candidate.id,
  code,
  state: 'provided',
  basis: null,
  pieceId: null,
  proof: '',
  verifiedOn: day.parse('2026-02-10'),
  verifiedBy: 'Secrétariat fictif',
  note: '',
  ...part,
});
const facts = (part: Partial<RequirementFacts> = {}): RequirementFacts => ({
  candidate,
  referential,
  records: [],
  pieces: [],
  projects: [],
  evidence: [],
  vaeFile: null,
  ...part,
});
const codes = (part: Partial<RequirementFacts> = {}) => missingRequirements(facts(part)).flatMap((each) => (each.kind === 'entry' ? [each.code] : []));

describe('what the fiche asks at entry', () => {
  test('is admission, CV, motivation, positioning, English and French, in its own words', () => {
    const lines = requirementsOf(referential, 'FC', []);
    expect(lines.map((line) => line.code)).toEqual(['admission', 'cv', 'motivation', 'positioning', 'english', 'french']);
    expect(lines.find((line) => line.code === 'admission')?.text).toContain('niveau 6');
    expect(lines.find((line) => line.code === 'english')?.text).toContain('B1-B2');
    expect(lines.find((line) => line.code === 'french')?.text).toContain("dont le français n'est pas la langue maternelle");
  });

  test('is two years’ experience too where the admission rests on a level 5', () => {
    const lines = requirementsOf(referential, 'FC', [record('admission', { basis: 'level5' })]);
    expect(lines.map((line) => line.code)).toContain('experience');
    expect(lines.find((line) => line.code === 'admission')?.text).toContain('niveau 5');
    expect(requirementsOf(referential, 'FC', [record('admission', { basis: 'level6' })]).map((line) => line.code)).not.toContain('experience');
  });

  test('is recevability and the validation file in a VAE, which no condition of entry to training concerns', () => {
    expect(requirementsOf(referential, 'VAE', []).map((line) => line.code)).toEqual(['recevability', 'validationFile']);
    expect(requirementsOf({ entryRequirements: null }, 'VAE', []).map((line) => line.code)).toEqual(['recevability', 'validationFile']);
  });

  test('is a general list where the fiche says nothing', () => {
    const silent = { entryRequirements: null };
    expect(requirementsOf(silent, 'CA', [])).toEqual([
      { code: 'admission', text: '', kinds: ['diploma'] },
      { code: 'cv', text: '', kinds: ['cv'] },
      { code: 'motivation', text: '', kinds: ['motivation'] },
    ]);
  });
});

describe('a requirement is met', () => {
  test('by a proof, never by a word alone', () => {
    expect(codes()).toContain('english');
    expect(codes({ records: [record('english')] })).toContain('english');
    expect(codes({ records: [record('english', { proof: 'TOEIC du 3 mars 2025' })] })).not.toContain('english');
    expect(codes({ records: [record('english', { pieceId: pieceId.parse('p') })] })).not.toContain('english');
  });

  test('by saying on what it rests, where it is the admission: else nobody would ask for the two years’ experience', () => {
    expect(codes({ records: [record('admission', { proof: 'Diplôme' })] })).toContain('admission');
    expect(codes({ records: [record('admission', { proof: 'Diplôme', basis: 'level6' })] })).not.toContain('admission');
    expect(codes({ records: [record('admission', { proof: 'Diplôme', basis: 'level5' })] })).toContain('experience');
  });

  test('when somebody says that it does not concern this person, or that they are exempted', () => {
    expect(codes({ records: [record('french', { state: 'notConcerned' }), record('positioning', { state: 'exempted' })] })).toEqual([
      'admission',
      'cv',
      'motivation',
      'english',
    ]);
  });

  test('for its own candidate alone', () => {
    const other = Object.values(playedCandidates)[1];
    if (!other) throw new Error('two candidates are played');
    expect(codes({ records: [record('english', { proof: 'TOEIC', candidateId: other.id })] })).toContain('english');
  });

  test('in a VAE, by the file that the VAE tab holds', () => {
    const vae = { ...candidate, accessPath: 'VAE' as const };
    const vaeFile = {
      candidateId: candidate.id,
      recevableOn: candidate.entryDate,
      recevabilityReference: '',
      validationPieceId: pieceId.parse('v'),
      interviewAt: null,
      interviewMinutes: 60,
    };
    expect(codes({ candidate: vae })).toEqual(expect.arrayContaining(['recevability', 'validationFile']));
    expect(codes({ candidate: vae, vaeFile })).not.toEqual(expect.arrayContaining(['recevability']));
    expect(codes({ candidate: vae, vaeFile })).not.toContain('validationFile');
  });
});

const piece = (id: string, kind: Piece['kind']): Piece => ({
  id: pieceId.parse(id),
  candidateId: candidate.id,
  kind,
  title: id,
  fileName: `${id}.pdf`,
  bytes: 1,
  sha256: 'a'.repeat(64),
  reading: 'pdf',
});
const project = (id: string, part: Partial<Project> = {}): Project => ({
  id: projectId.parse(id),
  candidateId: candidate.id,
  title: id,
  blocks: [...candidate.presents],
  reportPieceId: pieceId.parse('r'),
  deliverables: [{ title: 'L', pieceId: pieceId.parse('l'), competencies: [] }],
  defence: { plannedAt: null, plannedMinutes: 30, evaluator: '' },
  grid: [],
  ...part,
});
const ofProjects = (part: Partial<RequirementFacts>) =>
  missingRequirements(facts(part)).flatMap((each) => (each.kind === 'project' ? [`${each.title} ${each.lacks}`] : []));

test('each project has its report, its deliverables and a support of its defence', () => {
  const pieces = [piece('r', 'report'), piece('l', 'deliverable'), piece('s', 'support')];
  expect(ofProjects({ projects: [project('P1')], pieces })).toEqual([]);
  expect(ofProjects({ projects: [project('P1'), project('P2')], pieces })).toEqual(['P2 support']);
  expect(ofProjects({ projects: [project('P1', { reportPieceId: null, deliverables: [] })], pieces: [] })).toEqual([
    'P1 report',
    'P1 deliverables',
    'P1 support',
  ]);
  expect(ofProjects({ projects: [project('P1', { reportPieceId: pieceId.parse('gone') })], pieces })).toEqual(['P1 report']);
});

test('a condition that nobody says to have checked, or on no day, is not met', () => {
  const whole = record('english', { proof: 'TOEIC' });
  expect([isMet(whole), isMet({ ...whole, verifiedOn: null }), isMet({ ...whole, verifiedBy: '' })]).toEqual([true, false, false]);
  const exempted = record('english', { state: 'exempted' });
  expect([isMet(exempted), isMet({ ...exempted, verifiedOn: null }), isMet({ ...exempted, verifiedBy: '' })]).toEqual([true, false, false]);
});

test('in a VAE each presented block has an evidence, and no project is asked for', () => {
  const vae = { ...candidate, accessPath: 'VAE' as const };
  const [first] = referential.blocks[0]?.competencies ?? [];
  if (!first) throw new Error('the fiche has competencies');
  const evidence = [{ id: evidenceId.parse('e'), candidateId: candidate.id, title: 'E', pieceId: null, competencies: [competencyCode.parse(first.code)] }];
  const blocks = (part: Partial<RequirementFacts>) =>
    missingRequirements(facts({ candidate: vae, ...part })).flatMap((each) => (each.kind === 'block' ? [each.block] : []));
  expect(blocks({})).toEqual(candidate.presents);
  expect(blocks({ evidence })).toEqual(candidate.presents.slice(1));
  expect(ofProjects({ candidate: vae, projects: [project('P1')] })).toEqual([]);
});

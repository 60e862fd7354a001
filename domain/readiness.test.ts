import { describe, expect, test } from 'vitest';
import { candidateOf, fieldsOf, jury, seedReferential } from '../tests/fixtures/sitting.ts';
import { readinessCodes, readinessSaid } from '../words/readiness.ts';
import { candidateId, jurorId, projectId } from './ids.ts';
import { listReadiness, type Preparation } from './readiness.ts';
import { defaultRegulations } from './regulations.ts';
import { readinessLine, type ReadinessLine } from './view.ts';
import { day } from './time.ts';

const referential = seedReferential();
/** A preparation that lacks nothing but what a test takes away. */
const whole = (changes: Partial<Preparation> = {}): Preparation => ({
  fields: { ...fieldsOf('PV 2026-001'), place: 'Paris', lead: { givenName: 'Ada', familyName: 'Maquette', quality: '' } },
  referential,
  regulations: { ...defaultRegulations, appealText: 'Recours sous deux mois.' },
  jurors: jury.map((juror) => ({ ...juror, qualified: true })),
  candidates: [candidateOf('c1', { presents: [] })],
  projects: [],
  evidence: [],
  vaeFiles: [],
  pieces: [],
  requirements: (['admission', 'cv', 'motivation', 'positioning', 'english', 'french'] as const).map((code) => ({
    candidateId: candidateId.parse('c1'),
    code,
    state: 'exempted' as const,
    basis: null,
    pieceId: null,
    proof: '',
    verifiedOn: day.parse('2026-02-10'),
    verifiedBy: 'Secrétariat fictif',
    note: '',
  })),
  schedule: 'current',
  links: [],
  acknowledged: referential.remarks.filter(({ kind }) => kind === 'contradiction').map(({ code }) => code),
  ...changes,
});
const codes = (changes: Partial<Preparation>): ReadinessLine['code'][] => listReadiness(whole(changes)).map(({ code }) => code);
const weightOf = (code: string, changes: Partial<Preparation>) => listReadiness(whole(changes)).find((line) => line.code === code)?.weight;

describe('what a preparation lacks', () => {
  test('blocks the opening where the jury could not deliberate or the minute could not say who, where and on what ground', () => {
    expect(weightOf('placeMissing', { fields: { ...whole().fields, place: '' } })).toBe('blocking');
    expect(weightOf('leadMissing', { fields: { ...whole().fields, lead: { givenName: 'Ada', familyName: '', quality: '' } } })).toBe('blocking');
    expect(weightOf('candidatesMissing', { candidates: [] })).toBe('blocking');
    expect(weightOf('jurorsMissing', { jurors: jury.slice(0, 2) })).toBe('blocking');
    expect(weightOf('remarkUnacknowledged', { acknowledged: [] })).toBe('blocking');
    expect(weightOf('closedPath', { candidates: [candidateOf('c1', { accessPath: 'CL' })] })).toBe('blocking');
  });

  test('is only to be checked where the day can be held without it', () => {
    expect(weightOf('appealMissing', { regulations: defaultRegulations })).toBe('warning');
    expect(weightOf('presentsNothing', {})).toBe('warning');
    expect(weightOf('entryOutside', { candidates: [candidateOf('c1', { entryDate: '2025-10-06' as never })] })).toBe('warning');
    expect(weightOf('competencyWithoutEvidence', { candidates: [candidateOf('c1')] })).toBe('warning');
    expect(weightOf('recevabilityMissing', { candidates: [candidateOf('c1', { accessPath: 'VAE' })] })).toBe('warning');
  });

  test('names how many women and men hold a titular seat, as a remark', () => {
    const men = jury.map((juror) => ({ ...juror, civility: juror.seat === 'titular' ? ('M.' as const) : ('Mme' as const) }));
    const remark = listReadiness(whole({ jurors: men })).find(({ code }) => code === 'parity');
    expect(remark).toMatchObject({ weight: 'warning', names: ['0', '3', '0'] });
    expect(codes({ jurors: men.map((juror, rank) => (rank === 0 ? { ...juror, civility: '' as const } : juror)) })).not.toContain('parity');
    expect(codes({})).not.toContain('parity');
  });

  test('names the links to check, the order of the day and the pieces, and only while they are missing', () => {
    expect(codes({})).toEqual(['presentsNothing']);
    expect(codes({ schedule: 'none' })).toContain('scheduleMissing');
    expect(codes({ schedule: 'changed' })).toContain('scheduleChanged');
    expect(codes({ schedule: 'none', candidates: [] })).not.toContain('scheduleMissing');
    const links = [{ jurorId: jurorId.parse('maquette'), count: 2 }];
    expect(listReadiness(whole({ links })).find((line) => line.code === 'linksToCheck')).toMatchObject({
      jurorId: 'maquette',
      names: ['2'],
      weight: 'warning',
    });
    const entry = listReadiness(whole({ requirements: whole().requirements.filter(({ code }) => code !== 'english') }));
    expect(entry.find((line) => line.code === 'entryPiecesMissing')).toMatchObject({ candidateId: 'c1', names: ['english'], weight: 'warning' });
    const project = {
      id: projectId.parse('p1'),
      candidateId: candidateId.parse('c1'),
      title: 'Billetterie',
      blocks: [],
      reportPieceId: null,
      deliverables: [],
      defence: { plannedAt: null, plannedMinutes: 30, evaluator: '' },
      grid: [],
    };
    const lines = listReadiness(whole({ projects: [project] })).filter((line) => line.code !== 'presentsNothing');
    expect(lines.map(({ code, names }) => [code, names])).toEqual([
      ['reportMissing', ['Billetterie']],
      ['defenceUnplanned', ['Billetterie']],
      ['gridMissing', ['Billetterie']],
      ['projectPiecesMissing', ['Billetterie', 'deliverables', 'support']],
    ]);
  });

  test('asks for the recevability of a VAE once, in its own line', () => {
    const lines = codes({ candidates: [candidateOf('c1', { accessPath: 'VAE', presents: [] })] });
    expect(lines.filter((code) => code === 'recevabilityMissing' || code === 'entryPiecesMissing')).toEqual(['recevabilityMissing']);
  });

  test('tells what blocks first', () => {
    const weights = listReadiness(whole({ candidates: [candidateOf('c1')], regulations: defaultRegulations, acknowledged: [] })).map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort());
    expect(new Set(weights).size).toBe(2);
  });

  test('follows the composition that the fiche asks of each path, and no other', () => {
    const vae = candidateOf('c1', { accessPath: 'VAE' });
    const unqualified = jury.map((juror) => ({ ...juror, qualified: false }));
    expect(codes({ candidates: [vae], jurors: unqualified })).toContain('compositionAtRisk');
    expect(codes({ candidates: [candidateOf('c1')], jurors: unqualified })).not.toContain('compositionAtRisk');
    const two = referential.accessPaths.map((terms) =>
      terms.path === 'FC' && terms.requires ? { ...terms, requires: { ...terms.requires, externals: 3 } } : terms,
    );
    expect(codes({ candidates: [candidateOf('c1')], referential: { ...referential, accessPaths: two } })).toContain('compositionAtRisk');
    // A closed path is said once, as closed.
    expect(codes({ candidates: [candidateOf('c1', { accessPath: 'CL' })] })).not.toContain('compositionAtRisk');
  });
});

describe('each missing thing', () => {
  const every = readinessLine.shape.code.options;

  test('has its words, and no words are left without a thing', () => {
    expect([...readinessCodes].sort()).toEqual([...every].sort());
  });

  test.each(every)('%s says what it will cause and where it is put right', (code) => {
    const { one, consequence, way } = readinessSaid(code);
    expect(one('Zoé Essai', ['2025-10-06', '2025-09-29'])).toMatch(/[.]$/);
    expect(consequence).toMatch(/^\p{Lu}.{20,}[.]$/u);
    expect(way).toMatch(/^\p{Lu}[\p{L} ’]+$/u);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { officerRecord, juryViewOf } from '../../domain/accommodation.ts';
import { checkEntry } from '../../domain/candidate.ts';
import { decisionFields, outcomeOfBlocks, postponementCause, type BlockState } from '../../domain/decision.ts';
import { pieceKind } from '../../domain/dossier.ts';
import { evidenceFields, vaeFile } from '../../domain/evidence.ts';
import { checkComposition, usualRule, declaredLink, juror, jurorFields, type Juror } from '../../domain/jury.ts';
import { countOpinions, opinionValue } from '../../domain/opinion.ts';
import { projectFields } from '../../domain/project.ts';
import { readReferential, termsOf, type Referential } from '../../domain/referential.ts';
import { defaultRegulations } from '../../domain/regulations.ts';
import { day, instant } from '../../domain/time.ts';
import { sessionFields } from '../../domain/view.ts';
import { declarationSettings, holderIdentity } from '../../domain/holder.ts';
import { readCandidateRows } from '../imports/candidates.ts';

const file = (path: string): Uint8Array => readFileSync(new URL(`../../assets/${path}`, import.meta.url));
const referential = ((): Referential => {
  const read = readReferential(JSON.parse(file('referentials/RNCP36912.json').toString()));
  if (!read.ok) throw new Error('the seed must be readable');
  return read.value;
})();

const by = z.string().regex(/^D-\d\d$/);
const seat = z.enum(['J1', 'J2', 'J3', 'S1']);
const note = z.string();
const code = z.string().regex(/^\d{6}$/);
const name = z.string().regex(/^[a-z-]+\.pdf$/);
const move = z.strictObject({ move: z.enum(['start', 'pause', 'resume', 'stop']), afterSeconds: z.number().int().min(0) });
const appearance = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed'), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal('drawn'), strokes: z.array(z.array(z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }))) }),
]);
const named = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, candidate: by });
const deliverable = projectFields.shape.deliverables.element.omit({ pieceId: true }).extend({ file: name });
const defence = projectFields.shape.defence.extend({ actualMinutes: z.number().nullable(), timer: z.array(move).nullable() });
const scenario = z
  .strictObject({
    format: z.literal('delibere-demonstration'),
    version: z.literal(1),
    notice: note,
    passphrase: z.string().min(12),
    referential: z.literal('RNCP36912'),
    candidates: z.literal('candidats.csv'),
    refusedCandidates: z.literal('candidats-refuses.csv'),
    session: sessionFields,
    leadPin: code,
    officer: z.strictObject({ givenName: note, familyName: note, pin: code }),
    clock: z.strictObject({ preparedAt: instant, opensAt: instant, deliberatesAt: instant, closesAt: instant, signsAt: instant, archivedAt: instant }),
    acknowledgements: z.array(z.strictObject({ remark: note, reason: z.string().min(1) })),
    jurors: z.array(z.strictObject({ key: seat, pin: code, fields: jurorFields })),
    president: seat,
    deputy: seat,
    attendance: z.array(seat),
    declarations: z.array(z.strictObject({ juror: seat, links: z.array(declaredLink.omit({ candidateId: true }).extend({ candidate: by })) })),
    substitutions: z.array(z.strictObject({ replaced: seat, substitute: seat, candidates: z.array(by), reason: z.string().min(1) })),
    pieces: z.array(named({ kind: pieceKind, title: z.string().min(1), file: name })),
    projects: z.array(
      projectFields
        .omit({ candidateId: true, reportPieceId: true })
        .extend({ key: note, candidate: by, report: name, deliverables: z.array(deliverable), defence }),
    ),
    evidence: z.array(evidenceFields.omit({ candidateId: true, pieceId: true }).extend({ candidate: by, file: name })),
    vaeFiles: z.array(vaeFile.omit({ candidateId: true, validationPieceId: true }).extend({ candidate: by, validationFile: name })),
    entryChecks: z.strictObject({
      verifiedOn: day,
      verifiedBy: z.string(),
      proof: z.string(),
      unchecked: z.array(z.strictObject({ candidate: z.string(), code: z.string() })),
    }),
    schedule: z.strictObject({ startsAt: z.string(), rooms: z.array(z.string()).min(1) }),
    accommodations: z.array(officerRecord.omit({ candidateId: true }).extend({ candidate: by })),
    accommodationReadings: z.array(named({ juror: seat, note })),
    presences: z.array(named({ presence: z.enum(['present', 'absent', 'excused']), note })),
    blockAbsences: z.array(named({ block: note, note })),
    postponements: z.array(named({ cause: postponementCause, note: z.string().min(1) })),
    deliberations: z.array(
      named({
        block: z.string(),
        rounds: z.array(z.strictObject({ reason: note.nullable(), opinions: z.array(z.strictObject({ juror: seat, value: opinionValue, note })) })).min(1),
        decision: decisionFields,
      }),
    ),
    incidents: z.array(z.strictObject({ at: instant, text: z.string().min(1) })),
    signatures: z.array(z.strictObject({ juror: seat, appearance })),
    seal: z.strictObject({ appearance }),
    declaration: z.strictObject({ settings: declarationSettings, writtenAt: instant, identities: z.array(named({ identity: holderIdentity })) }),
    expected: z.strictObject({ outcomes: z.record(by, z.looseObject({ kind: note })), totals: z.record(z.string(), z.number()) }),
  })
  .parse(JSON.parse(file('demo/scenario.json').toString()));

const rows = (() => {
  const read = readCandidateRows(file('demo/candidats.csv'), referential);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.rows;
})();
const jurors = scenario.jurors.map(({ key, fields }) => juror.parse({ ...fields, id: key }));
const jurorOf = (key: string): Juror => jurors.find((one) => one.id === key) as Juror;
const numbers = rows.map((row) => row.fields.number);
const presenceOf = (candidate: string) => scenario.presences.find((one) => one.candidate === candidate)?.presence;
const seatsOf = (candidate: string): string[] =>
  ['J1', 'J2', 'J3'].map((key) => scenario.substitutions.find((one) => one.candidates.includes(candidate) && one.replaced === key)?.substitute ?? key);
const isPostponed = (candidate: string): boolean => scenario.postponements.some((one) => one.candidate === candidate);

describe('the demonstration covers a whole day', () => {
  test('twelve candidates or more, by every open access path, each with a presence', () => {
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect([...new Set(rows.map((row) => row.fields.accessPath))].toSorted()).toEqual(['CA', 'CQ', 'FC', 'FI', 'VAE']);
    expect(numbers.map((number) => [number, presenceOf(number) !== undefined])).toEqual(numbers.map((number) => [number, true]));
  });

  test('every candidate entered while the registration was valid, but the one who is postponed for it', () => {
    const late = rows.filter(({ fields }) => !checkEntry(fields, referential, scenario.session.heldOn).entitled);
    expect(late.map((row) => row.fields.number)).toEqual(scenario.postponements.filter((one) => one.cause === 'entry').map((one) => one.candidate));
  });

  test('the refused file names a closed path and every other fault, and its sound row is not read', () => {
    const read = readCandidateRows(file('demo/candidats-refuses.csv'), referential);
    expect(read.ok ? [] : read.error.facts.problems.map(({ line, code: reason }) => [line, reason])).toEqual([
      [3, 'closed-access-path'],
      [4, 'impossible-date'],
      [5, 'unknown-block'],
      [5, 'duplicate-number'],
      [6, 'recevability-missing'],
      [7, 'missing-name'],
      [7, 'block-already-acquired'],
      [8, 'malformed-equivalence'],
      [8, 'duplicate-candidate'],
    ]);
  });

  test('one accommodation is declared to the jury, 40 minutes for 30, and one is known to the officer alone', () => {
    const views = scenario.accommodations.map(({ candidate, ...record }) => [
      candidate,
      juryViewOf({ ...record, candidateId: candidate } as never)?.defenceMinutes,
    ]);
    expect(views).toEqual([
      ['D-03', 40],
      ['D-13', undefined],
    ]);
    expect(scenario.accommodationReadings.map((one) => [one.candidate, one.juror])).toEqual([
      ['D-03', 'J1'],
      ['D-03', 'J2'],
      ['D-03', 'J3'],
    ]);
    expect(scenario.projects.find((one) => one.candidate === 'D-03')?.defence.plannedMinutes).toBe(30);
  });

  test('nothing that the minute prints speaks of an accommodation', () => {
    const printed = JSON.stringify([scenario.deliberations.map((one) => one.decision), scenario.incidents, scenario.postponements, scenario.presences]);
    expect(printed).not.toMatch(/handicap|aménag|majoré|tiers-temps|accessible de plain|RQTH/i);
  });
});

describe('the dossiers', () => {
  test('every competency of a presented block is covered, but the one that the readiness list must name', () => {
    const covered = new Set([
      ...scenario.projects.flatMap((one) => one.deliverables.flatMap((each) => each.competencies.map((item) => `${one.candidate} ${item}`))),
      ...scenario.evidence.flatMap((one) => one.competencies.map((item) => `${one.candidate} ${item}`)),
    ]);
    const presented = rows.flatMap(({ fields }) =>
      referential.blocks.filter((one) => fields.presents.includes(one.code)).flatMap((one) => one.competencies.map((item) => `${fields.number} ${item.code}`)),
    );
    expect(presented.filter((one) => !covered.has(one))).toEqual(['D-06 RNCP36912BC02-C7']);
  });

  test('every file named by a project or an evidence is a piece of that candidate', () => {
    const pieces = new Set(scenario.pieces.map((one) => `${one.candidate} ${one.file}`));
    const wanted = [
      ...scenario.projects.flatMap((one) => [one.report, ...one.deliverables.map((each) => each.file)].map((item) => `${one.candidate} ${item}`)),
      ...scenario.evidence.map((one) => `${one.candidate} ${one.file}`),
      ...scenario.vaeFiles.map((one) => `${one.candidate} ${one.validationFile}`),
    ];
    expect(wanted.filter((one) => !pieces.has(one))).toEqual([]);
    expect(pieces.size).toBe(scenario.pieces.length);
  });

  test('a grid has each competency of its blocks once; the time of a defence is that of its timer', () => {
    for (const one of scenario.projects) {
      const wanted = referential.blocks.filter((each) => one.blocks.includes(each.code)).flatMap((each) => each.competencies.map((item) => item.code));
      expect(one.grid.map((line) => line.competency)).toEqual(wanted);
      expect(one.grid.every((line) => defaultRegulations.scale.some((each) => each.code === line.level))).toBe(true);
      if (one.defence.timer === null) continue;
      const spent = one.defence.timer.filter((each) => each.move === 'pause' || each.move === 'stop').reduce((sum, each) => sum + each.afterSeconds, 0);
      expect([one.key, spent]).toEqual([one.key, (one.defence.actualMinutes ?? 0) * 60]);
    }
  });

  test('the recevability of each VAE is that of the file of candidates', () => {
    const read = rows.filter((row) => row.recevableOn !== null).map((row) => [row.fields.number, row.recevableOn]);
    expect(scenario.vaeFiles.map((one) => [one.candidate, one.recevableOn])).toEqual(read);
  });
});

describe('the deliberations', () => {
  test('fall on every block that may be decided, and on no other', () => {
    const wanted = rows
      .filter(({ fields }) => presenceOf(fields.number) === 'present' && !isPostponed(fields.number))
      .flatMap(({ fields }) => fields.presents.map((item) => `${fields.number} ${item}`))
      .filter((one) => !scenario.blockAbsences.some((each) => `${each.candidate} ${each.block}` === one));
    expect(scenario.deliberations.map((one) => `${one.candidate} ${one.block}`).toSorted()).toEqual(wanted.toSorted());
  });

  test('each round has the three members who sit, and the decision follows the last one', () => {
    for (const { candidate, block, rounds, decision } of scenario.deliberations) {
      for (const round of rounds) expect([candidate, block, round.opinions.map((one) => one.juror)]).toEqual([candidate, block, seatsOf(candidate)]);
      const count = countOpinions(rounds.at(-1)?.opinions.map((one) => one.value) ?? []);
      expect([candidate, block, decision.outcome]).toEqual([candidate, block, count.validate > count.refuse ? 'validated' : 'notValidated']);
      expect(rounds.map((round, rank) => (rank === 0 ? round.reason === null : round.reason !== null))).not.toContain(false);
    }
    expect(scenario.deliberations.filter((one) => one.rounds.length === 2)).toHaveLength(1);
  });

  test('a refusal has its reason, its recommendation and competencies of its block', () => {
    const refusals = scenario.deliberations.filter((one) => one.decision.outcome === 'notValidated');
    expect(refusals.length).toBeGreaterThan(0);
    for (const { block, decision } of refusals) {
      expect([decision.reason, decision.recommendation, decision.competencies.length]).not.toContain('');
      expect(decision.competencies.length).toBeGreaterThan(0);
      const known = referential.blocks.find((one) => one.code === block)?.competencies.map((one) => one.code) ?? [];
      expect(decision.competencies.filter((one) => !known.includes(one))).toEqual([]);
    }
  });

  test('the jury is composed as the text of each candidate’s path asks, with the substitute where a member is recused', () => {
    for (const { fields } of rows) {
      const terms = termsOf(referential, fields.accessPath);
      const sitting = seatsOf(fields.number).map(jurorOf);
      const president = sitting.find((one) => one.id === scenario.president) ?? null;
      const rule = terms.requires ?? usualRule(fields.accessPath);
      const { gaps } = checkComposition({
        path: fields.accessPath,
        open: terms.open,
        text: terms.composition,
        rule,
        quorum: 3,
        sitting,
        undeclared: [],
        president,
      });
      expect([fields.number, gaps]).toEqual([fields.number, []]);
    }
    const links = scenario.declarations.flatMap((one) => one.links.map((link) => [one.juror, link.candidate]));
    expect(links).toEqual(scenario.substitutions.flatMap((one) => one.candidates.map((candidate) => [one.replaced, candidate])));
  });

  test('the blocks give the outcomes that the scenario expects', () => {
    const outcomes = rows.map(({ fields }) => {
      const presence = presenceOf(fields.number);
      if (presence !== 'present') return [fields.number, presence];
      if (isPostponed(fields.number)) return [fields.number, 'postponed'];
      const blocks = referential.blocks.map((one) => {
        const brought = fields.brings.some((each) => each.block === one.code);
        const decided = scenario.deliberations.find((each) => each.candidate === fields.number && each.block === one.code)?.decision.outcome;
        const kind = brought ? 'brought' : (decided ?? (fields.presents.includes(one.code) ? 'absent' : 'notPresented'));
        return { code: one.code, state: { kind } as BlockState };
      });
      const outcome = outcomeOfBlocks(blocks);
      return [fields.number, outcome.kind, 'remaining' in outcome ? outcome.remaining : undefined];
    });
    expect(outcomes.map(([number, kind, remaining]) => [number, kind, remaining])).toEqual(
      numbers.map((number) => [number, scenario.expected.outcomes[number]?.kind, scenario.expected.outcomes[number]?.['remaining']]),
    );
    const count = (kind: string): number => outcomes.filter((one) => one[1] === kind).length;
    expect(scenario.expected.totals).toEqual({
      registered: rows.length,
      present: scenario.presences.filter((one) => one.presence === 'present').length,
      excused: count('excused'),
      absent: count('absent'),
      full: count('full'),
      partial: count('partial'),
      none: count('none'),
      postponed: count('postponed'),
    });
  });
});

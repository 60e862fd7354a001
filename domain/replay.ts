import type { z } from 'zod';
import type { RecordedAct } from './act.ts';
import type { Candidate } from './candidate.ts';
import { correct, header, standingText, type Correctable } from './correction.ts';
import { blockState, outcome, type BlockState, type Outcome } from './decision.ts';
import { deliberate, type CandidateState, type Deliberation } from './deliberation.ts';
import { deliberateEach } from './follow.ts';
import type { ErrorCode } from './errors.ts';
import { factsOf, groundsOf, type Grounds } from './grounds.ts';
import type { BlockCode, CandidateId } from './ids.ts';
import type { Juror } from './jury.ts';
import { candidateOfRecord, memberOfRecord, record as recordSchema } from './minute.ts';
import { mayRecord } from './permission.ts';
import { drawCandidate, drawMember, drawWhole, quoteReferential } from './record.ts';
import { restoreAct } from './record-act.ts';
import { shapeFaults, type ShapeFault } from './record-shape.ts';
import type { Referential } from './referential.ts';
import { contradictsVersion, type Regulations } from './regulations.ts';
import type { Sitting } from './seats.ts';
import type { ToldRecord } from './told.ts';

/** One thing that the record tells and its acts do not give. */
export type Difference =
  | { readonly kind: 'act'; readonly rank: number; readonly act: string; readonly code: ErrorCode }
  | { readonly kind: 'block'; readonly number: string; readonly block: BlockCode; readonly recorded: unknown; readonly given: BlockState | null }
  | { readonly kind: 'outcome'; readonly number: string; readonly recorded: unknown; readonly given: Outcome }
  | { readonly kind: 'candidate'; readonly number: string; readonly part: 'identity' | 'presence' | 'entry' | 'composition' }
  | { readonly kind: 'member'; readonly name: string; readonly part: 'identity' | 'rank' | 'attendance' | 'declaredAt' | 'decided' }
  | { readonly kind: 'shape'; readonly fault: ShapeFault }
  | { readonly kind: 'rules'; readonly part: 'fiche' | 'regulations' }
  | {
      readonly kind: 'session';
      readonly part: 'recusals' | 'incidents' | 'unable' | 'totals' | 'openedAt' | 'closedAt' | 'acknowledged' | 'header' | 'rectification';
    };

/** An act that the gate refuses. */
export type RefusedAct = Extract<Difference, { readonly kind: 'act' }>;

/** One candidate as replayed: every block with its grounds, and the outcome. */
export interface ReplayedCandidate {
  readonly id: CandidateId;
  readonly number: string;
  readonly name: string;
  readonly blocks: readonly { readonly code: BlockCode; readonly state: BlockState; readonly grounds: Grounds }[];
  readonly outcome: Outcome;
}

/** What the acts of a record give, and where the record tells otherwise. */
export interface Replay {
  readonly candidates: readonly ReplayedCandidate[];
  readonly differences: readonly Difference[];
}

const jurorOf = (member: ToldRecord['members'][number]): Juror => {
  const { id, civility, givenName, familyName, quality, employer, membership, itProfessional, pedagogicalLead, qualified, seat } = member;
  return { id, civility, givenName, familyName, quality, employer, membership, itProfessional, pedagogicalLead, qualified, seat };
};

const headerOf = ({ session, lead }: ToldRecord): Sitting['header'] => {
  const { givenName, familyName, quality } = lead;
  return { title: session.title, place: session.place, lead: { givenName, familyName, quality } };
};

const candidateOf = (told: ToldRecord['candidates'][number]): Candidate => {
  const { id, number, familyName, usageName, givenName, birthDate, accessPath, entry, entryProof, presents, brings } = told;
  const untold = { email: '', employer: '', mentor: '' };
  return { id, number, familyName, givenName, usageName, birthDate, ...untold, accessPath, entryDate: entry.entryDate, entryProof, presents, brings };
};

/** What the program knows of the rules by which a record was played. */
export interface KnownRules {
  readonly fiches: readonly Referential[];
  readonly regulations: readonly Regulations[];
}

/** The rules of a record against those that the program knows under the same names and versions: the same, other (then named as differences), or unknown. */
export const compareRules = (told: ToldRecord, known: KnownRules): Readonly<Record<'fiche' | 'regulations', 'same' | 'other' | 'unknown'>> => {
  const { acknowledged, ...quoted } = told.certification;
  const fiche = known.fiches.find((entry) => entry.code === quoted.code && entry.version === quoted.version);
  const { certification } = recordSchema.shape;
  const remarks = (entry: Referential): boolean =>
    acknowledged.every(({ remark, text }) => entry.remarks.some((one) => one.code === remark && one.text === text));
  const sameFiche = (entry: Referential): boolean => same(certification, { ...quoteReferential(entry), acknowledged }, told.certification) && remarks(entry);
  const rules = known.regulations.find((entry) => entry.id === told.regulations.id && entry.version === told.regulations.version);
  return {
    fiche: fiche === undefined ? 'unknown' : sameFiche(fiche) ? 'same' : 'other',
    regulations: rules === undefined ? 'unknown' : contradictsVersion(rules, told.regulations) ? 'other' : 'same',
  };
};

/** The corrections that count: those of a rectification given up are no part of what the record tells. */
const effectiveCorrections = (acts: readonly RecordedAct[]) => {
  const kept: Extract<RecordedAct['act'], { kind: 'correction' }>[] = [];
  let before = 0;
  for (const { act } of acts) {
    if (act.kind === 'rectificationOpened') before = kept.length;
    else if (act.kind === 'correction') kept.push(act);
    else if (act.kind === 'rectificationWithdrawn') kept.length = before;
  }
  return kept;
};

/** What was prepared, before anything was put right: the corrections of the record taken back, the last first. */
export const uncorrect = <Prepared extends Correctable>(prepared: Prepared, acts: readonly RecordedAct[]): Prepared =>
  effectiveCorrections(acts)
    .reverse()
    .reduce((stood, { where, before }) => (standingText(stood, where) === null ? stood : correct(stood, where, before)), prepared);

/** Whether one record goes on from another: the same preparation, once what was put right is put back, and the acts of the earlier one first. */
export const goesOnFrom = (later: ToldRecord, earlier: ToldRecord): boolean => {
  const preparedIn = (record: ToldRecord): unknown => {
    const { header: told, candidates, jurors } = uncorrect(sittingOf(record), record.acts.map(restoreAct));
    return { header: told, candidates, jurors };
  };
  return isDeep(preparedIn(later), preparedIn(earlier)) && isDeep(later.acts.slice(0, earlier.acts.length), earlier.acts);
};

/** What a record was prepared with, as the engine takes it, as it is told: with what was put right; accommodations are no part of it. */
export const sittingOf = (told: ToldRecord): Sitting => ({
  heldOn: told.session.heldOn,
  header: headerOf(told),
  referential: told.certification,
  regulations: told.regulations,
  jurors: told.members.map(jurorOf),
  candidates: told.candidates.map(candidateOf),
  mustRead: [],
});

/** The acts that the gate refuses, each judged on what the acts before it give. */
export const refusedActs = (sitting: Sitting, acts: readonly RecordedAct[], exempt: (recorded: RecordedAct) => boolean): RefusedAct[] => {
  const refused: RefusedAct[] = [];
  deliberateEach(sitting, acts, (before, recorded, rank) => {
    const may = exempt(recorded) ? null : mayRecord(sitting, before, recorded.act, recorded.author);
    if (may?.ok === false) refused.push({ kind: 'act', rank: rank + 1, act: recorded.act.kind, code: may.error.code });
  });
  return refused;
};

/** Two values of one schema say the same: compared in the schema's own order of keys. What the schema refuses is like nothing. */
const same = (schema: z.ZodType, one: unknown, other: unknown): boolean => {
  const [left, right] = [schema.safeParse(one), schema.safeParse(other)];
  return left.success && right.success && JSON.stringify(left.data) === JSON.stringify(right.data);
};

/** Two values built with the same keys in the same order say the same. */
const isDeep = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const compareCandidate = (told: ToldRecord['candidates'][number], given: CandidateState): Difference[] => {
  const { number } = told;
  const drawn = drawCandidate(given);
  const shape = candidateOfRecord.shape;
  const codes = [...new Set([...told.blocks, ...drawn.blocks].map((block) => block.code))];
  const blocks = codes.flatMap((block): Difference[] => {
    const recorded = told.blocks.find((entry) => entry.code === block)?.state ?? null;
    const found = drawn.blocks.find((entry) => entry.code === block)?.state ?? null;
    return same(blockState.nullable(), recorded, found) ? [] : [{ kind: 'block', number, block, recorded, given: found }];
  });
  const parts = (['presence', 'entry', 'composition'] as const).filter((part) => !same(shape[part], told[part], drawn[part]));
  const identity = isDeep(candidateOf(told), given.candidate);
  return [
    ...(identity ? [] : [{ kind: 'candidate' as const, number, part: 'identity' as const }]),
    ...parts.map((part): Difference => ({ kind: 'candidate', number, part })),
    ...blocks,
    ...(same(outcome, told.outcome, drawn.outcome) ? [] : [{ kind: 'outcome' as const, number, recorded: told.outcome, given: drawn.outcome }]),
  ];
};

const compareMembers = (told: ToldRecord, state: Deliberation): Difference[] =>
  told.members.flatMap((member, place): Difference[] => {
    const found = state.members[place];
    if (found === undefined) return [];
    const drawn = drawMember(found);
    const identity = isDeep(jurorOf(member), found.juror);
    const parts = (['rank', 'attendance', 'declaredAt', 'decided'] as const)
      .filter((part) => !same(memberOfRecord.shape[part], member[part], drawn[part]))
      .map((part): Difference => ({ kind: 'member', name: member.name, part }));
    return identity ? parts : [{ kind: 'member', name: member.name, part: 'identity' }, ...parts];
  });

const compareWhole = (told: ToldRecord, state: Deliberation): Difference[] => {
  const { recusals, incidents, unable, totals, rectification } = recordSchema.shape;
  const drawn = drawWhole(state);
  const acknowledged = (list: readonly { remark: string; reason: string; at: string }[]) =>
    JSON.stringify(list.map(({ remark, reason, at }) => [remark, reason, at]));
  const parts = [
    ['recusals', same(recusals, told.recusals, drawn.recusals)],
    ['incidents', same(incidents, told.incidents, drawn.incidents)],
    ['unable', same(unable, told.unable, drawn.unable)],
    ['totals', same(totals, told.totals, drawn.totals)],
    ['rectification', same(rectification, told.rectification, drawn.rectification)],
    ['header', same(header, headerOf(told), state.header)],
    ['openedAt', told.session.openedAt === state.openedAt],
    ['closedAt', told.session.closedAt === state.closedAt],
    ['acknowledged', acknowledged(told.certification.acknowledged) === acknowledged(state.acknowledged)],
  ] as const;
  return parts.filter(([, holds]) => !holds).map(([part]) => ({ kind: 'session', part }));
};

const replayedCandidate = (state: CandidateState, name: string): ReplayedCandidate => ({
  id: state.candidate.id,
  number: state.candidate.number,
  name,
  blocks: state.blocks.map((block) => ({ code: block.code, state: block.state, grounds: groundsOf(factsOf(state), block.state, block.superseded.length) })),
  outcome: state.outcome,
});

/**
 * Whether an act was fit when it was entered and lost its effect before the opening: a seat was changed, or, in the whole journal, somebody taken out of the session.
 * `opened` is the number of acts before the opening.
 */
export const changedSince = (entry: RefusedAct, opened: number, codes: readonly ErrorCode[]): boolean => entry.rank <= opened && codes.includes(entry.code);

/**
 * Recomputes every state and outcome of a record from its acts, and names each thing that it tells otherwise.
 * The opinions are no part of a record: each act passes the gate of a jury that decides together; the working part judges the rounds (replay-working.ts).
 */
export const replayRecord = (told: ToldRecord): Replay => {
  const acts = told.acts.map(restoreAct);
  const sitting = uncorrect(sittingOf(told), acts);
  const state = deliberate(sitting, acts);
  const together: Sitting = { ...sitting, regulations: { ...sitting.regulations, opinions: 'collegialOnly', decisionRule: 'collegial' } };
  // A signature is refused on a printing, a rectification opens on a sealed minute, and neither is part of the record: record-shape.ts judges these.
  const opened = acts.findIndex(({ act }) => act.kind === 'opened');
  const refused = refusedActs(together, acts, ({ act }) => act.kind === 'signatureRefused' || act.kind === 'rectificationOpened').filter(
    (entry) => !changedSince(entry, opened, ['substitute-unfit']),
  );
  return {
    candidates: state.candidates.map((candidate, place) => replayedCandidate(candidate, told.candidates[place]?.name ?? '')),
    differences: [
      ...shapeFaults(told).map((fault): Difference => ({ kind: 'shape', fault })),
      ...refused,
      ...told.candidates.flatMap((candidate, place) => {
        const found = state.candidates[place];
        return found === undefined ? [] : compareCandidate(candidate, found);
      }),
      ...compareMembers(told, state),
      ...compareWhole(told, state),
    ],
  };
};

import { describe, expect, test } from 'vitest';
import { drawPlayed, playDay, playedCandidates } from '../tests/fixtures/played.ts';
import { bc01, bc03, people, seedReferential } from '../tests/fixtures/sitting.ts';
import { actContent, type RecordedAct } from './act.ts';
import { candidateId } from './ids.ts';
import type { SessionRecord } from './minute.ts';
import { defaultRegulations } from './regulations.ts';
import { compareRules, replayRecord } from './replay.ts';
import { replayWorking } from './replay-working.ts';

const played = drawPlayed(playDay());
const { full, partial, linked } = playedCandidates;

/** The record with one thing changed by hand, as a forger would. */
const forged = (change: (record: Mutable<SessionRecord>) => void, source = played.record): SessionRecord => {
  const copy = structuredClone(source) as Mutable<SessionRecord>;
  change(copy);
  return copy as SessionRecord;
};
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] extends object ? Mutable<Value[Key]> : Value[Key] };

const candidateOf = <Kind extends { readonly candidates: readonly { readonly number: string }[] }>(
  record: Kind,
  number: string,
): Kind['candidates'][number] => {
  const found = record.candidates.find((entry) => entry.number === number);
  if (!found) throw new Error(`no ${number}`);
  return found;
};
const decisionIn = (record: Mutable<SessionRecord>, number: string): object => {
  const state = candidateOf(record, number).blocks[0]?.state;
  if (state === undefined || !('decision' in state)) throw new Error(`${number} has no decision`);
  return state.decision;
};
const journal = (source = played): RecordedAct[] => source.working.journal.map(({ seq, content }) => ({ seq, ...actContent.parse(JSON.parse(content ?? '')) }));

describe('a record replayed from its acts', () => {
  test('gives every state and outcome that it tells', () => {
    const { differences, candidates } = replayRecord(played.record);
    expect(differences).toEqual([]);
    expect(candidates.map(({ number, outcome }) => [number, outcome.kind])).toEqual([
      ['complete', 'full'],
      ['partielle', 'none'],
      ['aucun', 'none'],
      ['liee', 'full'],
      ['tardive', 'postponed'],
      ['absente', 'absent'],
      ['excusee', 'excused'],
    ]);
  });

  test('gives the reason of each block as data: rule and version, members, president, recusals, what was replaced', () => {
    const { candidates } = replayRecord(played.record);
    const block = (number: string, code: string) => candidates.find((entry) => entry.number === number)?.blocks.find((entry) => entry.code === code)?.grounds;
    expect(block('complete', bc03)).toMatchObject({
      kind: 'decided',
      superseded: 1,
      path: 'FC',
      text: expect.stringContaining('trois membres') as string,
      decision: { rule: 'collegial', regulations: 'reglement-type 1.1', members: [people.lead, people.first, people.second], president: people.first },
    });
    expect(block('liee', bc01)).toMatchObject({
      kind: 'decided',
      recusals: [{ jurorId: people.second, cause: 'professional', substitute: people.substitute }],
      decision: { members: [people.lead, people.first, people.substitute] },
    });
    expect(block('partielle', bc01)).toMatchObject({ kind: 'brought', brought: { minute: 'PV 2025-007' } });
    expect(block('partielle', bc03)).toMatchObject({ kind: 'absent', scope: 'block' });
    expect(block('tardive', bc01)).toMatchObject({ kind: 'postponed', cause: 'entry', entry: { entryDate: '2025-11-03', to: '2025-09-29', entitled: false } });
    expect(block('excusee', bc01)).toMatchObject({ kind: 'absent', scope: 'candidate', presence: 'excused' });
  });

  test('holds nothing of the working part, and no word that may speak of a life', () => {
    const { text, record } = played;
    for (const kind of ['opinion', 'reveal', 'round', 'accommodationRead', 'timer']) expect(record.acts.map(({ act }) => act.kind)).not.toContain(kind);
    expect(text).not.toMatch(/secret du lien|note privée|certificat médical|Pièce relue|castingVote|tieRefused|"seq"/);
    expect(text).toContain('Pièce oubliée');
  });
});

describe('a record that tells otherwise is named', () => {
  const cases: readonly (readonly [string, (record: Mutable<SessionRecord>) => void, object])[] = [
    [
      'an outcome',
      (record) => Object.assign(candidateOf(record, 'partielle'), { outcome: candidateOf(record, 'liee').outcome }),
      { kind: 'outcome', number: 'partielle' },
    ],
    [
      'a block',
      (record) => Object.assign(candidateOf(record, 'partielle').blocks[2] ?? {}, { state: { kind: 'notPresented' } }),
      { kind: 'block', number: 'partielle', block: bc03 },
    ],
    ['the reason of a decision', (record) => Object.assign(decisionIn(record, 'aucun'), { reason: 'Autre' }), { kind: 'block', number: 'aucun', block: bc01 }],
    [
      'the members of a decision',
      (record) => Object.assign(decisionIn(record, 'aucun'), { members: [people.lead] }),
      { kind: 'block', number: 'aucun', block: bc01 },
    ],
    [
      'a presence',
      (record) => Object.assign(candidateOf(record, 'absente'), { presence: 'excused' }),
      { kind: 'candidate', number: 'absente', part: 'presence' },
    ],
    [
      'an entry check',
      (record) => Object.assign(candidateOf(record, 'tardive').entry, { entitled: true }),
      { kind: 'candidate', number: 'tardive', part: 'entry' },
    ],
    [
      'a composition',
      (record) => Object.assign(candidateOf(record, 'liee').composition, { members: [people.lead, people.first, people.second] }),
      { kind: 'candidate', number: 'liee', part: 'composition' },
    ],
    ['who decided', (record) => Object.assign(record.members[3] ?? {}, { decided: false }), { kind: 'member', part: 'decided' }],
    ['who presides', (record) => Object.assign(record.members[0] ?? {}, { rank: 'president' }), { kind: 'member', part: 'rank' }],
    ['a recusal', (record) => Object.assign(record, { recusals: [] }), { kind: 'session', part: 'recusals' }],
    ['an incident', (record) => Object.assign(record, { incidents: [] }), { kind: 'session', part: 'incidents' }],
    ['the totals', (record) => Object.assign(record.totals, { full: 3 }), { kind: 'session', part: 'totals' }],
    ['the closing', (record) => Object.assign(record.session, { closedAt: record.session.openedAt }), { kind: 'session', part: 'closedAt' }],
  ];
  for (const [what, change, expected] of cases)
    test(what, () => {
      const { differences } = replayRecord(forged(change));
      expect(differences).toContainEqual(expect.objectContaining(expected) as object);
    });

  test('an act taken out shows as the outcome that it gave', () => {
    const { differences } = replayRecord(
      forged((record) => Object.assign(record, { acts: record.acts.filter(({ act }) => act.kind !== 'decision' || act.candidateId !== linked.id) })),
    );
    expect(differences.filter(({ kind }) => kind === 'block')).toHaveLength(3);
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'act', act: 'closed', code: 'block-undecided' }) as object);
  });

  test('a decision without a valid jury is refused by the rules, even where every outcome agrees with it', () => {
    const left = forged((record) => {
      const here = record.acts.findIndex(({ act }) => act.kind === 'decision' && act.candidateId === full.id);
      const at = record.acts[here]?.at ?? record.session.openedAt;
      record.acts.splice(here, 0, { at, author: { kind: 'lead' }, act: { kind: 'attendance', jurorId: people.second, present: false } });
    });
    expect(replayRecord(left).differences).toContainEqual({ kind: 'act', rank: expect.any(Number) as number, act: 'decision', code: 'composition-invalid' });
  });

  test('an act of somebody else’s is refused by the rules', () => {
    const usurped = forged((record) => {
      const reopening = record.acts.find(({ act }) => act.kind === 'reopening');
      if (reopening) reopening.author = { kind: 'juror', jurorId: people.lead };
    });
    expect(replayRecord(usurped).differences).toContainEqual(expect.objectContaining({ kind: 'act', act: 'reopening', code: 'not-president' }) as object);
  });
});

describe('with the working part', () => {
  test('each decision is judged on the opinions of its final round, reopened ones included', () => {
    const { decisions, refused, sameActs } = replayWorking(played.record, journal());
    expect([refused, sameActs]).toEqual([[], true]);
    expect(decisions.every(({ fault }) => fault === null)).toBe(true);
    const ofBlock = decisions.filter(({ number, block }) => number === full.number && block === bc03);
    expect(ofBlock.map(({ outcome, grounds }) => [outcome, grounds?.round, grounds?.count])).toEqual([
      ['notValidated', 1, { validate: 1, refuse: 2, abstain: 0 }],
      ['validated', 2, { validate: 3, refuse: 0, abstain: 0 }],
    ]);
  });

  test('a decision that differs from the count is named with its rule, where the regulations bind the jury', () => {
    const acts = journal();
    const bound = forged((record) => Object.assign(record.regulations, { decisionRule: 'majority' }));
    expect(replayWorking(bound, acts).decisions.every(({ fault }) => fault === null)).toBe(true);
    const turned = acts.map((recorded) =>
      recorded.act.kind === 'opinion' && recorded.act.candidateId === linked.id && recorded.act.block === bc01
        ? { ...recorded, act: { ...recorded.act, value: 'refuse' as const } }
        : recorded,
    );
    expect(replayWorking(bound, turned).decisions).toContainEqual(
      expect.objectContaining({ number: linked.number, block: bc01, fault: 'decision-differs-from-count', rule: 'majority' }) as object,
    );
    expect(replayWorking(played.record, turned).decisions.every(({ fault }) => fault === null)).toBe(true);
  });

  test('a decision before its reveal is named', () => {
    const early = journal().filter(({ act }) => act.kind !== 'reveal' || act.candidateId !== partial.id);
    expect(replayWorking(played.record, early).decisions).toContainEqual(
      expect.objectContaining({ number: partial.number, fault: 'round-not-revealed' }) as object,
    );
  });

  test('a decision taken by others than those who gave the opinions is named', () => {
    const acts = journal();
    const here = acts.findIndex(({ act }) => act.kind === 'decision' && act.candidateId === partial.id);
    const [template] = acts.slice(here, here + 1);
    if (!template) throw new Error('the partial candidate is decided');
    const lead = { kind: 'lead' } as const;
    const changed: RecordedAct[] = [
      { ...template, author: lead, act: { kind: 'substitution', candidateIds: [partial.id], replaced: people.second, substitute: people.substitute } },
      { ...template, author: lead, act: { kind: 'attendance', jurorId: people.second, present: false } },
    ];
    const others = [...acts.slice(0, here), ...changed, ...acts.slice(here)];
    expect(replayWorking(played.record, others).decisions).toContainEqual(
      expect.objectContaining({ number: partial.number, fault: 'round-not-complete' }) as object,
    );
  });

  test('a journal that says more or less than the record is told apart', () => {
    expect(
      replayWorking(
        played.record,
        journal().filter(({ act }) => act.kind !== 'incident'),
      ).sameActs,
    ).toBe(false);
    expect(
      replayWorking(
        forged((record) => record.acts.pop()),
        journal(),
      ).sameActs,
    ).toBe(false);
  });
});

describe('a forged record whose acts all pass', () => {
  const faults = (change: (record: Mutable<SessionRecord>) => void) =>
    replayRecord(forged(change)).differences.flatMap((entry) => (entry.kind === 'shape' ? [entry.fault] : []));
  const cases: readonly (readonly [string, (record: Mutable<SessionRecord>) => void, string])[] = [
    ['one member enrolled three times', (record) => record.members.push(...record.members.slice(1, 2)), 'members'],
    [
      'a candidate added under the identity of another',
      (record) => record.candidates.push({ ...candidateOf(record, 'complete'), number: 'autre', name: 'Fausse Personne' }),
      'candidates',
    ],
    ['two candidates under one number', (record) => Object.assign(candidateOf(record, 'aucun'), { number: 'complete' }), 'candidates'],
    ['a block told twice', (record) => candidateOf(record, 'aucun').blocks.push(...candidateOf(record, 'complete').blocks.slice(0, 1)), 'blocksOfCandidate'],
    ['a block presented that the fiche has not', (record) => Object.assign(candidateOf(record, 'aucun'), { presents: ['RNCP36912BC09'] }), 'blocksOfCandidate'],
    ['a block of the fiche listed twice', (record) => record.certification.blocks.push(...record.certification.blocks.slice(0, 1)), 'blocks'],
    ['acts that go back in time', (record) => Object.assign(record.acts[0] ?? {}, { at: '2030-01-01T00:00:00.000Z' }), 'order'],
    [
      'a signature refused by nobody known, before the closing',
      (record) =>
        record.acts.splice(3, 0, {
          at: record.acts[3]?.at ?? record.session.openedAt,
          author: { kind: 'officer' },
          act: { kind: 'signatureRefused', jurorId: people.first, reason: 'x', printing: -4 },
        }),
      'signatures',
    ],
    [
      'an act after the closing',
      (record) => record.acts.push({ at: record.session.closedAt, author: { kind: 'lead' }, act: { kind: 'incident', text: 'x' } }),
      'signatures',
    ],
  ];
  for (const [what, change, fault] of cases) test(`${what} is named`, () => expect(faults(change)).toContain(fault));

  test('rules weakened under a name that the program knows are named; others are said unknown', () => {
    const known = { fiches: [seedReferential()], regulations: [defaultRegulations] };
    expect(compareRules(played.record, known)).toEqual({ fiche: 'same', regulations: 'same' });
    const weak = forged((record) => {
      for (const path of record.certification.accessPaths) path.requires = { members: 1, externals: 0, sector: false, pedagogicalLead: false, qualified: 0 };
      record.regulations.refusalCitesCompetencies = false;
    });
    expect(compareRules(weak, known)).toEqual({ fiche: 'other', regulations: 'other' });
    const renamed = forged((record) => Object.assign(record.regulations, { version: 'maison' }));
    expect(compareRules(renamed, { ...known, fiches: [] })).toEqual({ fiche: 'unknown', regulations: 'unknown' });
  });
});

test('a large record replays in proportion to its acts: room and candidates in turn, thousands of times', () => {
  const many = forged((record) => {
    const opening = record.acts.findIndex(({ act }) => act.kind === 'opened');
    const at = record.acts[opening]?.at ?? record.session.openedAt;
    const [first] = record.candidates;
    if (!first) throw new Error('the record has candidates');
    for (let rank = 0; rank < 1500; rank += 1) {
      const id = candidateId.parse(`foule-${rank}`) as unknown as typeof first.id;
      record.candidates.push({ ...first, id, number: `F-${rank}` });
      record.acts.splice(opening + 1, 0, { at, author: { kind: 'lead' }, act: { kind: 'presence', candidateId: id, presence: 'present' } });
      record.acts.splice(opening + 1, 0, { at, author: { kind: 'lead' }, act: { kind: 'attendance', jurorId: people.second, present: rank % 2 === 0 } });
    }
  });
  const { differences } = replayRecord(many);
  expect(differences.filter(({ kind }) => kind === 'outcome').length).toBeGreaterThan(1000);
});

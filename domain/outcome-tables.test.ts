import { expect, test } from 'vitest';
import { Branch, decisionAct, opinionAct } from '../tests/fixtures/branch.ts';
import { bc01, bc02, bc03, candidateOf, people, sittingOf } from '../tests/fixtures/sitting.ts';
import type { Candidate } from './candidate.ts';
import { begunTable, blockEnds, entryDays, entryTable, outcomeRules, postponementTable, presenceTable } from './tables/outcomes.ts';
import { day } from './time.ts';

type End = (typeof blockEnds)[number][0];

const blocks = [bc01, bc02, bc03] as const;
const earlier = (block: Candidate['presents'][number]) => ({ kind: 'earlier' as const, block, minute: 'PV 2025-007', on: null });

/** A candidate whose three blocks end as told. */
const play125 = (ends: readonly End[]): { readonly play: Branch; readonly candidate: Candidate } => {
  const where = (...wanted: End[]) => blocks.filter((_, index) => wanted.includes(ends[index] as End));
  const candidate = candidateOf('zoe', { presents: where('v', 'r', 'x'), brings: where('b').map(earlier) });
  const play = new Branch(sittingOf([candidate])).open().present(candidate) as Branch;
  for (const block of where('x')) play.do({ kind: 'blockAbsence', candidateId: candidate.id, block, absent: true, note: '' });
  for (const block of where('v')) play.round(candidate, block, ['validate']).validate(candidate, block);
  for (const block of where('r')) play.round(candidate, block, ['refuse']).refuse(candidate, block);
  return { play, candidate };
};

test('three blocks, each brought, validated, refused, absent or not presented: 125 candidates and their outcome', () => {
  const told = new Map<readonly unknown[], number>(outcomeRules.map((rule) => [rule, 0]));
  for (const one of blockEnds)
    for (const two of blockEnds)
      for (const three of blockEnds) {
        const rows = [one, two, three];
        const where = rows.map((row) => row[0]).join('');
        const { play, candidate } = play125(rows.map((row) => row[0]));
        const rule = outcomeRules.find((each) => each[0] === rows.some((row) => row[2]) && each[1] === rows.some((row) => row[3]));
        if (!rule) throw new Error(`no rule for ${where}`);
        const codes = (column: 1 | 2 | 3) => blocks.filter((_, index) => rows[index]?.[column]);
        const { outcome } = play.of(candidate);
        expect(outcome, where).toEqual({
          kind: rule[2],
          acquired: codes(1),
          ...(rule[2] === 'none' ? {} : { today: codes(2) }),
          ...(rule[2] === 'full' ? {} : { remaining: codes(3) }),
        });
        expect(play.answer({ kind: 'closed' }), where).toBe('accepted');
        told.set(rule, (told.get(rule) ?? 0) + 1);
      }
  expect([...told.values()]).toEqual(outcomeRules.map((rule) => rule[3]));
});

test('a candidate is expected, present, absent or excused, and what was brought stays acquired', () => {
  for (const [presence, opinion, shown, outcome, closes] of presenceTable) {
    const candidate = candidateOf('yves', { presents: [bc02, bc03], brings: [earlier(bc01)] });
    const play = new Branch(sittingOf([candidate])).open() as Branch;
    if (presence !== 'expected') play.do({ kind: 'presence', candidateId: candidate.id, presence, note: '' });
    const state = play.of(candidate);
    expect(play.answer(opinionAct(people.first, candidate.id, bc02, 'validate'), { kind: 'juror', jurorId: people.first }), presence).toBe(opinion);
    expect(
      state.blocks.map((block) => block.state),
      presence,
    ).toEqual([{ kind: 'brought', brought: earlier(bc01) }, shown, shown]);
    expect(state.outcome, presence).toMatchObject({ kind: outcome, acquired: [bc01], remaining: [bc02, bc03] });
    expect(play.answer({ kind: 'closed' }), presence).toBe(closes ? 'accepted' : 'block-undecided');
  }
});

test('once the jury has begun on a candidate, that candidate came', () => {
  for (const [begun, may] of begunTable) {
    const candidate = candidateOf('vera');
    const play = new Branch(sittingOf([candidate])).open().present(candidate) as Branch;
    const president = { kind: 'juror', jurorId: people.first } as const;
    if (begun === 'one opinion, still sealed') play.do(opinionAct(people.first, candidate.id, bc01, 'validate'), president);
    if (begun.startsWith('a decision')) play.round(candidate, bc01, ['validate']).validate(candidate, bc01);
    if (begun === 'a decision reopened') play.do({ kind: 'reopening', candidateId: candidate.id, block: bc01, reason: 'Pièce oubliée' }, president);
    for (const presence of ['absent', 'excused'] as const)
      expect(play.answer({ kind: 'presence', candidateId: candidate.id, presence, note: '' }) === 'accepted', `${presence} after ${begun}`).toBe(may);
  }
});

test('a candidate is postponed only for a cause that stands, with a note, and nothing acquired is lost', () => {
  const links = [{ candidateId: candidateOf('xavi').id, kind: 'family' as const, note: '' }];
  for (const [cause, ...columns] of postponementTable)
    for (const [index, may] of columns.entries()) {
      const entryDate = day.parse(index === 1 ? '2025-09-30' : '2024-03-15');
      const candidate = candidateOf('xavi', { presents: [bc02, bc03], brings: [earlier(bc01)], entryDate });
      const play = new Branch(sittingOf([candidate])).open(undefined, index === 2 ? links : []).present(candidate) as Branch;
      const act = { kind: 'postponement', candidateId: candidate.id, cause, note: 'Note' } as const;
      const where = `${cause} ${index}`;
      expect(play.answer({ ...act, note: '' }), where).not.toBe('accepted');
      expect(play.answer(act) === 'accepted', where).toBe(may);
      if (!may) continue;
      play.do(act);
      expect(play.of(candidate).outcome, where).toEqual({ kind: 'postponed', cause, note: 'Note', acquired: [bc01], remaining: [bc02, bc03] });
      expect(
        play.of(candidate).blocks.map((block) => block.state.kind),
        where,
      ).toEqual(['brought', 'postponed', 'postponed']);
      expect(play.answer(opinionAct(people.first, candidate.id, bc02, 'validate'), { kind: 'juror', jurorId: people.first }), where).not.toBe('accepted');
      expect(play.answer({ kind: 'closed' }), where).toBe('accepted');
      play.do({ kind: 'postponementLifted', candidateId: candidate.id, reason: 'Reprise' });
      expect(
        play.of(candidate).blocks.map((block) => block.state.kind),
        where,
      ).toEqual(['brought', 'pending', 'pending']);
      expect(play.answer({ kind: 'closed' }), where).toBe('block-undecided');
    }
});

test('an entry is good within the registration, and a session is held in time to deliver', () => {
  for (const [limit, heldOn, ...columns] of entryTable)
    for (const [index, entitled] of columns.entries()) {
      const entry = entryDays[index];
      const candidate = candidateOf('walid', { entryDate: day.parse(entry) });
      const sitting = sittingOf([candidate]);
      const deliveryLimit = limit === null ? null : day.parse(limit);
      const play = new Branch({ ...sitting, heldOn: day.parse(heldOn), referential: { ...sitting.referential, deliveryLimit } })
        .open()
        .present(candidate) as Branch;
      const where = `entered ${entry}, held ${heldOn}, limit ${limit}`;
      expect(play.of(candidate).entry, where).toMatchObject({ entitled, entryDate: entry, from: '2022-09-29', to: '2025-09-29', heldOn, limit });
      const opinion = play.answer(opinionAct(people.first, candidate.id, bc01, 'validate'), { kind: 'juror', jurorId: people.first });
      expect(opinion, where).toBe(entitled ? 'accepted' : 'entry-outside-registration');
      expect(play.answer(decisionAct(play.sitting, candidate.id, bc01, 'validated')), where).toBe(
        entitled ? 'round-not-revealed' : 'entry-outside-registration',
      );
      expect(play.answer({ kind: 'postponement', candidateId: candidate.id, cause: 'entry', note: 'Entrée' }) === 'accepted', where).toBe(!entitled);
    }
});

import { describe, expect, test } from 'vitest';
import { bc01, bc02, bc03, candidateOf, jury, people, Play, sittingOf } from '../tests/fixtures/sitting.ts';
import type { Act } from './act.ts';
import { checkEntry } from './candidate.ts';
import { checkComposition, usualRule } from './jury.ts';
import { contradictsVersion, defaultRegulations, nextVersion, regulations } from './regulations.ts';
import { day } from './time.ts';

const anna = candidateOf('anna');
const everybody = [people.lead, people.first, people.second, people.substitute];
const byJuror = (jurorId: typeof people.first) => ({ kind: 'juror', jurorId }) as const;
const decision = (block: typeof bc01): Extract<Act, { kind: 'decision' }> => ({
  kind: 'decision',
  candidateId: anna.id,
  block,
  outcome: 'validated',
  reason: '',
  recommendation: '',
  competencies: [],
});

describe('who sits', () => {
  test('a member who comes in after the opening sits only once links are declared', () => {
    const play = new Play(sittingOf([anna], { regulations: { quorum: 2 } })).open([people.lead, people.first]).present(anna);
    play.do({ kind: 'attendance', jurorId: people.second, present: true });
    expect(play.of(anna).composition.sitting).toEqual([people.lead, people.first]);
    expect(play.of(anna).composition.gaps).toContainEqual({ kind: 'undeclared', jurors: [people.second] });
    play.do({ kind: 'declaration', jurorId: people.second, links: [] }, byJuror(people.second));
    expect(play.of(anna).composition).toMatchObject({ sitting: [people.lead, people.first, people.second], gaps: [] });
  });

  test('a substitute who has a link does not sit either', () => {
    const play = new Play(sittingOf([anna])).open(everybody, [{ candidateId: anna.id, kind: 'family', note: '' }]).present(anna);
    play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
    play.do({ kind: 'recusal', jurorId: people.substitute, candidateId: anna.id, reason: 'Lien découvert' });
    expect(play.of(anna).composition.gaps.map(({ kind }) => kind)).toContain('members');
  });

  test('a recusal entered by mistake is withdrawn by that member alone, with a reason', () => {
    const play = new Play(sittingOf([anna])).open().present(anna);
    const withdrawal = { kind: 'recusalWithdrawn', jurorId: people.second, candidateId: anna.id, reason: 'Saisi pour un homonyme' } as const;
    expect(play.try(withdrawal, byJuror(people.second))).toMatchObject({ error: { code: 'not-recused' } });
    play.do({ kind: 'recusal', jurorId: people.second, candidateId: anna.id, reason: 'Lien' });
    expect(play.try(withdrawal)).toMatchObject({ error: { code: 'forbidden' } });
    expect(play.try(withdrawal, byJuror(people.first))).toMatchObject({ error: { code: 'forbidden' } });
    expect(play.try({ ...withdrawal, reason: '' }, byJuror(people.second))).toMatchObject({ error: { code: 'reason-missing' } });
    play.do(withdrawal, byJuror(people.second));
    expect(play.of(anna).composition.gaps).toEqual([]);
  });

  test('the presidency is designated before the opening; a deputy may be named later and presides when the president is away', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna);
    expect(play.try({ kind: 'presidentDesignated', jurorId: people.second, rank: 'president' })).toMatchObject({ error: { code: 'president-frozen' } });
    play.do({ kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'Lien' });
    play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.first, substitute: people.substitute });
    expect(play.of(anna).composition.gaps).toEqual([{ kind: 'president' }]);
    play.do({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' });
    expect(play.of(anna).composition).toMatchObject({ president: people.second, gaps: [] });
  });

  test('nobody unknown to the session comes in, presides, declares or is recused', () => {
    const play = new Play(sittingOf([anna])).open();
    const stranger = 'inconnu' as typeof people.first;
    const acts: Act[] = [
      { kind: 'attendance', jurorId: stranger, present: true },
      { kind: 'presidentDesignated', jurorId: stranger, rank: 'deputy' },
      { kind: 'declaration', jurorId: stranger, links: [] },
      { kind: 'recusal', jurorId: stranger, candidateId: anna.id, reason: 'x' },
      { kind: 'recusal', jurorId: people.first, candidateId: 'personne' as typeof anna.id, reason: 'x' },
    ];
    for (const act of acts) expect([act.kind, play.try(act)]).toMatchObject([act.kind, { ok: false }]);
  });

  test('the text of each path is applied as data, and the law asks a qualified member of a VAE whatever the fiche says', () => {
    const facts = { open: true, text: null, quorum: 3, sitting: jury.slice(0, 3), undeclared: [], president: jury[1] ?? null };
    const gaps = (path: 'FI' | 'FC' | 'VAE', rule = usualRule(path), sitting = facts.sitting) => checkComposition({ ...facts, path, rule, sitting }).gaps;
    expect([gaps('FI'), gaps('FC'), gaps('VAE')]).toEqual([[], [], []]);
    const noQualified = jury.slice(0, 3).map((member) => ({ ...member, qualified: false }));
    expect(gaps('VAE', { ...usualRule('VAE'), qualified: 0 }, noQualified)).toEqual([{ kind: 'qualified' }]);
    const noSector = jury.slice(0, 3).map((member) => ({ ...member, itProfessional: false }));
    expect([gaps('FI', usualRule('FI'), noSector), gaps('FC', usualRule('FC'), noSector)]).toEqual([[], [{ kind: 'externals', needed: 2, sitting: 0 }]]);
    expect(gaps('FC', { members: 5, externals: 2, sector: true, pedagogicalLead: false, qualified: 0 })).toEqual([{ kind: 'members', needed: 5, sitting: 3 }]);
  });
});

describe('rounds', () => {
  test('when nobody expresses an opinion nothing is decided for the jury, least of all a refusal', () => {
    const play = new Play(sittingOf([anna], { regulations: { abstention: 'allowed', decisionRule: 'majority', tie: 'refusal' } })).open().present(anna);
    play.round(anna, bc01, ['abstain']);
    expect(play.of(anna).blocks[0]?.rounds[0]).toMatchObject({ result: { kind: 'noneExpressed' } });
    for (const outcome of ['validated', 'notValidated'] as const)
      expect(play.try({ ...decision(bc01), outcome, reason: 'M', recommendation: 'R' })).toMatchObject({ error: { code: 'round-not-complete' } });
  });

  test('no round beyond the number allowed, but for a jury that has changed since the last one', () => {
    const play = new Play(sittingOf([anna], { regulations: { rounds: 1 } })).open(everybody).present(anna).round(anna, bc01, ['validate', 'refuse']);
    const second = { kind: 'round', candidateId: anna.id, block: bc01, round: 2, reason: 'Discussion' } as const;
    expect(play.try(second)).toMatchObject({ error: { code: 'round-not-allowed', facts: { most: 1 } } });
    play.do({ kind: 'attendance', jurorId: people.second, present: false });
    play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
    expect(play.try(decision(bc01))).toMatchObject({ error: { code: 'round-not-complete', facts: { changed: true } } });
    play.do(second).round(anna, bc01, ['validate']).validate(anna, bc01);
  });
});

describe('decisions taken again', () => {
  test('the member who presides for this candidate reopens, and is named', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna);
    play.do({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' });
    play.do({ kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'Lien' });
    play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.first, substitute: people.substitute });
    play.round(anna, bc01, ['refuse']).refuse(anna, bc01);
    const reopening = { kind: 'reopening', candidateId: anna.id, block: bc01, reason: 'Pièce oubliée' } as const;
    expect(play.try(reopening, byJuror(people.first))).toMatchObject({ error: { code: 'not-president' } });
    play.do(reopening, byJuror(people.second));
    expect(play.of(anna).blocks[0]?.superseded).toMatchObject([{ by: people.second, outcome: 'notValidated' }]);
  });

  test('a session does not close on a decision taken with a member recused since', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna);
    for (const block of [bc01, bc02, bc03]) play.round(anna, block, ['validate']).validate(anna, block);
    play.do({ kind: 'recusal', jurorId: people.second, candidateId: anna.id, reason: 'Lien découvert' });
    expect(play.try({ kind: 'closed' })).toMatchObject({ error: { code: 'decision-by-recused', facts: { candidates: [anna.id] } } });
    play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
    for (const block of [bc01, bc02, bc03]) {
      play.do({ kind: 'reopening', candidateId: anna.id, block, reason: 'Déport' }, byJuror(people.first));
      expect(play.try(decision(block))).toMatchObject({ error: { code: 'round-not-complete' } });
      play.do({ kind: 'round', candidateId: anna.id, block, round: 2, reason: 'Jury changé' }).round(anna, block, ['validate']).validate(anna, block);
    }
    play.do({ kind: 'closed' });
  });
});

describe('what a candidate keeps', () => {
  test('an equivalence of the session is withdrawn with a reason; what was acquired before is never touched', () => {
    const brought = candidateOf('bruno', { presents: [bc02], brings: [{ kind: 'earlier', block: bc01, minute: 'PV 1', on: null }] });
    const play = new Play(sittingOf([brought])).open().present(brought);
    const withdraw = (block: typeof bc01, reason = 'Mauvais candidat') => play.try({ kind: 'equivalenceWithdrawn', candidateId: brought.id, block, reason });
    play.do({ kind: 'equivalence', candidateId: brought.id, block: bc02, from: 'RNCP34979BC02', reference: 'EQ', on: day.parse('2025-01-01'), authority: 'C' });
    expect(play.of(brought).outcome).toMatchObject({ kind: 'none', acquired: [bc01, bc02] });
    expect([withdraw(bc01), withdraw(bc03), withdraw(bc02, '')]).toMatchObject([
      { error: { code: 'block-already-acquired' } },
      { error: { code: 'not-found' } },
      { error: { code: 'reason-missing' } },
    ]);
    expect(withdraw(bc02).ok).toBe(true);
    expect(play.of(brought).blocks.map(({ state }) => state.kind)).toEqual(['brought', 'pending', 'notPresented']);
  });

  test('an absence of the whole day and one on a block are told apart, and a postponed block is neither', () => {
    const [away, late, here] = [candidateOf('away'), candidateOf('late'), candidateOf('here')];
    const play = new Play(sittingOf([away, late, here])).open().present(late).present(here);
    play.do({ kind: 'presence', candidateId: away.id, presence: 'absent', note: '' });
    play.round(late, bc01, ['validate']).validate(late, bc01).do({ kind: 'postponement', candidateId: late.id, cause: 'dossier', note: 'Rapport manquant' });
    play.do({ kind: 'blockAbsence', candidateId: here.id, block: bc02, absent: true, note: '' });
    const states = (one: typeof here) => play.of(one).blocks.map(({ state }) => (state.kind === 'absent' ? state.scope : state.kind));
    expect([states(away), states(late), states(here)]).toEqual([
      ['candidate', 'candidate', 'candidate'],
      ['validated', 'postponed', 'postponed'],
      ['pending', 'block', 'pending'],
    ]);
    expect(play.of(late).outcome).toMatchObject({ kind: 'postponed', acquired: [bc01], remaining: [bc02, bc03] });
    expect(play.try({ kind: 'postponement', candidateId: late.id, cause: 'other', note: 'encore' })).toMatchObject({ error: { code: 'candidate-postponed' } });
    expect(play.try({ kind: 'postponementLifted', candidateId: here.id, reason: 'x' })).toMatchObject({ error: { code: 'not-postponed' } });
  });

  test('an entry is checked against the registration, and the session against the limit of delivery where there is one', () => {
    const terms = { decisionDate: day.parse('2022-09-29'), registrationEnd: day.parse('2025-09-29'), deliveryLimit: null };
    const entitled = (entryDate: string, heldOn = '2026-03-17', limit: string | null = null) =>
      checkEntry(
        { accessPath: 'FC', entryDate: day.parse(entryDate) },
        { ...terms, deliveryLimit: limit === null ? null : day.parse(limit) },
        day.parse(heldOn),
      ).entitled;
    expect(['2022-09-28', '2022-09-29', '2025-09-29', '2025-09-30'].map((entry) => entitled(entry))).toEqual([false, true, true, false]);
    expect(['2026-09-28', '2026-09-29', '2026-09-30'].map((held) => entitled('2024-01-15', held, '2026-09-29'))).toEqual([true, true, false]);
  });
});

describe('the regulations', () => {
  test('cannot bind the jury to a count that nobody takes', () => {
    expect(regulations.safeParse({ ...defaultRegulations, opinions: 'collegialOnly', decisionRule: 'majority' }).success).toBe(false);
    expect(regulations.safeParse({ ...defaultRegulations, opinions: 'collegialOnly' }).success).toBe(true);
  });

  test('say one thing under one version, and suggest the next', () => {
    expect(contradictsVersion(defaultRegulations, { ...defaultRegulations, quorum: 4 })).toBe(true);
    expect(contradictsVersion(defaultRegulations, { ...defaultRegulations, quorum: 4, version: '2.0' })).toBe(false);
    expect(contradictsVersion(defaultRegulations, structuredClone(defaultRegulations))).toBe(false);
    expect(['1.0', '2026-A', 'v9', 'B'].map(nextVersion)).toEqual(['1.1', '2027-A', 'v10', 'B.1']);
  });
});

describe('who may do an act', () => {
  test('what the jury does together is entered by the lead; a member does only what is the member’s own', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna).round(anna, bc01, ['validate']);
    const acts: Act[] = [
      decision(bc01),
      { kind: 'equivalence', candidateId: anna.id, block: bc02, from: 'A', reference: 'B', on: day.parse('2025-01-01'), authority: 'C' },
      { kind: 'attendance', jurorId: people.second, present: false },
      { kind: 'recusal', jurorId: people.second, candidateId: anna.id, reason: 'x' },
      { kind: 'incident', text: 'x' },
    ];
    for (const act of acts)
      for (const author of [{ kind: 'officer' }, byJuror(people.first)] as const)
        expect([act.kind, play.try(act, author)]).toMatchObject([act.kind, { error: { code: 'forbidden' } }]);
    expect(play.try({ kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'x' }, byJuror(people.first)).ok).toBe(true);
    expect(play.try({ kind: 'opinion', jurorId: people.second, candidateId: anna.id, block: bc02, round: 1, value: 'validate', note: '' }).ok).toBe(false);
  });

  test('an equivalence names its origin, its reference and its authority', () => {
    const play = new Play(sittingOf([anna])).open().present(anna);
    const granted = { kind: 'equivalence', candidateId: anna.id, block: bc02, from: 'A', reference: 'B', on: day.parse('2025-01-01'), authority: 'C' } as const;
    for (const part of ['from', 'reference', 'authority']) expect(play.try({ ...granted, [part]: '' })).toMatchObject({ error: { code: 'reason-missing' } });
  });

  test('a link declared by mistake goes with the recusal that it caused', () => {
    const play = new Play(sittingOf([anna])).open(undefined, [{ candidateId: anna.id, kind: 'family', note: '' }]).present(anna);
    play.do({ kind: 'recusalWithdrawn', jurorId: people.second, candidateId: anna.id, reason: 'Homonyme' }, byJuror(people.second));
    expect(play.state.members.find((member) => member.juror.id === people.second)?.links).toEqual([]);
    expect(play.of(anna).composition.gaps).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { bc01, bc02, bc03, candidateOf, jury, people, Play, sittingOf } from '../tests/fixtures/sitting.ts';
import type { Act } from './act.ts';
import type { Candidate } from './candidate.ts';
import { jurorId } from './ids.ts';
import { day } from './time.ts';

// What a careless or dishonest lead could try, one attempt a test; each was first played against an engine that let it pass.
const anna = candidateOf('anna');
const everybody = [people.lead, people.first, people.second, people.substitute];
const byJuror = (id: typeof people.first) => ({ kind: 'juror', jurorId: id }) as const;
const blocks = [bc01, bc02, bc03];

const grant = (candidate: Candidate, block: typeof bc01, on = '2025-01-15'): Act => ({
  kind: 'equivalence',
  candidateId: candidate.id,
  block,
  from: 'RNCP34979BC01',
  reference: 'EQ-1',
  on: day.parse(on),
  authority: 'Commission',
});
const decide = (outcome: 'validated' | 'notValidated', block = bc01): Act => ({
  kind: 'decision',
  candidateId: anna.id,
  block,
  outcome,
  reason: 'Motif',
  recommendation: 'Recommandation',
  competencies: [],
});
const opinion = (id: typeof people.first, value: 'validate' | 'refuse' | 'abstain', round = 1): Act => ({
  kind: 'opinion',
  jurorId: id,
  candidateId: anna.id,
  block: bc01,
  round,
  value,
  note: '',
});
const away = (play: Play, id: typeof people.first, present: boolean) => play.do({ kind: 'attendance', jurorId: id, present });
const substitute = (play: Play, replaced: typeof people.first) =>
  play.do({ kind: 'substitution', candidateIds: [anna.id], replaced, substitute: people.substitute });

describe('an equivalence does not stand for a deliberation', () => {
  test('a candidate who is not entitled gets nothing by equivalence, and the session does not close on one who got all before', () => {
    const late = candidateOf('late', { entryDate: day.parse('2025-11-03') });
    const complete = candidateOf('complete', {
      entryDate: day.parse('2025-11-03'),
      presents: [],
      brings: blocks.map((block) => ({ kind: 'earlier', block, minute: 'PV 1', on: null })),
    });
    const play = new Play(sittingOf([late, complete])).open().present(late).present(complete);
    for (const block of blocks) expect(play.try(grant(late, block))).toMatchObject({ error: { code: 'entry-outside-registration' } });
    play.do({ kind: 'postponement', candidateId: late.id, cause: 'entry', note: 'Entrée tardive' });
    expect(play.try({ kind: 'closed' })).toMatchObject({ error: { code: 'block-undecided', facts: { candidates: [complete.id] } } });
    play.do({ kind: 'postponement', candidateId: complete.id, cause: 'entry', note: 'Entrée tardive' }).do({ kind: 'closed' });
  });

  test('a refusal that the jury has revealed is not undone by an equivalence, nor a future act accepted', () => {
    const play = new Play(sittingOf([anna])).open().present(anna);
    expect(play.try(grant(anna, bc01, '2030-01-01'))).toMatchObject({ error: { code: 'equivalence-later' } });
    play.round(anna, bc01, ['refuse']);
    expect(play.try(grant(anna, bc01))).toMatchObject({ error: { code: 'block-decided' } });
    expect(play.try(grant(anna, bc02))).toEqual({ ok: true, value: true });
  });
});

describe('whose voices count', () => {
  test('a decision is not reopened by a deputy named for that purpose', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna).round(anna, bc01, ['validate']).validate(anna, bc01);
    away(play, people.first, false);
    play.do({ kind: 'presidentDesignated', jurorId: people.lead, rank: 'deputy' });
    const reopening = { kind: 'reopening', candidateId: anna.id, block: bc01, reason: 'x' } as const;
    for (const author of [byJuror(people.lead), byJuror(people.second), { kind: 'lead' }] as const)
      expect(play.try(reopening, author)).toMatchObject({ error: { code: 'not-president' } });
    expect(play.try(reopening, byJuror(people.first)).ok).toBe(true);
  });

  test('the opinion of a member recused since does not weigh on the decision', () => {
    const fourth = jurorId.parse('quatrieme');
    const member = jury.find(({ id }) => id === people.second);
    if (!member) throw new Error('the fixture has a second member');
    const sitting = {
      ...sittingOf([anna], { regulations: { decisionRule: 'majority' } }),
      jurors: [...jury, { ...member, id: fourth, familyName: 'Quatrième' }],
    };
    const play = new Play(sitting).open([people.lead, people.first, people.second, fourth]).present(anna);
    play.round(anna, bc01, ['validate', 'validate', 'refuse', 'refuse']);
    expect(play.of(anna).blocks[0]?.rounds[0]).toMatchObject({ result: { kind: 'castingVote', value: 'validate' } });
    play.do({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' });
    play.do({ kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'Lien' });
    expect(play.of(anna).composition.gaps).toEqual([]);
    expect(play.try(decide('validated'))).toMatchObject({ error: { code: 'round-not-complete', facts: { changed: true } } });
  });

  test('a refusing member is not sent away just before the reveal', () => {
    const play = new Play(sittingOf([anna], { regulations: { quorum: 3 } })).open(everybody).present(anna);
    for (const id of [people.lead, people.first, people.second]) play.do(opinion(id, id === people.second ? 'refuse' : 'validate'), byJuror(id));
    away(play, people.second, false);
    substitute(play, people.second);
    expect(play.of(anna).blocks[0]?.rounds[0]).toMatchObject({ kind: 'sealed', void: true });
    expect(play.try(opinion(people.substitute, 'validate'), byJuror(people.substitute))).toMatchObject({ error: { code: 'round-void' } });
    expect(play.try({ kind: 'reveal', candidateId: anna.id, block: bc01, round: 1 })).toMatchObject({ ok: false });
    play.do({ kind: 'round', candidateId: anna.id, block: bc01, round: 2, reason: 'Jury changé' }).round(anna, bc01, ['validate']);
    expect(JSON.stringify(play.of(anna).blocks[0]?.rounds[0])).not.toMatch(/refuse|validate/);
  });

  test('the same jury come back goes on with its round', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna).do(opinion(people.lead, 'validate'), byJuror(people.lead));
    away(away(play, people.second, false), people.second, true);
    play.do(opinion(people.first, 'validate'), byJuror(people.first)).do(opinion(people.second, 'validate'), byJuror(people.second));
    play.do({ kind: 'reveal', candidateId: anna.id, block: bc01, round: 1 });
  });

  test('the casting vote does not change hands once a deputy holds it', () => {
    const play = new Play(sittingOf([anna])).open(everybody).present(anna);
    play.do({ kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'Lien' });
    substitute(play, people.first).do({ kind: 'presidentDesignated', jurorId: people.lead, rank: 'deputy' });
    expect(play.try({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' })).toMatchObject({ error: { code: 'president-frozen' } });
  });

  test('rounds are not multiplied by sending a member out and in', () => {
    const play = new Play(sittingOf([anna], { regulations: { rounds: 1 } })).open(everybody).present(anna).round(anna, bc01, ['refuse']);
    away(play, people.second, false);
    substitute(play, people.second);
    play.do({ kind: 'round', candidateId: anna.id, block: bc01, round: 2, reason: 'Suppléante' }).round(anna, bc01, ['refuse']);
    away(play, people.second, true);
    expect(play.try({ kind: 'round', candidateId: anna.id, block: bc01, round: 3, reason: 'Encore' })).toMatchObject({ error: { code: 'round-not-allowed' } });
  });
});

describe('the law of the VAE is no parameter', () => {
  const vae = candidateOf('anna', { accessPath: 'VAE' });
  test('any declared link recuses, whatever the regulations say', () => {
    const play = new Play(sittingOf([vae], { regulations: { recusingLinks: [] } })).open(undefined, [{ candidateId: vae.id, kind: 'family', note: '' }]);
    expect(play.of(vae).recusals).toMatchObject([{ jurorId: people.second, cause: 'family' }]);
    const other = new Play(sittingOf([anna], { regulations: { recusingLinks: [] } })).open(undefined, [{ candidateId: anna.id, kind: 'family', note: '' }]);
    expect(other.of(anna).recusals).toEqual([]);
  });

  test('the president’s voice prevails on a tie', () => {
    const sitting = sittingOf([vae], { regulations: { decisionRule: 'majority', tie: 'refusal', abstention: 'allowed' } });
    const play = new Play(sitting).open().present(vae).round(vae, bc01, ['refuse', 'validate', 'abstain']);
    expect(play.of(vae).blocks[0]?.rounds[0]).toMatchObject({ result: { kind: 'castingVote', value: 'validate' } });
  });
});

describe('nobody is stuck for ever', () => {
  test('a candidate marked present by mistake is noted absent though an opinion was sealed', () => {
    const play = new Play(sittingOf([anna])).open().present(anna).do(opinion(people.first, 'validate'), byJuror(people.first));
    play.do({ kind: 'presence', candidateId: anna.id, presence: 'absent', note: '' }).do({ kind: 'closed' });
    expect(play.of(anna).outcome).toMatchObject({ kind: 'absent' });
  });

  test('when everybody who decided is recused, the lead reopens with a reason, and the candidate is postponed', () => {
    const play = new Play(sittingOf([anna])).open().present(anna);
    for (const block of blocks) play.round(anna, block, ['validate']).validate(anna, block);
    for (const id of [people.lead, people.first, people.second]) play.do({ kind: 'recusal', jurorId: id, candidateId: anna.id, reason: 'Lien' });
    expect(play.try({ kind: 'closed' })).toMatchObject({ error: { code: 'decision-by-recused' } });
    for (const block of blocks) play.do({ kind: 'reopening', candidateId: anna.id, block, reason: 'Jury récusé' });
    play.do({ kind: 'postponement', candidateId: anna.id, cause: 'composition', note: 'Jury récusé' }).do({ kind: 'closed' });
    expect(play.of(anna).blocks[0]?.superseded).toMatchObject([{ by: 'lead' }]);
  });
});

test('a signature is refused for a member who was to sign, on the printing at hand, once', () => {
  const play = new Play(sittingOf([anna])).open().present(anna);
  for (const block of blocks) play.round(anna, block, ['validate']).validate(anna, block);
  play.do({ kind: 'closed' }).do({ kind: 'printed', base: 'a'.repeat(64), printing: 1 });
  const refusal = { kind: 'signatureRefused', jurorId: people.first, reason: 'Départ', printing: 1 } as const;
  expect(play.try({ ...refusal, printing: 7 })).toMatchObject({ error: { code: 'minute-absent' } });
  expect(play.try({ ...refusal, jurorId: people.substitute })).toMatchObject({ error: { code: 'forbidden' } });
  play.do(refusal).do({ kind: 'printed', base: 'a'.repeat(64), printing: 2 });
  expect(play.try({ ...refusal, printing: 2 })).toMatchObject({ error: { code: 'forbidden' } });
});

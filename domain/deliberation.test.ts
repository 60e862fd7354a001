import { expect, test } from 'vitest';
import { bc01, bc02, bc03, candidateOf, people, Play, sittingOf } from '../tests/fixtures/sitting.ts';
import type { Act } from './act.ts';
import { day } from './time.ts';

type Decision = Extract<Act, { kind: 'decision' }>;

const anna = candidateOf('anna');
const opened = (changes: Parameters<typeof sittingOf>[1] = {}) => new Play(sittingOf([anna], changes)).open().present(anna);

test('every block validated gives the full certification', () => {
  const play = opened();
  for (const block of [bc01, bc02, bc03]) play.round(anna, block, ['validate']).validate(anna, block);
  expect(play.of(anna).outcome).toEqual({ kind: 'full', acquired: [bc01, bc02, bc03], today: [bc01, bc02, bc03] });
});

test('a refusal on one block leaves the others decidable and names what remains', () => {
  const play = opened();
  play
    .round(anna, bc01, ['validate'])
    .validate(anna, bc01)
    .round(anna, bc02, ['refuse'])
    .refuse(anna, bc02)
    .round(anna, bc03, ['validate'])
    .validate(anna, bc03);
  expect(play.of(anna).outcome).toEqual({ kind: 'partial', acquired: [bc01, bc03], today: [bc01, bc03], remaining: [bc02] });
});

test('a block acquired before is never presented again nor lost', () => {
  const brings = [{ kind: 'earlier' as const, block: bc01, minute: 'PV 2025-007', on: null }];
  const bruno = candidateOf('bruno', { presents: [bc02], brings });
  const play = new Play(sittingOf([bruno])).open().present(bruno);
  expect(
    play.try(
      { kind: 'opinion', jurorId: people.first, candidateId: bruno.id, block: bc01, round: 1, value: 'refuse', note: '' },
      { kind: 'juror', jurorId: people.first },
    ),
  ).toMatchObject({
    error: { code: 'block-already-acquired' },
  });
  play.round(bruno, bc02, ['refuse']).refuse(bruno, bc02);
  expect(play.of(bruno).outcome).toEqual({ kind: 'none', acquired: [bc01], remaining: [bc02, bc03] });
});

test('no opinion can be read before all are in, and all are read together', () => {
  const play = opened();
  const give = (jurorId: typeof people.first, value: 'validate' | 'refuse') =>
    play.do({ kind: 'opinion', jurorId, candidateId: anna.id, block: bc01, round: 1, value, note: 'secret' }, { kind: 'juror', jurorId });
  give(people.first, 'refuse');
  give(people.second, 'validate');
  expect(play.try({ kind: 'reveal', candidateId: anna.id, block: bc01, round: 1 })).toMatchObject({ error: { code: 'round-not-complete' } });
  expect(JSON.stringify(play.state)).not.toMatch(/secret|refuse"/);
  give(people.lead, 'validate');
  play.do({ kind: 'reveal', candidateId: anna.id, block: bc01, round: 1 });
  expect(play.of(anna).blocks[0]?.rounds[0]).toMatchObject({ kind: 'revealed', divergent: true, count: { validate: 2, refuse: 1, abstain: 0 } });
});

test('until the reveal an author may supersede an opinion; afterwards the first one never changes', () => {
  const play = opened();
  const author = { kind: 'juror', jurorId: people.first } as const;
  const act = { kind: 'opinion', jurorId: people.first, candidateId: anna.id, block: bc01, round: 1, note: '' } as const;
  play.do({ ...act, value: 'refuse' }, author).round(anna, bc01, ['validate']);
  expect(play.try({ ...act, value: 'refuse' }, author)).toMatchObject({ error: { code: 'round-revealed' } });
  expect(play.of(anna).blocks[0]?.rounds[0]).toMatchObject({ count: { validate: 3, refuse: 0 } });
});

test('a second round leaves the first readable beside it', () => {
  const play = opened();
  play.round(anna, bc01, ['validate', 'refuse', 'refuse']).do({ kind: 'round', candidateId: anna.id, block: bc01, round: 2, reason: 'Discussion' });
  expect(
    play.try({ kind: 'decision', candidateId: anna.id, block: bc01, outcome: 'validated', reason: '', recommendation: '', competencies: [] }),
  ).toMatchObject({
    error: { code: 'round-not-revealed' },
  });
  play.round(anna, bc01, ['validate']);
  expect(play.of(anna).blocks[0]?.rounds.map((round) => round.kind === 'revealed' && round.count)).toEqual([
    { validate: 1, refuse: 2, abstain: 0 },
    { validate: 3, refuse: 0, abstain: 0 },
  ]);
});

test('a member with a declared link does not sit, and without a substitute nothing can be decided', () => {
  const play = new Play(sittingOf([anna])).open(undefined, [{ candidateId: anna.id, kind: 'professional', note: '' }]).present(anna);
  expect(play.of(anna).composition.gaps).toContainEqual({ kind: 'members', needed: 3, sitting: 2 });
  expect(play.of(anna).mustLeave).toEqual([people.second]);
  const decision: Decision = { kind: 'decision', candidateId: anna.id, block: bc01, outcome: 'validated', reason: '', recommendation: '', competencies: [] };
  expect(play.try(decision)).toMatchObject({ error: { code: 'composition-invalid' } });
  play.do({ kind: 'postponement', candidateId: anna.id, cause: 'composition', note: 'Jury incomplet' });
  expect(play.of(anna).outcome).toMatchObject({ kind: 'postponed', cause: 'composition' });
});

test('a qualified outside substitute takes the seat of a recused member and signs', () => {
  const everybody = [people.lead, people.first, people.second, people.substitute];
  const play = new Play(sittingOf([anna])).open(everybody, [{ candidateId: anna.id, kind: 'family', note: '' }]).present(anna);
  play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
  expect(play.of(anna).composition).toMatchObject({ gaps: [], sitting: [people.lead, people.first, people.substitute] });
  for (const block of [bc01, bc02, bc03]) play.round(anna, block, ['validate']).validate(anna, block);
  expect(play.state.members.filter((member) => member.decided).map((member) => member.juror.id)).toEqual([people.lead, people.first, people.substitute]);
});

test('a member who leaves in the middle leaves the jury unable to decide, until a substitute gives an opinion too', () => {
  const everybody = [people.lead, people.first, people.second, people.substitute];
  const play = new Play(sittingOf([anna])).open(everybody).present(anna).round(anna, bc01, ['validate']);
  play.do({ kind: 'attendance', jurorId: people.second, present: false });
  const decision: Decision = { kind: 'decision', candidateId: anna.id, block: bc01, outcome: 'validated', reason: '', recommendation: '', competencies: [] };
  expect(play.try(decision)).toMatchObject({ error: { code: 'composition-invalid' } });
  play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
  expect(play.try(decision)).toMatchObject({ error: { code: 'round-not-complete' } });
});

test('with the president away and no deputy nothing can be decided', () => {
  const play = opened();
  play.do({ kind: 'attendance', jurorId: people.first, present: false });
  expect(play.of(anna).composition.gaps.map((gap) => gap.kind)).toContain('president');
});

test('an entry after the end of the registration is never decided: the candidate is postponed with that cause', () => {
  const late = candidateOf('late', { entryDate: day.parse('2025-10-06') });
  const play = new Play(sittingOf([late])).open().present(late);
  const opinion = { kind: 'opinion', jurorId: people.first, candidateId: late.id, block: bc01, round: 1, value: 'validate', note: '' } as const;
  expect(play.try(opinion, { kind: 'juror', jurorId: people.first })).toMatchObject({ error: { code: 'entry-outside-registration' } });
  play.do({ kind: 'postponement', candidateId: late.id, cause: 'entry', note: 'Entrée le 6 octobre 2025' });
  expect(play.try({ kind: 'closed' })).toEqual({ ok: true, value: true });
});

test('a refused block needs a reason, cited competencies and a recommendation', () => {
  const play = opened().round(anna, bc01, ['refuse']);
  const refusal: Decision = { kind: 'decision', candidateId: anna.id, block: bc01, outcome: 'notValidated', reason: '', recommendation: '', competencies: [] };
  const cited = play.sitting.referential.blocks[0]?.competencies[0]?.code;
  const foreign = play.sitting.referential.blocks[1]?.competencies[0]?.code;
  if (cited === undefined || foreign === undefined) throw new Error('the seed has competencies');
  expect(play.try(refusal)).toMatchObject({ error: { code: 'reason-missing' } });
  expect(play.try({ ...refusal, reason: 'Motif' })).toMatchObject({ error: { code: 'competencies-missing' } });
  expect(play.try({ ...refusal, reason: 'Motif', competencies: [foreign] })).toMatchObject({ error: { code: 'competency-foreign' } });
  expect(play.try({ ...refusal, reason: 'Motif', competencies: [cited] })).toMatchObject({ error: { code: 'recommendation-missing' } });
  expect(play.try({ ...refusal, reason: 'Motif', competencies: [cited], recommendation: 'Reprendre' })).toEqual({ ok: true, value: true });
});

test('a decision is reopened only by the president and with a reason, and the earlier one stays readable', () => {
  const play = opened().round(anna, bc01, ['refuse']).refuse(anna, bc01);
  const reopening = { kind: 'reopening', candidateId: anna.id, block: bc01, reason: 'Pièce oubliée' } as const;
  expect(play.try(reopening)).toMatchObject({ error: { code: 'not-president' } });
  expect(play.try({ ...reopening, reason: '' }, { kind: 'juror', jurorId: people.first })).toMatchObject({ error: { code: 'reason-missing' } });
  play.do(reopening, { kind: 'juror', jurorId: people.first }).validate(anna, bc01);
  const block = play.of(anna).blocks[0];
  expect(block?.state.kind).toBe('validated');
  expect(block?.superseded).toMatchObject([{ outcome: 'notValidated', reason: 'Pièce oubliée' }]);
});

test('a session does not close on an undecided block, and a closed one takes no more acts of the jury', () => {
  const play = opened();
  expect(play.try({ kind: 'closed' })).toMatchObject({ error: { code: 'block-undecided' } });
  for (const block of [bc01, bc02, bc03]) play.round(anna, block, ['validate']).validate(anna, block);
  play.do({ kind: 'closed' });
  for (const act of [
    { kind: 'incident', text: 'x' },
    { kind: 'presence', candidateId: anna.id, presence: 'absent', note: '' },
    { kind: 'reopening', candidateId: anna.id, block: bc01, reason: 'x' },
  ] as const)
    expect(play.try(act, { kind: 'juror', jurorId: people.first })).toMatchObject({ error: { code: 'session-closed' } });
});

test('each member reads the declared accommodation before a first opinion on that candidate', () => {
  const play = opened({ mustRead: [anna.id] });
  const author = { kind: 'juror', jurorId: people.first } as const;
  const opinion = { kind: 'opinion', jurorId: people.first, candidateId: anna.id, block: bc01, round: 1, value: 'validate', note: '' } as const;
  expect(play.try(opinion, author)).toMatchObject({ error: { code: 'accommodation-unread' } });
  play.do({ kind: 'accommodationRead', jurorId: people.first, candidateId: anna.id, note: '' }, author).do(opinion, author);
});

test('where the regulations bind the jury to the count, a decision that differs is refused by the name of the rule', () => {
  const play = opened({ regulations: { decisionRule: 'majority' } }).round(anna, bc01, ['validate', 'validate', 'refuse']);
  const cited = play.sitting.referential.blocks[0]?.competencies[0]?.code;
  const refusal: Decision = {
    kind: 'decision',
    candidateId: anna.id,
    block: bc01,
    outcome: 'notValidated',
    reason: 'M',
    recommendation: 'R',
    competencies: cited ? [cited] : [],
  };
  expect(play.try(refusal)).toMatchObject({ error: { code: 'decision-differs-from-count', facts: { rule: 'majority' } } });
  play.validate(anna, bc01);
});

test('an absent candidate is registered but not presented, an excused one is told apart', () => {
  const [absent, excused] = [candidateOf('absent'), candidateOf('excuse')];
  const play = new Play(sittingOf([absent, excused])).open();
  play
    .do({ kind: 'presence', candidateId: absent.id, presence: 'absent', note: '' })
    .do({ kind: 'presence', candidateId: excused.id, presence: 'excused', note: 'Justificatif' });
  expect([play.of(absent).outcome.kind, play.of(excused).outcome.kind]).toEqual(['absent', 'excused']);
  expect(play.try({ kind: 'closed' }).ok).toBe(true);
});

test('the lead seals only when every member who decided has signed, or is recorded as unable', () => {
  const play = opened();
  for (const block of [bc01, bc02, bc03]) play.round(anna, block, ['validate']).validate(anna, block);
  const base = 'a'.repeat(64);
  const by = (signer: string, capacity: 'member' | 'lead') =>
    capacity === 'lead' ? ({ kind: 'lead' } as const) : ({ kind: 'juror', jurorId: signer as typeof people.first } as const);
  const sign = (signer: string, capacity: 'member' | 'lead', printing = 1) =>
    play.try({ kind: 'signed', signer, capacity, fingerprint: base, printing }, by(signer, capacity));
  play.do({ kind: 'closed' }).do({ kind: 'printed', base, printing: 1 });
  expect(sign(people.lead, 'member').ok && sign(people.first, 'member').ok).toBe(true);
  expect(play.try({ kind: 'printed', base, printing: 2 })).toMatchObject({ error: { code: 'already-signed' } });
  expect(sign('lead', 'lead')).toMatchObject({ error: { code: 'signature-missing', facts: { jurors: [people.second] } } });
  expect(sign(people.first, 'member')).toMatchObject({ error: { code: 'already-signed' } });
  play.do({ kind: 'signatureRefused', jurorId: people.second, reason: 'Empêchement', printing: 1 }).do({ kind: 'printed', base, printing: 2 });
  expect(sign(people.lead, 'member', 2).ok && sign(people.first, 'member', 2).ok && sign('lead', 'lead', 2).ok).toBe(true);
  expect(play.state.phase).toBe('sealed');
});

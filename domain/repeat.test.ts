import { expect, test } from 'vitest';
import { bc01, bc02, candidateOf, people, Play, sittingOf } from '../tests/fixtures/sitting.ts';
import type { Act, Author } from './act.ts';
import { changesNothing } from './repeat.ts';

const lead: Author = { kind: 'lead' };
const first: Author = { kind: 'juror', jurorId: people.first };
const anna = candidateOf('anna');
const bruno = candidateOf('bruno');
const opened = (mustRead: Parameters<typeof sittingOf>[1] = {}) => new Play(sittingOf([anna, bruno], mustRead)).open().present(anna);
const repeats = (play: Play, act: Act, author: Author = lead): boolean => changesNothing(play.state, play.acts, act, author);

const opinion = (changes: Partial<Extract<Act, { kind: 'opinion' }>> = {}): Act => ({
  kind: 'opinion',
  jurorId: people.first,
  candidateId: anna.id,
  block: bc01,
  round: 1,
  value: 'refuse',
  note: 'à revoir',
  ...changes,
});

test('a member already here who is noted here again changes nothing; leaving does', () => {
  const play = opened();
  expect(repeats(play, { kind: 'attendance', jurorId: people.first, present: true })).toBe(true);
  expect(repeats(play, { kind: 'attendance', jurorId: people.first, present: false })).toBe(false);
  play.do({ kind: 'attendance', jurorId: people.first, present: false });
  expect(repeats(play, { kind: 'attendance', jurorId: people.first, present: false })).toBe(true);
  expect(repeats(play, { kind: 'attendance', jurorId: people.first, present: true })).toBe(false);
});

test('the same president or deputy named again changes nothing; each rank is looked at apart', () => {
  const play = opened().do({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' });
  expect(repeats(play, { kind: 'presidentDesignated', jurorId: people.first, rank: 'president' })).toBe(true);
  expect(repeats(play, { kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' })).toBe(true);
  expect(repeats(play, { kind: 'presidentDesignated', jurorId: people.first, rank: 'deputy' })).toBe(false);
  expect(repeats(play, { kind: 'presidentDesignated', jurorId: people.second, rank: 'president' })).toBe(false);
});

test('the same presence with the same note changes nothing; another note does', () => {
  const play = opened().do({ kind: 'presence', candidateId: bruno.id, presence: 'absent', note: 'appelé deux fois' });
  const again = (note: string): Act => ({ kind: 'presence', candidateId: bruno.id, presence: 'absent', note });
  expect(repeats(play, again('appelé deux fois'))).toBe(true);
  expect(repeats(play, again(''))).toBe(false);
});

test('the same substitute changes nothing only when named so for every candidate asked', () => {
  const play = opened().do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
  const asked = (candidateIds: readonly (typeof anna.id)[], replaced = people.second): Act => ({
    kind: 'substitution',
    candidateIds: [...candidateIds],
    replaced,
    substitute: people.substitute,
  });
  expect(repeats(play, asked([anna.id]))).toBe(true);
  expect(repeats(play, asked([anna.id, bruno.id]))).toBe(false);
  expect(repeats(play, asked([]))).toBe(false);
  expect(repeats(play, asked([anna.id], people.first))).toBe(false);
});

test('an absence at a block noted again changes nothing; once lifted it is an act of its own', () => {
  const play = opened();
  const absence = (absent: boolean, note = ''): Act => ({ kind: 'blockAbsence', candidateId: anna.id, block: bc01, absent, note });
  expect(repeats(play, absence(true))).toBe(false);
  play.do(absence(true));
  expect(repeats(play, absence(true))).toBe(true);
  expect(repeats(play, absence(true, 'autre note'))).toBe(false);
  play.do(absence(false));
  expect(repeats(play, absence(false))).toBe(true);
  expect(repeats(play, absence(true))).toBe(false);
});

test('a sealed opinion given again word for word by its author changes nothing; another value, note, block or author does', () => {
  const play = opened().do(opinion(), first);
  expect(repeats(play, opinion(), first)).toBe(true);
  expect(repeats(play, opinion({ value: 'validate' }), first)).toBe(false);
  expect(repeats(play, opinion({ note: '' }), first)).toBe(false);
  expect(repeats(play, opinion({ block: bc02 }), first)).toBe(false);
  expect(repeats(play, opinion(), lead)).toBe(false);
  play.do(opinion({ value: 'validate' }), first);
  expect(repeats(play, opinion(), first)).toBe(false);
});

test('an opinion given again after the reveal is left to the gate, which refuses it', () => {
  const play = opened().round(anna, bc01, ['validate']);
  const again = opinion({ value: 'validate', note: '' });
  expect(repeats(play, again, first)).toBe(false);
  expect(play.try(again, first)).toMatchObject({ ok: false, error: { code: 'round-revealed' } });
});

test('a reading confirmed again with the same note changes nothing, wherever its parts were written', () => {
  const play = opened({ mustRead: [anna.id] }).do({ kind: 'accommodationRead', jurorId: people.first, candidateId: anna.id, note: 'lu' }, first);
  expect(repeats(play, { note: 'lu', candidateId: anna.id, jurorId: people.first, kind: 'accommodationRead' }, first)).toBe(true);
  expect(repeats(play, { kind: 'accommodationRead', jurorId: people.first, candidateId: anna.id, note: 'relu' }, first)).toBe(false);
  expect(
    repeats(play, { kind: 'accommodationRead', jurorId: people.second, candidateId: anna.id, note: 'lu' }, { kind: 'juror', jurorId: people.second }),
  ).toBe(false);
});

test('a recusal noted again changes nothing; a withdrawal between the two makes it an act', () => {
  const play = opened();
  const recusal: Act = { kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'ancien collègue' };
  const withdrawal: Act = { kind: 'recusalWithdrawn', jurorId: people.first, candidateId: anna.id, reason: 'homonyme' };
  expect(repeats(play, recusal)).toBe(false);
  play.do(recusal);
  expect(repeats(play, recusal)).toBe(true);
  expect(repeats(play, withdrawal, first)).toBe(false);
  play.do(withdrawal, first);
  expect(repeats(play, withdrawal, first)).toBe(true);
  expect(repeats(play, recusal)).toBe(false);
});

test('the same declaration of links changes nothing; one link more does', () => {
  const play = opened();
  expect(repeats(play, { kind: 'declaration', jurorId: people.first, links: [] }, first)).toBe(true);
  const links = [{ candidateId: anna.id, kind: 'professional' as const, note: '' }];
  expect(repeats(play, { kind: 'declaration', jurorId: people.first, links }, first)).toBe(false);
});

test('an incident told twice is two incidents, and a decision or a round is never a repeat', () => {
  const incident: Act = { kind: 'incident', text: 'Coupure de courant.' };
  const play = opened().do(incident).round(anna, bc01, ['validate']).validate(anna, bc01);
  expect(repeats(play, incident)).toBe(false);
  for (const kind of ['decision', 'reveal', 'round'] as const) {
    const act = play.acts.findLast((recorded) => recorded.act.kind === kind)?.act ?? { kind: 'round', candidateId: anna.id, block: bc01, round: 1, reason: '' };
    expect(repeats(play, act as Act)).toBe(false);
  }
});

test('in a closed session nothing is answered as a repeat: the gate says that it is closed', () => {
  const play = opened();
  for (const candidate of [anna, bruno]) play.do({ kind: 'postponement', candidateId: candidate.id, cause: 'other', note: 'report' });
  play.do({ kind: 'closed' });
  expect(repeats(play, { kind: 'attendance', jurorId: people.first, present: true })).toBe(false);
  expect(play.try({ kind: 'attendance', jurorId: people.first, present: true })).toMatchObject({ ok: false, error: { code: 'session-closed' } });
});

test('an absence or a recusal that other acts undid since is no repeat of the first one', () => {
  const absence: Act = { kind: 'blockAbsence', candidateId: anna.id, block: bc01, absent: true, note: '' };
  const play = opened()
    .do(absence)
    .do({ ...absence, absent: false });
  expect(repeats(play, absence)).toBe(false);
  const late: Author = { kind: 'juror', jurorId: people.substitute };
  const withdrawal: Act = { kind: 'recusalWithdrawn', jurorId: people.substitute, candidateId: anna.id, reason: 'homonyme' };
  const links = [{ candidateId: anna.id, kind: 'professional' as const, note: '' }];
  play.do({ kind: 'attendance', jurorId: people.substitute, present: true });
  play.do({ kind: 'recusal', jurorId: people.substitute, candidateId: anna.id, reason: 'ancien collègue' }).do(withdrawal, late);
  expect(repeats(play, withdrawal, late)).toBe(true);
  play.do({ kind: 'declaration', jurorId: people.substitute, links }, late);
  expect(repeats(play, withdrawal, late)).toBe(false);
});

test('a reading confirmed again by a member who no longer sits is left to the gate', () => {
  const reading: Act = { kind: 'accommodationRead', jurorId: people.first, candidateId: anna.id, note: '' };
  const play = opened({ mustRead: [anna.id] })
    .do(reading, first)
    .do({ kind: 'recusal', jurorId: people.first, candidateId: anna.id, reason: 'parent' });
  expect(repeats(play, reading, first)).toBe(false);
  expect(play.try(reading, first)).toMatchObject({ ok: false, error: { code: 'not-sitting' } });
});

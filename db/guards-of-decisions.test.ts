import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Regulations } from '../domain/regulations.ts';
import { Intruder } from '../tests/fixtures/intruder.ts';
import { bc01, bc02, bc03, candidateOf, people } from '../tests/fixtures/sitting.ts';

const candidate = candidateOf('c1', { presents: [bc01, bc02], brings: [{ kind: 'earlier', block: bc02, minute: 'PV 0', on: null }] });
const one = candidate.id;
const refusal = { outcome: 'notValidated', reason: 'Motif.', recommendation: 'Recommandation.', competencies: [`${bc01}-C1`] };
let intruder: Intruder;

const openUnder = (changes: Partial<Regulations>): Intruder => {
  intruder?.dispose();
  intruder = new Intruder()
    .prepare([candidate], { opinions: 'collegialOnly', ...changes })
    .open()
    .presence(one);
  return intruder;
};
beforeEach(() => {
  openUnder({});
});
afterEach(() => intruder.dispose());

const refused = (attack: () => unknown, why: string): void => expect(attack).toThrow(why);
const absence = (absent: boolean) => ({ kind: 'blockAbsence', candidateId: one, block: bc01, absent, note: '' });
const reopening = { kind: 'reopening', candidateId: one, block: bc01, reason: 'Erreur matérielle.' };
const postponement = { kind: 'postponement', candidateId: one, cause: 'other', note: 'Dossier attendu.' };
const equivalence = (block: string) => ({
  kind: 'equivalence',
  candidateId: one,
  block,
  from: 'RNCP34979',
  reference: 'Note',
  on: '2026-01-01',
  authority: 'Certificateur',
});

test('a refused block needs a reason', () => {
  for (const reason of ['', '  ', '\t\n', '\u00a0\u202f']) refused(() => intruder.decide(one, bc01, { ...refusal, reason }), 'a refusal needs a reason');
  refused(() => intruder.decide(one, bc01, { ...refusal, reason: undefined }), 'a refusal needs a reason');
  intruder.decide(one, bc01, refusal);
});

test('a refused block cites competencies, where the regulations ask for it', () => {
  for (const competencies of [[], undefined]) refused(() => intruder.decide(one, bc01, { ...refusal, competencies }), 'cites competencies');
  openUnder({ refusalCitesCompetencies: false }).decide(one, bc01, { ...refusal, competencies: [] });
});

test('a refused block carries a recommendation, where the regulations ask for it', () => {
  refused(() => intruder.decide(one, bc01, { ...refusal, recommendation: ' ' }), 'needs a recommendation');
  openUnder({ refusalNeedsRecommendation: false }).decide(one, bc01, { ...refusal, recommendation: '' });
});

test('the competencies cited are those of the block', () => {
  for (const foreign of [`${bc02}-C1`, 'C1', `${bc01}C1`])
    refused(() => intruder.decide(one, bc01, { ...refusal, competencies: [`${bc01}-C1`, foreign] }), 'of another block');
});

test('a validated block needs a reason only where the regulations ask for it', () => {
  openUnder({ validationNeedsReason: true });
  refused(() => intruder.decide(one, bc01), 'a validation needs a reason');
  intruder.decide(one, bc01, { reason: 'Acquis.' });
});

test('a decision validates or does not: nothing else', () => {
  for (const outcome of ['perhaps', '', undefined]) refused(() => intruder.decide(one, bc01, { outcome }), 'unknown outcome');
});

test('a decision is taken by a quorum, under the president or the deputy', () => {
  intruder.write({ kind: 'attendance', jurorId: people.second, present: false });
  refused(() => intruder.decide(one, bc01), 'fewer members than the quorum');
  openUnder({ quorum: 2 }).write({ kind: 'attendance', jurorId: people.first, present: false });
  refused(() => intruder.decide(one, bc01), 'nobody presides');
  intruder.write({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' }).decide(one, bc01);
});

test('a block brought or not presented is never decided', () => {
  refused(() => intruder.decide(one, bc02), 'not presented, or brought');
  refused(() => intruder.decide(one, bc03), 'not presented, or brought');
  refused(() => intruder.decide(one, 'unheard' as never), 'not presented, or brought');
});

test('a block decided, absent or acquired by equivalence is not decided again', () => {
  intruder.write(absence(true));
  refused(() => intruder.decide(one, bc01), 'decided, absent or brought');
  intruder.write(absence(false)).write(equivalence(bc01));
  refused(() => intruder.decide(one, bc01), 'decided, absent or brought');
  intruder.write({ kind: 'equivalenceWithdrawn', candidateId: one, block: bc01, reason: 'Erreur.' }).decide(one, bc01);
  refused(() => intruder.decide(one, bc01, refusal), 'decided, absent or brought');
  intruder.write(reopening, people.first).decide(one, bc01, refusal);
});

test('nothing is decided of a candidate who is not present, or postponed', () => {
  for (const presence of ['absent', 'excused', 'expected']) {
    intruder.presence(one, presence);
    refused(() => intruder.decide(one, bc01), 'candidate: not present');
  }
  intruder.presence(one).write(postponement);
  refused(() => intruder.decide(one, bc01), 'candidate: postponed');
  intruder.write({ kind: 'postponementLifted', candidateId: one, reason: 'Dossier reçu.' }).decide(one, bc01);
});

test('a validated block is not lost by an absence, an equivalence or a departure written after it', () => {
  intruder.decide(one, bc01);
  refused(() => intruder.write(absence(true)), 'the jury has begun on it');
  refused(() => intruder.write(absence(false)), 'block: not absent');
  refused(() => intruder.write(equivalence(bc01)), 'equivalence: the jury has begun on the block');
  refused(() => intruder.write({ kind: 'equivalenceWithdrawn', candidateId: one, block: bc01, reason: 'x' }), 'no equivalence stands');
  for (const presence of ['absent', 'excused', 'expected']) refused(() => intruder.presence(one, presence), 'the jury has begun');
});

test('a block on which a round was revealed is not marked absent; a sealed opinion binds nobody', () => {
  openUnder({ opinions: 'individual' }).opinion(one, bc01, people.first).write(absence(true)).write(absence(false)).round(one, bc01);
  refused(() => intruder.write(absence(true)), 'the jury has begun on it');
});

test('a decision reopened is still something known: the block is not marked absent, the candidate does not leave', () => {
  intruder.decide(one, bc01).write(reopening, people.first);
  refused(() => intruder.write(absence(true)), 'the jury has begun on it');
  for (const presence of ['absent', 'excused', 'expected']) refused(() => intruder.presence(one, presence), 'the jury has begun');
  intruder.presence(one).decide(one, bc01, refusal);
});

test('a candidate on whom a round was revealed stays present; a sealed opinion binds nobody', () => {
  openUnder({ opinions: 'individual' }).opinion(one, bc01, people.first).presence(one, 'excused').presence(one).round(one, bc01);
  refused(() => intruder.presence(one, 'excused'), 'the jury has begun');
});

test('an equivalence does not stand for a deliberation: none on a block that was revealed, decided once, or is absent', () => {
  const begun = 'equivalence: the jury has begun on the block';
  openUnder({ opinions: 'individual' }).round(one, bc01, ['refuse', 'refuse', 'refuse']);
  refused(() => intruder.write(equivalence(bc01)), begun);
  openUnder({}).decide(one, bc01).write(reopening, people.first);
  refused(() => intruder.write(equivalence(bc01)), begun);
  openUnder({}).write(absence(true));
  refused(() => intruder.write(equivalence(bc01)), begun);
  intruder.write(absence(false)).write(equivalence(bc01));
});

test('an equivalence is let in on sealed opinions, which bind nobody, and beside a block that is decided', () => {
  openUnder({ opinions: 'individual' }).opinion(one, bc01, people.first).write(equivalence(bc01));
  openUnder({}).decide(one, bc01).write(equivalence(bc03));
});

test('the lead reopens only a decision of which a member was recused since', () => {
  const recusal = { kind: 'recusal', jurorId: people.second, candidateId: one, reason: 'Un lien.' };
  const officer = { kind: 'officer' } as const;
  const { substitute } = people;
  intruder.decide(one, bc01);
  refused(() => intruder.write(reopening), 'by a juror, or by the lead');
  intruder.write({ ...recusal, jurorId: substitute });
  refused(() => intruder.write(reopening), 'by a juror, or by the lead');
  intruder.write(recusal);
  refused(() => intruder.write(reopening, officer), 'by a juror, or by the lead');
  intruder.write({ ...recusal, kind: 'recusalWithdrawn' }, people.second);
  refused(() => intruder.write(reopening), 'by a juror, or by the lead');
  intruder.write(recusal).write(reopening);
});

test('a decision taken again by others is regular: the lead reopens it no more', () => {
  openUnder({ quorum: 2 }).decide(one, bc01).write({ kind: 'recusal', jurorId: people.second, candidateId: one, reason: 'Un lien.' });
  intruder.write(reopening).decide(one, bc01);
  refused(() => intruder.write(reopening), 'by a juror, or by the lead');
  intruder.write(reopening, people.first);
});

test('a candidate who is not entitled is postponed though nothing is pending, once, and never when away', () => {
  const notEntitled = { ...postponement, cause: 'entry' };
  intruder.presence(one, 'excused');
  refused(() => intruder.write(notEntitled), 'nothing is pending');
  intruder.presence(one).decide(one, bc01);
  for (const cause of ['composition', 'dossier', 'other', null]) refused(() => intruder.write({ ...postponement, cause }), 'nothing is pending');
  intruder.write(notEntitled);
  refused(() => intruder.write(notEntitled), 'nothing is pending');
});

test('an equivalence adds a block not presented, never one that the candidate brought', () => {
  refused(() => intruder.write(equivalence(bc02)), 'or it is brought');
  intruder.write(equivalence(bc03));
  refused(() => intruder.write(equivalence(bc03)), 'or it is brought');
});

test('an equivalence says where it comes from: origin, reference, authority', () => {
  for (const missing of ['from', 'reference', 'authority'])
    refused(() => intruder.write({ ...equivalence(bc01), [missing]: ' ' }), 'needs its origin, its reference and its authority');
  intruder.write(equivalence(bc01));
});

test('only a standing decision is reopened, by a juror, with a reason', () => {
  refused(() => intruder.write(reopening, people.first), 'no decision stands');
  intruder.decide(one, bc01);
  refused(() => intruder.write(reopening), 'by a juror, or by the lead');
  refused(() => intruder.write({ ...reopening, reason: ' ' }, people.first), 'needs a reason');
  intruder.write(reopening, people.first);
  refused(() => intruder.write(reopening, people.first), 'no decision stands');
});

test('a candidate is postponed while something is pending, once, and never after every decision', () => {
  const lifted = { kind: 'postponementLifted', candidateId: one, reason: 'Dossier reçu.' };
  refused(() => intruder.write(lifted), 'no postponement stands');
  intruder.write(postponement);
  refused(() => intruder.write(postponement), 'nothing is pending');
  intruder.write(lifted).presence(one, 'absent');
  refused(() => intruder.write(postponement), 'nothing is pending');
  intruder.presence(one).decide(one, bc01);
  refused(() => intruder.write(postponement), 'nothing is pending');
});

test('a postponement needs a note, and its lifting a reason', () => {
  refused(() => intruder.write({ ...postponement, note: '' }), 'needs a note');
  intruder.write(postponement);
  refused(() => intruder.write({ kind: 'postponementLifted', candidateId: one, reason: '' }), 'needs a reason');
});

test('a recusal, its withdrawal and the withdrawal of an equivalence need a reason', () => {
  const recusal = { kind: 'recusal', jurorId: people.first, candidateId: one, reason: 'Un lien.' };
  refused(() => intruder.write({ ...recusal, reason: '' }), 'needs a reason');
  intruder.write(recusal).write(equivalence(bc01));
  refused(() => intruder.write({ ...recusal, kind: 'recusalWithdrawn', reason: '' }, people.first), 'needs a reason');
  refused(() => intruder.write({ kind: 'equivalenceWithdrawn', candidateId: one, block: bc01, reason: '\n' }), 'needs a reason');
});

test('a recusal is withdrawn by the juror recused alone', () => {
  const withdrawal = { kind: 'recusalWithdrawn', jurorId: people.first, candidateId: one, reason: 'Une erreur de nom.' };
  refused(() => intruder.write(withdrawal), 'by the juror alone');
  refused(() => intruder.write(withdrawal, people.second), 'by the juror alone');
});

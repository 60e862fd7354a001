import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Regulations } from '../domain/regulations.ts';
import { Intruder, titulars } from '../tests/fixtures/intruder.ts';
import { bc01, bc02, candidateOf, people } from '../tests/fixtures/sitting.ts';

const candidate = candidateOf('c1', { presents: [bc01] });
const one = candidate.id;
const { lead, first, second, substitute } = people;
let intruder: Intruder;

const openUnder = (changes: Partial<Regulations>, links: readonly object[] = []): Intruder => {
  intruder?.dispose();
  intruder = new Intruder().prepare([candidate], changes).open(links).presence(one);
  return intruder;
};
beforeEach(() => {
  openUnder({});
});
afterEach(() => intruder.dispose());

const refused = (attack: () => unknown, why: string): void => expect(attack).toThrow(why);
const opinionOf = (jurorId: string, changes: object = {}) => ({
  kind: 'opinion',
  jurorId,
  candidateId: one,
  block: bc01,
  round: 1,
  value: 'validate',
  note: '',
  ...changes,
});

test('an opinion is written by the juror it names, and by nobody else', () => {
  refused(() => intruder.write(opinionOf(first)), 'by its author alone');
  refused(() => intruder.write(opinionOf(first), second), 'by its author alone');
  refused(() => intruder.write(opinionOf(first), { kind: 'lead', jurorId: first } as never), 'by its author alone');
  intruder.write(opinionOf(first), first);
});

test('an opinion is that of a member who sits: in the room, declared, not recused', () => {
  refused(() => intruder.opinion(one, bc01, substitute), 'by a member who does not sit');
  intruder.write({ kind: 'attendance', jurorId: substitute, present: true }).write({ kind: 'substitution', candidateIds: [one], replaced: second, substitute });
  intruder.write({ kind: 'recusal', jurorId: second, candidateId: one, reason: 'Un lien.' });
  refused(() => intruder.opinion(one, bc01, second), 'by a member who does not sit');
  refused(() => intruder.opinion(one, bc01, substitute), 'by a member who does not sit');
  intruder.write({ kind: 'declaration', jurorId: substitute, links: [] }, substitute).write({ kind: 'attendance', jurorId: first, present: false });
  refused(() => intruder.opinion(one, bc01, first), 'by a member who does not sit');
  intruder.opinion(one, bc01, substitute);
});

test('an opinion is to validate, to refuse, or to abstain where the regulations allow it', () => {
  refused(() => intruder.write(opinionOf(first, { value: 'perhaps' }), first), 'unknown value');
  refused(() => intruder.write(opinionOf(first, { value: 'abstain' }), first), 'abstention is forbidden');
  openUnder({ abstention: 'allowed' }).write(opinionOf(first, { value: 'abstain' }), first);
});

test('where the jury gives no individual opinions there is none, no reveal and no round', () => {
  openUnder({ opinions: 'collegialOnly' });
  refused(() => intruder.opinion(one, bc01, first), 'the regulations have none');
  refused(() => intruder.reveal(one, bc01), 'the regulations have none');
  refused(() => intruder.write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'x' }), 'the regulations have none');
  intruder.decide(one, bc01);
});

test('an opinion and a reveal are of the current round', () => {
  for (const round of [0, 2, null]) refused(() => intruder.write(opinionOf(first, { round }), first), 'not the current one');
  intruder.round(one, bc01).write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Un doute.' });
  refused(() => intruder.opinion(one, bc01, first), 'not the current one');
  for (const juror of titulars) intruder.opinion(one, bc01, juror, 'validate', 2);
  refused(() => intruder.reveal(one, bc01, 1), 'not the current one');
  intruder.reveal(one, bc01, 2);
});

test('an opinion may change until the reveal of its round, never after', () => {
  intruder.opinion(one, bc01, first, 'refuse').round(one, bc01);
  refused(() => intruder.opinion(one, bc01, first), 'the round is revealed');
});

test('a round is revealed once', () => {
  intruder.round(one, bc01);
  refused(() => intruder.reveal(one, bc01), 'reveal: the round is revealed');
});

test('a round is revealed only with the opinion of every titular who sits', () => {
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
  intruder.opinion(one, bc01, second).reveal(one, bc01);
});

test('a round whose jury has changed takes no more opinion, is never revealed, and gives way to another', () => {
  const changed = 'the jury has changed';
  const another = { kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Jury changé.' };
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  refused(() => intruder.write(another), 'the previous one is not revealed');
  intruder.write({ kind: 'attendance', jurorId: second, present: false });
  refused(() => intruder.reveal(one, bc01), changed);
  refused(() => intruder.opinion(one, bc01, first, 'refuse'), changed);
  intruder.write(another).opinion(one, bc01, lead, 'validate', 2).opinion(one, bc01, first, 'validate', 2).reveal(one, bc01, 2);
});

test('the same members come back, and their round goes on', () => {
  intruder.opinion(one, bc01, lead).write({ kind: 'attendance', jurorId: second, present: false });
  refused(() => intruder.opinion(one, bc01, first), 'the jury has changed');
  intruder.write({ kind: 'attendance', jurorId: second, present: true }).opinion(one, bc01, first).opinion(one, bc01, second).reveal(one, bc01);
});

test('a round belongs to those who sat at its first opinion, not to those of the opinions after it', () => {
  intruder.write({ kind: 'attendance', jurorId: second, present: false }).opinion(one, bc01, lead);
  intruder.write({ kind: 'attendance', jurorId: second, present: true });
  for (const juror of titulars) refused(() => intruder.opinion(one, bc01, juror), 'the jury has changed');
  intruder.write({ kind: 'attendance', jurorId: second, present: false }).opinion(one, bc01, first).reveal(one, bc01);
});

test('a round that nobody began belongs to nobody: another jury begins it', () => {
  intruder.round(one, bc01).write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Un doute.' });
  intruder.write({ kind: 'attendance', jurorId: second, present: false });
  refused(() => intruder.write({ kind: 'round', candidateId: one, block: bc01, round: 3, reason: 'Encore.' }), 'the previous one is not revealed');
  intruder.opinion(one, bc01, lead, 'validate', 2).opinion(one, bc01, first, 'validate', 2).reveal(one, bc01, 2);
});

test('the jury that changes for one candidate leaves the rounds of the others alone', () => {
  intruder.dispose();
  const other = candidateOf('c2', { presents: [bc01] });
  intruder = new Intruder().prepare([candidate, other]).open().presence(one).presence(other.id);
  for (const { id } of [candidate, other]) intruder.opinion(id, bc01, lead).opinion(id, bc01, first);
  intruder.write({ kind: 'recusal', jurorId: second, candidateId: one, reason: 'Un lien.' });
  refused(() => intruder.reveal(one, bc01), 'the jury has changed');
  intruder.opinion(other.id, bc01, second).reveal(other.id, bc01);
});

test('a titular who comes in after the first opinion makes the round another jury’s', () => {
  intruder.write({ kind: 'attendance', jurorId: second, present: false }).opinion(one, bc01, lead).opinion(one, bc01, first);
  intruder.write({ kind: 'attendance', jurorId: second, present: true });
  refused(() => intruder.opinion(one, bc01, second), 'the jury has changed');
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
  intruder.write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Jury changé.' });
  for (const juror of titulars) intruder.opinion(one, bc01, juror, 'validate', 2);
  intruder.reveal(one, bc01, 2);
});

const link = { candidateId: one, kind: 'pedagogical', note: '' };

test('a round does not wait for a member recused by a declared link', () => {
  openUnder({}, [link]).opinion(one, bc01, lead).opinion(one, bc01, first).reveal(one, bc01);
});

test('a round waits for the substitute who holds the seat of a member away', () => {
  openUnder({}, [link]).write({ kind: 'attendance', jurorId: substitute, present: true });
  intruder
    .write({ kind: 'declaration', jurorId: substitute, links: [] }, substitute)
    .write({ kind: 'substitution', candidateIds: [one], replaced: second, substitute });
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
  intruder.opinion(one, bc01, substitute).reveal(one, bc01);
});

test('the links that count are those of the last declaration', () => {
  intruder.dispose();
  intruder = new Intruder()
    .prepare([candidate])
    .write({ kind: 'declaration', jurorId: second, links: [link] }, second)
    .open()
    .presence(one);
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
});

test('a link that the regulations do not count recuses nobody', () => {
  openUnder({ recusingLinks: ['family'] }, [link]);
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
});

test('a round waits again for a member whose recusal is withdrawn', () => {
  const recusal = { jurorId: second, candidateId: one, reason: 'Un doute.' };
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  intruder.write({ kind: 'recusal', ...recusal });
  refused(() => intruder.reveal(one, bc01), 'the jury has changed');
  intruder.write({ kind: 'recusalWithdrawn', ...recusal }, second);
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
  intruder.opinion(one, bc01, second).reveal(one, bc01);
});

test('a withdrawal also lifts a recusal by a declared link', () => {
  openUnder({}, [link]).write({ kind: 'recusalWithdrawn', jurorId: second, candidateId: one, reason: 'Un homonyme.' }, second);
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  refused(() => intruder.reveal(one, bc01), 'an opinion is missing');
  intruder.opinion(one, bc01, second).reveal(one, bc01);
});

test('a round is never revealed on fewer than two opinions', () => {
  for (const jurorId of [first, second]) intruder.write({ kind: 'attendance', jurorId, present: false });
  intruder.opinion(one, bc01, lead).opinion(one, bc01, lead, 'refuse');
  refused(() => intruder.reveal(one, bc01), 'fewer than two opinions');
});

test('another round follows the last one, once revealed', () => {
  const another = (round: number) => ({ kind: 'round', candidateId: one, block: bc01, round, reason: 'Un doute.' });
  refused(() => intruder.write(another(2)), 'the previous one is not revealed');
  intruder.round(one, bc01);
  for (const round of [1, 3]) refused(() => intruder.write(another(round)), 'not the next one');
  intruder.write(another(2));
  refused(() => intruder.write(another(3)), 'the previous one is not revealed');
});

test('a decision waits for the reveal of the last round', () => {
  for (const juror of titulars) intruder.opinion(one, bc01, juror);
  refused(() => intruder.decide(one, bc01), 'the last round is not revealed');
  intruder.reveal(one, bc01).write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Un doute.' });
  for (const juror of titulars) intruder.opinion(one, bc01, juror, 'validate', 2);
  refused(() => intruder.decide(one, bc01), 'the last round is not revealed');
  intruder.reveal(one, bc01, 2).decide(one, bc01);
});

test('any declared link recuses from a VAE jury, whatever the regulations count', () => {
  intruder.dispose();
  const vae = candidateOf('c1', { presents: [bc01], accessPath: 'VAE' });
  intruder = new Intruder().prepare([vae], { recusingLinks: [] }).open([link]).presence(one);
  refused(() => intruder.opinion(one, bc01, second), 'by a member who does not sit');
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first);
  intruder.reveal(one, bc01).write({ kind: 'recusalWithdrawn', jurorId: second, candidateId: one, reason: 'Un homonyme.' }, second);
  refused(() => intruder.decide(one, bc01), 'those who sit are not those who gave the opinions');
});

test('a decision is taken by exactly those who gave the opinions of its round', () => {
  const others = 'those who sit are not those who gave the opinions';
  openUnder({ quorum: 2 }).write({ kind: 'attendance', jurorId: second, present: false });
  intruder.opinion(one, bc01, lead).opinion(one, bc01, first).reveal(one, bc01).write({ kind: 'attendance', jurorId: second, present: true });
  refused(() => intruder.decide(one, bc01), others);
  intruder.write({ kind: 'attendance', jurorId: second, present: false }).decide(one, bc01);
  openUnder({ quorum: 2 }).round(one, bc01).write({ kind: 'attendance', jurorId: second, present: false });
  refused(() => intruder.decide(one, bc01), others);
  intruder.write({ kind: 'attendance', jurorId: second, present: true }).decide(one, bc01);
});

test('a round of those who sit now makes the decision theirs', () => {
  openUnder({ quorum: 2 }).round(one, bc01).write({ kind: 'attendance', jurorId: second, present: false });
  intruder.write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Jury changé.' });
  intruder.opinion(one, bc01, lead, 'validate', 2).opinion(one, bc01, first, 'validate', 2).reveal(one, bc01, 2).decide(one, bc01);
});

const refusal = { outcome: 'notValidated', reason: 'Motif.', recommendation: 'Recommandation.', competencies: [`${bc01}-C1`] };

test('where the majority binds, a decision never goes against the last round', () => {
  openUnder({ decisionRule: 'majority' }).round(one, bc01, ['validate', 'validate', 'refuse']);
  refused(() => intruder.decide(one, bc01, refusal), 'contrary to the majority');
  intruder.write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Un doute.' }).round(one, bc01, ['refuse', 'validate', 'refuse'], 2);
  refused(() => intruder.decide(one, bc01), 'contrary to the majority');
  intruder.decide(one, bc01, refusal);
});

test('where the jury decides together, it may depart from its first opinions', () => {
  intruder.round(one, bc01, ['validate', 'validate', 'refuse']).decide(one, bc01, refusal);
});

test('the majority counts the last word of those who sit: the substitute in the new round, never the member away', () => {
  openUnder({ decisionRule: 'majority' });
  intruder.write({ kind: 'attendance', jurorId: substitute, present: true }).write({ kind: 'declaration', jurorId: substitute, links: [] }, substitute);
  intruder.opinion(one, bc01, lead, 'validate').opinion(one, bc01, lead, 'refuse').opinion(one, bc01, first, 'validate').opinion(one, bc01, second, 'validate');
  intruder.write({ kind: 'recusal', jurorId: second, candidateId: one, reason: 'Un lien.' });
  intruder.write({ kind: 'substitution', candidateIds: [one], replaced: second, substitute });
  intruder.write({ kind: 'round', candidateId: one, block: bc01, round: 2, reason: 'Jury changé.' });
  intruder.opinion(one, bc01, lead, 'refuse', 2).opinion(one, bc01, first, 'validate', 2).opinion(one, bc01, substitute, 'refuse', 2).reveal(one, bc01, 2);
  refused(() => intruder.decide(one, bc01), 'contrary to the majority');
  intruder.decide(one, bc01, refusal);
});

test('a tie binds nobody here: the rule of the regulations is the program’s to apply', () => {
  openUnder({ decisionRule: 'majority', abstention: 'allowed' }).round(one, bc01, ['validate', 'refuse', 'abstain']).decide(one, bc01, refusal);
  expect(candidate.presents).not.toContain(bc02);
});

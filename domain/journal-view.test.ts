import { expect, test } from 'vitest';
import { playDay, playedCandidates } from '../tests/fixtures/played.ts';
import { playRectified, playSealed } from '../tests/fixtures/rectified.ts';
import { sessionId } from './ids.ts';
import { tellActs, tellRegister } from './journal-view.ts';
import { journalReason, journalSentence } from '../words/journal.ts';
import type { RegisterEntry } from './register.ts';
import { purgeKind, type PurgeKind } from './retention.ts';
import { day, instant } from './time.ts';

const secrets = /secret du lien|note privée|certificat médical|Pièce relue|refuse|abstain/;

test('the journal of a closed session tells no opinion, round, timer or word of a life', () => {
  const play = playSealed();
  const lines = tellActs(play.acts, play.state);
  expect(JSON.stringify(lines)).not.toMatch(secrets);
  const kinds = new Set<string>(lines.map(({ told }) => told.kind));
  for (const kind of ['opinion', 'reveal', 'round', 'timer', 'accommodationRead']) expect(kinds).not.toContain(kind);
  expect(kinds).toContain('decision');
});

test('a second round leaves no more trace than a first one: one line a block', () => {
  const play = playDay();
  const revealed = tellActs(play.acts, play.state).flatMap(({ told }) => (told.kind === 'opinionsRevealed' ? [`${told.candidate.number} ${told.block}`] : []));
  const reveals = play.acts.filter(({ act }) => act.kind === 'reveal').length;
  expect(revealed.length).toBeGreaterThan(0);
  expect(new Set(revealed).size).toBe(revealed.length);
  expect(revealed.length).toBeLessThan(reveals);
});

test('while the session is open no working act is told, whatever was revealed before', () => {
  const play = playSealed();
  const lines = tellActs(play.acts, { ...play.state, phase: 'open' });
  expect(lines.some(({ told }) => told.kind === 'opinionsRevealed')).toBe(false);
});

test('every act of the record has its line', () => {
  const play = playRectified();
  const kept = play.acts.filter(({ act }) => !['opinion', 'reveal', 'round', 'timer', 'accommodationRead'].includes(act.kind)).length;
  expect(tellActs(play.acts, play.state).filter(({ told }) => told.kind !== 'opinionsRevealed')).toHaveLength(kept);
});

const registerAt = instant.parse('2026-03-17T08:00:00.000Z');
const toldOf = (entry: RegisterEntry) => {
  const play = playSealed();
  return tellRegister([{ seq: 1, at: registerAt, entry }], sessionId.parse('s2'), play.state).map(({ told }) => told);
};

test('the register tells what concerns this session alone', () => {
  const entry = (id: string) => ({ kind: 'exported', sessionId: sessionId.parse(id), what: 'journal', fileName: `${id}.csv`, sha256: null }) as const;
  expect(toldOf(entry('s2'))).toEqual([{ kind: 'registered', entry: { entry: 'exported', fileName: 's2.csv' } }]);
  expect(toldOf(entry('s1'))).toEqual([]);
  expect(toldOf({ kind: 'declarationSet' })).toEqual([]);
});

test('each operation of the register has a sentence of its own, with the candidate by name where there is one alone', () => {
  const s2 = { sessionId: sessionId.parse('s2') };
  const { id: candidateId } = playedCandidates.full;
  const on = day.parse('2026-03-20');
  const entries: readonly RegisterEntry[] = [
    { kind: 'exported', ...s2, what: 'journal', fileName: 'a.csv', sha256: null },
    { kind: 'identityKept', ...s2, candidateIds: [candidateId] },
    { kind: 'declared', ...s2, batch: 1, action: 'CREATION', candidateIds: [candidateId, playedCandidates.linked.id], sha256: 'a'.repeat(64) },
    { kind: 'reportRead', ...s2, batch: 1, accepted: 2, refused: 1, sha256: 'a'.repeat(64) },
    { kind: 'notified', ...s2, candidateIds: [candidateId], recipient: 'candidate', on, way: 'post' },
    { kind: 'notificationCorrected', ...s2, candidateId, recipient: 'companion', sent: null },
    { kind: 'companion', ...s2, candidateId, known: true },
    { kind: 'held', ...s2, reason: 'Recours' },
    { kind: 'holdLifted', ...s2, reason: 'Jugé' },
    { kind: 'destroyedByHand', ...s2, seq: 1 },
    { kind: 'rehearsed', ...s2, sha256: 'a'.repeat(64), dossiersSha256: null, outcome: 'conform', backup: 'none' },
    { kind: 'accessGiven', ...s2, candidateIds: [candidateId], accommodations: true, encrypted: true, sha256: 'a'.repeat(64) },
  ];
  const told = entries.flatMap(toldOf);
  const sentences = told.map(journalSentence);
  expect(new Set(sentences).size).toBe(entries.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  expect(sentences[1]).toContain(playedCandidates.full.familyName);
  expect(sentences[2]).toContain('2\u00A0candidats');
  expect(sentences[4]).toMatch(/20\smars\s2026, par courrier\.$/u);
  expect(told.map(journalReason).filter((reason) => reason !== '')).toEqual(['Recours', 'Jugé']);
  // What was asked of an arrangement is no line of a journal.
  expect(JSON.stringify(told)).not.toContain('ccommodation');
});

test('what was purged is told without its count, which would number opinions, rounds or arrangements, and arrangements are not named', () => {
  const purged = (what: PurgeKind, reason: string) =>
    toldOf({
      kind: 'purged',
      token: 'a'.repeat(32),
      what,
      sessionId: sessionId.parse('s2'),
      jurorFileId: null,
      rows: 4321,
      files: 8765,
      due: day.parse('2027-03-17'),
      reason,
      again: false,
    });
  for (const what of purgeKind.options) expect(JSON.stringify(purged(what, 'Terme'))).not.toMatch(/4321|8765/);
  const arranged = purged('accommodations', 'Aménagements arrivés à terme');
  expect(JSON.stringify(arranged)).not.toMatch(/ménagement|ccommodation/);
  expect(arranged.map(journalSentence)).toEqual(['Des données ont été détruites au terme de la conservation.']);
});

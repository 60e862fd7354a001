import { expect, test } from 'vitest';
import { playDay } from '../tests/fixtures/played.ts';
import { playRectified, playSealed } from '../tests/fixtures/rectified.ts';
import { sessionId } from './ids.ts';
import { tellActs, tellRegister } from './journal-view.ts';
import { instant } from './time.ts';

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

test('the register tells what concerns this session alone', () => {
  const at = instant.parse('2026-03-17T08:00:00.000Z');
  const entry = (id: string) => ({ kind: 'exported', sessionId: sessionId.parse(id), what: 'journal', fileName: `${id}.csv`, sha256: null }) as const;
  const entries = ['s1', 's2'].map((id, place) => ({ seq: place + 1, at, entry: entry(id) }));
  expect(tellRegister(entries, sessionId.parse('s2'), 'Aline').map(({ told }) => told)).toEqual([
    { kind: 'registered', entry: 'exported', fileName: 's2.csv' },
  ]);
});

import { expect, test } from 'vitest';
import type { RecordedAct } from './act.ts';
import { candidateId, projectId } from './ids.ts';
import { instant } from './time.ts';
import { readTimer } from './timer.ts';

const project = projectId.parse('p1');
const clock = (minute: number) => instant.parse(`2026-03-17T09:${String(minute).padStart(2, '0')}:00.000Z`);
const moves = (...steps: readonly (readonly ['start' | 'pause' | 'resume' | 'stop', number, string?])[]): RecordedAct[] =>
  steps.map(([move, minute, note = ''], rank) => ({
    seq: rank + 1,
    at: clock(minute),
    author: { kind: 'lead' },
    act: { kind: 'timer', projectId: project, candidateId: candidateId.parse('c1'), move, note },
  }));

test('interruptions are recorded with their reason, and their time is not counted', () => {
  const timer = readTimer(moves(['start', 0], ['pause', 10], ['resume', 25, 'Coupure du réseau'], ['pause', 30, 'Pause'], ['stop', 40]), project);
  expect(timer).toEqual({
    kind: 'stopped',
    spent: 15 * 60_000,
    runningSince: null,
    interruptions: [
      { from: clock(10), to: clock(25), note: 'Coupure du réseau' },
      { from: clock(30), to: clock(40), note: 'Pause' },
    ],
  });
});

test('an interruption that goes on has no end, and comes back with the program', () => {
  const acts = moves(['start', 0], ['pause', 10]);
  expect(readTimer(acts, project)).toEqual(readTimer(structuredClone(acts), project));
  expect(readTimer(acts, project)).toMatchObject({ kind: 'paused', spent: 600_000, interruptions: [{ from: clock(10), to: null, note: '' }] });
});

test('a test taken up again after its end was not interrupted in between', () => {
  expect(readTimer(moves(['start', 0], ['stop', 10], ['start', 20], ['stop', 25]), project)).toMatchObject({ spent: 900_000, interruptions: [] });
});

import type { RecordedAct } from './act.ts';
import type { ProjectId } from './ids.ts';
import type { TimerState } from './project.ts';
import { elapsed, type Instant } from './time.ts';

type Interruption = TimerState['interruptions'][number];

/** What a move makes of the interruptions: a pause opens one, what follows ends it and may say why. */
const interrupt = (before: readonly Interruption[], { move, note }: { readonly move: string; readonly note: string }, at: Instant): Interruption[] => {
  if (move === 'pause') return [...before, { from: at, to: null, note }];
  const last = before.at(-1);
  return last?.to === null ? [...before.slice(0, -1), { ...last, to: at, note: note === '' ? last.note : note }] : [...before];
};

/** The timer of one project's defence, from the acts: pauses are not counted. Milliseconds spent, running since when. */
export const readTimer = (acts: readonly RecordedAct[], projectId: ProjectId): TimerState => {
  let state: TimerState = { kind: 'idle', spent: 0, runningSince: null, interruptions: [] };
  for (const { act, at } of acts) {
    if (act.kind !== 'timer' || act.projectId !== projectId) continue;
    const spent = state.runningSince === null ? state.spent : state.spent + Math.max(0, elapsed(state.runningSince, at));
    const interruptions = interrupt(state.interruptions, act, at);
    switch (act.move) {
      case 'start':
      case 'resume':
        state = { kind: 'running', spent, runningSince: at, interruptions };
        break;
      case 'pause':
        state = { kind: 'paused', spent, runningSince: null, interruptions };
        break;
      case 'stop':
        state = { kind: 'stopped', spent, runningSince: null, interruptions };
        break;
    }
  }
  return state;
};

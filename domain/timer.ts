import type { RecordedAct } from './act.ts';
import type { ProjectId } from './ids.ts';
import type { TimerState } from './project.ts';
import { elapsed } from './time.ts';

/** The timer of one project's defence, from the acts: pauses are not counted. Milliseconds spent, running since when. */
export const readTimer = (acts: readonly RecordedAct[], projectId: ProjectId): TimerState => {
  let state: TimerState = { kind: 'idle', spent: 0, runningSince: null };
  for (const { act, at } of acts) {
    if (act.kind !== 'timer' || act.projectId !== projectId) continue;
    const spent = state.runningSince === null ? state.spent : state.spent + Math.max(0, elapsed(state.runningSince, at));
    switch (act.move) {
      case 'start':
      case 'resume':
        state = { kind: 'running', spent, runningSince: at };
        break;
      case 'pause':
        state = { kind: 'paused', spent, runningSince: null };
        break;
      case 'stop':
        state = { kind: 'stopped', spent, runningSince: null };
        break;
    }
  }
  return state;
};

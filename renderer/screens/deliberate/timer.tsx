import { useEffect, useState, type ReactNode } from 'react';
import { Pause, Play, Square } from 'lucide-react';
import type { TimerState } from '../../../domain/project.ts';
import type { DeliberationView } from '../../../domain/view.ts';
import { timerWords } from '../../../words/timer.ts';
import { useWrite } from '../../store/request.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import type { Table } from './table.ts';
import styles from './timer.module.css';

/** One defence timer of a candidate. */
export type Timer = DeliberationView['timers'][number];
type Move = 'start' | 'pause' | 'resume' | 'stop';

const two = (value: number): string => String(value).padStart(2, '0');

/** A length of time as a clock shows it: "00:38:12". */
export const clockOf = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
};

const spentAt = (timer: TimerState, now: number): number => timer.spent + (timer.runningSince === null ? 0 : Math.max(0, now - Date.parse(timer.runningSince)));

/** Minutes that the defence may last: those arranged where the candidate consented, else those planned. */
export const minutesOf = (timer: Timer): number => timer.arrangedMinutes ?? timer.plannedMinutes;

/** The time spent of the time planned; it runs on the screen, and is said only when it changes state. */
export const TimerReading = (props: { readonly timer: Timer }): ReactNode => {
  const { timer } = props.timer;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (timer.runningSince === null) return undefined;
    const beat = window.setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(beat);
  }, [timer.runningSince, timer.spent]);
  const spent = spentAt(timer, now);
  const planned = minutesOf(props.timer) * 60_000;
  const over = spent > planned;
  return (
    <span role="timer" aria-live="off" className={[styles['reading'], over ? styles['over'] : ''].join(' ')}>
      {timerWords.of(clockOf(spent), clockOf(planned))}
      {over ? <span className={styles['word']}>{timerWords.over}</span> : null}
    </span>
  );
};

/** The move that the main button of a timer makes. */
export const nextMove = (kind: TimerState['kind']): Move => (kind === 'running' ? 'pause' : kind === 'paused' ? 'resume' : 'start');

const verbOf: Readonly<Record<Move, string>> = { start: timerWords.start, pause: timerWords.pause, resume: timerWords.resume, stop: timerWords.stop };

/** Moves a timer, and says its new state. */
export const useTimer = (table: Pick<Table, 'sessionId' | 'view' | 'reload' | 'announce'> | null) => {
  const { run, failure } = useWrite();
  const move = async (timer: Timer, step: Move): Promise<void> => {
    if (table === null) return;
    const answer = await run('sitting.timer', {
      sessionId: table.sessionId,
      candidateId: table.view.line.id,
      projectId: timer.projectId,
      move: step,
      note: '',
    });
    if (!answer.ok) return;
    const state = step === 'pause' ? 'paused' : step === 'stop' ? 'stopped' : 'running';
    table.announce(timerWords.said(timerWords.states[state], clockOf(spentAt(timer.timer, Date.now()))));
    await table.reload();
  };
  return { move, failure };
};

/** The timer with its buttons. */
export const TimerControl = (props: { readonly table: Table; readonly timer: Timer; readonly labelled?: boolean }): ReactNode => {
  const { table, timer } = props;
  const { move, failure } = useTimer(table);
  const { kind } = timer.timer;
  const main = nextMove(kind);
  const verb = kind === 'stopped' ? timerWords.restart : verbOf[main];
  return (
    <div className={styles['timer']}>
      {props.labelled ? <span>{timerWords.label}</span> : null}
      <TimerReading timer={timer} />
      {table.open && table.session.rectifying === null ? (
        <>
          <Button
            size="small"
            kind="quiet"
            icon={kind === 'running' ? <Pause aria-hidden /> : <Play aria-hidden />}
            label={`${verb}, ${timer.title}`}
            onPress={() => void move(timer, main)}
          >
            {verb}
          </Button>
          {kind === 'running' || kind === 'paused' ? (
            <Button
              size="small"
              kind="quiet"
              icon={<Square aria-hidden />}
              label={`${timerWords.stop}, ${timer.title}`}
              onPress={() => void move(timer, 'stop')}
            >
              {timerWords.stop}
            </Button>
          ) : null}
        </>
      ) : null}
      <FailureNotice failure={failure} />
    </div>
  );
};

import { useEffect, useState, type ReactNode } from 'react';
import { Pause, Play, Square } from 'lucide-react';
import type { TimerState } from '../../../domain/project.ts';
import type { DeliberationView } from '../../../domain/view.ts';
import { timerWords } from '../../../words/timer.ts';
import { useWrite } from '../../store/request.ts';
import { Button } from '../../parts/button.tsx';
import { HealthHint } from '../../parts/health-hint.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
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

/** The time left of the time that applies, counted down in seconds; it runs on the screen, and is said only when it changes state. */
export const TimerReading = (props: { readonly timer: Timer }): ReactNode => {
  const { timer } = props.timer;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (timer.runningSince === null) return undefined;
    const beat = window.setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(beat);
  }, [timer.runningSince, timer.spent]);
  const planned = props.timer.seconds * 1000;
  const left = planned - Math.floor(spentAt(timer, now) / 1000) * 1000;
  const over = left < 0;
  return (
    <span role="timer" aria-live="off" className={[styles['reading'], over ? styles['over'] : ''].join(' ')}>
      {over ? timerWords.past(clockOf(-left), clockOf(planned)) : timerWords.left(clockOf(left), clockOf(planned))}
    </span>
  );
};

/** The move that the main button of a timer makes. */
export const nextMove = (kind: TimerState['kind']): Move => (kind === 'running' ? 'pause' : kind === 'paused' ? 'resume' : 'start');

const verbOf: Readonly<Record<Move, string>> = { start: timerWords.start, pause: timerWords.pause, resume: timerWords.resume, stop: timerWords.stop };

/** Moves a timer, and says its new state. */
export const useTimer = (table: Pick<Table, 'sessionId' | 'view' | 'reload' | 'announce'> | null) => {
  const { run, failure } = useWrite();
  const move = async (timer: Timer, step: Move, note = ''): Promise<void> => {
    if (table === null) return;
    const answer = await run('sitting.timer', {
      sessionId: table.sessionId,
      candidateId: table.view.line.id,
      projectId: timer.projectId,
      move: step,
      note,
    });
    if (!answer.ok) return;
    const state = step === 'pause' ? 'paused' : step === 'stop' ? 'stopped' : 'running';
    table.announce(timerWords.said(timerWords.states[state], clockOf(spentAt(timer.timer, Date.now()))));
    await table.reload();
  };
  return { move, failure };
};

/** Says once, when it happens under the eyes of the jury, that the planned time is spent; a time already spent is not said again. */
export const useElapsed = (timer: Timer | null, announce: (said: string) => void): void => {
  const { runningSince = null, spent = 0 } = timer?.timer ?? {};
  const seconds = timer?.seconds ?? 0;
  useEffect(() => {
    if (runningSince === null) return undefined;
    const left = seconds * 1000 - spent - (Date.now() - Date.parse(runningSince));
    if (left <= 0) return undefined;
    const end = window.setTimeout(() => announce(timerWords.elapsed), left);
    return () => clearTimeout(end);
  }, [runningSince, spent, seconds, announce]);
};

/** The timer with its buttons. */
export const TimerControl = (props: {
  readonly table: Table;
  readonly timer: Timer;
  readonly labelled?: boolean;
  /** Asks, while the test is interrupted, why it is; it is kept with the move that ends the interruption. */
  readonly reasons?: boolean;
}): ReactNode => {
  const { table, timer } = props;
  const { move, failure } = useTimer(table);
  const [note, setNote] = useState('');
  const act = async (step: Move): Promise<void> => {
    await move(timer, step, note.trim());
    setNote('');
  };
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
            onPress={() => void act(main)}
          >
            {verb}
          </Button>
          {kind === 'running' || kind === 'paused' ? (
            <Button size="small" kind="quiet" icon={<Square aria-hidden />} label={`${timerWords.stop}, ${timer.title}`} onPress={() => void act('stop')}>
              {timerWords.stop}
            </Button>
          ) : null}
        </>
      ) : null}
      {props.reasons && kind === 'paused' && table.open ? (
        <div className={styles['why']}>
          <TextField prose label={timerWords.why} optional hint={timerWords.whyHint} value={note} onChange={setNote} maxLength={300} />
          <HealthHint texts={[note]} />
        </div>
      ) : null}
      <FailureNotice failure={failure} />
    </div>
  );
};

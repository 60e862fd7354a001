import type { LockCause } from '../domain/lock.ts';

/** What the watch of the lock is given by the machine, or by a test. */
export interface LockTools {
  /** Milliseconds of the machine's clock. */
  readonly now: () => number;
  /** Whether the store is open, the minutes it may stay so untouched, and what keeps it from locking itself. */
  readonly watched: () => { readonly open: boolean; readonly minutes: number; readonly held: 'work' | 'timer' | null };
  /** Tells the window how many seconds are left, or null when somebody came back. */
  readonly warn: (seconds: number | null) => void;
  readonly lock: (cause: LockCause) => void;
}

/** The watch of the lock: told of every sign of a person and of every second that passes. */
export interface LockWatch {
  readonly active: () => void;
  readonly tick: () => void;
  readonly left: (cause: 'suspend' | 'screen') => void;
}

/** Seconds of warning before an idle lock. */
export const warned = 30;

/** Milliseconds between two ticks beyond which the machine slept without saying so. */
const slept = 90_000;

/** Opens the watch. Idle: a warning, then the lock; a long work makes it wait for its end, a running timer counts as a person; sleep and a locked screen lock at once. */
export const openLockWatch = (tools: LockTools): LockWatch => {
  let touched = tools.now();
  let ticked = tools.now();
  let warnedAt: number | null = null;
  const calm = (): void => {
    if (warnedAt !== null) tools.warn(null);
    warnedAt = null;
  };
  const lock = (cause: LockCause): void => {
    calm();
    tools.lock(cause);
  };
  const active = (): void => {
    touched = tools.now();
    calm();
  };
  const tick = (): void => {
    const now = tools.now();
    const passed = now - ticked;
    ticked = now;
    const { open, minutes, held } = tools.watched();
    // A clock set back would make the wait as long as what it lost: the wait starts again.
    if (!open || held === 'timer' || passed < 0) return active();
    if (passed > slept) return lock('suspend');
    if (now - touched < minutes * 60_000 - warned * 1000 || held === 'work') return calm();
    if (warnedAt === null) {
      warnedAt = now;
      return tools.warn(warned);
    }
    if (now - warnedAt >= warned * 1000) {
      lock('idle');
      touched = now;
    }
  };
  return { active, tick, left: lock };
};

import { expect, test } from 'vitest';
import { openLockWatch, type LockTools } from './lock-watch.ts';

/** A machine whose clock a test moves second by second. */
const machine = (minutes = 10) => {
  const said: (string | number | null)[] = [];
  const state = { open: true, minutes, held: null as ReturnType<LockTools['watched']>['held'] };
  let now = 1_000_000;
  const watch = openLockWatch({ now: () => now, watched: () => state, warn: (seconds) => said.push(seconds), lock: (cause) => said.push(cause) });
  const pass = (seconds: number): void => {
    for (let each = 0; each < seconds; each += 1) {
      now += 1000;
      watch.tick();
    }
  };
  const jump = (seconds: number): void => {
    now += seconds * 1000;
    watch.tick();
  };
  return { watch, said, state, pass, jump };
};

test('ten minutes without anybody lock the store, after thirty seconds of warning', () => {
  const { said, pass } = machine();
  pass(569);
  expect(said).toEqual([]);
  pass(1);
  expect(said).toEqual([30]);
  pass(29);
  expect(said).toEqual([30]);
  pass(1);
  expect(said).toEqual([30, null, 'idle']);
});

test('any key cancels the warning, and the whole wait starts again', () => {
  const { watch, said, pass } = machine(2);
  pass(95);
  watch.active();
  expect(said).toEqual([30, null]);
  pass(89);
  expect(said).toEqual([30, null]);
  pass(1);
  expect(said).toEqual([30, null, 30]);
});

test('a long work makes the idle lock wait for its end, then thirty seconds more', () => {
  const { said, state, pass } = machine(2);
  state.held = 'work';
  pass(600);
  expect(said).toEqual([]);
  state.held = null;
  pass(31);
  expect(said).toEqual([30, null, 'idle']);
});

test('a work that starts under the warning takes it away', () => {
  const { said, state, pass } = machine(2);
  pass(100);
  state.held = 'work';
  pass(60);
  expect(said).toEqual([30, null]);
});

test('the timer of a defence that runs counts as a person', () => {
  const { said, state, pass } = machine(2);
  state.held = 'timer';
  pass(1200);
  state.held = null;
  pass(89);
  expect(said).toEqual([]);
  pass(1);
  expect(said).toEqual([30]);
});

test('sleep and a locked screen lock at once, whatever is under way', () => {
  const { watch, said, state } = machine();
  state.held = 'work';
  watch.left('suspend');
  watch.left('screen');
  expect(said).toEqual(['suspend', 'screen']);
});

test('a machine that slept without saying so is locked when it wakes', () => {
  const { said, pass, jump } = machine();
  pass(5);
  jump(3600);
  expect(said).toEqual(['suspend']);
});

test('a clock set back neither locks nor makes the wait longer than it is', () => {
  const { said, pass, jump } = machine(2);
  pass(60);
  jump(-7200);
  pass(90);
  expect(said).toEqual([30]);
});

test('a store that is closed is not watched', () => {
  const { said, state, pass } = machine(2);
  state.open = false;
  pass(600);
  expect(said).toEqual([]);
});

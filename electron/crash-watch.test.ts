import { expect, test } from 'vitest';
import { openCrashWatch, tooMany } from './crash-watch.ts';

const watched = () => {
  const shown: string[] = [];
  const noted: string[] = [];
  let now = 1_000_000;
  const watch = openCrashWatch({ now: () => now, show: (page) => shown.push(page), note: (reason) => noted.push(reason) });
  return { watch, shown, noted, pass: (milliseconds: number) => (now += milliseconds) };
};

test('a page that died is replaced by one that offers to reopen it, and the log keeps the reason alone', () => {
  const { watch, shown, noted } = watched();
  watch.gone('crashed');
  expect([shown, noted]).toEqual([['once'], ['crashed']]);
});

test('the third death in a minute stops the reopening', () => {
  const { watch, shown, pass } = watched();
  watch.gone('crashed');
  pass(20_000);
  watch.gone('oom');
  pass(20_000);
  watch.gone('crashed');
  expect(shown).toEqual(['once', 'once', 'again']);
});

test('three deaths far apart are three accidents', () => {
  const { watch, shown, pass } = watched();
  for (const _ of [1, 2, 3, 4]) {
    watch.gone('crashed');
    pass(tooMany.span / 2 + 1);
  }
  expect(shown).toEqual(['once', 'once', 'once', 'once']);
});

test('a clock set back makes no loop of what was far apart', () => {
  const { watch, shown, pass } = watched();
  watch.gone('crashed');
  watch.gone('crashed');
  pass(-500_000);
  watch.gone('crashed');
  expect(shown).toEqual(['once', 'once', 'once']);
});

test('a page that the person ends because it no longer answers is reopened at once, unless it is a loop', () => {
  const { watch, shown } = watched();
  watch.expect();
  watch.gone('killed');
  watch.gone('crashed');
  watch.expect();
  watch.gone('killed');
  expect(shown).toEqual(['home', 'once', 'again']);
});

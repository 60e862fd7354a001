import { expect, test } from 'vitest';
import { defaultRegulations, type Regulations } from '../../../domain/regulations.ts';
import { progressOf } from './progress.ts';

type Table = Parameters<typeof progressOf>[0];
type Result = { readonly kind: string; readonly value?: string };

const revealed = (round: number, jurors: readonly string[], result: Result) => ({
  kind: 'revealed',
  round,
  reason: '',
  opinions: jurors.map((jurorId) => ({ jurorId, value: 'validate', note: '' })),
  result,
});
const sealed = (round: number, recorded: readonly string[], lost = false) => ({ kind: 'sealed', round, reason: '', recorded, void: lost });
const lay = (rules: Partial<Regulations>, rounds: readonly unknown[], sitting: readonly string[] = ['a', 'b', 'c']): Table =>
  ({
    open: true,
    session: { regulations: { ...defaultRegulations, ...rules } },
    view: { obstacle: null, postponed: null, line: { composition: { sitting } } },
    block: { state: { kind: 'pending' }, rounds },
  }) as unknown as Table;
const majority = { kind: 'majority', value: 'validate' };

test('the next seat is the first without an opinion, in the order of the seats', () => {
  expect(progressOf(lay({}, [sealed(1, ['b'])])).next).toBe('a');
  expect(progressOf(lay({}, [sealed(1, ['a', 'b', 'c'])]))).toMatchObject({ next: null, mayReveal: true, mayDecide: false });
});

test('a jury that stays free decides on a revealed round, even on a tie', () => {
  expect(progressOf(lay({}, [revealed(1, ['a', 'b', 'c'], { kind: 'tie' })]))).toMatchObject({ mayDecide: true, mayTryAgain: true, stuck: false });
});

test('a jury bound to a count that gives nothing holds another round, and decides nothing', () => {
  const rules = { decisionRule: 'majority', rounds: 2 } as const;
  expect(progressOf(lay(rules, [revealed(1, ['a', 'b', 'c'], { kind: 'tie' })]))).toMatchObject({ mayDecide: false, mayTryAgain: true, stuck: false });
});

test('when the last round gives nothing the only way out is to postpone', () => {
  const rules = { decisionRule: 'majority', rounds: 2 } as const;
  const rounds = [revealed(1, ['a', 'b', 'c'], { kind: 'tie' }), revealed(2, ['a', 'b', 'c'], { kind: 'noneExpressed' })];
  expect(progressOf(lay(rules, rounds))).toMatchObject({ mayDecide: false, mayTryAgain: false, stuck: true });
});

test('a bound jury whose last round gives an outcome decides, and may not hold another', () => {
  const rules = { decisionRule: 'majority', rounds: 1 } as const;
  expect(progressOf(lay(rules, [revealed(1, ['a', 'b', 'c'], majority)]))).toMatchObject({ mayDecide: true, mayTryAgain: false, stuck: false });
});

test('a jury that changed since the reveal decides nothing on it, and may hold a round beyond the number', () => {
  const progress = progressOf(lay({ rounds: 1 }, [revealed(1, ['a', 'b', 'c'], majority)], ['a', 'b', 'd']));
  expect(progress).toMatchObject({ mayDecide: false, mayTryAgain: true, stuck: false, changed: true, came: ['d'] });
});

test('a member who left changes the jury too: another round while one is left, a postponement after', () => {
  const rounds = [revealed(1, ['a', 'b', 'c'], majority)];
  expect(progressOf(lay({ rounds: 2 }, rounds, ['a', 'b']))).toMatchObject({ mayDecide: false, mayTryAgain: true, changed: true, came: [] });
  expect(progressOf(lay({ rounds: 1 }, rounds, ['a', 'b']))).toMatchObject({ mayDecide: false, mayTryAgain: false, stuck: true });
});

test('a sealed round whose jury has changed is neither given to nor revealed; another takes its place', () => {
  const progress = progressOf(lay({ rounds: 1 }, [sealed(1, ['a', 'b'], true)], ['a', 'b', 'd']));
  expect(progress).toMatchObject({ lost: true, mayGive: false, next: null, mayReveal: false, mayDecide: false, mayTryAgain: true, stuck: false });
});

test('without individual opinions the jury decides at once, with no seat to fill', () => {
  const progress = progressOf(lay({ opinions: 'collegialOnly' }, []));
  expect(progress).toMatchObject({ mayDecide: true, mayGive: false, showsSeats: false, mayTryAgain: false, next: null });
});

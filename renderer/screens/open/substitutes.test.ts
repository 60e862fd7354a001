import { expect, test } from 'vitest';
import type { SittingView } from '../../../domain/view.ts';
import { findNeeds } from './substitutes.tsx';

const member = (id: string, seat: 'titular' | 'substitute', present: boolean) => ({ juror: { id, seat }, name: id, present });
const line = (id: string, sitting: readonly string[], recusals: readonly { readonly jurorId: string; readonly substitute: string | null }[] = []) => ({
  id,
  name: id,
  composition: { sitting },
  recusals,
});
const room = (members: readonly unknown[], candidates: readonly unknown[]): SittingView => ({ members, candidates }) as unknown as SittingView;
const three = [member('a', 'titular', true), member('b', 'titular', true), member('c', 'titular', true), member('s', 'substitute', true)];
const said = (sitting: SittingView) => findNeeds(sitting).map((need) => [need.titular.juror.id, need.why, need.lines.map((each) => each.id)]);

test('a recused member needs a substitute for those candidates alone', () => {
  expect(said(room(three, [line('x', ['a', 'b', 'c']), line('y', ['a', 'b'], [{ jurorId: 'c', substitute: null }])]))).toEqual([['c', 'recused', ['y']]]);
});

test('a seat that a substitute has taken needs nobody', () => {
  expect(said(room(three, [line('y', ['a', 'b', 's'], [{ jurorId: 'c', substitute: 's' }])]))).toEqual([]);
});

test('an absent titular is replaced once two others are here, not while the jury arrives', () => {
  const late = [member('a', 'titular', true), member('b', 'titular', true), member('c', 'titular', false)];
  expect(said(room(late, [line('x', ['a', 'b'])]))).toEqual([['c', 'absent', ['x']]]);
  expect(said(room([member('a', 'titular', true), member('b', 'titular', false), member('c', 'titular', false)], [line('x', ['a'])]))).toEqual([]);
});

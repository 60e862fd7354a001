import { expect, test } from 'vitest';
import { candidateId, jurorId } from './ids.ts';
import { orderCandidates } from './order.ts';

const line = (id: string, ...away: string[]) => ({ id: candidateId.parse(id), away: away.map((juror) => jurorId.parse(juror)) });

test('candidates of a recused member follow one another, so that the member leaves once', () => {
  const order = orderCandidates([line('a', 'x'), line('b'), line('c', 'x'), line('d', 'y'), line('e', 'x')]);
  expect(order).toEqual(['b', 'a', 'c', 'e', 'd']);
});

test('a candidate whom two members may not judge stands between the candidates of each', () => {
  const order = orderCandidates([line('a', 'x'), line('b', 'y'), line('c', 'x', 'y')]);
  expect(order).toEqual(['a', 'c', 'b']);
});

test('an empty list gives an empty order', () => expect(orderCandidates([])).toEqual([]));

import type { CandidateId, JurorId } from './ids.ts';

interface Group {
  readonly away: readonly JurorId[];
  readonly candidates: CandidateId[];
}

const departures = (groups: readonly Group[]): number => {
  let count = 0;
  let before: readonly JurorId[] = [];
  for (const { away } of groups) {
    const already = before;
    count += away.filter((juror) => !already.includes(juror)).length;
    before = away;
  }
  return count;
};

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, index) => permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]));

/** Most groups whose every order is tried; beyond it the order of first appearance is kept. */
const mostGroups = 7;

/**
 * Orders candidates so that a recused member leaves the room as few times as possible: once where that can be.
 * Candidates whom everybody may judge come first; within a group the given order is kept.
 */
export const orderCandidates = (candidates: readonly { readonly id: CandidateId; readonly away: readonly JurorId[] }[]): CandidateId[] => {
  const groups = new Map<string, Group>();
  for (const { id, away } of candidates) {
    const sorted = [...away].sort();
    const key = sorted.join(' ');
    const group = groups.get(key) ?? { away: sorted, candidates: [] };
    group.candidates.push(id);
    groups.set(key, group);
  }
  const everybody = groups.get('')?.candidates ?? [];
  const others = [...groups.entries()].filter(([key]) => key !== '').map(([, group]) => group);
  const orders = others.length > mostGroups ? [others] : permutations(others);
  const best = orders.reduce((left, right) => (departures(right) < departures(left) ? right : left));
  return [...everybody, ...best.flatMap((group) => group.candidates)];
};

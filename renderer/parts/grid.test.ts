import { expect, test } from 'vitest';
import { movedBy, pageOfRows, placeWithin } from './grid.ts';

const size = { rows: 300, columns: 14 };
const from =
  (row: number, column: number) =>
  (key: string, ctrl = false) => {
    const to = movedBy(key, ctrl, { row, column }, size);
    return to === null ? null : [to.row, to.column];
  };

test('each key goes where a grid of three hundred rows says, and stays at its edges', () => {
  const middle = from(40, 5);
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((key) => middle(key))).toEqual([
    [39, 5],
    [41, 5],
    [40, 4],
    [40, 6],
  ]);
  expect(['Home', 'End'].map((key) => middle(key))).toEqual([
    [40, 0],
    [40, 13],
  ]);
  expect(['Home', 'End'].map((key) => middle(key, true))).toEqual([
    [0, 0],
    [299, 13],
  ]);
  expect(['PageUp', 'PageDown'].map((key) => middle(key))).toEqual([
    [40 - pageOfRows, 5],
    [40 + pageOfRows, 5],
  ]);
  expect(['ArrowUp', 'ArrowLeft', 'PageUp'].map((key) => from(0, 0)(key))).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(['ArrowDown', 'ArrowRight', 'PageDown'].map((key) => from(299, 13)(key))).toEqual([
    [299, 13],
    [299, 13],
    [299, 13],
  ]);
});

test('a key that is not of the grid is left to others: Enter opens, Tab leaves, letters and other chords act elsewhere', () => {
  for (const key of ['Enter', ' ', 'Tab', 'Escape', 'm']) expect(from(3, 3)(key)).toBeNull();
  for (const key of ['ArrowUp', 'ArrowLeft', 'PageDown', 'Enter']) expect(from(3, 3)(key, true)).toBeNull();
});

test('a grid that became smaller keeps the nearest cell', () => {
  expect(placeWithin({ row: 12, column: 9 }, { rows: 5, columns: 4 })).toEqual({ row: 4, column: 3 });
  expect(placeWithin({ row: 2, column: 1 }, { rows: 0, columns: 4 })).toEqual({ row: 0, column: 1 });
});

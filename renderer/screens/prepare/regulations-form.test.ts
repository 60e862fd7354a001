import { expect, test } from 'vitest';
import { defaultRegulations, regulations } from '../../../domain/regulations.ts';
import { lostLevels } from './grid-levels.ts';
import { versionOf } from './regulations-form.tsx';
import { freeCode, moveLevel, presets } from './scale-rows.tsx';

test('the version stays while nothing changes, and the next one is offered as soon as a rule does', () => {
  expect(versionOf(defaultRegulations, defaultRegulations, null)).toBe('1.1');
  expect(versionOf(defaultRegulations, { ...defaultRegulations, quorum: 4 }, null)).toBe('1.2');
});

test('coming back to the stored rules comes back to their version', () => {
  const changed = { ...defaultRegulations, retention: { ...defaultRegulations.retention, jurorYears: 7 } };
  expect(versionOf(defaultRegulations, changed, null)).toBe('1.2');
  expect(versionOf(defaultRegulations, { ...changed, retention: { ...changed.retention, jurorYears: 6 } }, null)).toBe('1.1');
});

test('a version that a person typed is kept whatever the rules become', () => {
  expect(versionOf(defaultRegulations, { ...defaultRegulations, quorum: 4 }, 'juin 2026')).toBe('juin 2026');
  expect(versionOf(defaultRegulations, { ...defaultRegulations, quorum: 4 }, '')).toBe('');
});

test('each usual scale makes regulations that the schema accepts', () => {
  for (const scale of Object.values(presets)) expect(regulations.safeParse({ ...defaultRegulations, scale }).success).toBe(true);
  expect(presets.fourLevels.map((level) => level.label)).toEqual(['Niveau 1', 'Niveau 2', 'Niveau 3', 'Niveau 4']);
});

test('a level moves one place at a time and never out of the scale', () => {
  const codes = (scale: typeof presets.threeSteps): string[] => scale.map((level) => level.code);
  expect(codes(moveLevel(presets.threeSteps, 0, 1))).toEqual(['partiel', 'acquis', 'non-acquis']);
  expect(codes(moveLevel(presets.threeSteps, 2, -1))).toEqual(['acquis', 'non-acquis', 'partiel']);
  expect(moveLevel(presets.threeSteps, 0, -1)).toBe(presets.threeSteps);
  expect(moveLevel(presets.threeSteps, 2, 1)).toBe(presets.threeSteps);
});

test('a new level gets a code that no other bears', () => {
  expect(freeCode(presets.fourLevels)).toBe('5');
  expect(
    freeCode([
      { code: '3', label: 'A' },
      { code: 'x', label: 'B' },
    ]),
  ).toBe('4');
});

test('the lines of grids that a new scale leaves behind are counted and named as they were', () => {
  const levels = new Map([
    ['acquis', 5],
    ['partiel', 2],
  ]);
  expect(lostLevels(levels, presets.threeSteps, presets.fourLevels)).toEqual({ lines: 7, names: ['Acquis', 'Partiellement acquis'] });
  expect(lostLevels(levels, presets.threeSteps, presets.threeSteps)).toEqual({ lines: 0, names: [] });
});

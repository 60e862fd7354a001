import { FuseState, FuseV1Options, FuseVersion } from '@electron/fuses';
import { expect, test } from 'vitest';
import { fuseLines, fuseTable } from './fuse-table.ts';

const wire = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: FuseState.ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
} as Parameters<typeof fuseLines>[0];

test('each fuse says what was decided, what the program has, and whether they agree', () => {
  const lines = new Map(fuseLines(wire).map((line) => [line.name, line]));
  expect(lines.get('RunAsNode')).toMatchObject({ decided: false, real: 'on', agrees: false });
  expect(lines.get('OnlyLoadAppFromAsar')).toMatchObject({ decided: true, real: 'on', agrees: true });
  expect(lines.get('EnableNodeOptionsEnvironmentVariable')).toMatchObject({ decided: false, real: 'off', agrees: true });
  expect(lines.get('EnableCookieEncryption')).toMatchObject({ decided: true, real: 'absent' });
});

test('the table has a line for each fuse that may be decided, and shows the one that is not as decided', () => {
  const [head, ...rows] = fuseTable(fuseLines(wire)).split('\n');
  expect(head).toMatch(/^Fusible +Décidé +Dans le programme/);
  expect(rows).toHaveLength(Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number').length);
  expect(rows.filter((row) => row.includes('NON'))).toEqual([expect.stringMatching(/^RunAsNode/)]);
});

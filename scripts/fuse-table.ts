import { type FuseConfig, FuseState, FuseV1Options } from '@electron/fuses';
import { runtimeWords } from '../words/runtime.ts';
import { fuses } from '../build/fuses.ts';

/** What a fuse is set to, as decided and as read in the program. */
export type FuseLine = { readonly name: string; readonly decided: boolean; readonly real: 'on' | 'off' | 'absent'; readonly agrees: boolean };

/** Each fuse of the project, and what the wire of a packaged program says of it; one that its Electron does not have is absent, and disagrees with nothing. */
export function fuseLines(wire: FuseConfig<FuseState>): FuseLine[] {
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  return names.map((name) => {
    const fuse = FuseV1Options[name as keyof typeof FuseV1Options];
    const state = (wire as Readonly<Record<number, FuseState | undefined>>)[fuse];
    const real = state === FuseState.ENABLE ? 'on' : state === FuseState.DISABLE ? 'off' : 'absent';
    const decided = fuses[fuse] === true;
    return { name, decided, real, agrees: real === 'absent' || (real === 'on') === decided };
  });
}

/** The same, as a table to read in a terminal. */
export function fuseTable(lines: readonly FuseLine[]): string {
  const { columns, states, agreement } = runtimeWords.fuses;
  const rows = [
    columns,
    ...lines.map(({ name, decided, real, agrees }) => [name, states[decided ? 'on' : 'off'], states[real], agreement[agrees ? 'yes' : 'no']]),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

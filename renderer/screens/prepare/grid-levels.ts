import { useEffect, useState } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { Regulations } from '../../../domain/regulations.ts';
import { ask } from '../../bridge.ts';

/** How many lines of the grids already filled bear each level, by its code. */
export type GridLevels = ReadonlyMap<string, number>;

/** Reads the grids of every dossier of the session once, and counts their levels. */
export const useGridLevels = (sessionId: SessionId): GridLevels => {
  const [levels, setLevels] = useState<GridLevels>(new Map());
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const list = await ask('candidate.list', { sessionId });
      if (!list.ok) return;
      const dossiers = await Promise.all(list.value.map(({ id }) => ask('dossier.get', { sessionId, candidateId: id })));
      const lines = dossiers.flatMap((answer) => (answer.ok ? answer.value.projects.flatMap((project) => project.grid) : []));
      if (current) setLevels(lines.reduce((counted, { level }) => counted.set(level, (counted.get(level) ?? 0) + 1), new Map<string, number>()));
    };
    void read();
    return () => {
      current = false;
    };
  }, [sessionId]);
  return levels;
};

/** The lines of grids whose level the new scale lacks, and the names that these levels bore. */
export const lostLevels = (
  levels: GridLevels,
  before: Regulations['scale'],
  after: Regulations['scale'],
): { readonly lines: number; readonly names: readonly string[] } => {
  const lost = [...levels].filter(([code]) => !after.some((level) => level.code === code));
  return {
    lines: lost.reduce((sum, [, count]) => sum + count, 0),
    names: lost.map(([code]) => before.find((level) => level.code === code)?.label ?? code),
  };
};

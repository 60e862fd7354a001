import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { Runtime } from '../runtime/electron.ts';
import { layEmptyApp } from './empty.ts';
import { launch } from './launch.ts';
import { alternate, type Comparison } from './measure.ts';

const repository = join(import.meta.dirname, '..', '..');

/** Memory of all the processes of each app once started, in MiB, beside the times to start. */
export interface Starts {
  readonly times: Comparison;
  readonly memory: Comparison;
}

/** Compares starting the built app on a new folder, up to a first screen that can be used, with starting an empty window up to its page loaded. */
export const compareStarts = async (runtime: Runtime, scratch: string): Promise<Starts> => {
  const empty = layEmptyApp(join(scratch, 'empty-start'));
  const memory = { ours: [] as number[], theirs: [] as number[] };
  const start = async (folder: string, side: 'ours' | 'theirs'): Promise<number> => {
    const from = performance.now();
    const app = await launch(runtime, folder, scratch);
    try {
      const page = await app.firstWindow();
      if (side === 'theirs') await page.waitForLoadState('load');
      else {
        await page.getByRole('heading').first().waitFor();
        await page.locator('button:enabled').first().waitFor();
      }
      const spent = performance.now() - from;
      memory[side].push(await weigh(app));
      return spent;
    } finally {
      await app.close();
    }
  };
  const times = await alternate(
    7,
    1,
    () => start(repository, 'ours'),
    () => start(empty, 'theirs'),
  );
  return { times, memory };
};

const weigh = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: electron }) => electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0));

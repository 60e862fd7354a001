import type { Target } from './target.ts';
import { zipTarget } from './targets/packs.ts';
import { csvTarget, xlsxTarget } from './targets/tables.ts';
import { ficheTarget, reportTarget } from './targets/xml.ts';

/** Every reader of foreign bytes that is fuzzed. */
export const targets: readonly Target[] = [csvTarget, xlsxTarget, zipTarget, ficheTarget, reportTarget];

/** A target by its name; throws where there is none. */
export const targetNamed = (name: string): Target => {
  const found = targets.find((target) => target.name === name);
  if (found === undefined) throw new Error(`no target is called ${name}`);
  return found;
};

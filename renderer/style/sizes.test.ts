import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '..');
// The reader of foreign files has a page of its own, and paper its own measures.
const sheets = globSync('**/*.css', { cwd: renderer }).filter((path) => !path.startsWith('viewer') && !path.endsWith('print.css'));

/** What keeps its pixels: lines and their rings, and a condition on the window. */
const lines = /^\s*(?:@|\/?\*|(?:outline|border|box-shadow|--shadow)[\w-]*:)/;
/** The root itself, a radius that rounds all, and the text of a drawing that grows as a whole. */
const kept = [
  'style/base.css font-size: 16px',
  'style/base.css font-size: 18px',
  'style/base.css font-size: 20px',
  'screens/statistics/statistics.module.css font-size: 13px',
];

test('every size follows the root, which grows on a large screen: no sheet measures in pixels but its lines', () => {
  const found = sheets.flatMap((path) =>
    readFileSync(join(renderer, path), 'utf8')
      .split('\n')
      .filter((line) => !lines.test(line) && [...line.matchAll(/(\d+(?:\.\d+)?)px/g)].some(([, size]) => Number(size) >= 5 && Number(size) !== 999))
      .map((line) => `${path.replaceAll('\\', '/')} ${line.trim().replace(';', '')}`),
  );
  expect(found.sort()).toEqual([...kept].sort());
});

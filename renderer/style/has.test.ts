import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '..');

/** The selectors of a style sheet that ask what an element holds, those of paper aside. */
const asking = (sheet: string): readonly string[] =>
  sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media print \{[\s\S]*?\n\}/, '')
    .split(/[{};]/)
    .map((part) => part.trim())
    .filter((part) => part.includes(':has('));

/** Whether each change under the element would have the style of everything in it, or of the whole screen, computed again. */
const isCostly = (selector: string): boolean =>
  /:has\(.*\)[^,]*[\s>+~]\*/.test(selector) || /(^|[\s,])(html|body|main|#root|#content|\.(frame|content|page|screen))[^\s,>]*:has\(/.test(selector);

test('no selector makes a whole screen depend on what it holds: each change would compute the style of every element again', () => {
  expect(isCostly('.content:has(> [data-banner])')).toBe(true);
  expect(isCostly('.dense tbody tr:not(:has(button, input)) > *')).toBe(true);
  expect(isCostly('.card:has(input:checked)')).toBe(false);
  const costly = globSync('**/*.css', { cwd: renderer }).flatMap((file) =>
    asking(readFileSync(join(renderer, file), 'utf8'))
      .filter(isCostly)
      .map((selector) => `${file}: ${selector}`),
  );
  expect(costly).toEqual([]);
});

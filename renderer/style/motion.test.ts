import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '..');
const sheets = globSync('**/*.css', { cwd: renderer }).map((path) => ({ path, css: readFileSync(join(renderer, path), 'utf8') }));
const base = sheets.find(({ path }) => path === join('style', 'base.css'))?.css ?? '';

test('who asks the system for less motion sees none: everything appears where it stays', () => {
  const [, rule = ''] = /@media \(prefers-reduced-motion: reduce\) \{\s*(\*,[\s\S]*?\})\s*\}/.exec(base) ?? [];
  for (const part of ['*,', '*::before', '*::after', 'animation: none !important', 'transition: none !important']) expect(rule).toContain(part);
});

test('no sheet takes that word back, and nothing moves from the code', () => {
  for (const { path, css } of sheets) {
    if (path === join('style', 'base.css')) continue;
    expect(css, path).not.toMatch(/(?:animation|transition)[\w-]*:[^;]*!important|scroll-behavior:\s*smooth/);
    // The reader of foreign files has its own page, which base.css does not reach: nothing there moves at all.
    if (path.startsWith('viewer')) expect(css, path).not.toMatch(/\b(?:animation|transition)\b[\w-]*:/);
  }
  for (const path of globSync('**/*.{ts,tsx}', { cwd: renderer }).filter((each) => !each.endsWith('.test.ts')))
    expect(readFileSync(join(renderer, path), 'utf8'), path).not.toMatch(/behavior: 'smooth'|\.animate\(/);
});

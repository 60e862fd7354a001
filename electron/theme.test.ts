import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepTheme, paperOf, readTheme } from './theme.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'delibere-theme-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('the theme that was chosen is the one of the next start, in one small file', async () => {
  expect(readTheme(folder)).toBe('system');
  await keepTheme(folder, 'dark');
  expect(readTheme(folder)).toBe('dark');
  await keepTheme(folder, 'contrast');
  expect(readTheme(folder)).toBe('contrast');
  expect(readdirSync(folder)).toEqual(['theme.json']);
});

test('a file that is damaged, or that someone wrote, shows the window as the system asks', () => {
  for (const text of ['', '{', 'null', '[]', '{"theme":"--remote-debugging-port=9222"}', '{"theme":3}']) {
    writeFileSync(join(folder, 'theme.json'), text);
    expect(readTheme(folder)).toBe('system');
  }
});

test('the colour before a page is painted is the paper of that page, in every theme', () => {
  const style = readFileSync(join(import.meta.dirname, '..', 'renderer', 'style', 'tokens.css'), 'utf8');
  const papers = [...style.matchAll(/--paper: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, day, night]) => ({ day, night }));
  const [usual, contrast] = papers;
  expect(papers).toHaveLength(2);
  expect([paperOf('light', true), paperOf('system', false)]).toEqual([usual?.day, usual?.day]);
  expect([paperOf('dark', false), paperOf('system', true)]).toEqual([usual?.night, usual?.night]);
  // The high contrast that a person chose here is that of day.
  expect(style).toMatch(/:is\(\[data-theme="light"\], \[data-theme="contrast"\]\) \{\s*color-scheme: light;/);
  expect(paperOf('contrast', true)).toBe(contrast?.day);
});

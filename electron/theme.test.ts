import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepTheme, readTheme } from './theme.ts';

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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crashWords } from '../words/crash.ts';
import { fillWords } from './stopped-pages.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', 'renderer', name), 'utf8');

test('the pages of a screen that stopped are written in words and have no script', () => {
  for (const name of ['stopped.html', 'stopped-again.html']) {
    const page = fillWords(read(name));
    expect(page, name).not.toMatch(/\{\{|<script/);
    expect(page, name).toContain(crashWords.safe);
  }
});

test('the first offers to reopen the screen, the one of a loop does not', () => {
  expect(fillWords(read('stopped.html'))).toContain(`<a href="/index.html" autofocus>${crashWords.reopen}</a>`);
  expect(fillWords(read('stopped-again.html'))).not.toContain('<a ');
});

test('a word that does not exist stops the build', () => {
  expect(() => fillWords('{{nothing}}')).toThrow('nothing');
});

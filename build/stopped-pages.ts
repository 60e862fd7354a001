import type { Plugin } from 'vite';
import { crashWords } from '../words/crash.ts';

const words: Readonly<Record<string, string>> = crashWords;

/** A page of the build with each `{{word}}` in its place; a word that is not in words/crash.ts stops the build. */
export const fillWords = (page: string): string =>
  page.replaceAll(/\{\{(\w+)\}\}/g, (_mark, name: string) => {
    const text = words[name];
    if (text === undefined) throw new Error(`words/crash.ts has no ${name}`);
    return text;
  });

/** Writes the sentences into the pages that have no script to write them. */
export const stoppedPages = (): Plugin => ({ name: 'stopped-pages', transformIndexHtml: { order: 'pre', handler: fillWords } });

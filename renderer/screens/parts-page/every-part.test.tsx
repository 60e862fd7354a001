import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import PartsPage from './screen.tsx';

const folder = join(import.meta.dirname, '..', '..', 'parts');
const parts = readdirSync(folder)
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  .map((file) => file.slice(0, -4));
const page = renderToStaticMarkup(<PartsPage />);
/** What the page shows of each component: its markup, up to the next one. */
const shown = new Map(
  page
    .split(/(?=<div class="[^"]*exhibit)/)
    .slice(1)
    .map((piece) => [/data-part="([\w-]+)"/.exec(piece)?.[1] ?? '', piece]),
);
const sources = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

/** The states that a style sheet draws, and what shows each on the page. */
const states = [
  { name: 'hover', drawn: /:hover|\[data-hovered\]/, shown: /data-shown="[^"]*hover/ },
  { name: 'focus', drawn: /:focus-visible|\[data-focus-visible\]/, shown: /data-shown="[^"]*focus/ },
  { name: 'pressed', drawn: /:active/, shown: /data-shown="[^"]*pressed/ },
  { name: 'disabled', drawn: /:disabled/, shown: / disabled=""/ },
  { name: 'busy', drawn: /aria-busy/, shown: /aria-busy="true"/ },
  { name: 'chosen', drawn: /:checked|aria-pressed/, shown: / checked=""|aria-pressed="true"/ },
  { name: 'invalid', drawn: /\.invalid/, shown: /aria-invalid="true"/ },
] as const;

/** The components that draw with the style sheet of another. */
const drawnWith: Readonly<Record<string, string>> = { choice: 'field', 'text-field': 'field' };
/** A style sheet whose states its own component does not show: those that draw with it do. */
const elsewhere = new Set(['field', 'dialog', 'frame', 'loading']);

describe('The page of the components', () => {
  it('shows every file of renderer/parts', () => {
    expect([...shown.keys()].sort()).toEqual(parts.toSorted());
    for (const part of parts) expect(sources, part).toContain(`from '../../parts/${part}.tsx'`);
  });

  it('shows each in every state that its style sheet draws', () => {
    const absent: string[] = [];
    let seen = 0;
    for (const part of parts.filter((each) => !elsewhere.has(each))) {
      const name = drawnWith[part] ?? part;
      const file = readdirSync(folder).includes(`${name}.module.css`) ? readFileSync(join(folder, `${name}.module.css`), 'utf8') : '';
      for (const state of states) {
        if (!state.drawn.test(file)) continue;
        // A text has nothing to choose, nor a ground of its own under the pointer.
        if (part === 'text-field' && (state.name === 'hover' || state.name === 'chosen')) continue;
        seen += 1;
        if (!state.shown.test(shown.get(part) ?? '')) absent.push(`${part}: ${state.name}`);
      }
    }
    expect(seen).toBeGreaterThan(15);
    expect(absent).toEqual([]);
  });
});

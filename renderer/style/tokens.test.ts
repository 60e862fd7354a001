import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..');
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The two colours of each token of a rule: by day, by night. */
const readPairs = (rule: string): ReadonlyMap<string, readonly [day: string, night: string]> =>
  new Map([...rule.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name = '', day = '', night = '']) => [name, [day, night]]));
const split = css.indexOf('@container');
const usual = readPairs(css.slice(0, split));
const more = readPairs(css.slice(split));
const themes = {
  day: (name: string) => usual.get(name)?.[0],
  night: (name: string) => usual.get(name)?.[1],
  'high contrast by day': (name: string) => (more.get(name) ?? usual.get(name))?.[0],
  'high contrast by night': (name: string) => (more.get(name) ?? usual.get(name))?.[1],
} as const;

/** The relative luminance of a colour, as WCAG 2.2 defines it. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const grounds = ['paper', 'surface', 'raised', 'sunken'];
/** What is read, and on what. */
const texts: Readonly<Record<string, readonly string[]>> = {
  ink: [...grounds, 'accent-soft', 'success-soft', 'danger-soft', 'warning-soft', 'highlight'],
  'ink-muted': [...grounds, 'accent-soft', 'success-soft', 'danger-soft', 'warning-soft', 'highlight'],
  accent: [...grounds, 'accent-soft', 'success-soft', 'danger-soft', 'warning-soft'],
  'accent-strong': [...grounds, 'accent-soft'],
  success: [...grounds, 'success-soft'],
  danger: [...grounds, 'danger-soft', 'accent-soft', 'warning-soft'],
  warning: [...grounds, 'warning-soft', 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
};
/** What is seen without being read: the borders of controls, the ring of the focus. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  'line-strong': [...grounds, 'accent-soft', 'success-soft', 'danger-soft', 'warning-soft'],
  focus: [...grounds, 'accent-soft', 'success-soft', 'danger-soft', 'warning-soft'],
};
/** What separates without being needed to understand or to act. */
const ornaments = ['line-soft'];

const failures = (pairs: typeof texts, least: number): string[] =>
  Object.entries(themes).flatMap(([theme, colourOf]) =>
    Object.entries(pairs).flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const found = contrast(colourOf(front) ?? '', colourOf(back) ?? '');
        return found >= least ? [] : [`${theme}: ${front} on ${back} is ${found.toFixed(2)}`];
      }),
    ),
  );

describe('The colours', () => {
  it('are each written once, by day and by night, and again for the high contrast', () => {
    expect(usual.size).toBeGreaterThan(15);
    expect([...more.keys()].filter((name) => !usual.has(name))).toEqual([]);
    for (const name of usual.keys()) expect(css.split(`--${name}:`).length - 1, name).toBe(more.has(name) ? 2 : 1);
  });

  it('are read at 4.5:1 or more wherever a text stands', () => expect(failures(texts, 4.5)).toEqual([]));

  it('are read at 7:1 or more in the high contrast', () => expect(failures(texts, 7).filter((each) => each.startsWith('high'))).toEqual([]));

  it('show the borders of controls, the marks and the focus at 3:1 or more', () => expect(failures(shapes, 3)).toEqual([]));

  it('have no token that these pairs leave out', () => {
    const named = new Set([...Object.entries(texts), ...Object.entries(shapes)].flatMap(([front, backs]) => [front, ...backs]).concat(ornaments));
    expect([...usual.keys()].filter((name) => !named.has(name))).toEqual([]);
  });

  it('stand in no rule of a screen as a pair that was not computed', () => {
    const seen: string[] = [];
    for (const file of globSync('**/*.css', { cwd: renderer }))
      for (const [, body = ''] of readFileSync(join(renderer, file), 'utf8').matchAll(/\{([^{}]*)\}/g)) {
        const front = /(?:^|[;\s])color: var\(--([\w-]+)\)/.exec(body)?.[1];
        const back = /background(?:-color)?: var\(--([\w-]+)\)/.exec(body)?.[1];
        if (front !== undefined && back !== undefined && !texts[front]?.includes(back)) seen.push(`${file}: ${front} on ${back}`);
      }
    expect(seen).toEqual([]);
  });

  it('come from the tokens alone, but on the white page of a document', () => {
    const bare = globSync('**/*.css', { cwd: renderer }).filter((file) => /#[0-9a-f]{3,8}\b|rgb\(/.test(readFileSync(join(renderer, file), 'utf8')));
    expect(bare.sort()).toEqual(['style/print.css', 'style/tokens.css', 'viewer/panel.css', 'viewer/viewer.css']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { least, newPlace, placeWindow, stepZoom, windowPlace, zooms, type Bounds, type WindowPlace } from './window.ts';

const laptop: Bounds = { x: 0, y: 0, width: 1920, height: 1040 };
const projector: Bounds = { x: 1920, y: -200, width: 1920, height: 1080 };
const at = (bounds: Bounds, state: WindowPlace['state'] = 'normal'): WindowPlace => ({ bounds, state, zoom: 1 });

describe('the window comes back', () => {
  it('where it was, on either screen, in the state it had', () => {
    for (const bounds of [
      { x: 100, y: 80, width: 1400, height: 800 },
      { x: 2100, y: -150, width: 1500, height: 900 },
    ])
      expect(placeWindow(at(bounds, 'maximised'), [laptop, projector])).toMatchObject({ bounds, state: 'maximised' });
  });

  it('across two screens where a person put it so', () => {
    const across = { x: 1200, y: 20, width: 1400, height: 800 };
    expect(placeWindow(at(across), [laptop, projector]).bounds).toEqual(across);
  });

  it('whole on a screen that exists, once the projector is gone', () => {
    expect(placeWindow(at({ x: 2100, y: -150, width: 1500, height: 900 }), [laptop]).bounds).toEqual({ x: 420, y: 0, width: 1500, height: 900 });
  });

  it('no larger than a smaller screen, no smaller than the least', () => {
    const small: Bounds = { x: 0, y: 0, width: 1280, height: 680 };
    expect(placeWindow(at({ x: 0, y: 0, width: 1920, height: 1080 }), [small])).toMatchObject({ bounds: small, minimum: { width: 1280, height: 680 } });
    expect(placeWindow(at({ x: 50, y: 50, width: 400, height: 300 }), [laptop])).toMatchObject({ bounds: { ...least, x: 50, y: 50 }, minimum: least });
  });

  it('in the middle of the main screen the first time, and filling one that is tight', () => {
    expect(placeWindow(newPlace, [laptop, projector])).toMatchObject({ bounds: { x: 277, y: 110, width: 1366, height: 820 }, state: 'normal' });
    expect(placeWindow(newPlace, [{ x: 0, y: 0, width: 1366, height: 728 }])).toMatchObject({ state: 'maximised' });
  });

  it('even when the machine names no screen', () => {
    expect(placeWindow(newPlace, []).bounds).toMatchObject({ width: 1366, height: 820 });
  });
});

describe('on any layout of screens', () => {
  const side = (least: number, most: number) => fc.integer({ min: least, max: most });
  const rectangle = fc.record({ x: side(-6000, 6000), y: side(-3000, 3000), width: side(640, 5120), height: side(480, 2880) });
  const anywhere = fc.record({ x: side(-9000, 9000), y: side(-9000, 9000), width: side(1, 9000), height: side(1, 9000) });
  const state = fc.constantFrom('normal' as const, 'maximised' as const, 'fullScreen' as const);
  const overlap = (one: Bounds, other: Bounds): boolean =>
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

  it('its title bar can be taken, and it is as large as the least or as its screen', () => {
    fc.assert(
      fc.property(fc.array(rectangle, { minLength: 1, maxLength: 4 }), fc.option(anywhere), state, (screens, bounds, kept) => {
        const { bounds: opened, minimum } = placeWindow({ bounds, state: kept, zoom: 1 }, screens);
        expect(screens.some((screen) => overlap({ ...opened, height: 32 }, screen))).toBe(true);
        expect(opened.width).toBeGreaterThanOrEqual(minimum.width);
        expect(opened.height).toBeGreaterThanOrEqual(minimum.height);
        expect(screens.some(({ width, height }) => minimum.width <= width && minimum.height <= height)).toBe(true);
        expect(minimum.width).toBeLessThanOrEqual(least.width);
      }),
      { numRuns: 500, seed: 37 },
    );
  });

  it('to keep where it opened and to open again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(rectangle, { minLength: 1, maxLength: 1 }), anywhere, (screens, bounds) => {
        const once = placeWindow({ bounds, state: 'normal', zoom: 1 }, screens);
        expect(placeWindow({ bounds: once.bounds, state: 'normal', zoom: 1 }, screens).bounds).toEqual(once.bounds);
      }),
      { numRuns: 300, seed: 37 },
    );
  });
});

describe('the size of everything', () => {
  it('goes up and down by the same steps, stops at both ends, and comes back to the usual one', () => {
    const up = zooms.slice(1).reduce((sizes: readonly number[]) => [...sizes, stepZoom(sizes.at(-1) ?? 0, 1)], [zooms[0]]);
    expect(up).toEqual(zooms);
    expect(stepZoom(3, 1)).toBe(3);
    expect(stepZoom(zooms[0], -1)).toBe(zooms[0]);
    expect(stepZoom(1.2, -1)).toBe(1.1);
    expect(stepZoom(2.5, 0)).toBe(1);
  });
});

it('what is kept of the window is figures alone', () => {
  expect(windowPlace.safeParse({ ...newPlace, title: 'Jury' }).success).toBe(false);
  expect(windowPlace.safeParse({ ...newPlace, zoom: 12 }).success).toBe(false);
  expect(windowPlace.safeParse({ ...newPlace, bounds: { x: 0.5, y: 0, width: 10, height: 10 } }).success).toBe(false);
});

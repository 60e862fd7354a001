import { z } from 'zod';

/** How large everything may be shown, the usual size being 1. */
export const zooms = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The size one step larger, one smaller, or the usual one; from a size that is no step, the next in that direction. */
export const stepZoom = (from: number, step: 1 | -1 | 0): number => {
  if (step === 0) return 1;
  return step === 1 ? (zooms.find((each) => each > from + 0.001) ?? zooms[zooms.length - 1] ?? 1) : (zooms.findLast((each) => each < from - 0.001) ?? zooms[0]);
};

const pixels = z.number().int().min(-100_000).max(100_000);
/** What is kept of the window from one start to the next: figures alone. */
export const windowPlace = z.strictObject({
  bounds: z.strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }).nullable(),
  state: z.enum(['normal', 'maximised', 'fullScreen']),
  zoom: z.number().min(zooms[0]).max(3),
});
/** What is kept of the window from one start to the next. */
export type WindowPlace = z.infer<typeof windowPlace>;
/** A rectangle of the desktop, in its own pixels. */
export type Bounds = NonNullable<WindowPlace['bounds']>;

/** Where nothing was kept. */
export const newPlace: WindowPlace = { bounds: null, state: 'normal', zoom: 1 };

/** The least size at which every screen is whole, and the size at which the window first opens. */
export const least = { width: 1280, height: 720 } as const;
const first = { width: 1366, height: 820 } as const;
/** The height of a title bar, by which a person takes a window. */
const bar = 32;

const shared = (one: Bounds, other: Bounds): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
};

const apart = (one: Bounds, other: Bounds): number =>
  Math.hypot(one.x + one.width / 2 - other.x - other.width / 2, one.y + one.height / 2 - other.y - other.height / 2);

const clamp = (value: number, from: number, to: number): number => Math.max(from, Math.min(value, to));

const within = (bounds: Bounds, screen: Bounds): Bounds => {
  const [width, height] = [Math.min(bounds.width, screen.width), Math.min(bounds.height, screen.height)];
  return { width, height, x: clamp(bounds.x, screen.x, screen.x + screen.width - width), y: clamp(bounds.y, screen.y, screen.y + screen.height - height) };
};

/** The window as it opens: its bounds, whether it fills its screen, and the least it may be made. */
export interface Opening {
  readonly bounds: Bounds;
  readonly state: WindowPlace['state'];
  readonly minimum: { readonly width: number; readonly height: number };
}

/**
 * Where the window opens on the screens that exist now (their work areas, the main one first): where it was if its title bar can still be reached and nearly all of it seen,
 * else whole on the screen it shares most with, or the nearest; never larger than a screen, nor smaller than 1280 × 720 where there is room.
 */
export const placeWindow = (kept: WindowPlace, screens: readonly Bounds[]): Opening => {
  const main = screens[0] ?? { x: 0, y: 0, ...first };
  const wanted: Bounds = kept.bounds ?? {
    ...first,
    x: main.x + Math.round((main.width - first.width) / 2),
    y: main.y + Math.round((main.height - first.height) / 2),
  };
  const known = screens.length === 0 ? [main] : screens;
  const screen = known.toSorted((one, other) => shared(wanted, other) - shared(wanted, one) || apart(wanted, one) - apart(wanted, other))[0] ?? main;
  const minimum = { width: Math.min(least.width, screen.width), height: Math.min(least.height, screen.height) };
  const grown = { ...wanted, width: Math.max(wanted.width, minimum.width), height: Math.max(wanted.height, minimum.height) };
  const seen = known.reduce((sum, each) => sum + shared(grown, each), 0);
  const held = known.reduce((sum, each) => sum + shared({ ...grown, height: bar }, each), 0);
  const reachable = kept.bounds !== null && seen >= grown.width * grown.height * 0.9 && held >= grown.width * bar * 0.5;
  const tight = kept.bounds === null && (screen.width < first.width || screen.height < first.height);
  return { bounds: reachable ? grown : within(grown, screen), state: tight ? 'maximised' : kept.state, minimum };
};

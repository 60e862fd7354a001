import type { Size } from './book.ts';

/** How large pages are shown: as wide as the window, whole in it, or a share of their real size (1 is real size). */
export type Zoom = 'width' | 'page' | number;

const steps = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;
const perPoint = 96 / 72;

/** The next share of real size above (1) or below (-1) the one on screen. */
export function stepZoom(shown: number, direction: 1 | -1): number {
  const beyond = direction === 1 ? steps.find((step) => step > shown + 0.01) : steps.findLast((step) => step < shown - 0.01);
  return beyond ?? (direction === 1 ? steps[steps.length - 1]! : steps[0]);
}

/** The share of real size at which a page of so many points is shown in a room of so many pixels. */
export function shareOf(zoom: Zoom, page: Size, room: Size): number {
  if (typeof zoom === 'number') return zoom;
  const width = room.width / (page.width * perPoint);
  const fitted = zoom === 'width' ? width : Math.min(width, room.height / (page.height * perPoint));
  return Math.min(Math.max(fitted, 0.02), 4);
}

/** The scale of the drawing, in pixels for a point, of a share of real size. */
export function scaleOf(share: number): number {
  return share * perPoint;
}

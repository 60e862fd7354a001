import { describe, expect, it } from 'vitest';
import { scaleOf, shareOf, stepZoom } from './zoom.ts';

const room = { width: 800, height: 500 };

describe('the zoom of the reader', () => {
  it('goes to the next step on either side of a fitted page', () => {
    expect(stepZoom(1.37, 1)).toBe(1.5);
    expect(stepZoom(1.37, -1)).toBe(1.25);
  });

  it('leaves the step it is on', () => {
    expect(stepZoom(1, 1)).toBe(1.25);
    expect(stepZoom(1, -1)).toBe(0.8);
  });

  it('stops at both ends', () => {
    expect(stepZoom(4, 1)).toBe(4);
    expect(stepZoom(0.25, -1)).toBe(0.25);
  });

  it('fits a page to the column: a page of 600 points is 800 pixels wide at real size', () => {
    expect(shareOf('width', { width: 600, height: 900 }, room)).toBeCloseTo(1);
    expect(shareOf('width', { width: 600, height: 900 }, { width: 400, height: 500 })).toBeCloseTo(0.5);
  });

  it('shows a page whole: the smaller of what its width and its height allow', () => {
    expect(shareOf('page', { width: 600, height: 750 }, room)).toBeCloseTo(0.5);
    expect(shareOf('page', { width: 1200, height: 375 }, room)).toBeCloseTo(0.5);
  });

  it('never fits a page so narrow or so wide that it cannot be drawn', () => {
    expect(shareOf('width', { width: 1, height: 1 }, room)).toBe(4);
    expect(shareOf('width', { width: 1_000_000, height: 1 }, room)).toBe(0.02);
  });

  it('keeps a chosen size whatever the column', () => {
    expect(shareOf(1.5, { width: 600, height: 900 }, { width: 100, height: 100 })).toBe(1.5);
  });

  it('draws 96 pixels for 72 points at real size', () => {
    expect(scaleOf(1) * 72).toBeCloseTo(96);
  });
});

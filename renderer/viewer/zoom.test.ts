import { describe, expect, it } from 'vitest';
import { scaleOf, shareOf, stepZoom } from './zoom.ts';

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
    expect(stepZoom(0.5, -1)).toBe(0.5);
  });

  it('fits a page to the column: a page of 600 points is 800 pixels wide at real size', () => {
    expect(shareOf('width', 600, 800)).toBeCloseTo(1);
    expect(shareOf('width', 600, 400)).toBeCloseTo(0.5);
  });

  it('never fits a page so narrow or so wide that it cannot be drawn', () => {
    expect(shareOf('width', 1, 1600)).toBe(4);
    expect(shareOf('width', 1_000_000, 800)).toBe(0.1);
  });

  it('keeps a chosen size whatever the column', () => {
    expect(shareOf(1.5, 600, 100)).toBe(1.5);
  });

  it('draws 96 pixels for 72 points at real size', () => {
    expect(scaleOf(1) * 72).toBeCloseTo(96);
  });
});

// The canvas fits a viewport of any shape and never draws more than 1080p has.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canvasSize, hasWebgl } from '../../../src/tv/ui/canvas.ts';

it.each([
  ['a 1080p box', { width: 1920, height: 1080, ratio: 1 }, { w: 1920, h: 1080, precision: 1, left: 0, top: 0 }],
  ['a 720p box', { width: 1280, height: 720, ratio: 1 }, { w: 1280, h: 720, precision: 2 / 3 }],
  ['a WebView of 960 by 540 on a 1080p screen', { width: 960, height: 540, ratio: 2 }, { w: 1920, width: 960 }],
  ['a 4K screen', { width: 3840, height: 2160, ratio: 1 }, { w: 1920, h: 1080, width: 3840, height: 2160 }],
  ['a 4:3 viewport', { width: 800, height: 600, ratio: 1 }, { w: 800, h: 450, top: 75 }],
  ['a wide viewport', { width: 2400, height: 1080, ratio: 1 }, { w: 1920, left: 240 }],
])('fits %s', (_, viewport, size) => {
  expect(canvasSize(viewport)).toMatchObject(size);
});

it('stays within the viewport and keeps its shape', () => {
  const side = fc.integer({ min: 16, max: 8000 });
  fc.assert(
    fc.property(side, side, fc.double({ min: 0.5, max: 4, noNaN: true }), (width, height, ratio) => {
      const size = canvasSize({ width, height, ratio });
      expect(size.width).toBeLessThanOrEqual(width);
      expect(size.height).toBeLessThanOrEqual(height + 1);
      expect(size.w).toBeLessThanOrEqual(1920);
      expect(Math.abs(size.w * 9 - size.h * 16)).toBeLessThanOrEqual(8);
      expect(size.precision).toBeCloseTo(size.w / 1920, 10);
    }),
  );
});

describe('WebGL', () => {
  const canvas = (getContext: () => unknown) => ({ getContext }) as unknown as HTMLCanvasElement;
  const context = (more: object) => ({ getParameter: () => 4096, isContextLost: () => false, ...more });

  it('counts when a context works', () => {
    expect(hasWebgl(canvas(() => context({})))).toBe(true);
  });

  it.each([
    ['there is none', () => null],
    [
      'asking for it throws',
      () => {
        throw new Error('no driver');
      },
    ],
    ['it is lost from the start', () => context({ isContextLost: () => true })],
    ['its textures are too small', () => context({ getParameter: () => 1024 })],
  ])('does not count when %s', (_, getContext) => {
    expect(hasWebgl(canvas(getContext))).toBe(false);
  });
});

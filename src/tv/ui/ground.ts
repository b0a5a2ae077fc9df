// The evening behind everything: one small texture, stretched over the screen.
import { Tools } from '@lightningjs/core';
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import type { Element, Stage } from './kit.ts';

/** Small enough to cost nothing, large enough to show no steps. */
const SIZE = { w: 480, h: 270 };

const css = (color: number): string => `#${(color & 0xffffff).toString(16).padStart(6, '0')}`;

export function createGround(stage: Stage): Element {
  const texture = Tools.getCanvasTexture((done, owner) => {
    const canvas = owner.getDrawingCanvas();
    canvas.width = SIZE.w;
    canvas.height = SIZE.h;
    const pen = canvas.getContext('2d');
    if (!pen) return done(new Error('no canvas'), canvas);
    const light = pen.createLinearGradient(0, 0, SIZE.w, SIZE.h);
    light.addColorStop(0, css(COLORS.groundFrom));
    light.addColorStop(1, css(COLORS.groundTo));
    pen.fillStyle = light;
    pen.fillRect(0, 0, SIZE.w, SIZE.h);
    done(null, canvas);
  }, 'ground');
  return stage.createElement({ ...SPACE.screen, texture });
}

// The pattern edge of an emergency: slanted stripes, for eyes that do not tell colours.
import { Tools } from '@lightningjs/core';
import { type Box, type Element, type Kit, snap } from '../ui/kit.ts';

/** Across one stripe and the gap after it, px. */
const STEP = 48;

export function createStripes(kit: Kit, { x, y, w, h }: Box, color: number): Element {
  const texture = Tools.getCanvasTexture((done, stage) => {
    const scale = stage.getRenderPrecision();
    const canvas = stage.getDrawingCanvas();
    canvas.width = Math.round(w * scale);
    canvas.height = Math.max(1, Math.round(h * scale));
    const pen = canvas.getContext('2d');
    if (!pen) return done(new Error('no canvas'), canvas);
    pen.scale(canvas.width / w, canvas.height / h);
    pen.fillStyle = 'white';
    for (let left = -STEP; left < w; left += STEP) {
      pen.beginPath();
      pen.moveTo(left, h);
      pen.lineTo(left + h, 0);
      pen.lineTo(left + h + STEP / 2, 0);
      pen.lineTo(left + STEP / 2, h);
      pen.closePath();
      pen.fill();
    }
    done(null, canvas);
  }, `stripes ${w} ${h} ${kit.stage.getRenderPrecision()}`);
  return kit.stage.createElement({ x: snap(kit, x), y: snap(kit, y), w, h, color, texture });
}

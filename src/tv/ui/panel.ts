// Rounded rectangles and the ground: white or finished textures, drawn once per size, tinted where they stand.
import { Tools } from '@lightningjs/core';
import { type Box, type Element, type Kit, snap } from './kit.ts';

/** The texture of a rounded rectangle; with `stroke` only its outline, inside the box. At the stage's own resolution. */
export function roundRect(kit: Kit, w: number, h: number, radius: number, stroke = 0) {
  return Tools.getCanvasTexture((done, stage) => {
    const scale = stage.getRenderPrecision();
    const canvas = stage.getDrawingCanvas();
    canvas.width = Math.max(1, Math.round(w * scale));
    canvas.height = Math.max(1, Math.round(h * scale));
    const pen = canvas.getContext('2d');
    if (!pen) return done(new Error('no canvas'), canvas);
    pen.scale(canvas.width / w, canvas.height / h);
    trace(pen, { x: stroke / 2, y: stroke / 2, w: w - stroke, h: h - stroke }, radius - stroke / 2);
    pen.fillStyle = pen.strokeStyle = 'white';
    pen.lineWidth = stroke;
    if (stroke > 0) pen.stroke();
    else pen.fill();
    done(null, canvas);
  }, `rect ${w} ${h} ${radius} ${stroke} ${kit.stage.getRenderPrecision()}`);
}

function trace(pen: CanvasRenderingContext2D, { x, y, w, h }: Box, radius: number): void {
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + w, y, x + w, y + h, radius);
  pen.arcTo(x + w, y + h, x, y + h, radius);
  pen.arcTo(x, y + h, x, y, radius);
  pen.arcTo(x, y, x + w, y, radius);
  pen.closePath();
}

/** A rounded rectangle of one colour. Children are placed from its top left corner. */
export function createPanel(kit: Kit, box: Box, radius: number, color: number): Element {
  const [x, y, w, h] = [box.x, box.y, box.w, box.h].map((place) => snap(kit, place)) as [
    number,
    number,
    number,
    number,
  ];
  return kit.stage.createElement({ x, y, w, h, color, texture: roundRect(kit, w, h, radius) });
}

// A square to be scanned with a phone: black on white with the quiet zone the standard asks for, as one texture.
import { Tools } from '@lightningjs/core';
import { encode } from 'uqr';
import type { Box, Element, Kit } from './kit.ts';
import { createPanel } from './panel.ts';

/** Modules of white around the square, ISO/IEC 18004. */
const QUIET = 4;
const WHITE = 0xffffffff;
const RADIUS = 20;

export interface Qr {
  readonly element: Element;
  /** Null: nothing to scan. */
  show(text: string | null): void;
}

/** The modules of a text, the quiet zone included. Level M: enough for a screen, and the modules stay large. */
export const modulesOf = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { ecc: 'M', border: QUIET }).data;

/** @param box a square; modules are whole pixels of the screen, so the square may be a little smaller */
export function createQr(kit: Kit, box: Box): Qr {
  const element = createPanel(kit, box, RADIUS, WHITE);
  let square: Element | null = null;
  let shown: string | null = null;
  return {
    element,
    show(text) {
      element.visible = text !== null;
      if (text === null || text === shown) return;
      shown = text;
      if (square) element.childList.remove(square);
      const modules = modulesOf(text);
      const scale = kit.stage.getRenderPrecision();
      const pixels = Math.max(1, Math.floor((box.w * scale) / modules.length));
      const side = (pixels * modules.length) / scale;
      const at = (box.w - side) / 2;
      square = kit.stage.createElement({ x: at, y: at, w: side, h: side, texture: textureOf(text, modules, pixels) });
      element.childList.a(square);
    },
  };
}

function textureOf(text: string, modules: readonly (readonly boolean[])[], pixels: number) {
  return Tools.getCanvasTexture((done, stage) => {
    const canvas = stage.getDrawingCanvas();
    canvas.width = canvas.height = pixels * modules.length;
    const pen = canvas.getContext('2d');
    if (!pen) return done(new Error('no canvas'), canvas);
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = 'black';
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) pen.fillRect(x * pixels, y * pixels, pixels, pixels);
      });
    });
    done(null, canvas);
  }, `qr ${pixels} ${text}`);
}

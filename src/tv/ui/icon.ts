// An icon of the set, tinted.
import { ImageTexture } from '@lightningjs/core';
import { ICON_SIZES, type IconName, placeOf, sheetFile } from './icons.ts';
import { type Element, type Kit, snap } from './kit.ts';

export interface Icon {
  readonly element: Element;
  show(name: IconName | null): void;
  tint(color: number): void;
}

export function createIcon(kit: Kit, x: number, y: number, size: number, color: number): Icon {
  const drawn = size * kit.stage.getRenderPrecision();
  const side = ICON_SIZES.find((one) => one >= drawn) ?? ICON_SIZES[ICON_SIZES.length - 1] ?? 0;
  const element = kit.stage.createElement({
    x: snap(kit, x),
    y: snap(kit, y),
    w: size,
    h: size,
    color,
    visible: false,
    texture: { type: ImageTexture, src: kit.asset(sheetFile(side)), x: 0, y: 0, w: side, h: side },
  });
  return {
    element,
    show(name) {
      // The same texture is moved: core does not look at the part a new one shows of a picture it has already.
      const { column, row } = placeOf(name ?? 'all');
      element.patch({ visible: name !== null, texture: { x: column * side, y: row * side } });
    },
    tint: (color) => element.patch({ color }),
  };
}

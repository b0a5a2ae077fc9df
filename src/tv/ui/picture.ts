// A picture of a notice, as large as its place allows; what it shows in words until it is there, or if it never comes.
import { COLORS } from '../theme/colors.ts';
import type { Box, Element, Kit } from './kit.ts';
import { createPanel } from './panel.ts';
import { createText } from './text.ts';

interface PictureModel {
  readonly picture: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export function createPicture(kit: Kit, model: PictureModel, room: Box): Element {
  const scale = Math.min(room.w / model.width, room.h / model.height);
  const w = Math.round(model.width * scale);
  const h = Math.round(model.height * scale);
  const place = createPanel(kit, { x: room.x + Math.round((room.w - w) / 2), y: room.y, w, h }, 12, COLORS.raised);
  const { small } = kit.type;
  const alt = createText(kit, {
    x: w / 2,
    y: (h - small.line) / 2,
    w: w - 48,
    scale: small,
    color: COLORS.second,
    align: 'center',
  });
  alt.show(model.alt);
  const picture = kit.stage.createElement({ w, h, src: kit.picture(model.picture) });
  picture.on('txLoaded', () => alt.show(''));
  place.childList.a([alt.element, picture]);
  return place;
}

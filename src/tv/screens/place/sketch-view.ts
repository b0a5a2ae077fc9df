// A plain sketch: two rings around the community's office, north up, a pin where the place is.
import type { PlaceSketch } from '../../navigation/frames/living.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Element, Kit } from '../../ui/kit.ts';
import { createPanel, roundRect } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const WORDS = LIVING_TEXTS.places;
const DEGREE = Math.PI / 180;
const STROKE = 3;
const DOT = 24;
const PIN = 64;
/** Room for the pin at the rim, and for the word north. */
const RIM = 40;

/** @param box a square; the words stand below it */
export function createSketch(kit: Kit, box: Box) {
  const { small } = kit.type;
  const radius = box.w / 2 - RIM;
  const middle = box.w / 2;
  const element = kit.stage.createElement({ x: box.x, y: box.y });
  const ring = (r: number): Element =>
    kit.stage.createElement({
      x: middle - r,
      y: middle - r,
      w: 2 * r,
      h: 2 * r,
      color: COLORS.line,
      texture: roundRect(kit, 2 * r, 2 * r, r, STROKE),
    });
  const way = kit.stage.createElement({
    x: middle,
    y: middle - 3,
    h: 6,
    rect: true,
    color: ACCENTS.life,
    pivotX: 0,
    pivotY: 0.5,
  });
  const dot = createPanel(kit, { x: middle - DOT / 2, y: middle - DOT / 2, w: DOT, h: DOT }, DOT / 2, COLORS.text);
  const centred = (y: number) => createText(kit, { x: middle, y, scale: small, color: COLORS.second, align: 'center' });
  const north = centred(-small.line / 2 + RIM / 2);
  const here = createText(kit, { scale: small, color: COLORS.text, align: 'center' });
  const scale = centred(2 * middle - RIM - 2);
  const pin = createIcon(kit, 0, 0, PIN, ACCENTS.life);
  const words = createText(kit, {
    x: middle,
    y: box.h + small.line,
    scale: small,
    color: COLORS.text,
    align: 'center',
  });
  north.show(WORDS.north);
  here.show(WORDS.here);
  element.childList.a([ring(radius), ring(radius / 2), way, dot]);
  element.childList.a([north, here, scale, pin, words].map((part) => part.element));
  return {
    element,
    show(sketch: PlaceSketch | null) {
      element.visible = sketch !== null;
      if (!sketch) return;
      const turn = sketch.bearing * DEGREE;
      const length = sketch.distance * radius;
      const [x, y] = [middle + Math.sin(turn) * length, middle - Math.cos(turn) * length];
      way.patch({ w: length, rotation: turn - Math.PI / 2, visible: length > 0 });
      // The pin's tip is at the foot of its picture.
      pin.element.patch({ x: x - PIN / 2, y: y - PIN * 0.9 });
      pin.show('pin');
      // Out of the way's way.
      here.moveTo(middle, Math.cos(turn) < 0 && length > 0 ? middle - DOT - small.line : middle + DOT);
      scale.show(sketch.scale);
      words.showLines(sketch.words);
    },
  };
}

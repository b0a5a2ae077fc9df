// The sign: a bright sheet over everything, with four signs that are read across the room.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { createIcon } from '../ui/icon.ts';
import type { Kit, View } from '../ui/kit.ts';
import { createPanel } from '../ui/panel.ts';
import { createText } from '../ui/text.ts';

type IdentifyModel = Extract<OverlayModel, { name: 'identify' }>;

const SIGN = { size: 320, line: 380 };
const BOX = { x: SPACE.safe.left, y: SPACE.safe.top, w: SPACE.safe.w, h: SPACE.hintBar.y - SPACE.safe.top - 42 };
const ICON = 112;

export function createIdentify(kit: Kit): View<IdentifyModel> {
  const { title: large, body } = kit.type;
  const x = BOX.w / 2;
  const veil = kit.stage.createElement({ ...SPACE.beyond, rect: true, color: COLORS.groundFrom });
  const sheet = createPanel(kit, BOX, SPACE.radius, COLORS.focus);
  const icon = createIcon(kit, x - ICON / 2, 64, ICON, COLORS.focusText);
  const middle = { x, color: COLORS.focusText, align: 'center' } as const;
  const title = createText(kit, { ...middle, y: 196, scale: large, bold: true });
  const sign = createText(kit, { ...middle, y: 316, scale: SIGN, bold: true });
  const text = createText(kit, { ...middle, y: 732, scale: body, color: COLORS.focusSecond });
  icon.show('box');
  sheet.childList.a([icon, title, sign, text].map((part) => part.element));
  const element = kit.stage.createElement({});
  element.childList.a([veil, sheet]);
  return {
    element,
    draw(model) {
      title.show(model.title);
      sign.show(model.sign);
      text.show(model.text);
      return { ...BOX, radius: SPACE.radius };
    },
  };
}

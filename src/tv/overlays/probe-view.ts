// Key probe, for installers: the raw codes of the last keys, newest last, and the profile they went through.
import type { OverlayModel } from '../navigation/frame.ts';
import { SCREEN_TEXTS } from '../texts/screen.zh-CN.ts';
import { COLORS } from '../theme/colors.ts';
import type { Kit, View } from '../ui/kit.ts';
import { createText } from '../ui/text.ts';
import { createSheet } from './sheet.ts';

type ProbeModel = Extract<OverlayModel, { name: 'probe' }>;

const CODES = 8;

export function createProbe(kit: Kit): View<ProbeModel> {
  const { small, body } = kit.type;
  const sheet = createSheet(kit, body.line + 16 + CODES * body.line);
  const profile = createText(kit, { x: sheet.x, y: sheet.y, scale: small, color: COLORS.second });
  const codes = createText(kit, { x: sheet.x, y: sheet.y + body.line + 16, scale: body, color: COLORS.text });
  sheet.add(profile.element, codes.element);
  return {
    element: sheet.element,
    draw(model) {
      sheet.title(model.title);
      profile.show(SCREEN_TEXTS.profile(model.profile));
      codes.showLines(model.codes.slice(-CODES));
      return sheet.spot;
    },
  };
}

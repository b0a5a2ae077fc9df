// Settings: a line for each, its value at the right between arrows.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { COLORS } from '../theme/colors.ts';
import { createCard } from '../ui/card.ts';
import { createIcon } from '../ui/icon.ts';
import type { Box, Kit, View } from '../ui/kit.ts';
import { createText } from '../ui/text.ts';
import { createSheet } from './sheet.ts';

type SettingsModel = Extract<OverlayModel, { name: 'settings' }>;

const OPTIONS = 2;
const ROW = { h: 112, gap: 24 };
const PADDING = 36;
const ARROW = 56;
const VALUE_ROOM = 300;

export function createSettings(kit: Kit): View<SettingsModel> {
  const sheet = createSheet(kit, OPTIONS * ROW.h + (OPTIONS - 1) * ROW.gap);
  const options = Array.from({ length: OPTIONS }, (_, index) =>
    createOption(kit, { x: sheet.x, y: sheet.y + index * (ROW.h + ROW.gap), w: sheet.w, h: ROW.h }),
  );
  sheet.add(...options.map((option) => option.element));
  return {
    element: sheet.element,
    draw({ title, options: models, focus }) {
      sheet.title(title);
      options.forEach((option, index) => {
        option.show(models[index]);
        option.light(index === focus);
      });
      const lit = options[focus];
      return lit ? { ...lit.spot, x: sheet.spot.x + lit.spot.x, y: sheet.spot.y + lit.spot.y } : sheet.spot;
    },
  };
}

function createOption(kit: Kit, box: Box) {
  const { body } = kit.type;
  const card = createCard(kit, box, undefined, COLORS.raised);
  const y = (box.h - body.line) / 2;
  const arrowY = (box.h - ARROW) / 2;
  const right = box.w - PADDING;
  const ink = () => COLORS.text;
  const label = card.add(createText(kit, { x: PADDING, y, scale: body, color: COLORS.text }), ink);
  const before = card.add(createIcon(kit, right - VALUE_ROOM, arrowY, ARROW, COLORS.text), ink);
  const after = card.add(createIcon(kit, right - ARROW, arrowY, ARROW, COLORS.text), ink);
  const value = card.add(
    createText(kit, { x: right - VALUE_ROOM / 2, y, scale: body, bold: true, color: COLORS.text, align: 'center' }),
    ink,
  );
  before.show('left');
  after.show('right');
  return {
    ...card,
    show(model: SettingsModel['options'][number] | undefined) {
      card.element.visible = model !== undefined;
      label.show(model?.label ?? '');
      value.show(model?.value ?? '');
    },
  };
}

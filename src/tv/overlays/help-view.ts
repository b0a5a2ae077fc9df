// Help: each key of the remote with what it does.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { COLORS } from '../theme/colors.ts';
import { capHeight, createWordCap } from '../ui/key-cap.ts';
import type { Kit, View } from '../ui/kit.ts';
import { createText, widthAt } from '../ui/text.ts';
import { createSheet, type Sheet } from './sheet.ts';

type HelpModel = Extract<OverlayModel, { name: 'help' }>;

const GAP = 18;

export function createHelp(kit: Kit): View<HelpModel> {
  const element = kit.stage.createElement({});
  let sheet: Sheet | null = null;
  return {
    element,
    draw(model) {
      // What the keys do is the same as long as the app runs.
      sheet ??= fill(kit, model);
      if (!sheet.element.parent) element.childList.a(sheet.element);
      return sheet.spot;
    },
  };
}

function fill(kit: Kit, { title, items }: HelpModel): Sheet {
  const { body, small } = kit.type;
  const rowH = body.line + GAP;
  const sheet = createSheet(kit, items.length * rowH);
  const column = Math.max(...items.map(({ key }) => widthAt(key, small))) + 72;
  sheet.title(title);
  items.forEach(({ key, text }, index) => {
    const y = sheet.y + index * rowH;
    const cap = createWordCap(kit, key, sheet.x, y + (body.line - capHeight(kit)) / 2);
    const what = createText(kit, {
      x: sheet.x + column,
      y,
      w: sheet.w - column,
      scale: body,
      color: COLORS.text,
    });
    what.show(text);
    sheet.add(cap.element, what.element);
  });
  return sheet;
}

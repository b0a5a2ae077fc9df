// The installer's sheet: facts of the box at the left, the last raw key codes at the right, a row of buttons below.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { SCREEN_TEXTS } from '../texts/screen.zh-CN.ts';
import { TEXTS } from '../texts/zh-CN.ts';
import { ACCENTS, COLORS } from '../theme/colors.ts';
import { SPACE, TYPE } from '../theme/theme.ts';
import { createCard } from '../ui/card.ts';
import type { Kit, View } from '../ui/kit.ts';
import { createPanel } from '../ui/panel.ts';
import { createText } from '../ui/text.ts';

type InstallerModel = Extract<OverlayModel, { name: 'installer' }>;

const { screen, safe, hintBar, radius } = SPACE;
const FACTS = 8;
const CODES = 8;
const BUTTONS = 3;
const BOX = { x: safe.left, y: safe.top, w: safe.w, h: hintBar.y - safe.top - 24 };
const PADDING = 48;
const TOP = 128;
const ROW = 68;
const LABEL = 250;
const CODES_X = 1060;
const BUTTON = { w: 340, h: 96, gap: 32, y: BOX.h - PADDING - 96 };

/** For whoever stands in front of the set with a ladder: one size of type, whatever the residents chose. */
const { title: large, small } = TYPE.normal;
const SCALE = { size: 32, line: ROW };

export function createInstaller(kit: Kit): View<InstallerModel> {
  const veil = kit.stage.createElement({ ...screen, rect: true, color: COLORS.veil });
  const sheet = createPanel(kit, BOX, radius, COLORS.surface);
  const title = createText(kit, { x: PADDING, y: 32, scale: large, bold: true, color: COLORS.text });
  const profile = createText(kit, {
    x: CODES_X,
    y: TOP,
    w: BOX.w - CODES_X - PADDING,
    scale: SCALE,
    bold: true,
    color: COLORS.text,
  });
  const codes = createText(kit, { x: CODES_X, y: TOP + ROW, scale: { size: 32, line: 58 }, color: COLORS.text });
  const none = createText(kit, { x: CODES_X, y: TOP + ROW, scale: small, color: COLORS.second });
  none.show(TEXTS.installer.noKeys);
  const labels = createText(kit, { x: PADDING, y: TOP, scale: SCALE, color: COLORS.second });
  const values = Array.from({ length: FACTS }, (_, index) =>
    createText(kit, {
      x: PADDING + LABEL,
      y: TOP + index * ROW,
      w: CODES_X - PADDING - LABEL - 32,
      scale: SCALE,
      color: COLORS.text,
    }),
  );
  const buttons = Array.from({ length: BUTTONS }, (_, index) => {
    const card = createCard(
      kit,
      { x: PADDING + index * (BUTTON.w + BUTTON.gap), y: BUTTON.y, w: BUTTON.w, h: BUTTON.h },
      radius,
      COLORS.raised,
    );
    const label = card.add(
      createText(kit, {
        x: BUTTON.w / 2,
        y: (BUTTON.h - TYPE.normal.body.line) / 2,
        scale: TYPE.normal.body,
        bold: true,
        color: COLORS.text,
        align: 'center',
      }),
      () => COLORS.text,
    );
    return { ...card, label };
  });
  sheet.childList.a([title, profile, codes, none, labels, ...values].map((part) => part.element));
  sheet.childList.a(buttons.map((button) => button.element));
  const element = kit.stage.createElement({});
  element.childList.a([veil, sheet]);
  return {
    element,
    draw(model) {
      title.show(model.title);
      profile.show(SCREEN_TEXTS.profile(model.profile));
      codes.showLines(model.codes.slice(-CODES));
      none.element.visible = model.codes.length === 0;
      labels.showLines(model.facts.map(({ label }) => label));
      values.forEach((value, index) => {
        const fact = model.facts[index];
        value.show(fact?.value ?? '');
        value.tint(fact?.bad ? ACCENTS.outage : COLORS.text);
      });
      buttons.forEach((button, index) => {
        button.element.visible = index < model.actions.length;
        button.label.show(model.actions[index] ?? '');
        button.light(index === model.focus);
      });
      const lit = buttons[model.focus];
      return lit ? { ...lit.spot, x: BOX.x + lit.spot.x, y: BOX.y + lit.spot.y } : { ...BOX, radius };
    },
  };
}

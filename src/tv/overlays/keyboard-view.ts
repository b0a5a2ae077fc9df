// Keyboard: the line that is written, its readings below, then nine cards as the digits lie on the remote.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { SCREEN_TEXTS } from '../texts/screen.zh-CN.ts';
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { createCard } from '../ui/card.ts';
import { addDigitCap } from '../ui/digit-cap.ts';
import type { Box, Kit, Spot, View } from '../ui/kit.ts';
import { createPanel } from '../ui/panel.ts';
import { createText, widthAt } from '../ui/text.ts';

type KeyboardModel = Extract<OverlayModel, { name: 'keyboard' }>;

const SHEET = { x: SPACE.safe.left, y: 140, w: SPACE.safe.w, h: 812 };
const PADDING = 44;
const INNER = SHEET.w - 2 * PADDING;
const LINE = { y: 108, h: 120, padding: 32 };
const READING = { y: 252, h: 80, gap: 16, count: 7 };
const CARD = { y: 356, h: 124, gap: 20, columns: 3, count: 9 };
const CAP = 60;
const CARET = { w: 5, gap: 8 };

export function createKeyboard(kit: Kit): View<KeyboardModel> {
  const { body, small } = kit.type;
  const element = kit.stage.createElement({});
  const veil = kit.stage.createElement({ ...SPACE.beyond, rect: true, color: COLORS.veil });
  const panel = createPanel(kit, SHEET, SPACE.radius, COLORS.groundTo);
  const title = createText(kit, { x: PADDING, y: 32, w: INNER - 560, scale: body, bold: true, color: COLORS.text });
  const aside = createText(kit, {
    x: PADDING + INNER,
    y: 32 + (body.line - small.line) / 2,
    scale: small,
    color: COLORS.second,
    align: 'right',
  });
  const line = createLine(kit);
  const readings = Array.from({ length: READING.count }, (_, index) => {
    const w = (INNER - (READING.count - 1) * READING.gap) / READING.count;
    return createChoice(kit, { x: PADDING + index * (w + READING.gap), y: READING.y, w, h: READING.h }, false);
  });
  const cards = Array.from({ length: CARD.count }, (_, index) => {
    const w = (INNER - (CARD.columns - 1) * CARD.gap) / CARD.columns;
    const x = PADDING + (index % CARD.columns) * (w + CARD.gap);
    const y = CARD.y + Math.floor(index / CARD.columns) * (CARD.h + CARD.gap);
    return createChoice(kit, { x, y, w, h: CARD.h }, true);
  });
  const how = createText(kit, {
    x: PADDING + LINE.padding,
    y: READING.y + 24,
    scale: { ...body, line: body.line + 28 },
    color: COLORS.text,
  });
  const choices = [...readings, ...cards];
  panel.childList.a([title.element, aside.element, line.element, how.element]);
  panel.childList.a(choices.map((choice) => choice.element));
  element.childList.a([veil, panel]);
  return {
    element,
    draw(model) {
      const { focus, page, pages } = model;
      title.show(model.title);
      aside.show(pages > 1 ? `${SCREEN_TEXTS.pageOf(page, pages)}　${model.aside}` : model.aside);
      line.show(model.text, model.typed, focus.area === 'text');
      how.showLines(model.how);
      readings.forEach((choice, index) => {
        const reading = model.readings[index];
        choice.show(reading?.text ?? null, null, reading?.on === true);
        choice.light(focus.area === 'readings' && index === focus.index);
      });
      cards.forEach((choice, index) => {
        const card = model.cards[index];
        choice.show(card?.text ?? null, card?.digit ?? null, true);
        choice.light(focus.area === 'cards' && index === focus.index);
      });
      const lit = { text: line, readings: readings[focus.index], cards: cards[focus.index] }[focus.area];
      return lit ? onScreen(lit.spot) : null;
    },
  };
}

const onScreen = (spot: Spot): Spot => ({ ...spot, x: SHEET.x + spot.x, y: SHEET.y + spot.y });

/** The end of what is written; what is being typed in the second colour behind it, and where the next sign will stand. */
function createLine(kit: Kit) {
  const { body } = kit.type;
  const box = { x: PADDING, y: LINE.y, w: INNER, h: LINE.h };
  const element = createPanel(kit, box, SPACE.radius, COLORS.surface);
  const y = (LINE.h - body.line) / 2;
  const written = createText(kit, { x: LINE.padding, y, scale: body, color: COLORS.text });
  const typed = createText(kit, { x: LINE.padding, y, scale: body, color: COLORS.second });
  const caret = kit.stage.createElement({ y, w: CARET.w, h: body.line, rect: true, color: COLORS.text });
  element.childList.a([written.element, typed.element, caret]);
  return {
    element,
    spot: { ...box, radius: SPACE.radius },
    show(text: string, reading: string, focused: boolean) {
      element.patch({ color: focused ? COLORS.raised : COLORS.surface });
      const room = INNER - 2 * LINE.padding - CARET.w - 2 * CARET.gap - widthAt(reading, body);
      let shown = text;
      while (shown !== '' && widthAt(shown, body) > room) shown = shown.slice(1);
      written.show(shown);
      const end = LINE.padding + widthAt(shown, body);
      caret.patch({ x: end + CARET.gap });
      typed.show(reading);
      typed.moveTo(end + CARET.w + 2 * CARET.gap, y);
    },
  };
}

function createChoice(kit: Kit, box: Box, large: boolean) {
  const { body, small } = kit.type;
  const scale = large ? body : small;
  const card = createCard(kit, box);
  const text = card.add(
    createText(kit, { x: box.w / 2, y: (box.h - scale.line) / 2, scale, color: COLORS.text, align: 'center' }),
    () => COLORS.text,
  );
  const cap = large ? addDigitCap(kit, card, { x: 20, y: (box.h - CAP) / 2, size: CAP }) : null;
  return {
    ...card,
    /** Null takes it away. */
    show(shown: string | null, digit: string | null, bold: boolean) {
      card.element.visible = shown !== null;
      text.show(shown ?? '');
      text.embolden(bold);
      cap?.show(digit);
    },
  };
}

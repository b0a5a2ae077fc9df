// The top line: where you are on the left; date, clock and how fresh this is on the right.
import { ellipsize } from '../../domain/text/lines.ts';
import type { Chrome } from '../navigation/frame.ts';
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { createIcon } from './icon.ts';
import { type Element, type Kit, snap } from './kit.ts';
import { createText, widthAt } from './text.ts';

const GAP = 36;
/** Date above status, closer than lines of a text, to stay within the safe area. */
const TWO_LINES = 42;
const ICON_ROOM = 56;

export interface Heading {
  readonly text: string;
  /** A few words after the heading: how much there is. */
  readonly aside: string;
  /** The heading may be a notice's title: it takes two lines and the room of the date. */
  readonly long: boolean;
}

export interface TopBar {
  readonly element: Element;
  /** Without a heading the community's name is one. */
  show(chrome: Chrome, heading: Heading | null): void;
}

export function createTopBar(kit: Kit): TopBar {
  const { topBar, safe } = SPACE;
  const { title, small, heading: twoLines } = kit.type;
  const middle = topBar.y + topBar.h / 2;
  const right = safe.right - widthAt('00:00', title) - GAP;
  const room = right - safe.left;
  const top = middle - title.line / 2;
  const clock = createText(kit, {
    x: safe.right,
    y: top,
    scale: title,
    bold: true,
    color: COLORS.text,
    align: 'right',
  });
  const date = createText(kit, { x: right, scale: small, color: COLORS.second, align: 'right' });
  const status = createText(kit, { x: right, scale: small, color: COLORS.text, align: 'right' });
  const icon = createIcon(kit, 0, 0, small.size + 4, COLORS.text);
  const place = createText(kit, { x: safe.left, y: top, scale: title, bold: true, color: COLORS.text });
  const aside = createText(kit, { scale: small, color: COLORS.second });
  const long = createText(kit, {
    x: safe.left,
    y: topBar.y,
    w: room,
    lines: 2,
    scale: twoLines,
    bold: true,
    color: COLORS.text,
  });
  const element = kit.stage.createElement({});
  element.childList.a([place, aside, long, date, status, clock, icon].map((part) => part.element));

  return {
    element,
    show(chrome, heading) {
      const text = heading?.text ?? chrome.community;
      const isLong = heading?.long === true;
      const fits = !isLong || widthAt(text, title) <= room;
      clock.show(chrome.clock);
      place.show(fits ? text : '');
      long.show(fits ? '' : text);
      aside.show(heading?.aside ?? '');
      const asideX = safe.left + widthAt(text, title) + 32;
      aside.moveTo(asideX, middle - small.line / 2 + 8);
      // In front of a long sentence the date gives way; a screen with a long heading tells of it elsewhere.
      const stated = isLong ? null : chrome.status;
      const left = heading?.aside ? asideX + widthAt(heading.aside, small) : safe.left + widthAt(text, title);
      const lines = ellipsize(stated?.text ?? '', (right - left - ICON_ROOM - GAP) / small.size, 2);
      status.showLines(lines);
      status.moveTo(right, lines.length > 1 ? middle - TWO_LINES : middle - 2);
      date.show(isLong || lines.length > 1 ? '' : chrome.date);
      date.moveTo(right, lines.length > 0 ? middle - TWO_LINES : middle - small.line / 2);
      icon.show(stated?.kind ?? null);
      const longest = Math.max(0, ...lines.map((line) => widthAt(line, small)));
      icon.element.patch({
        x: snap(kit, right - longest - ICON_ROOM),
        y: snap(kit, middle + (lines.length > 1 ? -small.size - 2 : small.line - small.size - 4) / 2),
      });
    },
  };
}

// The notices of one category, five rows a page; the choice stays on its notice while others come and go.
import type { NoticeItem } from '../../../contract/feed.ts';
import type { NoticeCategory } from '../../../contract/notices.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex, turnPage } from '../../navigation/focus.ts';
import type { ListModel } from '../../navigation/frames/notices.ts';
import { listItems, rowOf } from '../../navigation/items.ts';
import { openReader } from '../../navigation/open.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { labelOf } from '../home/tiles.ts';

const ROWS = 5;

export const list: Definition<ScreenName, ListModel> = {
  leadsTo: ['reader', 'home', 'message'],
  present(context) {
    const { items, index } = chosen(context);
    const { page, pages, row, start } = pageOfIndex(index, items.length, ROWS);
    return {
      name: 'list',
      title: labelOf(context.list.category),
      rows: items.slice(start, start + ROWS).map((item) => rowOf(item, context)),
      focus: row,
      page: page + 1,
      pages,
      total: items.length,
    };
  },
  hints: () => [
    { key: 'upDown', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'leftRight', label: TEXTS.hints.turn },
    { key: 'six', label: TEXTS.hints.category },
    { key: 'back', label: TEXTS.hints.home },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  press(context, key) {
    const { items, index } = chosen(context);
    switch (key) {
      case 'up':
        return index > 0 ? choose(context, items, index - 1) : { note: TEXTS.list.first };
      case 'down':
        return index + 1 < items.length ? choose(context, items, index + 1) : { note: TEXTS.list.last };
      case 'left':
      case 'pageUp':
        return turn(context, items, index, -1, TEXTS.list.firstPage);
      case 'right':
      case 'pageDown':
        return turn(context, items, index, 1, TEXTS.list.lastPage);
      case 'ok':
        return open(context, items, index);
      case '6':
        return nextCategory(context);
      case 'back':
        return { to: 'home' };
      default:
        return pressRow(context, items, index, Number(key));
    }
  },
  settle(context) {
    if (listItems(context, context.list.category).length > 0) return null;
    return { to: 'message', change: { message: { kind: 'empty', back: 'home' } } };
  },
};

/** The index of the chosen notice; when it is gone, whatever stands in its place. */
function chosen(context: Context): { items: readonly NoticeItem[]; index: number } {
  const items = listItems(context, context.list.category);
  const found = items.findIndex((item) => item.id === context.list.id);
  return { items, index: found >= 0 ? found : Math.max(0, Math.min(context.list.index, items.length - 1)) };
}

function choose(context: Context, items: readonly NoticeItem[], index: number): Move<ScreenName> {
  return { change: { list: { ...context.list, id: items[index]?.id ?? null, index } } };
}

const CATEGORIES = [null, ...(Object.keys(TEXTS.category) as NoticeCategory[])];

/** The next kind of notices of which there are some, after the last one all. */
function nextCategory(context: Context): Move<ScreenName> {
  const at = CATEGORIES.indexOf(context.list.category);
  const others = [...CATEGORIES.slice(at + 1), ...CATEGORIES.slice(0, at)];
  const next = others.find((category) => listItems(context, category).length > 0);
  if (next === undefined) return { note: TEXTS.list.onlyKind };
  return { change: { list: { category: next, id: listItems(context, next)[0]?.id ?? null, index: 0 } } };
}

function turn(
  context: Context,
  items: readonly NoticeItem[],
  index: number,
  step: 1 | -1,
  end: string,
): Move<ScreenName> {
  const to = turnPage(index, items.length, ROWS, step);
  return to === null ? { note: end } : choose(context, items, to);
}

function open(context: Context, items: readonly NoticeItem[], index: number): Move<ScreenName> {
  const item = items[index];
  if (!item) return STAY;
  return {
    ...openReader(item, 'list'),
    change: { ...choose(context, items, index).change, ...openReader(item, 'list').change },
  };
}

/** A digit opens a row of the page that is shown; `row` counts from 1, NaN for other keys. */
function pressRow(context: Context, items: readonly NoticeItem[], index: number, row: number): Move<ScreenName> {
  if (!(row >= 1 && row <= ROWS)) return STAY;
  const { start } = pageOfIndex(index, items.length, ROWS);
  const onPage = Math.min(ROWS, items.length - start);
  return row <= onPage ? open(context, items, start + row - 1) : { note: TEXTS.list.noSuchRow(onPage) };
}

// Home: the most important notice large, the newest beside it, a row of numbered tiles below.
import type { NoticeItem } from '../../../contract/feed.ts';
import { ellipsize } from '../../../domain/text/lines.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { clampHome, type HomeShape, moveHome } from '../../navigation/focus.ts';
import type { HomeModel } from '../../navigation/frame.ts';
import { currentItems, isUnread, listItems, rowOf } from '../../navigation/items.ts';
import { openReader } from '../../navigation/open.ts';
import { askFor } from '../../navigation/private.ts';
import type { RemoteKey } from '../../remote/keys.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { HERO_TEXT } from './layout.ts';
import { TILES, type TileSpec } from './tiles.ts';

const LATEST = 3;

export const home: Definition<ScreenName, HomeModel> = {
  leadsTo: ['list', 'reader', 'message'],
  present(context) {
    const { hero, latest } = contentOf(context);
    return {
      name: 'home',
      hero: hero && { ...rowOf(hero, context), lines: firstLines(hero, context.elder) },
      empty: !hero ? TEXTS.home.empty : latest.length === 0 ? TEXTS.home.nothingElse : null,
      latest: latest.map((item) => rowOf(item, context)),
      tiles: TILES.map(({ digit, label, icon, category }) => {
        const unread = currentItems(context, category).filter((item) => isUnread(item, context.marks)).length;
        return { digit, label, icon, badge: unread > 0 ? TEXTS.tiles.unread(unread) : null };
      }),
      focus: clampHome(shapeOf(context), context.homeFocus),
    };
  },
  hints: () => [
    { key: 'arrows', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'digits', label: TEXTS.hints.digits },
    { key: 'blue', label: TEXTS.hints.household },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  press(context, key) {
    switch (key) {
      case 'up':
      case 'down':
      case 'left':
      case 'right':
        return { change: { homeFocus: moveHome(shapeOf(context), context.homeFocus, key) } };
      case 'ok':
        return openFocused(context);
      case 'back':
        return { note: TEXTS.home.already };
      // Many remotes have no colours: the digit after the tiles' does the same.
      case 'blue':
      case '7':
        return { change: askFor('household') };
      default:
        return pressDigit(context, key);
    }
  },
};

function contentOf(context: Context): { hero: NoticeItem | null; latest: readonly NoticeItem[] } {
  const items = currentItems(context);
  const hero = items.find((item) => item.pinned) ?? items[0] ?? null;
  return { hero, latest: items.filter((item) => item !== hero).slice(0, LATEST) };
}

function shapeOf(context: Context): HomeShape {
  const { hero, latest } = contentOf(context);
  return { hero: hero ? 1 : 0, latest: latest.length, tiles: TILES.length };
}

function firstLines(item: NoticeItem, elder: boolean): string[] {
  const { cells, rows } = HERO_TEXT[elder ? 'elder' : 'normal'];
  const text = item.blocks.map((block) => (block.type === 'picture' ? '' : block.text)).join(' ');
  return ellipsize(text, cells, rows);
}

function openFocused(context: Context): Move<ScreenName> {
  const { area, index } = clampHome(shapeOf(context), context.homeFocus);
  if (area === 'tiles') {
    const tile = TILES[index];
    return tile ? openTile(context, tile, index) : STAY;
  }
  const { hero, latest } = contentOf(context);
  const item = area === 'hero' ? hero : latest[index];
  return item ? openReader(item, 'home') : STAY;
}

function pressDigit(context: Context, key: RemoteKey): Move<ScreenName> {
  const index = TILES.findIndex((tile) => tile.digit === key);
  const tile = TILES[index];
  return tile ? openTile(context, tile, index) : STAY;
}

/** The focus goes to the tile that was opened, so that Back finds it there. */
function openTile(context: Context, { category }: TileSpec, index: number): Move<ScreenName> {
  const first = listItems(context, category)[0];
  const change = {
    homeFocus: { area: 'tiles', index },
    list: { category, id: first?.id ?? null, index: 0 },
  } as const;
  if (first) return { to: 'list', change };
  return { to: 'message', change: { ...change, message: { kind: 'empty', back: 'home' } } };
}

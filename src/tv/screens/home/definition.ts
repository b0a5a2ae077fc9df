// Home: the most important notice large, the newest beside it, a row of numbered tiles below; a banner above if there is one.
import type { NoticeItem } from '../../../contract/feed.ts';
import { ellipsize } from '../../../domain/text/lines.ts';
import { type Context, GUIDES_START, type ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { clampHome, type HomeShape, moveHome } from '../../navigation/focus.ts';
import type { HomeModel } from '../../navigation/frames/notices.ts';
import { currentItems, isUnread, listItems, rowOf, whatIsOn } from '../../navigation/items.ts';
import { openReader } from '../../navigation/open.ts';
import { askFor } from '../../navigation/private.ts';
import type { RemoteKey } from '../../remote/keys.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { takeScreen } from '../full/definition.ts';
import { HERO_TEXT } from './layout.ts';
import { TILES, type TileSpec } from './tiles.ts';

/** A banner takes the room of one. */
const LATEST = { alone: 3, underBanner: 2 };

export const home: Definition<ScreenName, HomeModel> = {
  leadsTo: ['list', 'guides', 'life', 'reader', 'message', 'full', 'channel', 'report', 'report-sent'],
  present(context) {
    const { banner, hero, latest } = contentOf(context);
    return {
      name: 'home',
      banner: banner && rowOf(banner, context),
      hero: hero && { ...rowOf(hero, context), lines: firstLines(hero, context.elder, banner !== null) },
      empty: !hero ? TEXTS.home.empty : latest.length === 0 ? TEXTS.home.nothingElse : null,
      latest: latest.map((item) => rowOf(item, context)),
      tiles: TILES.map(({ digit, label, icon, opens }) => ({ digit, label, icon, badge: BADGES[opens](context) })),
      stands: standsOf(context),
      focus: clampHome(shapeOf(context), context.homeFocus),
    };
  },
  hints: (context) => [
    { key: 'arrows', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'digits', label: TEXTS.hints.digits },
    ...(whatIsOn(context).all.length > 0 ? [{ key: 'nine', label: TEXTS.hints.channel } as const] : []),
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
      case '9':
        return whatIsOn(context).all.length > 0
          ? { to: 'channel', change: { channel: 'resident' } }
          : { note: TEXTS.channel.nothing };
      default:
        return pressDigit(context, key);
    }
  },
  settle(context) {
    const held = heldIn(context);
    const { area, id, newest } = context.held ?? {};
    const same = held?.area === area && held?.id === id && held?.newest === newest;
    return takeScreen(context) ?? (same ? null : { change: { held } });
  },
};

/** What a tile says of what is behind it. */
const BADGES: Readonly<Record<TileSpec['opens'], (context: Context) => string | null>> = {
  list(context) {
    const unread = currentItems(context).filter((item) => isUnread(item, context.marks)).length;
    return unread > 0 ? TEXTS.tiles.unread(unread) : null;
  },
  guides: ({ catalogue }) => (catalogue ? GUIDE_TEXTS.tile(catalogue.guides.length) : null),
  bills: () => LIVING_TEXTS.bills.tile,
  life: () => LIVING_TEXTS.life.tile,
  requests(context) {
    const { waiting, told } = context.outbox;
    const stands = standsOf(context);
    if (stands === 'told') return REQUEST_TEXTS.told(told.length);
    return stands === 'kept' ? REQUEST_TEXTS.waiting(waiting) : REQUEST_TEXTS.tile;
  },
};

/** What came of one is told before another that still waits. */
const standsOf = ({ outbox: { waiting, told } }: Context): HomeModel['stands'] =>
  told.length > 0 ? 'told' : waiting > 0 ? 'kept' : null;

interface Content {
  readonly banner: NoticeItem | null;
  readonly hero: NoticeItem | null;
  readonly latest: readonly NoticeItem[];
}

/** Items that take turns do so only where nobody looks: what is under the focus gives way to news alone. */
function contentOf(context: Context): Content {
  const { all, card, banner } = whatIsOn(context);
  const { homeFocus, held } = context;
  const inTurn = (area: 'banner' | 'hero', { items, shown }: typeof card) => {
    if (homeFocus.area !== area || held?.area !== area || !shown) return shown;
    const fresh = newestOf(items);
    if (fresh && fresh.publishedAt > held.newest) return fresh;
    return all.find(({ id }) => id === held.id) ?? shown;
  };
  const hero = inTurn('hero', card);
  const elsewhere = [...card.items, ...banner.items];
  const others = all.filter((item) => item !== hero && elsewhere.indexOf(item) < 0);
  // Where all notices take turns on the card, there is nothing else beside it.
  const latest = others.length > 0 || card.items.length < 2 ? others : card.items;
  const most = banner.shown ? LATEST.underBanner : LATEST.alone;
  return { banner: inTurn('banner', banner), hero, latest: latest.slice(0, most) };
}

/** What is looked at where items take turns. */
function heldIn(context: Context): Context['held'] {
  const { area } = clampHome(shapeOf(context), context.homeFocus);
  if (area !== 'banner' && area !== 'hero') return null;
  const item = contentOf(context)[area];
  const { card, banner } = whatIsOn(context);
  const { items } = area === 'hero' ? card : banner;
  return item && { area, id: item.id, newest: (newestOf(items) ?? item).publishedAt };
}

/** Instants of one format compare as texts. */
const newestOf = (items: readonly NoticeItem[]): NoticeItem | undefined =>
  items.reduce<NoticeItem | undefined>((newest, item) => {
    return newest && newest.publishedAt >= item.publishedAt ? newest : item;
  }, undefined);

/** Do items take turns where nobody looks? */
export function takesTurns(context: Context): boolean {
  const { card, banner } = whatIsOn(context);
  const { area } = context.homeFocus;
  return (card.items.length > 1 && area !== 'hero') || (banner.items.length > 1 && area !== 'banner');
}

function shapeOf(context: Context): HomeShape {
  const { banner, hero, latest } = contentOf(context);
  return { banner: banner ? 1 : 0, hero: hero ? 1 : 0, latest: latest.length, tiles: TILES.length };
}

function firstLines(item: NoticeItem, elder: boolean, underBanner: boolean): string[] {
  const { cells, rows } = HERO_TEXT[elder ? 'elder' : 'normal'];
  const text = item.blocks.map((block) => (block.type === 'picture' ? '' : block.text)).join(' ');
  return ellipsize(text, cells, underBanner ? 1 : rows);
}

function openFocused(context: Context): Move<ScreenName> {
  const { area, index } = clampHome(shapeOf(context), context.homeFocus);
  if (area === 'tiles') {
    const tile = TILES[index];
    return tile ? openTile(context, tile, index) : STAY;
  }
  const { banner, hero, latest } = contentOf(context);
  const item = area === 'banner' ? banner : area === 'hero' ? hero : latest[index];
  return item ? openReader(item, 'home') : STAY;
}

function pressDigit(context: Context, key: RemoteKey): Move<ScreenName> {
  const index = TILES.findIndex((tile) => tile.digit === key);
  const tile = TILES[index];
  return tile ? openTile(context, tile, index) : STAY;
}

/** The focus goes to the tile that was opened, so that Back finds it there. */
function openTile(context: Context, { opens }: TileSpec, index: number): Move<ScreenName> {
  const homeFocus = { area: 'tiles', index } as const;
  if (opens === 'guides') return { to: 'guides', change: { homeFocus, guidesFocus: GUIDES_START } };
  if (opens === 'bills') return { change: { homeFocus, ...askFor('bills') } };
  if (opens === 'life') return { to: 'life', change: { homeFocus, lifeFocus: 0 } };
  if (opens === 'requests') return openRequests(context, homeFocus);
  const first = listItems(context, null)[0];
  const change = { homeFocus, list: { category: null, id: first?.id ?? null, index: 0 } };
  if (first) return { to: 'list', change };
  return { to: 'message', change: { ...change, message: { kind: 'empty', back: 'home' } } };
}

/** What came of one that was sent while nobody looked is told first. */
function openRequests({ outbox }: Context, homeFocus: HomeModel['focus']): Move<ScreenName> {
  const change = { homeFocus, draft: null, report: { page: 0, focus: 0 } };
  const [first, ...told] = outbox.told;
  if (!first) return { to: 'report', change };
  return { to: 'report-sent', change: { ...change, sent: first, outbox: { ...outbox, told } } };
}

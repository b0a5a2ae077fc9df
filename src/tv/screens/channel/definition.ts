// The community's channel: a loop of its notices, opened by the resident, or by itself on a lobby's screen.
import { loopAt } from '../../../domain/schedule/loop.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import type { Definition } from '../../navigation/definition.ts';
import type { ChannelModel } from '../../navigation/frames/notices.ts';
import { metaOf, whatIsOn } from '../../navigation/items.ts';
import { openReader } from '../../navigation/open.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { pagesOf } from '../reader/pages.ts';

export const channel: Definition<ScreenName, ChannelModel> = {
  leadsTo: ['home', 'reader'],
  present(context) {
    const place = placeIn(context);
    const pages = place ? pagesOf(place.item, context.elder) : [];
    const page = place?.page ?? 0;
    return {
      name: 'channel',
      channel: TEXTS.channel.name(context.home?.community.name ?? ''),
      id: place?.item.id ?? '',
      title: place?.item.title ?? '',
      category: place?.item.category ?? 'general',
      meta: place ? metaOf(place.item, context.now) : '',
      page: page + 1,
      pages: pages.length,
      lines: pages[page] ?? [],
    };
  },
  hints: (context) =>
    context.channel === 'standby'
      ? [{ key: 'any', label: TEXTS.hints.home }]
      : [
          { key: 'ok', label: TEXTS.full.more },
          { key: 'back', label: TEXTS.hints.home },
          { key: 'green', label: TEXTS.hints.size },
        ],
  press(context, key) {
    if (context.channel === 'standby' || key === 'back') return { to: 'home' };
    const place = key === 'ok' ? placeIn(context) : null;
    return place ? openReader(place.item, 'home') : {};
  },
  settle: (context) => (placeIn(context) ? null : { to: 'home', note: TEXTS.channel.nothing }),
};

/** Which notice and page the loop has come to; null: there is nothing to show. */
export function placeIn(context: Context) {
  return loopAt(whatIsOn(context).standby, (item) => pagesOf(item, context.elder), context.now);
}

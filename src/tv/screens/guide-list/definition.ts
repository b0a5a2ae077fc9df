// The guides of one group, nine cards a page with the digits of the remote; a long group shows its sections first.
import type { CarriedGuide } from '../../../contract/guides.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex } from '../../navigation/focus.ts';
import type { GuideCard, GuideListModel } from '../../navigation/frames/guides.ts';
import { along, PER_PAGE, turned } from '../../navigation/grid.ts';
import { favouritesOf, guidesIn, type Section, sectionsIn } from '../../navigation/guide-groups.ts';
import { openGuide } from '../../navigation/open.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

export const guideList: Definition<ScreenName, GuideListModel> = {
  takes: ['8'],
  leadsTo: ['guide', 'guides'],
  present(context) {
    const { group, section } = context.guideList;
    const { sections, guides, ids, index } = listOf(context);
    const count = ids.length;
    const { page, pages, row, start } = pageOfIndex(index, count, PER_PAGE);
    const name = GUIDE_TEXTS.groups[group];
    const favourites = favouritesOf(context);
    return {
      name: 'guide-list',
      title: section === null ? name : GUIDE_TEXTS.inSection(name, section),
      cards: [
        ...sections.map(sectionCard),
        ...guides.map((guide) => guideCard(guide, favourites.indexOf(guide.number) >= 0)),
      ].slice(start, start + PER_PAGE),
      focus: row,
      counted:
        sections.length > 0
          ? GUIDE_TEXTS.sections(guidesIn(context, group).length)
          : GUIDE_TEXTS.counted(count, page + 1, pages),
      page: page + 1,
      pages,
    };
  },
  hints: (context) => [
    { key: 'upDown', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'digits', label: TEXTS.hints.digits },
    ...(listOf(context).ids.length > PER_PAGE ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
    { key: 'back', label: TEXTS.hints.leave },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { ids, index } = listOf(context);
    const count = ids.length;
    switch (key) {
      case 'up':
        return choose(context, along(index, count, -1));
      case 'down':
        return choose(context, along(index, count, 1));
      case 'left':
      case 'pageUp':
        return choose(context, turned(index, count, -1));
      case 'right':
      case 'pageDown':
        return choose(context, turned(index, count, 1));
      case 'ok':
        return open(context, index);
      case 'back':
        return back(context);
      default:
        return pressCard(context, Number(key));
    }
  },
  settle(context) {
    const { group, section } = context.guideList;
    if (listOf(context).ids.length > 0) return null;
    // The section, or the whole group, is gone.
    if (section !== null) return { change: { guideList: { group, section: null, id: null, index: 0 } } };
    return { to: 'guides', note: GUIDE_TEXTS.nothingIn(GUIDE_TEXTS.groups[group]) };
  },
};

interface Listed {
  /** Empty where guides are listed. */
  readonly sections: readonly Section[];
  readonly guides: readonly CarriedGuide[];
  readonly ids: readonly string[];
  /** Of what is chosen; when it is gone, of whatever stands in its place. */
  readonly index: number;
}

function listOf(context: Context): Listed {
  const { group, section, id, index } = context.guideList;
  const all = sectionsIn(context, group);
  const sections = section === null ? all : [];
  const guides =
    sections.length > 0
      ? []
      : section === null
        ? guidesIn(context, group)
        : (all.find(({ name }) => name === section)?.guides ?? []);
  const ids = sections.length > 0 ? sections.map(({ name }) => name) : guides.map(({ number }) => number);
  const found = id === null ? -1 : ids.indexOf(id);
  return { sections, guides, ids, index: found >= 0 ? found : Math.max(0, Math.min(index, ids.length - 1)) };
}

const sectionCard = ({ name, guides }: Section): GuideCard => ({
  id: name,
  name,
  meta: GUIDE_TEXTS.sectionMeta(guides.length),
  favourite: false,
});

function guideCard({ number, name, promisedLimit, fee }: CarriedGuide, favourite: boolean): GuideCard {
  const limit = GUIDE_TEXTS.limits[promisedLimit.kind]?.('count' in promisedLimit ? promisedLimit.count : 0);
  const cost = fee.kind === 'free' ? GUIDE_TEXTS.free : GUIDE_TEXTS.charged;
  return { id: number, name, meta: [limit, cost].filter((part) => part !== undefined).join(' · '), favourite };
}

const choose = (context: Context, index: number): Move<ScreenName> => ({
  change: { guideList: { ...context.guideList, id: listOf(context).ids[index] ?? null, index } },
});

function open(context: Context, index: number): Move<ScreenName> {
  const { sections, guides } = listOf(context);
  const { group } = context.guideList;
  const section = sections[index];
  if (section) return { change: { guideList: { group, section: section.name, id: null, index: 0 } } };
  const guide = guides[index];
  if (!guide) return STAY;
  const move = openGuide(context, guide, 'guide-list');
  return { ...move, change: { ...choose(context, index).change, ...move.change } };
}

function pressCard(context: Context, digit: number): Move<ScreenName> {
  if (!(digit >= 1 && digit <= PER_PAGE)) return STAY;
  const { ids, index } = listOf(context);
  const count = ids.length;
  const { start } = pageOfIndex(index, count, PER_PAGE);
  const onPage = Math.min(PER_PAGE, count - start);
  return digit <= onPage ? open(context, start + digit - 1) : { note: GUIDE_TEXTS.noSuchCard(onPage) };
}

/** Out of a section to the sections, with this one chosen. */
function back(context: Context): Move<ScreenName> {
  const { group, section } = context.guideList;
  if (section === null) return { to: 'guides' };
  return { change: { guideList: { group, section: null, id: section, index: 0 } } };
}

// The first screen of the guides: by pinyin, what is at hand, by department, by what happens in life.
import type { Context, ScreenName } from '../../navigation/context.ts';
import type { Definition, Move } from '../../navigation/definition.ts';
import type { GuidesCard, GuidesModel } from '../../navigation/frames/guides.ts';
import { DIGIT_DEPARTMENTS, EVENTS, type GuideGroup, guidesIn } from '../../navigation/guide-groups.ts';
import type { RemoteKey } from '../../remote/keys.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

type Opens = GuideGroup | 'search';
const CARDS: readonly Opens[] = ['search', 'handy', 'utilities', ...DIGIT_DEPARTMENTS, ...EVENTS];
/** How many cards stand in each row; their view places them so. */
export const GUIDES_ROWS = [2, 5, 5, 8] as const;

export const guides: Definition<ScreenName, GuidesModel> = {
  takes: ['8'],
  leadsTo: ['guide-list', 'guide-search', 'home', 'message'],
  present: ({ guidesFocus }) => ({
    name: 'guides',
    title: GUIDE_TEXTS.title,
    cards: CARDS.map(cardOf),
    focus: guidesFocus,
  }),
  hints: () => [
    { key: 'arrows', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'digits', label: TEXTS.hints.digits },
    { key: 'back', label: TEXTS.hints.home },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    switch (key) {
      case 'up':
      case 'down':
      case 'left':
      case 'right':
        return { change: { guidesFocus: neighbour(context.guidesFocus, key) } };
      case 'ok':
        return open(context, context.guidesFocus);
      case 'back':
        return { to: 'home' };
      default:
        return pressDigit(context, key);
    }
  },
  settle: ({ catalogue }) =>
    (catalogue?.guides ?? []).length > 0
      ? null
      : { to: 'message', change: { message: { kind: 'guides', back: 'home' } } },
};

function cardOf(opens: Opens): GuidesCard {
  const at = (DIGIT_DEPARTMENTS as readonly Opens[]).indexOf(opens);
  return {
    icon: opens === 'home' ? 'house' : opens,
    label: opens === 'search' ? GUIDE_TEXTS.search : GUIDE_TEXTS.groups[opens],
    digit: at < 0 ? null : String(at + 1),
    aside: opens === 'search' ? GUIDE_TEXTS.searchAside : opens === 'handy' ? GUIDE_TEXTS.handyAside : null,
  };
}

function open(context: Context, index: number): Move<ScreenName> {
  const opens = CARDS[index] ?? 'search';
  const change = { guidesFocus: index };
  if (opens === 'search')
    return { to: 'guide-search', change: { ...change, guideSearch: { digits: '', id: null, told: false } } };
  if (guidesIn(context, opens).length === 0) {
    const note = opens === 'handy' ? GUIDE_TEXTS.nothingHandy : GUIDE_TEXTS.nothingIn(GUIDE_TEXTS.groups[opens]);
    return { change, note };
  }
  return { to: 'guide-list', change: { ...change, guideList: { group: opens, section: null, id: null, index: 0 } } };
}

function pressDigit(context: Context, key: RemoteKey): Move<ScreenName> {
  const department = DIGIT_DEPARTMENTS[Number(key) - 1];
  return department ? open(context, CARDS.indexOf(department)) : {};
}

/** Up and down go to the card that stands nearest above or below. */
function neighbour(focus: number, arrow: 'up' | 'down' | 'left' | 'right'): number {
  let start = 0;
  let row = 0;
  while (focus >= start + (GUIDES_ROWS[row] ?? 0)) {
    start += GUIDES_ROWS[row] ?? 0;
    row += 1;
  }
  const length = GUIDES_ROWS[row] ?? 1;
  const column = focus - start;
  if (arrow === 'left') return column > 0 ? focus - 1 : focus;
  if (arrow === 'right') return column + 1 < length ? focus + 1 : focus;
  const other = GUIDES_ROWS[arrow === 'up' ? row - 1 : row + 1];
  if (other === undefined) return focus;
  const otherStart = arrow === 'up' ? start - other : start + length;
  return otherStart + Math.floor(((column + 0.5) * other) / length);
}

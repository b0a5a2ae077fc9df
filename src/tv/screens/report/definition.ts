// What can be asked for: nine picture cards a page with the digits of the remote; below, the household's own and the query code.
import type { CarriedCategory } from '../../../contract/box-requests.ts';
import { type Context, NO_CODE, type ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { ReportModel } from '../../navigation/frames/requests.ts';
import { downThrough, PER_PAGE } from '../../navigation/grid.ts';
import { askFor } from '../../navigation/private.ts';
import { begin, categoriesOf, goTo, stepsOf } from '../../navigation/requests.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { ICONS, type IconName } from '../../ui/icons.ts';

const WORDS = REQUEST_TEXTS.report;
const MINE = PER_PAGE;
const CODE = PER_PAGE + 1;

export const report: Definition<ScreenName, ReportModel> = {
  takes: ['8'],
  leadsTo: ['home', 'report-where', 'report-what', 'report-when', 'report-review', 'request-code'],
  present(context) {
    const { cards, page, pages, focus } = shownIn(context);
    return {
      name: 'report',
      title: WORDS.title,
      aside: pages > 1 ? WORDS.page(page + 1, pages) : WORDS.onePage,
      cards: cards.map(({ name, icon }) => ({ icon: iconOf(icon), label: name })),
      below: [
        { icon: 'lock', label: WORDS.mine, aside: WORDS.mineAside(context.outbox.waiting) },
        { icon: 'search', label: WORDS.code, aside: WORDS.codeAside },
      ],
      focus,
      page: page + 1,
      pages,
      text: cards.length === 0 ? WORDS.unknown : null,
    };
  },
  hints: (context) => [
    { key: 'digits', label: TEXTS.hints.digits },
    ...(shownIn(context).pages > 1 ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
    { key: 'upDown', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'blue', label: REQUEST_TEXTS.hints.mine },
    { key: 'back', label: TEXTS.hints.home },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { focus } = shownIn(context);
    switch (key) {
      case 'up':
        return along(context, -1);
      case 'down':
        return along(context, 1);
      case 'left':
      case 'pageUp':
        return turn(context, -1);
      case 'right':
      case 'pageDown':
        return turn(context, 1);
      case 'ok':
        return open(context, focus);
      case 'blue':
        return open(context, MINE);
      case 'back':
        return { to: 'home' };
      default:
        return /^[1-9]$/.test(key) ? open(context, Number(key) - 1) : STAY;
    }
  },
};

/** The focus of a page that has fewer cards than before is on its last. */
function shownIn(context: Context) {
  const all = categoriesOf(context);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(context.report.page, pages - 1);
  const cards = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const { focus } = context.report;
  const onCard = cards.length === 0 ? MINE : Math.min(focus, cards.length - 1);
  return { cards, page, pages, focus: focus >= MINE ? focus : onCard };
}

/** Staff may name what a box's version does not draw. */
const iconOf = (name: string): IconName => (name in ICONS ? (name as IconName) : 'requests');

function along(context: Context, step: 1 | -1): Move<ScreenName> {
  const { cards, page, focus } = shownIn(context);
  const way = [...downThrough(cards.length), MINE, CODE];
  const next = way[(way.indexOf(focus) + step + way.length) % way.length] ?? MINE;
  return { change: { report: { page, focus: next } } };
}

function turn(context: Context, step: 1 | -1): Move<ScreenName> {
  const { page, pages, focus } = shownIn(context);
  if (pages === 1) return { note: TEXTS.list.firstPage };
  return { change: { report: { page: (page + step + pages) % pages, focus } } };
}

function open(context: Context, focus: number): Move<ScreenName> {
  const { cards, page } = shownIn(context);
  const change = { report: { page, focus } };
  if (focus === MINE) return { change: { ...change, requests: { id: null, index: 0 }, ...askFor('requests') } };
  if (focus === CODE) return { to: 'request-code', change: { ...change, requestCode: NO_CODE } };
  const category = cards[focus];
  if (!category) return { note: WORDS.noCard(cards.length) };
  const move = start(category);
  return { ...move, change: { ...change, ...move.change } };
}

function start(category: CarriedCategory): Move<ScreenName> {
  const draft = begin(category);
  return goTo(draft, stepsOf(category, draft)[0] ?? 'review');
}

// One of the household's requests: what was told, what has happened, and what may be done about it by one digit.
import type { OwnRequestDetail } from '../../../contract/box-requests.ts';
import { breakLines } from '../../../domain/text/lines.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { RequestModel } from '../../navigation/frames/requests.ts';
import { askPrivate } from '../../navigation/private.ts';
import type { OwnMove } from '../../requests/read.ts';
import { dateText, momentText } from '../../texts/dates.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { dueText } from '../report-sent/definition.ts';
import { SHEET_TEXT } from './layout.ts';

const WORDS = REQUEST_TEXTS.request;

/** A move of the household, or a question about one. */
interface Action {
  readonly digit: string;
  readonly label: string;
  readonly does: OwnMove | 'rework' | 'withdraw' | 'cancel';
}

export const request: Definition<ScreenName, RequestModel> = {
  private: true,
  takes: ['8'],
  leadsTo: ['requests'],
  present(context) {
    const { own, actions, focus, page, pages, lines } = shownIn(context);
    const { asks } = context.request;
    const rows = SHEET_TEXT[context.elder ? 'elder' : 'normal'].rows;
    return {
      name: 'request',
      title: own?.category ?? REQUEST_TEXTS.requests.discreet,
      closing: TEXTS.household.closing,
      stands: own?.state ?? null,
      state: own ? REQUEST_TEXTS.states[own.state] : '',
      light: own?.light ?? 'none',
      lines: lines.slice(page * rows, (page + 1) * rows),
      page: page + 1,
      pages,
      question: asks === 'rework' ? WORDS.reworkTitle : asks === 'withdraw' ? WORDS.withdrawTitle : '',
      actions: actions.map(({ digit, label }) => ({ digit, label })),
      focus,
      text: own ? null : context.privately?.trouble ? REQUEST_TEXTS.requests.unreachable : WORDS.loading,
    };
  },
  hints: (context) => {
    const { actions, focus, pages, own } = shownIn(context);
    return [
      ...(actions.length > 0 ? [{ key: 'digits', label: REQUEST_TEXTS.hints.pick } as const] : []),
      ...(actions.length > 0 ? [{ key: 'upDown', label: TEXTS.hints.choose } as const] : []),
      ...(focus >= 0 ? [{ key: 'ok', label: REQUEST_TEXTS.hints.choose } as const] : []),
      ...(pages > 1 ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
      ...(own ? [] : [{ key: 'ok', label: REQUEST_TEXTS.hints.again } as const]),
      { key: 'back', label: TEXTS.hints.leave },
    ];
  },
  press(context, key) {
    const { own, actions, focus, page, pages } = shownIn(context);
    const { request: shown } = context;
    switch (key) {
      case 'up':
      case 'down': {
        const next = focus + (key === 'up' ? -1 : 1);
        return next >= -1 && next < actions.length ? { change: { request: { ...shown, focus: next + 1 } } } : STAY;
      }
      case 'left':
      case 'pageUp':
        return page > 0 ? { change: { request: { ...shown, page: page - 1 } } } : { note: TEXTS.list.firstPage };
      case 'right':
      case 'pageDown':
        return page + 1 < pages ? { change: { request: { ...shown, page: page + 1 } } } : { note: TEXTS.list.lastPage };
      case 'ok':
        return own ? act(context, actions[focus]) : again(context);
      case 'back':
        return shown.asks === null ? { to: 'requests' } : { change: { request: { ...shown, asks: null, focus: 0 } } };
      default:
        return act(
          context,
          actions.find(({ digit }) => digit === key),
        );
    }
  },
};

function shownIn(context: Context) {
  const own = context.privately?.request ?? null;
  const actions = own ? actionsOf(context, own) : [];
  const { cells, rows } = SHEET_TEXT[context.elder ? 'elder' : 'normal'];
  const lines = own
    ? linesOf(own, context.now).reduce<string[]>((all, text) => all.concat(breakLines(text, cells)), [])
    : [];
  const pages = Math.max(1, Math.ceil(lines.length / rows));
  return {
    ...{ own, actions, lines, pages },
    page: Math.min(context.request.page, pages - 1),
    focus: Math.min(context.request.focus, actions.length) - 1,
  };
}

function actionsOf({ request: { asks } }: Context, { moves }: OwnRequestDetail): Action[] {
  if (asks) {
    const reasons = asks === 'rework' ? WORDS.reworkReasons : WORDS.withdrawReasons;
    return [
      ...reasons.map((text, index) => ({ digit: `${index + 1}`, label: text, does: { kind: asks, text } })),
      { digit: `${reasons.length + 1}`, label: WORDS.cancel, does: 'cancel' },
    ];
  }
  const may = (move: OwnMove['kind']) => moves.indexOf(move) >= 0;
  return [
    ...(may('rate')
      ? WORDS.rates.map((label, index) => ({
          digit: `${index + 1}`,
          label,
          does: { kind: 'rate', score: index + 1 } as const,
        }))
      : []),
    ...(may('rework') ? [{ digit: '6', label: WORDS.rework, does: 'rework' } as const] : []),
    ...(may('urge') ? [{ digit: '7', label: WORDS.urge, does: { kind: 'urge' } } as const] : []),
    ...(may('withdraw') ? [{ digit: '8', label: WORDS.withdraw, does: 'withdraw' } as const] : []),
  ];
}

/** The server says what it is like afterwards; until then nothing looks as if it were done. */
function act(context: Context, action: Action | undefined): Move<ScreenName> {
  const { id } = context.requests;
  if (!action || id === null) return STAY;
  const { does } = action;
  const start = { page: context.request.page, focus: 0 };
  if (does === 'cancel') return { change: { request: { ...start, asks: null } } };
  // A second OK in a hurry takes nothing back.
  if (does === 'withdraw')
    return { change: { request: { ...start, focus: WORDS.withdrawReasons.length + 1, asks: does } } };
  if (does === 'rework') return { change: { request: { ...start, asks: does } } };
  return {
    change: { request: { ...start, page: 0, asks: null } },
    note: WORDS.moving,
    intents: [{ type: 'move-request', id, move: does }],
  };
}

function again(context: Context): Move<ScreenName> {
  const { privately } = context;
  return {
    change: { privately: privately && { ...privately, trouble: null } },
    intents: askPrivate('request', context),
  };
}

/** The newest first: that is what somebody opens it for. */
function linesOf(own: OwnRequestDetail, now: number): string[] {
  const { number, handler, dueAt, score, said, photos, timeline, askedAt } = own;
  return [
    `${WORDS.number(number)} · ${REQUEST_TEXTS.requests.asked(dateText(Date.parse(askedAt), now))}`,
    ...(handler === null ? [] : [WORDS.handler(handler)]),
    ...(dueAt === null ? [] : [WORDS.due(dueText(dueAt, now))]),
    ...(score === null ? [] : [WORDS.score(score)]),
    ...[...timeline].reverse().map(({ kind, at, text, by }) => {
      const who = by.kind === 'staff' && by.name !== handler ? `${by.name} ` : '';
      const what = `${momentText(Date.parse(at), now)} ${who}${REQUEST_TEXTS.actions[kind] ?? ''}`;
      return text ? `${what}：${text}` : what;
    }),
    ...said.map(({ label, text }) => (/[？?]$/.test(label) ? `${label}${text}` : `${label}：${text}`)),
    ...(photos > 0 ? [WORDS.photos(photos)] : []),
  ];
}

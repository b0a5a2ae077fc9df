// What the household has asked for, behind its PIN: the newest first, of what is discreet the number and the state alone.
import type { OwnRequest } from '../../../contract/box-requests.ts';
import { chosenAt } from '../../navigation/choice.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex } from '../../navigation/focus.ts';
import type { OwnRequestRow, RequestsModel } from '../../navigation/frames/requests.ts';
import { askPrivate } from '../../navigation/private.ts';
import { walk } from '../../navigation/walk.ts';
import { dateText } from '../../texts/dates.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { dueText } from '../report-sent/definition.ts';

const WORDS = REQUEST_TEXTS.requests;
const ROWS = 5;

export const requests: Definition<ScreenName, RequestsModel> = {
  private: true,
  leadsTo: ['report', 'request'],
  present(context) {
    const { all, index } = listOf(context);
    const { page, pages, row, start } = pageOfIndex(index, all.length, ROWS);
    return {
      name: 'requests',
      title: WORDS.title,
      closing: TEXTS.household.closing,
      rows: all.slice(start, start + ROWS).map((own) => rowOf(own, context.now)),
      focus: row,
      page: page + 1,
      pages,
      text: textOf(context),
    };
  },
  hints: (context) => {
    const { all } = listOf(context);
    return [
      ...(all.length > 1 ? [{ key: 'upDown', label: TEXTS.hints.choose } as const] : []),
      ...(all.length > 0 ? [{ key: 'ok', label: TEXTS.hints.open } as const] : []),
      ...(all.length > 0 ? [{ key: 'digits', label: TEXTS.hints.digits } as const] : []),
      ...(all.length > ROWS ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
      ...(context.privately?.trouble ? [{ key: 'ok', label: REQUEST_TEXTS.hints.again } as const] : []),
      { key: 'back', label: TEXTS.hints.leave },
    ];
  },
  press(context, key) {
    const { all, index } = listOf(context);
    const step = walk<ScreenName>(key, { index, count: all.length, perPage: ROWS }, (to) => ({
      change: { requests: { id: all[to]?.id ?? null, index: to } },
    }));
    if (step) return step;
    switch (key) {
      case 'ok':
        return context.privately?.trouble ? again(context) : open(context, index);
      case 'back':
        return { to: 'report' };
      default:
        return /^[1-5]$/.test(key) ? open(context, pageOfIndex(index, all.length, ROWS).start + Number(key) - 1) : STAY;
    }
  },
};

function listOf({ privately, requests: chosen }: Context) {
  const all = privately?.requests ?? [];
  return {
    all,
    index: chosenAt(
      all.map(({ id }) => id),
      chosen,
    ),
  };
}

function textOf({ privately }: Context): string | null {
  if (privately?.requests) return privately.requests.length === 0 ? WORDS.none : null;
  return privately?.trouble ? WORDS.unreachable : WORDS.loading;
}

function open(context: Context, index: number): Move<ScreenName> {
  const own = listOf(context).all[index];
  if (!own) return STAY;
  return { to: 'request', change: { requests: { id: own.id, index }, request: { page: 0, focus: 0, asks: null } } };
}

function again(context: Context): Move<ScreenName> {
  const { privately } = context;
  return {
    change: { privately: privately && { ...privately, trouble: null } },
    intents: askPrivate('requests', context),
  };
}

function rowOf({ id, number, category, state, askedAt, dueAt, light, news }: OwnRequest, now: number): OwnRequestRow {
  const asked = WORDS.asked(dateText(Date.parse(askedAt), now));
  return {
    id,
    label: category ?? WORDS.discreet,
    meta: [number, asked, ...(dueAt === null ? [] : [WORDS.due(dueText(dueAt, now))])].join(' · '),
    state: REQUEST_TEXTS.states[state],
    due: news ? WORDS.news : REQUEST_TEXTS.lights[light],
    light,
    news,
  };
}

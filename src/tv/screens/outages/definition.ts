// Planned outages of this community: a list, the next first, and the chosen one in full beside it.
import type { Outage } from '../../../contract/outages.ts';
import { chosenAt } from '../../navigation/choice.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, STAY } from '../../navigation/definition.ts';
import { pageOfIndex } from '../../navigation/focus.ts';
import type { OutagesModel } from '../../navigation/frames/living.ts';
import { plannedOutages } from '../../navigation/living.ts';
import { walk } from '../../navigation/walk.ts';
import { momentText } from '../../texts/dates.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { whenText } from './when.ts';

const WORDS = LIVING_TEXTS.outages;
const ROWS = 5;
const ICONS = { water: 'water', power: 'power', gas: 'gas', tv: 'box' } as const;

export const outages: Definition<ScreenName, OutagesModel> = {
  leadsTo: ['life', 'home'],
  present(context) {
    const { all, index } = listOf(context);
    const { page, pages, row, start } = pageOfIndex(index, all.length, ROWS);
    const chosen = all[index];
    return {
      name: 'outages',
      title: WORDS.title,
      rows: all.slice(start, start + ROWS).map((outage) => ({
        id: outage.id,
        icon: ICONS[outage.utility],
        label: WORDS.kinds[outage.utility],
        when: whenText(outage, context.now),
      })),
      focus: row,
      page: page + 1,
      pages,
      counted: all.length > 0 ? WORDS.counted(all.length, page + 1, pages) : '',
      detail: chosen ? detailOf(chosen, context.now) : null,
      text: all.length > 0 ? null : context.catalogue ? WORDS.none : WORDS.unknown,
    };
  },
  hints: (context) => [
    ...(listOf(context).all.length > 1 ? [{ key: 'upDown', label: TEXTS.hints.choose } as const] : []),
    ...(listOf(context).all.length > ROWS ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
    { key: 'back', label: TEXTS.hints.leave },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { all, index } = listOf(context);
    const step = walk<ScreenName>(key, { index, count: all.length, perPage: ROWS }, (to) => ({
      change: { outages: { ...context.outages, id: all[to]?.id ?? null, index: to } },
    }));
    if (step) return step;
    switch (key) {
      case 'back':
        return { to: context.outages.from };
      default:
        return STAY;
    }
  },
};

function listOf(context: Context) {
  const all = plannedOutages(context);
  const ids = all.map(({ id }) => id);
  return { all, index: chosenAt(ids, context.outages) };
}

function detailOf(outage: Outage, now: number): OutagesModel['detail'] {
  const { utility, regions, text, source, updatedAt } = outage;
  return {
    when: `${WORDS.kinds[utility]}：${whenText(outage, now)}`,
    where: regions.map(({ name }) => name).join('、'),
    why: outage.to === null && Date.parse(outage.from) > now ? `${text}${WORDS.openEnd}。` : text,
    said: WORDS.said(source, momentText(Date.parse(updatedAt), now)),
  };
}

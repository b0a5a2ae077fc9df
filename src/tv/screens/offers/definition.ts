// Broadband side by side, three a page; whoever wants to know more asks to be called, by the household's PIN.
import type { CarriedOffer } from '../../../contract/broadband.ts';
import type { Day } from '../../../contract/time.ts';
import { yuanText } from '../../../domain/bills/yuan.ts';
import { startOfDay } from '../../../domain/time/days.ts';
import { chosenAt } from '../../navigation/choice.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex, turnPage } from '../../navigation/focus.ts';
import type { OfferColumn, OffersModel } from '../../navigation/frames/living.ts';
import { offersHere } from '../../navigation/living.ts';
import { askFor } from '../../navigation/private.ts';
import { dateText } from '../../texts/dates.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = LIVING_TEXTS.offers;
export const OFFER_COLUMNS = 3;

export const offers: Definition<ScreenName, OffersModel> = {
  leadsTo: ['life'],
  present(context) {
    const { all, index } = listOf(context);
    const { page, pages, row, start } = pageOfIndex(index, all.length, OFFER_COLUMNS);
    const fastest = Math.max(...all.map(({ downMbps }) => downMbps));
    return {
      name: 'offers',
      title: WORDS.title,
      aside: pages > 1 ? WORDS.paged(page + 1, pages) : WORDS.aside,
      columns: all
        .slice(start, start + OFFER_COLUMNS)
        .map((offer) => columnOf(offer, offer.downMbps / fastest, context.now)),
      focus: row,
      page: page + 1,
      pages,
      text: all.length > 0 ? null : context.catalogue ? WORDS.none : WORDS.unknown,
    };
  },
  hints: (context) => [
    ...(listOf(context).all.length > 0
      ? ([
          { key: 'leftRight', label: TEXTS.hints.choose },
          { key: 'ok', label: LIVING_TEXTS.hints.call },
        ] as const)
      : []),
    { key: 'back', label: TEXTS.hints.leave },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { all, index } = listOf(context);
    switch (key) {
      case 'left':
        return choose(all, index - 1, WORDS.first);
      case 'right':
        return choose(all, index + 1, WORDS.last);
      case 'pageUp':
        return choose(all, turnPage(index, all.length, OFFER_COLUMNS, -1) ?? -1, WORDS.first);
      case 'pageDown':
        return choose(all, turnPage(index, all.length, OFFER_COLUMNS, 1) ?? -1, WORDS.last);
      case 'ok': {
        const chosen = all[index];
        return chosen ? { change: { offers: { id: chosen.id, index }, ...askFor('contact') } } : STAY;
      }
      case 'back':
        return { to: 'life' };
      default:
        return STAY;
    }
  },
};

function listOf(context: Context) {
  const all = offersHere(context);
  const ids = all.map(({ id }) => id);
  return { all, index: chosenAt(ids, context.offers) };
}

/** @param end what is said where there is none */
function choose(all: readonly CarriedOffer[], index: number, end: string): Move<ScreenName> {
  const offer = all[index];
  if (!offer) return all.length > 0 ? { note: end } : STAY;
  return { change: { offers: { id: offer.id, index } } };
}

function columnOf(offer: CarriedOffer, speed: number, now: number): OfferColumn {
  const { installFee, contractMonths, includes, source, validTo, technology } = offer;
  return {
    id: offer.id,
    provider: offer.provider,
    offer: offer.name,
    fee: WORDS.monthly(feeText(offer.monthlyFee)),
    speed,
    facts: [
      { label: WORDS.down, value: WORDS.mbps(offer.downMbps) },
      { label: WORDS.up, value: WORDS.mbps(offer.upMbps) },
      { label: WORDS.install, value: installFee === 0 ? WORDS.free : WORDS.monthly(feeText(installFee)) },
      { label: WORDS.contract, value: contractMonths === 0 ? WORDS.unbound : WORDS.months(contractMonths) },
      { label: WORDS.technology, value: WORDS.technologies[technology] ?? '' },
    ],
    includes: includes.length === 0 ? '' : WORDS.includes(includes.join('、')),
    source: validTo === null ? source : `${source}，${WORDS.until(untilText(validTo, now))}`,
  };
}

/** 59; 59.90 */
const feeText = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : yuanText(fen));

const untilText = (day: Day, now: number): string => dateText(startOfDay(day), now);

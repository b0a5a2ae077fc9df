// The places of one kind, the nearest first: when the chosen one is open, where it is, how far and which way.
import type { CarriedPlace } from '../../../contract/places.ts';
import type { Day } from '../../../contract/time.ts';
import { openingInWords, periodsInWords, weekLines } from '../../../domain/places/hours-words.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { addDays, startOfDay } from '../../../domain/time/days.ts';
import { chosenAt } from '../../navigation/choice.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex } from '../../navigation/focus.ts';
import type { PlaceDetail, PlaceModel, PlaceRow } from '../../navigation/frames/living.ts';
import { openingOf, placesOfKind } from '../../navigation/living.ts';
import { walk } from '../../navigation/walk.ts';
import { dayKey } from '../../texts/dates.ts';
import { dayText } from '../../texts/days.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { sketchOf } from './sketch.ts';

const WORDS = LIVING_TEXTS.places;
const ROWS = 5;
/** How far ahead a day with other hours is told of. */
const DAYS_AHEAD = 7;

const NOTHING: PlaceDetail = { opening: '', open: false, hours: [], address: '', phone: null, note: '', sketch: null };

export const place: Definition<ScreenName, PlaceModel> = {
  leadsTo: ['places'],
  present(context) {
    const { all, index } = listOf(context);
    const { page, pages, row, start } = pageOfIndex(index, all.length, ROWS);
    const chosen = all[index];
    const { id: kind } = context.placeKinds;
    return {
      name: 'place',
      title: kind === null ? WORDS.title : PLACE_KIND_NAMES[kind],
      rows: all.slice(start, start + ROWS).map((each) => rowOf(each, context.now)),
      focus: row,
      page: page + 1,
      pages,
      detail: chosen ? detailOf(chosen, context.now) : NOTHING,
    };
  },
  hints: (context) => [
    ...(listOf(context).all.length > 1 ? [{ key: 'upDown', label: TEXTS.hints.choose } as const] : []),
    ...(listOf(context).all.length > ROWS ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
    ...(context.catalogue?.phone ? [{ key: 'seven', label: LIVING_TEXTS.hints.phone } as const] : []),
    { key: 'back', label: TEXTS.hints.leave },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { all, index } = listOf(context);
    const step = walk<ScreenName>(key, { index, count: all.length, perPage: ROWS }, (to) => ({
      change: { place: { id: all[to]?.id ?? null, index: to } },
    }));
    if (step) return step;
    switch (key) {
      case '7':
      case 'ok':
        return context.catalogue?.phone ? toPhone(all[index]) : STAY;
      case 'back':
        return { to: 'places' };
      default:
        return STAY;
    }
  },
  settle: (context) =>
    listOf(context).all.length > 0 ? null : { to: 'places', change: { phone: null }, note: WORDS.gone },
};

function listOf(context: Context) {
  const { id: kind } = context.placeKinds;
  const all = kind === null ? [] : placesOfKind(context, kind);
  const ids = all.map(({ id }) => id);
  return { all, index: chosenAt(ids, context.place) };
}

function toPhone(chosen: CarriedPlace | undefined): Move<ScreenName> {
  if (!chosen) return STAY;
  const { id, name, phone } = chosen;
  return { change: { phone: { about: 'place', title: name, number: phone ?? '', path: `/m/places/${id}` } } };
}

function rowOf(each: CarriedPlace, now: number): PlaceRow {
  const opening = openingOf(each, now);
  return {
    id: each.id,
    label: each.name,
    state: opening === null ? '' : opening.open ? WORDS.open : WORDS.closed,
    open: opening?.open ?? false,
  };
}

function detailOf(each: CarriedPlace, now: number): PlaceDetail {
  const { hours, address, phone, note, away } = each;
  const opening = openingOf(each, now);
  return {
    opening: opening ? openingInWords(opening, now) : hours === null ? WORDS.noHours : WORDS.notKnown,
    open: opening?.open ?? false,
    hours: hours === null ? [] : [...weekLines(hours.week), ...specialLines(hours, now)],
    address,
    phone,
    note: note ?? '',
    sketch: away && sketchOf(away),
  };
}

/** The next day on which it is otherwise: 1月1日周五 休息 */
function specialLines({ special }: NonNullable<CarriedPlace['hours']>, now: number): string[] {
  const today = dayKey(now) as Day;
  const [next] = special.filter(({ day }) => day >= today && day <= addDays(today, DAYS_AHEAD));
  return next ? [WORDS.special(dayText(startOfDay(next.day), now), periodsInWords(next.periods))] : [];
}

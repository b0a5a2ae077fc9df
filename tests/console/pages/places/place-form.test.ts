import { describe, expect, it } from 'vitest';
import {
  areHoursRight,
  inputOf,
  isPhone,
  type PlaceValues,
  USUAL_HOURS,
  valuesOf,
} from '../../../../src/console/pages/places/place-form.ts';
import { listPlaces, Place, PlaceInput } from '../../../../src/contract/places.ts';

const [example] = listPlaces.example.reply.items;
const place = Place.parse(example);

describe('the form of a place', () => {
  it('gives back the place it was filled from', () => {
    expect(PlaceInput.parse(place && inputOf(valuesOf(place)))).toEqual(PlaceInput.strip().parse(place));
  });

  it('takes what is empty, and half a position, for nothing', () => {
    const values: PlaceValues = { ...valuesOf(place), phone: ' ', note: '', lat: 36.8, lon: null, hours: null };
    expect(inputOf(values)).toMatchObject({ phone: null, note: null, position: null, hours: null });
  });

  it('begins with hours that are right, and sees those that are not', () => {
    const [monday = []] = USUAL_HOURS.week;
    const withMonday = (periods: typeof monday) => ({ ...USUAL_HOURS, week: [periods, ...USUAL_HOURS.week.slice(1)] });
    expect([areHoursRight(USUAL_HOURS), areHoursRight(null)]).toEqual([true, true]);
    expect(areHoursRight(withMonday([...monday].reverse()))).toBe(false);
    expect(areHoursRight(withMonday([{ from: 600, to: 600 }]))).toBe(false);
  });

  it('knows a phone number', () => {
    expect(['0533-6180000', '110', '门卫'].map(isPhone)).toEqual([true, true, false]);
  });
});

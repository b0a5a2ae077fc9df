// An offer as its form holds it, money in yuan, and the input the server takes.
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import { type BroadbandOffer, OfferInput, type Technology } from '../../../contract/broadband.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { Day } from '../../../contract/time.ts';

export interface OfferValues {
  readonly provider: string;
  readonly name: string;
  readonly downMbps: number;
  readonly upMbps: number;
  readonly technology: Technology;
  /** Yuan. */
  readonly monthlyFee: number;
  /** Yuan. */
  readonly installFee: number;
  readonly contractMonths: number;
  readonly includes: string[];
  readonly regions: RegionCode[];
  readonly validTo?: Dayjs | null;
  readonly source: string;
}

export const NEW_OFFER: Partial<OfferValues> = { technology: 'fibre', installFee: 0, contractMonths: 0, includes: [] };

export function valuesOf(offer: BroadbandOffer): OfferValues {
  const { provider, name, downMbps, upMbps, technology, contractMonths, regions, source } = offer;
  return {
    provider,
    name,
    downMbps,
    upMbps,
    technology,
    monthlyFee: offer.monthlyFee / 100,
    installFee: offer.installFee / 100,
    contractMonths,
    includes: [...offer.includes],
    regions: [...regions],
    validTo: offer.validTo && dayjs(offer.validTo),
    source,
  };
}

export function inputOf(values: OfferValues): OfferInput {
  const { validTo, monthlyFee, installFee, includes, ...rest } = values;
  return {
    ...rest,
    provider: values.provider.trim(),
    name: values.name.trim(),
    source: values.source.trim(),
    monthlyFee: Math.round(monthlyFee * 100),
    installFee: Math.round(installFee * 100),
    includes: includes.map((each) => each.trim()),
    validTo: validTo ? Day.parse(validTo.format('YYYY-MM-DD')) : null,
  };
}

export const areIncludesRight = (includes: readonly string[] | undefined): boolean =>
  OfferInput.shape.includes.safeParse(includes ?? []).success;

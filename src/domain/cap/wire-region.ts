// Region codes as others write them: always twelve digits, filled up with zeros to the right.
import type { RegionCode } from '../../contract/regions.ts';
import { DISTRICT } from '../regions/code.ts';

const WIDTH = 12;
const WIDTHS = [2, 4, 6, 9, 12] as const;

/** The twelve digits for a region; of a grid, building or household those of its community. */
export const toWire = (code: RegionCode): string => code.slice(0, WIDTH).padEnd(WIDTH, '0');

/** Deeper than twelve digits reach. */
export const isDeep = (code: RegionCode): boolean => code.length > WIDTH;

/**
 * Our region for twelve digits: itself within the district, the district for a city or province it lies in,
 * undefined for what lies elsewhere.
 * @example fromWire('370306000000') === '370306', fromWire('370300000000') === '370306'
 */
export function fromWire(digits: string): RegionCode | undefined {
  const width = WIDTHS.find((each) => /^0*$/.test(digits.slice(each))) ?? WIDTH;
  const code = digits.slice(0, width);
  if (code.startsWith(DISTRICT)) return code as RegionCode;
  return DISTRICT.startsWith(code) ? DISTRICT : undefined;
}

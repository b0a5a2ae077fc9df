// What a region's code tells by itself: its kind, its ancestors, whether it lies within another.
import type { RegionCode, RegionKind } from '../../contract/regions.ts';

/** Zhoucun, the top of the tree. */
export const DISTRICT = '370306' as RegionCode;

/** Digits of a code of each kind; a child's code begins with its parent's. */
const WIDTHS: readonly (readonly [RegionKind, number])[] = [
  ['district', 6],
  ['town', 9],
  ['community', 12],
  ['grid', 15],
  ['building', 18],
  ['household', 22],
];

/** From the district down to the region itself. */
export function chainOf(code: RegionCode): RegionCode[] {
  return WIDTHS.filter(([, width]) => width <= code.length).map(([, width]) => code.slice(0, width) as RegionCode);
}

export function kindOf(code: RegionCode): RegionKind {
  const found = WIDTHS.find(([, width]) => width === code.length);
  if (!found) throw new RangeError(`not a region code: ${code}`);
  return found[0];
}

/** Digits of the codes of a region's children. */
export function childWidth(code: RegionCode): number {
  const at = WIDTHS.findIndex(([, width]) => width === code.length);
  const [, width] = WIDTHS[at + 1] ?? [];
  if (at < 0 || width === undefined) throw new RangeError(`a region without children: ${code}`);
  return width;
}

/** True for the region itself and everything below it. */
export function isWithin(code: RegionCode, ancestor: RegionCode): boolean {
  return code.startsWith(ancestor);
}

/** The ancestor of a kind, or undefined where the code lies above it. */
export function ancestorOf(code: RegionCode, kind: RegionKind): RegionCode | undefined {
  return chainOf(code).find((each) => kindOf(each) === kind);
}

/** The same area named once: without repeats and without regions that lie within another of the list; sorted. */
export function coverOf(codes: readonly RegionCode[]): RegionCode[] {
  const sorted = [...new Set(codes)].sort();
  const cover: RegionCode[] = [];
  for (const code of sorted) {
    const last = cover[cover.length - 1];
    if (last === undefined || !isWithin(code, last)) cover.push(code);
  }
  return cover;
}

// Which community an address is in, by the names it begins with.
import type { RegionCode } from '../../../contract/regions.ts';
import { DISTRICT, isWithin, kindOf } from '../../../domain/regions/code.ts';

export interface NamedRegion {
  readonly code: RegionCode;
  readonly name: string;
  readonly short_name: string;
}

/** What an address in China begins with, from the largest on. */
const ABOVE = /^(?:中国)?(?:山东省)?(?:淄博市)?(?:周村区)?/;
const BETWEEN = /^[\s,，.。;；:：、-]+/;

/**
 * `regions`: towns and communities. The longest name wins; two communities of one name in different towns are told apart
 * by the town alone. `rest` is what the names leave, the whole where nothing is left.
 */
export function regionOfAddress(
  address: string,
  regions: readonly NamedRegion[],
): { readonly region: RegionCode; readonly rest: string } {
  const inside = address.replace(ABOVE, '').replace(BETWEEN, '');
  const of = (kind: 'town' | 'community') => regions.filter(({ code }) => kindOf(code) === kind);
  const town = longest(inside, of('town'));
  const behind = (town?.rest ?? inside).replace(BETWEEN, '');
  const community = longest(
    behind,
    of('community').filter(({ code }) => !town || isWithin(code, town.region)),
  );
  const found = community ?? town;
  const rest = (found?.rest ?? inside).replace(BETWEEN, '');
  return { region: found?.region ?? DISTRICT, rest: rest || address };
}

/** Undefined: none, or more than one. */
function longest(address: string, regions: readonly NamedRegion[]) {
  const matches = regions.flatMap(({ code, name, short_name }) =>
    [name, short_name].filter((each) => address.startsWith(each)).map((each) => ({ code, length: each.length })),
  );
  const length = Math.max(0, ...matches.map((match) => match.length));
  const [region, ...others] = new Set(matches.filter((match) => match.length === length).map(({ code }) => code));
  return region && others.length === 0 ? { region, rest: address.slice(length) } : undefined;
}

// An address as people write it, found in the tree of places: 山东省淄博市周村区丝绸路街道 车站社区１号楼 is 车站社区, rest 1号楼.
import type { RegionCode, RegionKind } from '../../contract/regions.ts';

/** A place with every name it goes by. */
export interface NamedPlace {
  readonly code: RegionCode;
  readonly kind: RegionKind;
  readonly names: readonly string[];
}

export type CommunityFound =
  | { readonly code: RegionCode; readonly rest: string }
  | { readonly many: string }
  | undefined;

export interface BuildingFound {
  readonly code: RegionCode;
  /** What stands behind the building's name: nothing, or the room again. */
  readonly rest: string;
}

/** Without blanks, full-width signs as plain ones, 1# as 1号楼: two spellings of a name become one text. */
const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,，、]/g, '')
    .replace(/(\d)#(号?楼)?/g, '$1号楼');

/** What may stand before the district: the province and the city, whatever they are called. */
const ABOVE = /^(\p{Script=Han}{2,3}省)?(\p{Script=Han}{2,3}市)?/u;

/** Finds the community an address begins with. Made once for the tree down to communities. */
export function createCommunityFinder(places: readonly NamedPlace[]): (address: string) => CommunityFound {
  const named = (kind: RegionKind, more: (name: string) => readonly string[] = () => []) =>
    places
      .filter((place) => place.kind === kind)
      .flatMap(({ code, names }) =>
        [...new Set(names.map(plainName).flatMap((name) => [name, ...more(name)]))]
          .filter((name) => name !== '')
          .map((name) => ({ code, name })),
      );
  const districts = named('district');
  const towns = named('town', (name) => [`${name}办事处`, `${name}办`, name.replace(/(街道|镇)$/, '')]);
  const byFirst = new Map<string, { readonly code: RegionCode; readonly name: string }[]>();
  for (const form of named('community')) {
    const first = form.name.slice(0, 1);
    byFirst.set(first, [...(byFirst.get(first) ?? []), form]);
  }

  const withoutNames = (text: string, names: readonly { readonly code: RegionCode; readonly name: string }[]) =>
    names
      .filter(({ name }) => text.startsWith(name))
      .map(({ code, name }) => ({ within: code, rest: text.slice(name.length) }));

  return (address) => {
    const whole = plainName(address);
    const heads = [...new Set([whole, whole.replace(ABOVE, '')])];
    const inDistrict = heads.flatMap((text) => [text, ...withoutNames(text, districts).map(({ rest }) => rest)]);
    const starts = inDistrict.flatMap((text) => [{ within: '', rest: text }, ...withoutNames(text, towns)]);
    const hits = starts.flatMap(({ within, rest }) =>
      (byFirst.get(rest.slice(0, 1)) ?? [])
        .filter(({ code, name }) => code.startsWith(within) && rest.startsWith(name))
        .map(({ code, name }) => ({ code, name, rest: rest.slice(name.length) })),
    );
    const longest = Math.max(0, ...hits.map(({ name }) => name.length));
    const best = hits.filter(({ name }) => name.length === longest);
    const [first] = best;
    if (!first) return undefined;
    return best.some(({ code }) => code !== first.code) ? { many: first.name } : { code: first.code, rest: first.rest };
  };
}

/** The building the rest of an address names, the grid's name before it forgiven; the longest name wins: 1号楼东 before 1号楼. */
export function findBuilding(rest: string, inCommunity: readonly NamedPlace[]): BuildingFound | undefined {
  const grids = inCommunity.filter(({ kind }) => kind === 'grid').flatMap(({ names }) => names.map(plainName));
  const heads = [rest, ...grids.filter((name) => rest.startsWith(name)).map((name) => rest.slice(name.length))];
  const hits = inCommunity
    .filter(({ kind }) => kind === 'building')
    .flatMap(({ code, names }) => names.map((name) => ({ code, name: plainName(name) })))
    .flatMap(({ code, name }) =>
      heads
        .filter((head) => name !== '' && head.startsWith(name))
        .map((head) => ({ code, length: name.length, rest: head.slice(name.length) })),
    );
  return hits.reduce<(typeof hits)[number] | undefined>(
    (best, hit) => (best && best.length >= hit.length ? best : hit),
    undefined,
  );
}

/**
 * The room, without the building's name: 101室 and 1号楼101 are the room 101.
 * @param rest what the address has behind the building: nothing, the same room again, or the entrance (1单元) before it
 */
export function roomOf(household: string, building: string, rest: string): string {
  const text = plainName(household);
  const name = plainName(building);
  const room = (text.startsWith(name) && text.length > name.length ? text.slice(name.length) : text).replace(END, '');
  return rest === '' || room.startsWith(rest.replace(END, '')) ? room : `${rest}${room}`;
}

const END = /[室户]$/;

// Where the rows of a batch belong: communities from memory, buildings as they are first met, households in one query.
import type { RegionCode } from '../../../contract/regions.ts';
import {
  type BuildingFound,
  type CommunityFound,
  createCommunityFinder,
  findBuilding,
  type NamedPlace,
  roomOf,
} from '../../../domain/boxes/address.ts';
import type { AddressFault } from '../../../domain/boxes/fault.ts';
import type { Home } from '../../../domain/boxes/judge.ts';
import { type Listing, short } from '../../../domain/boxes/listing.ts';
import { ancestorOf } from '../../../domain/regions/code.ts';
import type { Store } from '../../store/store.ts';
import { findHouseholds, findInCommunities, findRooms, findTownAliases, findUpperPlaces } from './store.ts';

const CODE = /^\d{22}$/;
/** Addresses repeat: a building has many rooms. Forgotten all at once when there are too many. */
const REMEMBERED = 20_000;

type Building = { readonly code: RegionCode; readonly name: string; readonly rest: string };

export type Places = Awaited<ReturnType<typeof createPlaces>>;

/** As the tree is now; made anew for each import. */
export async function createPlaces(store: Store) {
  const [upper, aliases] = await Promise.all([findUpperPlaces(store.db), findTownAliases(store.db)]);
  const shortNames = new Map(upper.map((row) => [row.code, row.short_name]));
  const findCommunity = createCommunityFinder(
    upper.map(({ code, kind, name, short_name }) => ({
      code,
      kind,
      names: [name, short_name, ...aliases.filter((alias) => alias.code === code).map((alias) => alias.name)],
    })),
  );
  const communities = remembering(findCommunity);
  const inCommunity = new Map<RegionCode, NamedPlace[]>();
  const buildings = remembering((address: string): BuildingFound | undefined => {
    const found = communities(address);
    return isPlace(found) ? findBuilding(found.rest, inCommunity.get(found.code) ?? []) : undefined;
  });

  async function learnBuildings(listings: readonly Listing[]): Promise<void> {
    const found = listings.map(({ address }) => communities(address)).filter(isPlace);
    const unknown = [...new Set(found.map(({ code }) => code))].filter((code) => !inCommunity.has(code));
    for (const code of unknown) inCommunity.set(code, []);
    for (const { code, kind, name, short_name } of await findInCommunities(store.db, unknown)) {
      const community = ancestorOf(code, 'community');
      if (community) inCommunity.get(community)?.push({ code, kind, names: [name, short_name] });
    }
  }

  function buildingOf(address: string): Building | AddressFault {
    const community = communities(address);
    if (community === undefined) return { kind: 'no-community', text: short(address) };
    if ('many' in community) return { kind: 'many-communities', text: community.many };
    const found = buildings(address);
    const place = shortNames.get(community.code) ?? '';
    if (!found) return { kind: 'no-building', place, text: short(community.rest) };
    const building = inCommunity.get(community.code)?.find(({ code }) => code === found.code);
    return { code: found.code, name: building?.names[0] ?? '', rest: found.rest };
  }

  /** The names by which a household of this building may be stored: with the building before it, or by itself. */
  function namesOf(building: Building, household: string): string[] {
    const room = roomOf(household, building.name, building.rest);
    return [`${building.name.replace(/\s/g, '')}${room}`, room];
  }

  /** 车站社区 1号楼 101 */
  function placeOf(household: RegionCode, name: string): string {
    const community = ancestorOf(household, 'community');
    return `${(community && shortNames.get(community)) ?? ''} ${name}`.trim();
  }

  return {
    placeOf,

    /** Answers for these listings. */
    async homesFor(listings: readonly Listing[]): Promise<(listing: Listing) => Home | AddressFault> {
      await learnBuildings(listings);
      const coded = listings.filter(({ household }) => CODE.test(household));
      const wanted = new Map<RegionCode, Set<string>>();
      for (const { address, household } of listings) {
        const building = buildingOf(address);
        if ('kind' in building || CODE.test(household)) continue;
        const names = wanted.get(building.code) ?? new Set();
        for (const name of namesOf(building, household)) names.add(name);
        wanted.set(building.code, names);
      }
      const [byCode, rooms] = await Promise.all([
        findHouseholds(
          store.db,
          coded.map(({ household }) => household as RegionCode),
        ),
        findRooms(store.db, [...wanted.keys()], [...new Set([...wanted.values()].flatMap((names) => [...names]))]),
      ]);
      const codes = new Map<string, Home>(byCode.map(({ code, name }) => [code, { household: code, name }]));
      const named = new Map<string, Home>(
        rooms.map(({ code, parent, name, plain }) => [`${parent} ${plain}`, { household: code, name }]),
      );

      return ({ address, household }) => {
        const building = buildingOf(address);
        if (CODE.test(household)) {
          const home = codes.get(household);
          if (!home) return { kind: 'no-code', text: household };
          // An address that says nothing may stand beside a code; one that names another place may not.
          const place = 'kind' in building ? placeAt(address) : building.code;
          return place === undefined || home.household.startsWith(place)
            ? home
            : { kind: 'contradiction', place: placeOf(home.household, home.name) };
        }
        if ('kind' in building) return building;
        const home = namesOf(building, household)
          .map((name) => named.get(`${building.code} ${name}`))
          .find((found) => found !== undefined);
        const community = shortNames.get(ancestorOf(building.code, 'community') ?? building.code) ?? '';
        return home ?? { kind: 'no-room', place: `${community} ${building.name}`, text: short(household) };
      };
    },
  };

  function placeAt(address: string): RegionCode | undefined {
    const community = communities(address);
    return isPlace(community) ? community.code : undefined;
  }
}

const isPlace = (found: CommunityFound): found is { code: RegionCode; rest: string } =>
  found !== undefined && 'code' in found;

/** The answers of a function that depends on its text alone, kept. */
function remembering<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = find(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
}

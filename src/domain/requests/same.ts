// When two reports are of the same thing: the same category at the same place.
import type { RegionCode } from '../../contract/regions.ts';
import type { RequestGroup, WhereKind } from '../../contract/requests.ts';

/** What is broken or disturbs is one thing however many tell of it; a question or an application is each one's own. */
export const isShared = (group: RequestGroup): boolean => ['repair', 'complaint', 'dish'].includes(group);

/** `spot`: the household or building; `community` and `place`: of a public place, however it is spaced. */
export function sameKey(where: {
  readonly kind: WhereKind;
  readonly spot: RegionCode | null;
  readonly region: RegionCode;
  readonly place: string | null;
}): string {
  return where.kind === 'public'
    ? `public:${where.region}:${(where.place ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase()}`
    : `${where.kind}:${where.spot}`;
}

// The table of coverage: what was counted by community, summed up to towns and the district.
import type { CoverageRow } from '../../contract/coverage.ts';
import type { Region, RegionCode } from '../../contract/regions.ts';
import { isWithin } from '../regions/code.ts';
import { percentOf, reaches, targetOf } from './percent.ts';

export interface Place {
  readonly code: RegionCode;
  readonly kind: CoverageRow['kind'];
  readonly name: string;
  readonly setting: Region['setting'];
}

interface Count {
  readonly community: RegionCode;
  readonly households: number;
  readonly covered: number;
}

/** A row for each place, in the order of the places; a place without a count has no household. */
export function rowsOf(places: readonly Place[], counts: readonly Count[]): CoverageRow[] {
  const targets = new Map(places.map(({ code, setting }) => [code, targetOf(setting)]));
  const reached = (count: Count): boolean => {
    const target = targets.get(count.community) ?? null;
    return target !== null && reaches(count.covered, count.households, target);
  };
  return places.map((place) => {
    const within = counts.filter(({ community }) => isWithin(community, place.code));
    const households = sum(within.map((count) => count.households));
    const covered = sum(within.map((count) => count.covered));
    return {
      region: place.code,
      name: place.name,
      kind: place.kind,
      setting: place.setting,
      hasChildren: places.some(({ code }) => code !== place.code && isWithin(code, place.code)),
      households,
      covered,
      percent: percentOf(covered, households),
      target: targetOf(place.setting),
      communities: within.length,
      reached: within.filter(reached).length,
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

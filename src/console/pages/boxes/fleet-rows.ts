// The fleet's rows as a tree: what was loaded so far, put below its region.
import type { FleetRow } from '../../../contract/fleet.ts';
import type { RegionCode } from '../../../contract/regions.ts';

export type FleetNode = FleetRow & { readonly children?: FleetNode[] };
export type Loaded = ReadonlyMap<RegionCode, readonly FleetRow[]>;

/** A row with children that are not loaded yet has an empty list of them: it can be opened. */
export function fleetTree(rows: readonly FleetRow[], loaded: Loaded): FleetNode[] {
  return rows.map((row) =>
    row.hasChildren ? { ...row, children: fleetTree(loaded.get(row.region) ?? [], loaded) } : row,
  );
}

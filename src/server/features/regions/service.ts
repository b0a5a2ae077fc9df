// Looking the tree of places up.
import { REGION_KINDS, type Region, type RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { Store } from '../../store/store.ts';
import { findChildren, findRegions, findTree, findUnits } from './store.ts';

const TREE_KINDS = REGION_KINDS.slice(0, 3);

type Row = Awaited<ReturnType<typeof findChildren>>[number];

const toRegion = (row: Row): Region => ({
  code: row.code,
  parent: row.parent,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  setting: row.setting,
  hasChildren: Boolean(row.has_children),
});

export function createRegionService(deps: { store: Store }) {
  const { store } = deps;
  return {
    async children(actor: Actor, parent: RegionCode | undefined): Promise<{ items: Region[] }> {
      const scopes = scopesOrRefuse(actor, 'region.read');
      if (parent) allow(actor, 'region.read', [parent]);
      const rows = parent ? await findChildren(store.db, parent) : await findRegions(store.db, scopes);
      return { items: rows.map(toRegion) };
    },

    /** District, towns, communities of the actor's scopes; what lies above them comes along for the tree's sake. */
    async tree(actor: Actor): Promise<{ items: Region[] }> {
      const scopes = scopesOrRefuse(actor, 'region.read');
      const above = scopes.flatMap((scope) => chainOf(scope).slice(0, -1));
      const rows = await findTree(store.db, { scopes, above, kinds: TREE_KINDS });
      return { items: rows.map(toRegion) };
    },

    async units(actor: Actor) {
      scopesOrRefuse(actor, 'region.read');
      const rows = await findUnits(store.db);
      return { items: rows.map(({ statistical_code, ...row }) => ({ ...row, statisticalCode: statistical_code })) };
    },

    /** Short names by code, for showing; codes that do not exist are absent. For other services: checks no access. */
    async names(codes: readonly RegionCode[]): Promise<Map<RegionCode, string>> {
      const rows = await findRegions(store.db, codes);
      return new Map(rows.map((row) => [row.code, row.short_name]));
    },
  };
}

export type RegionService = ReturnType<typeof createRegionService>;

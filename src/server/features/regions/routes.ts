// Regions over HTTP.
import { listProgrammeUnits, listRegions, regionTree } from '../../../contract/regions.ts';
import type { Serve } from '../../http/route.ts';
import type { RegionService } from './service.ts';

export function regionRoutes(serve: Serve, regions: RegionService): void {
  serve(listRegions, ({ caller, query }) => regions.children(caller, query.parent));
  serve(regionTree, ({ caller }) => regions.tree(caller));
  serve(listProgrammeUnits, ({ caller }) => regions.units(caller));
}

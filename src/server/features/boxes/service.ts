// Set-top boxes: who a credential stands for, where a box stands, which boxes there are.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { BoxHome, listBoxes } from '../../../contract/boxes.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { ancestorOf, chainOf } from '../../../domain/regions/code.ts';
import { almanacFrom } from '../../../domain/time/almanac.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { RegionService } from '../regions/service.ts';
import { countBoxes, findByToken, insertBox, pageOfBoxes, touchBox } from './store.ts';

const ALMANAC_DAYS = 7;
const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

export function createBoxService(deps: { store: Store; runtime: Runtime; regions: RegionService }) {
  const { store, runtime } = deps;
  return {
    /** The box that holds a credential; throws `not-signed-in` for an unknown one. */
    async authenticate(token: string | undefined): Promise<BoxCaller> {
      const row = token ? await findByToken(store.db, hashToken(token)) : undefined;
      if (!row) throw new ProblemError('not-signed-in');
      return row;
    },

    /** What a box asks for at its start; counts as having been seen. */
    async home(box: BoxCaller): Promise<BoxHome> {
      const now = runtime.clock();
      const code = ancestorOf(box.household, 'community') ?? box.household;
      const names = await deps.regions.names([code]);
      await touchBox(store.db, box.id, instantOf(now));
      return {
        id: box.id,
        community: { code, name: names.get(code) ?? '' },
        chain: chainOf(box.household),
        almanac: almanacFrom(now, ALMANAC_DAYS),
        serverTime: instantOf(now),
      };
    },

    async list(actor: Actor, query: z.output<(typeof listBoxes)['query']>) {
      const own = scopesOrRefuse(actor, 'box.read');
      if (query.region) allow(actor, 'box.read', [query.region]);
      const { page, pageSize } = query;
      const scopes = query.region ? [query.region] : own;
      const { rows, total } = await pageOfBoxes(store.db, { scopes, offset: (page - 1) * pageSize, limit: pageSize });
      const items = rows.map((row) => ({
        id: row.id,
        name: row.name,
        household: row.household,
        place: row.short_name,
        lastSeenAt: row.last_seen_at,
      }));
      return { items, total, page, pageSize };
    },

    /** Boxes in a region. For other services: checks no access of its own. */
    async count(region: RegionCode): Promise<number> {
      return (await countBoxes(store.db, region)).count;
    },

    /** A box with a given credential, unless it is there already. For the demo's boxes. */
    async ensure(box: { household: RegionCode; name: string; token: string }): Promise<void> {
      const { household, name, token } = box;
      const id = runtime.uuids() as BoxId;
      await insertBox(store.db, { id, household, name, tokenHash: hashToken(token), at: instantOf(runtime.clock()) });
    },
  };
}

export type BoxService = ReturnType<typeof createBoxService>;

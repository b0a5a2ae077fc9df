// Places: kept by whom they belong to, carried by the boxes of their region, shown to any phone.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { PlaceId } from '../../../contract/ids.ts';
import type { listPlaces, Place, PlaceInput } from '../../../contract/places.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { chainOf, DISTRICT, isWithin } from '../../../domain/regions/code.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { CatalogueService } from '../catalogue/service.ts';
import { placesPart, positionOf } from './part.ts';
import {
  deletePlace,
  findAllPlaces,
  findPlace,
  hasPlaces,
  insertPlace,
  lockPlace,
  type PlaceRow,
  pageOfPlaces,
  regionExists,
  updatePlace,
} from './store.ts';

const PART = 'places';
type Trx = Transaction<Database>;

export function createPlaceService(deps: {
  store: Store;
  runtime: Runtime;
  catalogue: Pick<CatalogueService, 'hold' | 'put' | 'regions'>;
}) {
  const { store, runtime, catalogue } = deps;
  const now = () => instantOf(runtime.clock());

  /** The parts of these regions and of all below them that have one of their own; of the whole district unless told. */
  async function restate(trx: Trx, touched?: readonly RegionCode[]): Promise<void> {
    await catalogue.hold(trx);
    const rows = await findAllPlaces(trx);
    const had = await catalogue.regions(trx, PART);
    const regions = [...new Set([...had, ...rows.map((row) => row.region_code)])];
    const today = dayOf(runtime.clock());
    const parts = regions
      .filter((region) => !touched || touched.some((each) => isWithin(region, each)))
      .map((region) => ({ region, name: PART, body: placesPart(region, rows, today) }));
    await catalogue.put(trx, ...parts);
  }

  /** What a save answers, inside its transaction. */
  const saved = async (trx: Trx, actor: Actor, id: PlaceId): Promise<Place> => placeOf(await rowOf(trx, id), actor);

  /** The actor may write in the region, and it exists. */
  async function mayWrite(trx: Trx, actor: Actor, region: RegionCode): Promise<void> {
    allow(actor, 'place.write', [region]);
    if (await regionExists(trx, region)) return;
    throw new ProblemError('bad-input', { errors: [{ path: 'region', message: '没有这个地区' }] });
  }

  /** Nobody else changes it until the transaction ends; not there for whoever may not write it. */
  async function locked(trx: Trx, actor: Actor, id: PlaceId) {
    const row = await lockPlace(trx, id);
    if (!row || !can(actor, 'place.write', row.region_code)) throw new ProblemError('not-found');
    return row;
  }

  return {
    restate: (trx: Trx) => restate(trx),

    /** Into a store without places; what is there already is left as it is. */
    async bringIn(inputs: readonly PlaceInput[]): Promise<void> {
      await store.transaction(async (trx) => {
        // Of two processes that start at once, one finds what the other brought.
        await catalogue.hold(trx);
        if (await hasPlaces(trx)) return;
        const at = now();
        for (const input of inputs) await insertPlace(trx, runtime.uuids() as PlaceId, input, at);
        await restate(trx);
        const detail = { count: inputs.length };
        await recordAudit(trx, { at, actor: null, action: 'place.seed', subject: DISTRICT, region: DISTRICT, detail });
      });
    },

    /** What residents of the actor's regions see, that of the town and the district included. */
    async list(actor: Actor, query: z.output<(typeof listPlaces)['query']>) {
      const own = scopesOrRefuse(actor, 'place.read');
      const { region, kind, text, page, pageSize } = query;
      if (region) allow(actor, 'place.read', [region]);
      const filter = {
        scopes: region ? [region] : own,
        above: region ? [] : own.flatMap((scope) => chainOf(scope).slice(0, -1)),
        kind,
        text,
      };
      const { rows, total } = await pageOfPlaces(store.db, {
        ...filter,
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { items: rows.map((row) => placeOf(row, actor)), total, page, pageSize };
    },

    async create(actor: Actor, input: PlaceInput): Promise<Place> {
      scopesOrRefuse(actor, 'place.write');
      const id = runtime.uuids() as PlaceId;
      const at = now();
      return store.transaction(async (trx) => {
        await mayWrite(trx, actor, input.region);
        await insertPlace(trx, id, input, at);
        await recordAudit(trx, { at, actor, action: 'place.create', subject: id, ...told(input) });
        await restate(trx, [input.region]);
        return saved(trx, actor, id);
      });
    },

    async update(actor: Actor, id: PlaceId, input: PlaceInput, revision: number): Promise<Place> {
      scopesOrRefuse(actor, 'place.write');
      const at = now();
      return store.transaction(async (trx) => {
        const before = await locked(trx, actor, id);
        await mayWrite(trx, actor, input.region);
        if (before.revision !== revision) throw new ProblemError('stale-revision');
        await updatePlace(trx, id, input, revision + 1, at);
        await recordAudit(trx, { at, actor, action: 'place.edit', subject: id, ...told(input) });
        await restate(trx, [before.region_code, input.region]);
        return saved(trx, actor, id);
      });
    },

    async remove(actor: Actor, id: PlaceId): Promise<void> {
      scopesOrRefuse(actor, 'place.write');
      const at = now();
      await store.transaction(async (trx) => {
        await locked(trx, actor, id);
        const { region_code: region, name } = await rowOf(trx, id);
        await deletePlace(trx, id);
        await recordAudit(trx, { at, actor, action: 'place.remove', subject: id, ...told({ region, name }) });
        await restate(trx, [region]);
      });
    },

    /** For anyone: what stands on the boxes is public. Undefined: it is gone. */
    find: (id: PlaceId): Promise<PlaceRow | undefined> => findPlace(store.db, id),
  };
}

export type PlaceService = ReturnType<typeof createPlaceService>;

async function rowOf(trx: Trx, id: PlaceId): Promise<PlaceRow> {
  const row = await findPlace(trx, id);
  if (!row) throw new ProblemError('not-found');
  return row;
}

const told = ({ region, name }: Pick<PlaceInput, 'region' | 'name'>) => ({ region, detail: { name } });

const placeOf = (row: PlaceRow, actor: Actor): Place => ({
  id: row.id,
  region: row.region_code,
  regionName: row.region_name,
  kind: row.kind,
  name: row.name,
  address: row.address,
  hours: row.hours,
  phone: row.phone,
  position: positionOf(row),
  note: row.note,
  revision: row.revision,
  updatedAt: row.updated_at,
  editable: can(actor, 'place.write', row.region_code),
});

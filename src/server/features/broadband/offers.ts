// Broadband offers: kept by the operator for all providers alike, carried by the boxes of their regions.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { BroadbandOffer, CarriedOffer, listOffers, OfferInput } from '../../../contract/broadband.ts';
import type { OfferId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
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
import {
  deleteOffer,
  findAllOffers,
  findMissingRegions,
  findOffer,
  hasOffers,
  insertOffer,
  lockOffer,
  type OfferRow,
  pageOfOffers,
  updateOffer,
} from './store.ts';

const PART = 'offers';
type Trx = Transaction<Database>;

export function createOfferService(deps: {
  store: Store;
  runtime: Runtime;
  catalogue: Pick<CatalogueService, 'hold' | 'put' | 'regions'>;
}) {
  const { store, runtime, catalogue } = deps;
  const now = () => instantOf(runtime.clock());
  const today = () => dayOf(runtime.clock());

  /** The parts of all regions that have one of their own, without the offers that are over. */
  async function restate(trx: Trx): Promise<void> {
    await catalogue.hold(trx);
    const rows = await findAllOffers(trx);
    const regions = new Set([...(await catalogue.regions(trx, PART)), ...rows.flatMap((row) => row.regions)]);
    const parts = [...regions].map((region) => ({ region, name: PART, body: offersIn(region, rows, today()) }));
    await catalogue.put(trx, ...parts);
  }

  async function checkRegions(trx: Trx, actor: Actor, regions: readonly RegionCode[]): Promise<void> {
    allow(actor, 'offer.write', regions);
    const missing = await findMissingRegions(trx, regions);
    if (missing.length === 0) return;
    const errors = missing.map((code) => ({ path: 'regions', message: `没有这个地区：${code}` }));
    throw new ProblemError('bad-input', { errors });
  }

  /** Nobody else changes it until the transaction ends; not there for whoever may not write it. */
  async function locked(trx: Trx, actor: Actor, id: OfferId): Promise<OfferRow> {
    const row = (await lockOffer(trx, id)) && (await findOffer(trx, id));
    if (!row || !mayWrite(actor, row)) throw new ProblemError('not-found');
    return row;
  }

  async function saved(trx: Trx, actor: Actor, id: OfferId): Promise<BroadbandOffer> {
    const row = await findOffer(trx, id);
    if (!row) throw new ProblemError('not-found');
    return offerOf(row, actor);
  }

  return {
    restate,

    /** Into a store without offers; what is there already is left as it is. */
    async bringIn(inputs: readonly OfferInput[]): Promise<void> {
      await store.transaction(async (trx) => {
        // Of two processes that start at once, one finds what the other brought.
        await catalogue.hold(trx);
        if (await hasOffers(trx)) return;
        const at = now();
        for (const input of inputs) await insertOffer(trx, runtime.uuids() as OfferId, input, at);
        await restate(trx);
        const detail = { count: inputs.length };
        await recordAudit(trx, { at, actor: null, action: 'offer.seed', subject: DISTRICT, region: DISTRICT, detail });
      });
    },

    async list(actor: Actor, query: z.output<(typeof listOffers)['query']>) {
      const own = scopesOrRefuse(actor, 'offer.write');
      const { region, page, pageSize } = query;
      if (region) allow(actor, 'offer.write', [region]);
      const scopes = region ? [region] : own;
      const above = scopes.flatMap((scope) => chainOf(scope).slice(0, -1));
      const part = { offset: (page - 1) * pageSize, limit: pageSize };
      const { rows, total } = await pageOfOffers(store.db, { scopes, above, ...part });
      return { items: rows.map((row) => offerOf(row, actor)), total, page, pageSize };
    },

    async create(actor: Actor, input: OfferInput): Promise<BroadbandOffer> {
      scopesOrRefuse(actor, 'offer.write');
      const id = runtime.uuids() as OfferId;
      const at = now();
      return store.transaction(async (trx) => {
        await checkRegions(trx, actor, input.regions);
        await insertOffer(trx, id, input, at);
        await recordAudit(trx, { at, actor, action: 'offer.create', subject: id, ...told(input) });
        await restate(trx);
        return saved(trx, actor, id);
      });
    },

    async update(actor: Actor, id: OfferId, input: OfferInput, revision: number): Promise<BroadbandOffer> {
      scopesOrRefuse(actor, 'offer.write');
      const at = now();
      return store.transaction(async (trx) => {
        const before = await locked(trx, actor, id);
        await checkRegions(trx, actor, input.regions);
        if (before.revision !== revision) throw new ProblemError('stale-revision');
        await updateOffer(trx, id, input, revision + 1, at);
        await recordAudit(trx, { at, actor, action: 'offer.edit', subject: id, ...told(input) });
        await restate(trx);
        return saved(trx, actor, id);
      });
    },

    async remove(actor: Actor, id: OfferId): Promise<void> {
      scopesOrRefuse(actor, 'offer.write');
      const at = now();
      await store.transaction(async (trx) => {
        const { content, regions } = await locked(trx, actor, id);
        await deleteOffer(trx, id);
        await recordAudit(trx, { at, actor, action: 'offer.remove', subject: id, ...told({ ...content, regions }) });
        await restate(trx);
      });
    },

    /** What a household can have now; undefined where it cannot. For other services: checks no access. */
    async available(trx: Trx, id: OfferId, household: RegionCode): Promise<CarriedOffer | undefined> {
      const row = await findOffer(trx, id);
      return row && offersIn(household, [row], today())[0];
    },
  };
}

export type OfferService = ReturnType<typeof createOfferService>;

/** In the rows' order: by id. */
const offersIn = (region: RegionCode, rows: readonly OfferRow[], today: Day): CarriedOffer[] =>
  rows
    .filter(({ regions }) => regions.some((each) => isWithin(region, each)))
    .filter(({ content }) => content.validTo === null || content.validTo >= today)
    .map(({ id, content }) => ({ ...content, id }));

const mayWrite = (actor: Actor, { regions }: Pick<OfferRow, 'regions'>): boolean =>
  regions.every((region) => can(actor, 'offer.write', region));

const told = ({ provider, name, regions }: Pick<OfferInput, 'provider' | 'name' | 'regions'>) => ({
  region: regions.length === 1 ? (regions[0] ?? DISTRICT) : DISTRICT,
  detail: { name: `${provider} ${name}` },
});

const offerOf = (row: OfferRow, actor: Actor): BroadbandOffer => ({
  ...row.content,
  id: row.id,
  regions: row.regions,
  regionNames: row.region_names,
  revision: row.revision,
  updatedAt: row.updated_at,
  editable: mayWrite(actor, row),
});

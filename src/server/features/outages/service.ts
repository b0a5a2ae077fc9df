// Planned outages: taken in as providers tell them, carried by the boxes they touch, drafted as notices for people to review.
import type { Transaction } from 'kysely';
import type { Utility } from '../../../contract/bills.ts';
import type { OutageId } from '../../../contract/ids.ts';
import type { Outage } from '../../../contract/outages.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { ancestorOf, coverOf, DISTRICT, isWithin } from '../../../domain/regions/code.ts';
import type { GuardedProvider } from '../../providers/guarded.ts';
import type { ProviderOutage } from '../../providers/port.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { CatalogueService } from '../catalogue/service.ts';
import type { OutageDrafts } from './drafts.ts';
import {
  findByNames,
  findCommunities,
  findOutages,
  forgetOutages,
  insertOutage,
  type OutageRow,
  updateOutage,
} from './store.ts';

type Trx = Transaction<Database>;
/** How long one that is gone is remembered: its number may come again, and boxes must have heard that it is gone. */
const REMEMBERED_MS = 30 * 86_400_000;
const PART = 'outages';

export interface OutageDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly catalogue: Pick<CatalogueService, 'hold' | 'put'>;
  readonly drafts: OutageDrafts;
}

export function createOutageService(deps: OutageDeps) {
  const { store, runtime, catalogue } = deps;
  const now = () => instantOf(runtime.clock());
  /** Names of areas that no region is known by, of what each provider told last. */
  const unknown = new Map<Utility, readonly string[]>();
  let queue: Promise<void> = Promise.resolve();

  const isOn = (row: OutageRow): boolean => row.gone_at === null && !isOver(row.to_at, runtime.clock());

  /** A community's part holds what touches it; of places within communities only its own. */
  async function restate(trx: Trx): Promise<void> {
    await catalogue.hold(trx);
    const rows = await findOutages(trx);
    const touched = coverOf(rows.flatMap(({ regions }) => regions.map(({ code }) => upToCommunity(code))));
    const communities = await findCommunities(trx, touched);
    const shown = rows.filter(isOn);
    await catalogue.put(
      trx,
      // What a box carries where nothing is planned: it has heard that nothing is.
      { region: DISTRICT, name: PART, body: [] },
      ...communities.map((region) => ({ region, name: PART, body: touching(shown, region) })),
    );
  }

  async function save(trx: Trx, provider: GuardedProvider, told: readonly ProviderOutage[]): Promise<void> {
    await catalogue.hold(trx);
    const known = await findOutages(trx, provider.utility);
    const placed = await place(trx, told);
    unknown.set(provider.utility, [...new Set(placed.flatMap((each) => each.unknown))]);
    for (const { outage, regions } of placed) {
      const row = known.find(({ number }) => number === outage.number);
      if (regions.length === 0 || (!row && isOver(outage.to, runtime.clock()))) continue;
      const columns = {
        from_at: outage.from,
        to_at: outage.to,
        text: outage.text,
        source: provider.name.name,
        updated_at: now(),
        revision: (row?.revision ?? 0) + 1,
        gone_at: null,
      };
      if (row && isSame(row, columns, regions)) continue;
      if (row) await updateOutage(trx, row.id, columns, regions);
      else await insertOutage(trx, { id: newId(), ...fresh(provider, outage), ...columns }, regions);
    }
    const numbers = new Set(told.map(({ number }) => number));
    for (const row of known)
      if (row.gone_at === null && !numbers.has(row.number)) await updateOutage(trx, row.id, { gone_at: now() });
    await forgetOutages(trx, instantOf(runtime.clock() - REMEMBERED_MS));
    await restate(trx);
  }

  const newId = () => runtime.uuids() as OutageId;
  const fresh = ({ utility }: GuardedProvider, { number }: ProviderOutage) => ({
    utility,
    number,
    notice_id: null,
    notice_revision: null,
    noticed: null,
  });

  /** The regions each means. A name that two places have means neither. */
  async function place(trx: Trx, told: readonly ProviderOutage[]) {
    const names = [...new Set(told.flatMap(({ areas }) => areas))];
    const rows = await findByNames(trx, names);
    const codeOf = (area: string): RegionCode | undefined => {
      const found = rows.filter(({ code, name, short_name }) => [code, name, short_name].includes(area));
      return found.length === 1 ? found[0]?.code : undefined;
    };
    return told.map((outage) => ({
      outage,
      regions: coverOf(outage.areas.flatMap((area) => codeOf(area) ?? [])),
      unknown: outage.areas.filter((area) => codeOf(area) === undefined),
    }));
  }

  async function take(provider: GuardedProvider): Promise<void> {
    const told = (await provider.outages?.()) ?? [];
    const before = await store.transaction(async (trx) => {
      const rows = await findOutages(trx, provider.utility);
      await save(trx, provider, told);
      return rows;
    });
    await record(provider, before);
    await deps.drafts.follow(provider, await findOutages(store.db, provider.utility));
  }

  /** What changed, in the name of nobody: a provider is no one who can be asked. */
  async function record({ utility }: GuardedProvider, before: readonly OutageRow[]): Promise<void> {
    const after = await findOutages(store.db, utility);
    const changed = after.filter((row) => {
      const old = before.find(({ id }) => id === row.id);
      return old?.revision !== row.revision || old.gone_at !== row.gone_at;
    });
    if (changed.length === 0) return;
    await store.transaction(async (trx) => {
      for (const { id, number, gone_at } of changed)
        await recordAudit(trx, {
          at: now(),
          actor: null,
          action: gone_at === null ? 'outage.told' : 'outage.gone',
          subject: id,
          region: DISTRICT,
          detail: { utility, number },
        });
    });
  }

  return {
    restate,

    /** Asks the provider and follows what it says. One after the other. @throws ProviderError */
    async take(provider: GuardedProvider): Promise<void> {
      const turn = queue.then(() => take(provider));
      queue = turn.catch(() => {});
      return turn;
    },

    /** What is planned where it touches a region, for anyone. */
    async list(region: RegionCode): Promise<{ items: Outage[] }> {
      const rows = (await findOutages(store.db)).filter(isOn);
      return { items: touching(rows, region) };
    },

    unknownAreas: (utility: Utility): readonly string[] => unknown.get(utility) ?? [],
  };
}

export type OutageService = ReturnType<typeof createOutageService>;

const isOver = (to: string | null, now: number): boolean => to !== null && Date.parse(to) <= now;

const upToCommunity = (code: RegionCode): RegionCode => ancestorOf(code, 'community') ?? code;

function touching(rows: readonly OutageRow[], region: RegionCode): Outage[] {
  return rows.flatMap(({ id, utility, from_at, to_at, text, source, updated_at, ...row }) => {
    const regions = row.regions
      .filter(({ code }) => isWithin(code, region) || isWithin(region, code))
      .map(({ code, name }) => ({ code, name }));
    const told = { id, utility, regions, from: from_at, to: to_at, text, source, updatedAt: updated_at };
    return regions.length === 0 ? [] : [told];
  });
}

function isSame(
  row: OutageRow,
  told: Pick<OutageRow, 'from_at' | 'to_at' | 'text' | 'source'>,
  regions: readonly RegionCode[],
): boolean {
  const before = row.regions.map(({ code }) => code).join();
  return (
    row.gone_at === null &&
    row.from_at === told.from_at &&
    row.to_at === told.to_at &&
    row.text === told.text &&
    row.source === told.source &&
    before === regions.join()
  );
}

// Which account at each provider is a household's: sealed in the store, linked by staff, each change on record.
import { createHmac } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Transaction } from 'kysely';
import { UTILITIES, type Utility } from '../../../contract/bills.ts';
import type { HouseholdAccount } from '../../../contract/household-accounts.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { maskAccount } from '../../../domain/bills/account.ts';
import { kindOf } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import type { GuardedProvider } from '../../providers/guarded.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import { seal, unseal } from '../../sealed.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import { countAccounts, deleteAccount, findAccounts, findOwner, putAccount } from './store.ts';

const boundTo = (household: RegionCode, utility: Utility) => `linli account ${household} ${utility}`;

interface Link {
  readonly household: RegionCode;
  readonly utility: Utility;
  readonly account: string;
}

export interface AccountDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly regions: Pick<RegionService, 'names'>;
  readonly providers: readonly GuardedProvider[];
  readonly sealKey: Buffer;
  readonly digestKey: Buffer;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
}

export function createAccounts(deps: AccountDeps) {
  const { store, runtime, providers, sealKey, digestKey, log } = deps;

  async function checkHousehold(actor: Actor, household: RegionCode): Promise<void> {
    scopesOrRefuse(actor, 'bill.link');
    allow(actor, 'bill.link', [household]);
    if (kindOf(household) !== 'household' || !(await deps.regions.names([household])).has(household))
      throw new ProblemError('household-unknown');
  }

  async function listed(household: RegionCode): Promise<{ items: HouseholdAccount[] }> {
    const rows = await findAccounts(store.db, household);
    return {
      items: providers.map(({ utility, name }) => {
        const row = rows.find((each) => each.utility === utility);
        const linked = row ? { account: row.masked, at: row.linked_at, by: row.linked_by_name } : null;
        return { utility, provider: name, linked };
      }),
    };
  }

  /** Null for a number that was altered in the store, moved to another household, or sealed under another master key. */
  function opened(household: RegionCode, utility: Utility, account: string): string | null {
    try {
      return unseal(sealKey, account, boundTo(household, utility)).toString();
    } catch (err) {
      log.warn({ err, household, utility }, 'an account cannot be read and has to be linked again');
      return null;
    }
  }

  const offers = (utility: Utility): boolean => providers.some((each) => each.utility === utility);

  async function put(trx: Transaction<Database>, actor: Actor, { household, utility, account }: Link): Promise<void> {
    const at = instantOf(runtime.clock());
    const digest = createHmac('sha256', digestKey).update(`${utility} ${account}`).digest('base64url');
    const owner = await findOwner(trx, utility, digest);
    if (owner && owner.household !== household) throw new ProblemError('account-linked');
    const masked = maskAccount(account);
    const sealed = seal(sealKey, Buffer.from(account), boundTo(household, utility), runtime.random);
    const row = { household, utility, account: sealed, masked, digest, linked_by: actor.id, linked_at: at };
    await putAccount(trx, row);
    const entry = { at, actor, subject: household, region: household, detail: { utility, account: masked } };
    await recordAudit(trx, { ...entry, action: 'bill.link' });
  }

  return {
    async list(actor: Actor, household: RegionCode) {
      await checkHousehold(actor, household);
      return listed(household);
    },

    async link(actor: Actor, household: RegionCode, utility: Utility, account: string) {
      await checkHousehold(actor, household);
      if (!offers(utility)) throw new ProblemError('provider-unknown');
      await store.transaction((trx) => put(trx, actor, { household, utility, account }));
      return listed(household);
    },

    /** All at once, for the demo: checks no access of its own. Those that no provider is connected for are left out. */
    async bringIn(actor: Actor, links: readonly Link[]): Promise<void> {
      await store.transaction(async (trx) => {
        for (const link of links) if (offers(link.utility)) await put(trx, actor, link);
      });
    },

    async unlink(actor: Actor, household: RegionCode, utility: Utility) {
      await checkHousehold(actor, household);
      await store.transaction(async (trx) => {
        if (!(await deleteAccount(trx, household, utility))) return;
        const entry = { at: instantOf(runtime.clock()), actor, subject: household, region: household };
        await recordAudit(trx, { ...entry, action: 'bill.unlink', detail: { utility } });
      });
      return listed(household);
    },

    /** The whole numbers, for asking the providers with; one that cannot be read is left out. Checks no access of its own. */
    async of(household: RegionCode): Promise<Map<Utility, { account: string; masked: string }>> {
      const linked = new Map<Utility, { account: string; masked: string }>();
      for (const { utility, account: sealed, masked } of await findAccounts(store.db, household)) {
        const account = opened(household, utility, sealed);
        if (account !== null) linked.set(utility, { account, masked });
      }
      return linked;
    },

    /** How many households have linked one. Checks no access of its own. */
    async counts(): Promise<Record<Utility, number>> {
      const rows = await countAccounts(store.db);
      const count = (utility: Utility) => rows.find((row) => row.utility === utility)?.accounts ?? 0;
      return Object.fromEntries(UTILITIES.map((utility) => [utility, count(utility)])) as Record<Utility, number>;
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

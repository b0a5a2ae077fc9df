// Bills: a household's providers asked side by side, and how the providers are doing.
import type { Utility, UtilityBills } from '../../../contract/bills.ts';
import type { ProviderState } from '../../../contract/providers.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { GuardedProvider } from '../../providers/guarded.ts';
import { ProviderError } from '../../providers/port.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { OutageService } from '../outages/service.ts';
import type { Accounts } from './accounts.ts';
import { createStatements } from './statements.ts';

export interface BillDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly providers: readonly GuardedProvider[];
  readonly accounts: Accounts;
  readonly outages: Pick<OutageService, 'take' | 'unknownAreas'>;
}

export function createBillService(deps: BillDeps) {
  const { store, runtime, providers, accounts, outages } = deps;
  const statements = createStatements(runtime.clock);

  async function billsOf(
    provider: GuardedProvider,
    linked: { account: string; masked: string } | undefined,
  ): Promise<UtilityBills> {
    const known = { utility: provider.utility, provider: provider.name };
    if (!linked) return { ...known, state: 'not-linked' };
    const told = await statements.tell(provider, linked.account);
    const mine = { ...known, account: linked.masked };
    return 'statement' in told
      ? { ...mine, state: 'known', statement: told.statement }
      : { ...mine, state: 'trouble', ...told };
  }

  const stateOf = (provider: GuardedProvider, counts: Record<Utility, number>): ProviderState => ({
    utility: provider.utility,
    provider: provider.name,
    kind: provider.kind,
    accounts: counts[provider.utility],
    unknownAreas: [...outages.unknownAreas(provider.utility)],
    calls: provider.states(),
  });

  /** What came of it stands in the provider's state. */
  async function tried(question: Promise<unknown> | null): Promise<void> {
    await question?.catch((error: unknown) => {
      if (!(error instanceof ProviderError)) throw error;
    });
  }

  return {
    /** Call `allowPrivate` of the households before. That somebody looked is on record, nothing of what they saw. */
    async read(box: BoxCaller): Promise<{ items: UtilityBills[] }> {
      const linked = await accounts.of(box.household);
      await store.transaction((trx) =>
        recordAudit(trx, {
          at: instantOf(runtime.clock()),
          actor: null,
          action: 'bill.read',
          subject: box.household,
          region: box.household,
          detail: { box: box.id, utilities: [...linked.keys()] },
        }),
      );
      const offered = providers.filter((each) => each.bills !== null);
      return { items: await Promise.all(offered.map((each) => billsOf(each, linked.get(each.utility)))) };
    },

    async providers(actor: Actor): Promise<{ items: ProviderState[] }> {
      scopesOrRefuse(actor, 'bill.manage');
      const counts = await accounts.counts();
      return { items: providers.map((each) => stateOf(each, counts)) };
    },

    async tryNow(actor: Actor, utility: Utility): Promise<ProviderState> {
      scopesOrRefuse(actor, 'bill.manage');
      allow(actor, 'bill.manage', [DISTRICT]);
      const provider = providers.find((each) => each.utility === utility);
      if (!provider) throw new ProblemError('provider-unknown');
      provider.reset();
      await Promise.all([
        tried(provider.outages && outages.take(provider)),
        tried(provider.testAccount === null ? null : (provider.bills?.(provider.testAccount) ?? null)),
      ]);
      const at = instantOf(runtime.clock());
      await store.transaction((trx) =>
        recordAudit(trx, { at, actor, action: 'bill.try', subject: utility, region: DISTRICT }),
      );
      return stateOf(provider, await accounts.counts());
    },
  };
}

export type BillService = ReturnType<typeof createBillService>;

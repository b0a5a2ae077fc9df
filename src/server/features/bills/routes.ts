// Bills, households' accounts and the providers' state over HTTP.
import { readBills } from '../../../contract/bills.ts';
import { linkAccount, listAccounts, unlinkAccount } from '../../../contract/household-accounts.ts';
import { PRIVATE_HEADER } from '../../../contract/households.ts';
import { listProviders, tryProvider } from '../../../contract/providers.ts';
import type { Serve } from '../../http/route.ts';
import type { HouseholdService } from '../households/service.ts';
import type { Accounts } from './accounts.ts';
import type { BillService } from './service.ts';

export function billRoutes(
  serve: Serve,
  deps: { bills: BillService; accounts: Accounts; households: Pick<HouseholdService, 'allowPrivate'> },
): void {
  const { bills, accounts, households } = deps;
  serve(readBills, ({ caller, request, reply }) => {
    households.allowPrivate(caller, request.headers[PRIVATE_HEADER]);
    reply.header('cache-control', 'no-store');
    return bills.read(caller);
  });
  serve(listAccounts, ({ caller, params }) => accounts.list(caller, params.code));
  serve(linkAccount, ({ caller, params, body }) => accounts.link(caller, params.code, params.utility, body.account));
  serve(unlinkAccount, ({ caller, params }) => accounts.unlink(caller, params.code, params.utility));
  serve(listProviders, ({ caller }) => bills.providers(caller));
  serve(tryProvider, ({ caller, params }) => bills.tryNow(caller, params.utility));
}

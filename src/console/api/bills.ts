// Providers and how they answer; households' accounts with them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Utility } from '../../contract/bills.ts';
import { linkAccount, listAccounts, unlinkAccount } from '../../contract/household-accounts.ts';
import { listProviders, tryProvider } from '../../contract/providers.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { call } from './client.ts';

const PROVIDERS = ['providers'] as const;
/** What fails now is seen without loading the page again. */
const REFRESH_MS = 15_000;

export function useProviders() {
  return useQuery({
    queryKey: PROVIDERS,
    queryFn: async ({ signal }) => (await call(listProviders, { signal })).items,
    refetchInterval: REFRESH_MS,
  });
}

export function useTryProvider() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (utility: Utility) => call(tryProvider, { params: { utility } }),
    onSettled: () => client.invalidateQueries({ queryKey: PROVIDERS }),
  });
}

const keyOf = (household: RegionCode) => ['accounts', household] as const;

export function useAccounts(household: RegionCode) {
  return useQuery({
    queryKey: keyOf(household),
    queryFn: ({ signal }) => call(listAccounts, { params: { code: household }, signal }),
  });
}

export function useLinkAccount(household: RegionCode) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ utility, account }: { readonly utility: Utility; readonly account: string }) =>
      call(linkAccount, { params: { code: household, utility }, body: { account } }),
    onSuccess: (accounts) => client.setQueryData(keyOf(household), accounts),
  });
}

export function useUnlinkAccount(household: RegionCode) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (utility: Utility) => call(unlinkAccount, { params: { code: household, utility } }),
    onSuccess: (accounts) => client.setQueryData(keyOf(household), accounts),
  });
}

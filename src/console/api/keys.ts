// Signing keys: which there are, the next one, and one that is trusted no longer.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyId, listKeys, revokeKey, rotateKey } from '../../contract/signing.ts';
import { call } from './client.ts';

const KEY = ['keys'] as const;

export function useKeys() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(listKeys, { signal }) });
}

export function useRotateKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => call(rotateKey, { body: { reason } }),
    onSuccess: (ring) => client.setQueryData(KEY, ring),
  });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { readonly id: KeyId; readonly reason: string }) =>
      call(revokeKey, { params: { id }, body: { reason } }),
    onSuccess: (ring) => client.setQueryData(KEY, ring),
    // Someone else may have revoked it meanwhile: show it.
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

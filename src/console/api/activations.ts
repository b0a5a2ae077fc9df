// Activation: what stands behind a code, and the decision about it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { approveActivation, denyActivation, readActivation } from '../../contract/activation.ts';
import { forgetAll } from './boxes.ts';
import { call } from './client.ts';

/** A deed and not a reading: each wrong code counts as a guess, so it is asked when someone says so, and never twice. */
export function useReadActivation() {
  return useMutation({ mutationFn: (userCode: string) => call(readActivation, { params: { userCode } }) });
}

export function useApproveActivation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userCode, ...body }: z.input<typeof approveActivation.body> & { userCode: string }) =>
      call(approveActivation, { params: { userCode }, body }),
    onSuccess: () => void forgetAll(client),
    gcTime: 0,
  });
}

export function useDenyActivation() {
  return useMutation({ mutationFn: (userCode: string) => call(denyActivation, { params: { userCode } }) });
}

// Staff accounts: the list, new ones, new temporary passwords.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { StaffId } from '../../contract/ids.ts';
import { createStaff, listStaff, resetPassword } from '../../contract/staff.ts';
import { call } from './client.ts';

const KEY = ['staff'] as const;

export function useStaff(query: z.input<typeof listStaff.query>) {
  return useQuery({
    queryKey: [...KEY, query],
    queryFn: ({ signal }) => call(listStaff, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCreateStaff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof createStaff.body>) => call(createStaff, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useResetPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: StaffId; reason: string }) =>
      call(resetPassword, { params: { id }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

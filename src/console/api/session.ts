// Who is signed in, and the ways in and out.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { changePassword, readSession, type Session, signIn, signOut } from '../../contract/staff.ts';
import { call } from './client.ts';
import { ProblemError } from './problem.ts';
import { SESSION_KEY } from './query-client.ts';

/** `data` is null where nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await call(readSession, { signal });
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'not-signed-in') return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof signIn.body>) => call(signIn, { body }),
    onSuccess: (session) => {
      client.setQueryData(SESSION_KEY, session);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
}

/** Whoever calls opens the console afresh then: nothing that was read stays in memory. */
export function useSignOut() {
  return useMutation({ mutationFn: () => call(signOut, {}) });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof changePassword.body>) => call(changePassword, { body }),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
  });
}

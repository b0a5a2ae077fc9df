// The cache of what the server said; it notices when the session has ended.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem.ts';

export const SESSION_KEY = ['session'] as const;

/** Failures worth one more try: no answer, or a server that is just restarting. */
const isPassing = (error: unknown) => error instanceof ProblemError && (error.status === 0 || error.status === 503);

export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ProblemError)) return;
    if (error.code === 'not-signed-in') client.setQueryData(SESSION_KEY, null);
    if (error.code === 'password-change-required') void client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (count, error) => count < 1 && isPassing(error) },
      // What a call answers may be shown once only: a temporary password, a sender's token.
      mutations: { gcTime: 0 },
    },
  });
  return client;
}

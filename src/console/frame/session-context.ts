// Who is signed in, for everything below the session check.
import { createContext, useContext } from 'react';
import type { Permission, Session } from '../../contract/staff.ts';

export const SessionContext = createContext<Session | null>(null);

/** @throws outside the session check, where nobody may be signed in. */
export function useSignedIn(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('used outside RequireSession');
  return session;
}

export function useMay(permission: Permission): boolean {
  return useSignedIn().permissions.includes(permission);
}

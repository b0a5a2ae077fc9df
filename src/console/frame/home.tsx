// The first page a person may see.
import { Navigate } from 'react-router';
import { entriesFor } from './menu.tsx';
import { Forbidden } from './page-failure.tsx';
import { useSignedIn } from './session-context.ts';

export function HomePage() {
  const first = entriesFor(useSignedIn().permissions)[0];
  return first ? <Navigate to={first.path} replace /> : <Forbidden />;
}

// Lets only signed-in people through, and keeps the page they are on when their session ends.
import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Session } from '../../contract/staff.ts';
import { useSession } from '../api/session.ts';
import { ChangePassword } from '../pages/session/change-password.tsx';
import { LoadFailure } from '../shared/page.tsx';
import { texts } from '../texts/zh-CN.ts';
import { EntryFrame } from './entry-frame.tsx';
import { openAfresh } from './open-afresh.ts';
import { SessionContext } from './session-context.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

export function RequireSession({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const location = useLocation();
  // The last one signed in: when the session ends, the page below stays as it is, with a log-in over it.
  const [last, setLast] = useState<Session | null>(null);
  const isOther = Boolean(session.data && last && session.data.staff.id !== last.staff.id);
  if (session.data && session.data !== last && !isOther) setLast(session.data);
  useEffect(() => {
    // Someone else must not see what the one before had open.
    if (isOther) openAfresh('/');
  }, [isOther]);

  if (session.isPending) return <Spin fullscreen description={texts.common.loading} />;
  const current = last ?? session.data;
  if (!current) {
    if (session.error) {
      return (
        <EntryFrame title={texts.session.title}>
          <LoadFailure error={session.error} onRetry={() => void session.refetch()} />
        </EntryFrame>
      );
    }
    const from = `${location.pathname}${location.search}`;
    return <Navigate to={from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`} replace />;
  }
  const page = current.staff.mustChangePassword ? (
    <EntryFrame title={texts.session.changeTitle}>
      <ChangePassword forced />
    </EntryFrame>
  ) : (
    children
  );
  return (
    <SessionContext value={current}>
      {page}
      {session.data === null && <SignInDialog account={current.staff.account} />}
    </SessionContext>
  );
}

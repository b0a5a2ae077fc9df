// The log-in page; afterwards one is where one wanted to go.
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../api/session.ts';
import { EntryFrame } from '../../frame/entry-frame.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { safePath } from './safe-path.ts';
import { SignIn } from './sign-in.tsx';

export function SignInPage() {
  const session = useSession();
  const [search] = useSearchParams();
  if (session.data) return <Navigate to={safePath(search.get('from'))} replace />;
  return (
    <EntryFrame title={texts.session.title}>
      <SignIn />
    </EntryFrame>
  );
}

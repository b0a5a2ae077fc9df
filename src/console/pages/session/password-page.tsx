// The page where one changes one's own password.
import { Card } from 'antd';
import { useNavigate } from 'react-router';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { ChangePassword } from './change-password.tsx';

export function PasswordPage() {
  const navigate = useNavigate();
  return (
    <Page title={texts.session.changeTitle}>
      <Card>
        <ChangePassword onChanged={() => void navigate('/')} />
      </Card>
    </Page>
  );
}

// Signing in again over the page one was on: nothing typed there is lost.
import { Modal, Typography } from 'antd';
import { SignIn } from '../pages/session/sign-in.tsx';
import { texts } from '../texts/zh-CN.ts';

/** Stays until the session is there again; `account` is the one that was signed in. */
export function SignInDialog({ account }: { readonly account: string }) {
  return (
    <Modal
      open
      title={texts.session.endedTitle}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={400}
    >
      <Typography.Paragraph type="secondary">{texts.session.ended}</Typography.Paragraph>
      <SignIn account={account} />
    </Modal>
  );
}

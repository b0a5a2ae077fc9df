// The log-in form; what went wrong is told in the server's own words.
import { Alert, Button, Form, Input } from 'antd';
import { sentenceOf } from '../../api/problem.ts';
import { useSignIn } from '../../api/session.ts';
import { texts } from '../../texts/zh-CN.ts';

interface Values {
  account: string;
  password: string;
}

/** Whoever shows this watches the session; `account` is filled in where it is known who comes back. */
export function SignIn({ account }: { readonly account?: string }) {
  const signIn = useSignIn();
  const rules = [{ required: true, message: texts.common.required }];
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ account }}
      onFinish={(values) => signIn.mutate(values)}
    >
      <Form.Item name="account" label={texts.session.account} rules={rules}>
        <Input autoComplete="username" autoFocus={!account} maxLength={40} />
      </Form.Item>
      <Form.Item name="password" label={texts.session.password} rules={rules}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(account)} maxLength={200} />
      </Form.Item>
      {signIn.error && <Alert type="error" showIcon title={sentenceOf(signIn.error)} style={{ marginBottom: 24 }} />}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {texts.session.signIn}
      </Button>
    </Form>
  );
}

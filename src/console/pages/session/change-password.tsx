// Changing one's own password: by choice, or because the present one is temporary.
import { Alert, App, Button, Flex, Form, Input } from 'antd';
import { sentenceOf } from '../../api/problem.ts';
import { useChangePassword, useSignOut } from '../../api/session.ts';
import { openAfresh } from '../../frame/open-afresh.ts';
import { texts } from '../../texts/zh-CN.ts';

interface Props {
  readonly forced?: boolean;
  readonly onChanged?: () => void;
}

interface Values {
  current: string;
  next: string;
  repeat: string;
}

export function ChangePassword({ forced = false, onChanged }: Props) {
  const change = useChangePassword();
  const signOut = useSignOut();
  const { message } = App.useApp();
  const required = { required: true, message: texts.common.required };
  const submit = ({ current, next }: Values) =>
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          void message.success(texts.session.changed);
          onChanged?.();
        },
      },
    );
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={submit} style={{ maxWidth: 400 }}>
      {forced && <Alert type="info" showIcon title={texts.session.forced} style={{ marginBottom: 24 }} />}
      <Form.Item name="current" label={texts.session.current} rules={[required]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="next" label={texts.session.next} extra={texts.session.nextHint} rules={[required]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={texts.session.repeat}
        dependencies={['next']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(texts.session.repeatWrong)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      {change.error && <Alert type="error" showIcon title={sentenceOf(change.error)} style={{ marginBottom: 24 }} />}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {texts.session.change}
        </Button>
        {forced && (
          <Button onClick={() => signOut.mutate(undefined, { onSuccess: () => openAfresh('/sign-in') })}>
            {texts.session.signOut}
          </Button>
        )}
      </Flex>
    </Form>
  );
}

// A new temporary password for an account, with the reason why.
import { Alert, Form, Input, Modal, Typography } from 'antd';
import type { Staff } from '../../../contract/staff.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useResetPassword } from '../../api/staff.ts';
import { texts } from '../../texts/zh-CN.ts';
import { TemporaryPassword } from './temporary-password.tsx';

const words = texts.staff;

export function ResetPassword({ staff, onClose }: { readonly staff: Staff; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const reset = useResetPassword();
  if (reset.data) {
    const { temporaryPassword } = reset.data;
    return <TemporaryPassword title={words.resetDone} staff={staff} password={temporaryPassword} onClose={onClose} />;
  }
  return (
    <Modal
      open
      title={words.resetTitle(staff.name)}
      okText={words.reset}
      confirmLoading={reset.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{words.resetHint}</Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => reset.mutate({ id: staff.id, reason: reason.trim() })}
      >
        <Form.Item
          name="reason"
          label={texts.common.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: texts.common.required }]}
        >
          <Input placeholder={words.resetReason} maxLength={200} autoFocus />
        </Form.Item>
        {reset.error && <Alert type="error" showIcon title={sentenceOf(reset.error)} />}
      </Form>
    </Modal>
  );
}

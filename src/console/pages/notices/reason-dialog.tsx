// Asks why a notice goes back or comes off the screens.
import { Form, Input, Modal } from 'antd';
import { NOTICE_LIMITS } from '../../../contract/notices.ts';
import { texts } from '../../texts/zh-CN.ts';

interface Props {
  readonly title: string;
  readonly isPending: boolean;
  readonly onCancel: () => void;
  readonly onReason: (reason: string) => void;
}

export function ReasonDialog({ title, isPending, onCancel, onReason }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={title} okText={title} confirmLoading={isPending} onCancel={onCancel} onOk={form.submit}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item
          name="reason"
          label={texts.common.reason}
          rules={[{ required: true, whitespace: true, message: texts.common.required }]}
        >
          <Input.TextArea
            autoFocus
            rows={3}
            showCount
            maxLength={NOTICE_LIMITS.reason}
            placeholder={texts.common.reasonPlaceholder}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

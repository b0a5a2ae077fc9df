// Asks why something is done, before it is done; what the server objects stands in the same dialog.
import { Alert, Form, Input, Modal, Typography } from 'antd';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { texts } from '../texts/zh-CN.ts';

/** What the contract takes for a reason everywhere. */
const LENGTH = { least: 2, most: 200 } as const;

interface Props {
  readonly title: string;
  /** What it will do. */
  readonly hint: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly placeholder: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Further fields above the reason; `canGo` false while they are not filled in. */
  readonly children?: ReactNode;
  readonly canGo?: boolean;
  readonly onCancel: () => void;
  readonly onReason: (reason: string) => void;
}

export function AskReason({ title, hint, okText, danger = false, canGo = true, children, ...props }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger, disabled: !canGo }}
      confirmLoading={props.isPending}
      onOk={form.submit}
      onCancel={props.onCancel}
    >
      <Typography.Paragraph type="secondary">{hint}</Typography.Paragraph>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => props.onReason(reason.trim())}>
        {children}
        <Form.Item
          name="reason"
          label={texts.common.reason}
          rules={[{ required: true, whitespace: true, min: LENGTH.least, message: texts.common.reasonShort }]}
        >
          <Input placeholder={props.placeholder} maxLength={LENGTH.most} />
        </Form.Item>
        {Boolean(props.error) && <Alert type="error" showIcon title={sentenceOf(props.error)} />}
      </Form>
    </Modal>
  );
}

// Asks why something is done, does it, and says so; what the server objects stands in the same dialog.
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Typography } from 'antd';
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
  /** Further fields above the reason. */
  readonly children?: ReactNode;
  /** Null while those fields are not filled in. */
  readonly onReason: ((reason: string) => Promise<unknown>) | null;
  /** What is said when it is done, as the dialog closes; left out where something else takes the dialog's place. */
  readonly done?: string;
  readonly onClose: () => void;
}

export function AskReason({ title, hint, okText, danger = false, placeholder, children, onReason, ...props }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  // What comes of it may be a secret that is told once: it is not kept here.
  const deed = useMutation({ mutationFn: async (act: () => Promise<unknown>) => void (await act()) });
  const onSuccess = () => {
    if (props.done === undefined) return;
    void message.success(props.done);
    props.onClose();
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger, disabled: onReason === null }}
      confirmLoading={deed.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Typography.Paragraph type="secondary">{hint}</Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => onReason && deed.mutate(() => onReason(reason.trim()), { onSuccess })}
      >
        {children}
        <Form.Item
          name="reason"
          label={texts.common.reason}
          rules={[{ required: true, whitespace: true, min: LENGTH.least, message: texts.common.reasonShort }]}
        >
          <Input placeholder={placeholder} maxLength={LENGTH.most} />
        </Form.Item>
        {deed.error && <Alert type="error" showIcon title={sentenceOf(deed.error)} />}
      </Form>
    </Modal>
  );
}

// Admits a sender, or changes one; a new one's token is shown once.
import { Alert, Form, Modal } from 'antd';
import type { CapSender } from '../../../contract/cap-calls.ts';
import type { CapSenderId } from '../../../contract/ids.ts';
import { useCreateCapSender, useUpdateCapSender } from '../../api/cap.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { texts } from '../../texts/zh-CN.ts';
import { SenderFields } from './sender-fields.tsx';
import { inputOf, NEW_SENDER, type SenderValues, valuesOf } from './sender-form.ts';
import { TokenOnce } from './token-once.tsx';

const words = texts.cap;
const NAMES = ['name', 'identity', 'authority', 'key'] as const satisfies (keyof SenderValues)[];

interface Props {
  /** The one to change; null for a new one. */
  readonly sender: CapSender | null;
  readonly onClose: () => void;
}

export function SenderDialog({ sender, onClose }: Props) {
  const [form] = Form.useForm<SenderValues>();
  const create = useCreateCapSender();
  const update = useUpdateCapSender(sender?.id ?? ('' as CapSenderId));
  if (create.data) return <TokenOnce sender={create.data.sender} token={create.data.token} onClose={onClose} />;
  const onError = (error: Error) => form.setFields(fieldErrors(error, NAMES).fields);
  const submit = (values: SenderValues) => {
    // A field that is not shown is not among the values.
    const whole = { ...NEW_SENDER, ...(sender && valuesOf(sender)), ...values };
    if (!sender) return create.mutate(inputOf(whole), { onError });
    const { keepKey, active } = whole;
    update.mutate({ ...inputOf(whole), keepKey, active }, { onError, onSuccess: onClose });
  };
  const error = create.error ?? update.error;
  const { rest } = error ? fieldErrors(error, NAMES) : { rest: undefined };
  return (
    <Modal
      open
      title={sender ? words.change : words.add}
      okText={sender ? words.save : words.create}
      confirmLoading={create.isPending || update.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<SenderValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={sender ? valuesOf(sender) : NEW_SENDER}
        onFinish={submit}
        autoComplete="off"
      >
        <SenderFields sender={sender} />
        {rest && <Alert type="error" showIcon title={rest} />}
      </Form>
    </Modal>
  );
}

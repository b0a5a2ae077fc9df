// The fields of a sender: who it is, what it may warn, how far it is trusted, where its warnings are fetched.
import { Form, Input, InputNumber, Radio, Switch } from 'antd';
import { type CapSender, CapSenderInput, POLL_SECONDS } from '../../../contract/cap-calls.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.cap;
const required = { required: true, message: texts.common.required };

/** `sender`: the one that is changed; null for a new one. */
export function SenderFields({ sender }: { readonly sender: CapSender | null }) {
  const keepsKey: boolean | undefined = Form.useWatch('keepKey');
  return (
    <>
      <Form.Item name="name" label={words.name} extra={words.nameHint} rules={[required]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item
        name="identity"
        label={words.identity}
        extra={words.identityHint}
        rules={[required, { validator: (_, value: string) => checkIdentity(value) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="authority" label={words.authority} extra={words.authorityHint} rules={[required]}>
        <RegionPicker permission="cap.manage" placeholder={words.authorityPlaceholder} />
      </Form.Item>
      <Form.Item name="direct" label={words.release} extra={words.directHint}>
        <Radio.Group
          options={[
            { value: false, label: words.releases.false },
            { value: true, label: words.releases.true },
          ]}
        />
      </Form.Item>
      {sender?.mustSign && (
        <Form.Item name="keepKey" label={words.keepKey} valuePropName="checked" extra={sender.fingerprint}>
          <Switch />
        </Form.Item>
      )}
      {!keepsKey && (
        <Form.Item name="key" label={words.key} extra={words.keyHint}>
          <Input.TextArea rows={4} placeholder="-----BEGIN CERTIFICATE-----" maxLength={10_000} />
        </Form.Item>
      )}
      <Form.Item
        name="pollUrl"
        label={words.pollUrl}
        extra={words.pollUrlHint}
        rules={[{ type: 'url', message: words.pollUrlWrong }]}
      >
        <Input maxLength={2_000} placeholder="https://" />
      </Form.Item>
      <Form.Item name="pollSeconds" label={words.pollSeconds} rules={[required]}>
        <InputNumber min={POLL_SECONDS.least} max={POLL_SECONDS.most} precision={0} />
      </Form.Item>
      {sender && (
        <Form.Item name="active" label={words.active} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </>
  );
}

function checkIdentity(value: string | undefined): Promise<void> {
  const isFine = !value || CapSenderInput.shape.identity.safeParse(value).success;
  return isFine ? Promise.resolve() : Promise.reject(new Error(words.identityWrong));
}

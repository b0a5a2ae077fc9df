// The number of one account, as it stands on the bill.
import { Alert, App, Form, Input, Modal } from 'antd';
import type { Utility } from '../../../contract/bills.ts';
import { AccountNumber } from '../../../contract/household-accounts.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { UTILITY_NAMES } from '../../../domain/bills/utility-names.ts';
import { useLinkAccount } from '../../api/bills.ts';
import { sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.accounts;

interface Props {
  readonly household: RegionCode;
  readonly utility: Utility;
  readonly onClose: () => void;
}

export function LinkAccount({ household, utility, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ account: string }>();
  const link = useLinkAccount(household);
  const onSuccess = () => {
    void message.success(words.linked);
    onClose();
  };
  const validator = async (_: unknown, value = '') => {
    if (!AccountNumber.safeParse(value).success) throw new Error(words.accountHint);
  };
  return (
    <Modal
      open
      title={words.linkTitle(UTILITY_NAMES[utility])}
      okText={words.link}
      confirmLoading={link.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ account }) => link.mutate({ utility, account }, { onSuccess })}
      >
        <Form.Item name="account" label={words.account} validateTrigger="onBlur" rules={[{ validator }]}>
          <Input autoFocus autoComplete="off" maxLength={40} placeholder={words.accountHint} />
        </Form.Item>
        {link.error && <Alert type="error" showIcon title={sentenceOf(link.error)} />}
      </Form>
    </Modal>
  );
}

// A new account: who, in what role, where; then its temporary password, once.
import { Alert, Form, Input, Modal, Select } from 'antd';
import type { z } from 'zod';
import { DEPARTMENTS } from '../../../contract/departments.ts';
import { createStaff, ROLES } from '../../../contract/staff.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { useCreateStaff } from '../../api/staff.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { TemporaryPassword } from './temporary-password.tsx';

const words = texts.staff;
type Values = z.output<typeof createStaff.body>;
const NAMES = ['account', 'name', 'role', 'department', 'region'] as const satisfies (keyof Values)[];

export function CreateStaff({ onClose }: { readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const create = useCreateStaff();
  const required = { required: true, message: texts.common.required };
  if (create.data) {
    const { staff, temporaryPassword } = create.data;
    return <TemporaryPassword title={words.created} staff={staff} password={temporaryPassword} onClose={onClose} />;
  }
  const submit = (values: Values) =>
    create.mutate(values, { onError: (error) => form.setFields(fieldErrors(error, NAMES).fields) });
  const { rest } = create.error ? fieldErrors(create.error, NAMES) : { rest: undefined };
  return (
    <Modal
      open
      title={words.add}
      okText={words.create}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit} autoComplete="off">
        <Form.Item name="name" label={words.name} rules={[required]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item
          name="account"
          label={words.account}
          extra={words.accountHint}
          rules={[required, { validator: (_, value: string) => checkAccount(value) }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="role" label={words.role} rules={[required]}>
          <Select options={ROLES.map((role) => ({ value: role, label: texts.roles[role] }))} />
        </Form.Item>
        {role === 'department' && (
          <Form.Item name="department" label={words.department} rules={[required]} preserve={false}>
            <Select options={DEPARTMENTS.map((each) => ({ value: each, label: DEPARTMENT_NAMES[each] }))} />
          </Form.Item>
        )}
        <Form.Item name="region" label={words.region} rules={[required]}>
          <RegionPicker permission="staff.manage" placeholder={words.regionPlaceholder} />
        </Form.Item>
        {rest && <Alert type="error" showIcon title={rest} />}
      </Form>
    </Modal>
  );
}

function checkAccount(value: string | undefined): Promise<void> {
  const isFine = !value || createStaff.body.shape.account.safeParse(value).success;
  return isFine ? Promise.resolve() : Promise.reject(new Error(words.accountWrong));
}

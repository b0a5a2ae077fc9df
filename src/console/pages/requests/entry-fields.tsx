// The questions of a category, as staff answer them for the resident.
import { Checkbox, DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import { REQUEST_LIMITS, type RequestField } from '../../../contract/requests.ts';
import { texts } from '../../texts/zh-CN.ts';

export function EntryFields({ fields }: { readonly fields: readonly RequestField[] }) {
  return fields.map((field) => (
    <Form.Item
      key={field.code}
      name={['answers', field.code]}
      label={field.label}
      rules={field.required ? [{ required: true, message: texts.common.required }] : []}
    >
      {inputFor(field)}
    </Form.Item>
  ));
}

function inputFor({ kind, options }: RequestField) {
  const choices = options.map(({ key, name }) => ({ value: key, label: name }));
  switch (kind) {
    case 'choice':
      return <Radio.Group options={choices} />;
    case 'choices':
      return <Checkbox.Group options={choices} />;
    case 'text':
      return <Input maxLength={REQUEST_LIMITS.text} />;
    case 'number':
      return <InputNumber style={{ width: 200 }} />;
    case 'date':
      return <DatePicker style={{ width: 200 }} />;
  }
}

// The questions of a category, in the order in which they are asked.
import { Checkbox, Flex, Form, type FormListFieldData, Input, Select } from 'antd';
import { REQUEST_LIMITS, type RequestField } from '../../../contract/requests.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ListFoot } from '../guides/list-foot.tsx';
import { RowButtons } from '../guides/row-buttons.tsx';
import { isChoice, NEW_FIELD } from './category-form.ts';

const words = texts.requestCategories;
const KINDS = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
const TIGHT = { marginBottom: 0 } as const;
const LABEL = { least: 2, most: 16 } as const;
const required = { required: true, whitespace: true, message: texts.common.required };

export function QuestionsField() {
  return (
    <Form.List name="fields">
      {(rows, { add, remove, move }, { errors }) => (
        <Flex vertical gap={16}>
          {rows.map((row, index) => (
            <Flex key={row.key} gap={8} align="start">
              <Question row={row} index={index} />
              <RowButtons index={index} count={rows.length} onMove={move} onDrop={remove} />
            </Flex>
          ))}
          <ListFoot
            label={words.addField}
            count={rows.length}
            most={REQUEST_LIMITS.fields}
            errors={errors}
            onAdd={() => add(NEW_FIELD)}
          />
        </Flex>
      )}
    </Form.List>
  );
}

function Question({ row, index }: { readonly row: FormListFieldData; readonly index: number }) {
  const kind = Form.useWatch<RequestField['kind'] | undefined>(['fields', row.name, 'kind']);
  const label = (what: string) => words.field(index + 1, what);
  return (
    <Flex vertical gap={8} style={{ flex: 1, minWidth: 0 }}>
      <Flex gap={8} align="start" wrap>
        <Form.Item
          name={[row.name, 'label']}
          rules={[required, { min: LABEL.least }]}
          style={{ ...TIGHT, flex: '1 1 160px' }}
        >
          <Input maxLength={LABEL.most} aria-label={label(words.label)} placeholder={words.labelPlaceholder} />
        </Form.Item>
        <Form.Item name={[row.name, 'kind']} style={{ ...TIGHT, width: 120 }}>
          <Select aria-label={label(words.kind)} options={KINDS} />
        </Form.Item>
        <Form.Item name={[row.name, 'required']} valuePropName="checked" style={TIGHT}>
          <Checkbox>{words.required}</Checkbox>
        </Form.Item>
      </Flex>
      {isChoice(kind) && <Options field={row.name} index={index} />}
    </Flex>
  );
}

function Options({ field, index }: { readonly field: number; readonly index: number }) {
  return (
    <Form.List name={[field, 'options']} rules={[{ validator: atLeastOne }]}>
      {(rows, { add, remove, move }, { errors }) => (
        <Flex vertical gap={4} style={{ paddingInlineStart: 24 }}>
          {rows.map((row, at) => (
            <Flex key={row.key} gap={8} align="start">
              <span style={{ lineHeight: '32px' }}>{at + 1}</span>
              <Form.Item name={[row.name, 'name']} rules={[required]} style={{ ...TIGHT, flex: 1 }}>
                <Input
                  maxLength={REQUEST_LIMITS.phrase}
                  aria-label={words.option(index + 1, at + 1)}
                  placeholder={words.optionPlaceholder}
                />
              </Form.Item>
              <RowButtons index={at} count={rows.length} onMove={move} onDrop={remove} />
            </Flex>
          ))}
          <ListFoot
            label={words.addOption}
            count={rows.length}
            most={REQUEST_LIMITS.phrases}
            errors={errors}
            onAdd={() => add({})}
          />
        </Flex>
      )}
    </Form.List>
  );
}

const atLeastOne = (_: unknown, options: readonly unknown[] | undefined) =>
  options && options.length > 0 ? Promise.resolve() : Promise.reject(new Error(words.noOptions));

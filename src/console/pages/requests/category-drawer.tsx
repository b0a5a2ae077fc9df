// Making a category of requests or changing one, with the television's questions beside it.
import { Alert, App, Button, Checkbox, Col, Drawer, Form, Input, InputNumber, Row, Select } from 'antd';
import type { StoredCategory } from '../../../contract/request-settings.ts';
import {
  CategoryCode,
  PRIVACIES,
  REQUEST_GROUPS,
  REQUEST_ICONS,
  REQUEST_LIMITS,
  RequestCategory,
  TIME_CLASSES,
  WHERE_KINDS,
} from '../../../contract/requests.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useSaveCategory } from '../../api/request-settings.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from '../guides/contract-rule.ts';
import { type CategoryValues, categoryOf, NEW_FIELD, valuesOf } from './category-form.ts';
import { PhrasesPreview } from './phrases-preview.tsx';
import { QuestionsField } from './questions-field.tsx';

const words = texts.requestCategories;
const names = texts.requests;
const rules = RequestCategory.shape;

const ICONS = REQUEST_ICONS.map((value) => ({ value, label: words.icons[value] }));

const NEW_CATEGORY: Partial<CategoryValues> = {
  group: 'repair',
  timeClass: 'ordinary',
  privacy: 'open',
  where: ['home'],
  asksWhen: false,
  active: true,
  fields: [NEW_FIELD],
};

interface Props {
  /** The one to change; null for a new one. */
  readonly category: StoredCategory | null;
  readonly all: readonly StoredCategory[];
  readonly onClose: () => void;
}

export function CategoryDrawer({ category, all, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<CategoryValues>();
  const save = useSaveCategory(category?.revision ?? 0);
  const name = Form.useWatch('name', form);
  const fields = Form.useWatch('fields', form);
  const submit = () => {
    // All of it: codes and keys have no fields of their own.
    const made = categoryOf(form.getFieldsValue(true));
    if (made)
      save.mutate(made, {
        onSuccess() {
          void message.success(words.saved);
          onClose();
        },
      });
  };
  return (
    <Drawer
      open
      size={1080}
      title={category ? words.edit(category.name) : words.add}
      mask={{ closable: false }}
      onClose={onClose}
      extra={
        <Button type="primary" loading={save.isPending} onClick={form.submit}>
          {words.save}
        </Button>
      }
    >
      {save.error && <Alert type="error" showIcon title={sentenceOf(save.error)} style={{ marginBottom: 16 }} />}
      <Form<CategoryValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={category ? valuesOf(category) : { ...NEW_CATEGORY, order: all.length + 1 }}
        onFinish={submit}
      >
        <Row gutter={24}>
          <Col xs={24} lg={14}>
            <Basics isNew={category === null} all={all} />
            <Form.Item label={words.fields} extra={words.fieldsHint}>
              <QuestionsField />
            </Form.Item>
          </Col>
          <Col xs={24} lg={10}>
            <PhrasesPreview name={name ?? ''} fields={fields ?? []} />
          </Col>
        </Row>
      </Form>
    </Drawer>
  );
}

function Basics({ isNew, all }: { readonly isNew: boolean; readonly all: readonly StoredCategory[] }) {
  return (
    <Row gutter={16}>
      <Col span={12}>
        <Form.Item name="name" label={words.name} extra={words.nameHint} rules={[byContract(rules.name)]}>
          <Input maxLength={REQUEST_LIMITS.categoryName} showCount />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item
          name="code"
          label={words.code}
          extra={words.codeHint}
          rules={[
            byContract(CategoryCode, words.codeWrong),
            {
              validator: (_, code: string) =>
                isNew && all.some((each) => each.code === code)
                  ? Promise.reject(new Error(words.codeTaken))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={40} disabled={!isNew} />
        </Form.Item>
      </Col>
      <Col span={8}>
        <Form.Item name="group" label={words.group}>
          <Select options={REQUEST_GROUPS.map((value) => ({ value, label: names.groups[value] }))} />
        </Form.Item>
      </Col>
      <Col span={8}>
        <Form.Item name="timeClass" label={words.timeClass}>
          <Select options={TIME_CLASSES.map((value) => ({ value, label: names.timeClasses[value] }))} />
        </Form.Item>
      </Col>
      <Col span={8}>
        <Form.Item name="privacy" label={words.privacy}>
          <Select options={PRIVACIES.map((value) => ({ value, label: names.privacies[value] }))} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="icon" label={words.icon} rules={[byContract(rules.icon)]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={ICONS} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="order" label={words.order} rules={[byContract(rules.order)]}>
          <InputNumber min={1} max={999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Col>
      <Col span={24}>
        <Form.Item name="where" label={words.where} extra={words.whereHint} rules={[byContract(rules.where)]}>
          <Checkbox.Group options={WHERE_KINDS.map((value) => ({ value, label: names.wheres[value] }))} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="asksWhen" valuePropName="checked">
          <Checkbox>{words.asksWhen}</Checkbox>
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{words.active}</Checkbox>
        </Form.Item>
      </Col>
    </Row>
  );
}

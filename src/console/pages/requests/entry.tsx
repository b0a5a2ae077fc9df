// Entering what a resident asked for at a counter or by telephone.
import { Alert, App, Button, Card, Form, Input, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { REQUEST_LIMITS, type RequestCategory, WHEN_CHOICES } from '../../../contract/requests.ts';
import { useCategories } from '../../api/request-settings.ts';
import { useCreateRequest } from '../../api/requests.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { fieldErrors } from '../../shared/field-errors.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { HouseholdPicker } from '../households/household-picker.tsx';
import { EntryFields } from './entry-fields.tsx';
import { type EntryValues, inputOf } from './entry-form.ts';
import { useMayEnter } from './use-may-enter.ts';

const words = texts.requestEntry;
const names = texts.requests;
const NAMES = ['household', 'category', 'where', 'answers', 'when', 'text'] as const satisfies (keyof EntryValues)[];
const WIDEST_PX = 760;
const required = { required: true, message: texts.common.required };

export function RequestEntryPage() {
  if (useMayEnter()) return <Entry />;
  return (
    <Page title={words.title}>
      <Alert type="info" showIcon title={words.notYours} />
    </Page>
  );
}

function Entry() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<EntryValues>();
  const categories = useCategories();
  const create = useCreateRequest();
  const code = Form.useWatch('category', form);
  const active = (categories.data ?? []).filter((each) => each.active);
  const category = active.find((each) => each.code === code);
  const submit = (values: EntryValues) =>
    category &&
    create.mutate(inputOf(values, category), {
      onSuccess({ id, number, mayRead, followed }) {
        void message.success((followed ? words.followed : words.saved)(number));
        void navigate(mayRead ? `/requests/${id}` : '/requests?inbox=mine');
      },
      onError: (error) => form.setFields(fieldErrors(error, NAMES).fields),
    });
  const rest = create.error ? fieldErrors(create.error, NAMES).rest : undefined;
  return (
    <Page
      title={words.title}
      actions={
        <>
          <BackButton to="/requests" />
          <Button type="primary" loading={create.isPending} onClick={form.submit}>
            {words.save}
          </Button>
        </>
      }
    >
      <LoadFailure error={categories.error} onRetry={() => void categories.refetch()} />
      {rest && <Alert type="error" showIcon title={rest} />}
      <Card size="small" style={{ maxWidth: WIDEST_PX }}>
        <Form<EntryValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          autoComplete="off"
          initialValues={{ when: 'any' }}
          onFinish={submit}
        >
          <Form.Item name="household" label={words.household} extra={words.householdHint} rules={[required]}>
            <HouseholdPicker />
          </Form.Item>
          <Form.Item name="category" label={words.category} rules={[required]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={categories.isPending}
              options={active.map(({ code: value, name }) => ({ value, label: name }))}
              // The answers belong to the questions of the category that was left.
              onChange={() => form.resetFields(['answers', 'where', 'place'])}
            />
          </Form.Item>
          {category && <OfCategory category={category} />}
          <Form.Item name="text" label={words.text}>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={REQUEST_LIMITS.text}
              showCount
              placeholder={words.textPlaceholder}
            />
          </Form.Item>
        </Form>
      </Card>
    </Page>
  );
}

function OfCategory({ category }: { readonly category: RequestCategory }) {
  const chosen = Form.useWatch<EntryValues['where']>('where');
  const isAsked = category.where.length > 1;
  const where = isAsked ? chosen : category.where[0];
  return (
    <>
      {category.privacy === 'anonymous' && (
        <Alert type="info" showIcon title={words.anonymous} style={{ marginBottom: 16 }} />
      )}
      {isAsked && (
        <Form.Item name="where" label={words.where} rules={[required]}>
          <Radio.Group options={category.where.map((value) => ({ value, label: names.wheres[value] }))} />
        </Form.Item>
      )}
      {where === 'public' && (
        <Form.Item name="place" label={words.place} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={REQUEST_LIMITS.placeName} placeholder={words.placePlaceholder} />
        </Form.Item>
      )}
      <EntryFields fields={category.fields} />
      {category.asksWhen && (
        <Form.Item name="when" label={words.when}>
          <Radio.Group options={WHEN_CHOICES.map((value) => ({ value, label: names.whens[value] }))} />
        </Form.Item>
      )}
    </>
  );
}

// What a move asks for besides words: a handler, a class, a day, a ready answer, how a call went, another case.
import { Button, DatePicker, Flex, Form, Radio, Select, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import type { RequestDetail } from '../../../contract/request-calls.ts';
import { CALL_OUTCOMES, TIME_CLASSES } from '../../../contract/requests.ts';
import { useAnswerTemplates, useCategories } from '../../api/request-settings.ts';
import { browserNow } from '../../shared/clock.ts';
import { endOfDays, formatInstant, fromPicker, toPicker } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { HandlerPicker } from './handler-picker.tsx';
import type { MoveFields, MoveValues } from './move-form.ts';
import { StateTag } from './tags.tsx';

const words = texts.requestCase.form;
const required = { required: true, message: texts.common.required };
const SECOND_MS = 1000;

interface Props {
  readonly extra: NonNullable<MoveFields['extra']>;
  readonly request: RequestDetail;
}

export function MoveExtra({ extra, request }: Props) {
  switch (extra) {
    case 'handler':
      return (
        <Form.Item name="to" label={words.to} rules={[required]}>
          <HandlerPicker />
        </Form.Item>
      );
    case 'class':
      return <ClassFields />;
    case 'until':
      return <UntilField dueAt={request.dueAt} />;
    case 'templates':
      return <Templates />;
    case 'call':
      return <CallFields />;
    case 'duplicate':
      return <DuplicateField request={request} />;
  }
}

function ClassFields() {
  const categories = useCategories();
  return (
    <>
      <Form.Item name="category" label={words.category} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={categories.isPending}
          options={(categories.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="timeClass" label={words.timeClass} rules={[required]}>
        <Radio.Group
          options={TIME_CLASSES.map((value) => ({ value, label: texts.requests.timeClasses[value] }))}
          optionType="button"
        />
      </Form.Item>
    </>
  );
}

/** A day is chosen; the extension runs to the end of it, and that is later than the limit there is. */
function UntilField({ dueAt }: Pick<RequestDetail, 'dueAt'>) {
  const after = dueAt ?? new Date(browserNow()).toISOString();
  return (
    <Form.Item
      name="until"
      label={words.until}
      rules={[required]}
      getValueFromEvent={(day: Dayjs | null) => (day ? fromPicker(endOfDays(day, 1)) : undefined)}
      getValueProps={(until?: string) => ({
        value: until ? toPicker(new Date(Date.parse(until) - SECOND_MS).toISOString()) : null,
      })}
    >
      <DatePicker disabledDate={(day) => fromPicker(endOfDays(day, 1)) <= after} style={{ width: 200 }} />
    </Form.Item>
  );
}

function Templates() {
  const form = Form.useFormInstance<MoveValues>();
  const templates = useAnswerTemplates();
  return (
    <Form.Item label={words.template}>
      <Flex gap={8} wrap>
        {templates.data?.length === 0 && <Typography.Text type="secondary">{words.templateNone}</Typography.Text>}
        {(templates.data ?? []).map(({ name, text }) => (
          <Button key={name} size="small" onClick={() => form.setFieldValue('public', text)}>
            {name}
          </Button>
        ))}
      </Flex>
    </Form.Item>
  );
}

function CallFields() {
  const outcome = Form.useWatch<MoveValues['outcome']>('outcome');
  const wasReached = outcome === 'done' || outcome === 'not-done';
  return (
    <>
      <Form.Item name="outcome" label={words.outcome} rules={[required]}>
        <Radio.Group options={CALL_OUTCOMES.map((value) => ({ value, label: texts.requests.outcomes[value] }))} />
      </Form.Item>
      {wasReached && (
        <Form.Item name="satisfied" label={words.satisfied}>
          <Radio.Group>
            <Radio value={true}>{words.satisfiedYes}</Radio>
            <Radio value={false}>{words.satisfiedNo}</Radio>
            <Radio value={null}>{words.satisfiedUnsaid}</Radio>
          </Radio.Group>
        </Form.Item>
      )}
    </>
  );
}

function DuplicateField({ request }: { readonly request: RequestDetail }) {
  return (
    <Form.Item name="into" label={words.into} rules={[required]}>
      <Radio.Group style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
        {request.duplicates.map(({ id, number, place, state, askedAt }) => (
          <Radio key={id} value={id}>
            {number} {place} {formatInstant(askedAt)} <StateTag state={state} />
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

// Writing a template, with the television beside it.
import { App, Button, Drawer, Flex, Form, Input, InputNumber, Alert as Notice, Radio, Switch, Typography } from 'antd';
import { useMemo, useState } from 'react';
import type { AlertTemplate } from '../../../contract/alert-templates.ts';
import { ALERT_LIMITS, type AlertWording, MOST_MINUTES, SEVERITIES, type Severity } from '../../../contract/alerts.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { useSaveTemplate } from '../../api/alerts.ts';
import { browserNow } from '../../shared/clock.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';
import { previewOf } from './alert-form.ts';
import { AlertPreview } from './alert-preview.tsx';
import { linesOf, textOf } from './lines.ts';

const words = texts.alertTemplates;
const DEBOUNCE_MS = 300;
const REQUIRED = [{ required: true, message: texts.alerts.prepare.needed }];
const NAMES = ['name', 'event', 'title', 'text', 'instructions', 'validMinutes', 'region'] as const;

interface Values {
  readonly name: string;
  readonly severity: Severity;
  readonly event: string;
  readonly title: string;
  readonly text: string;
  readonly instructions?: string;
  readonly sound: boolean;
  readonly validMinutes: number;
  readonly region: RegionCode;
}

/** `template` undefined: a new one. */
export function TemplateDrawer(props: { readonly template: AlertTemplate | undefined; readonly onClose: () => void }) {
  const { template, onClose } = props;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const save = useSaveTemplate(template);
  const values = Form.useWatch([], form);
  const shown = useDebounced(values, DEBOUNCE_MS);
  const [now] = useState(browserNow);
  const item = useMemo(() => (shown?.title ? previewOf(wordingOf(shown), shown.name, now) : undefined), [shown, now]);
  const severity = values?.severity ?? 'orange';
  const go = (filled: Values) =>
    save.mutate(
      {
        ...wordingOf(filled),
        name: filled.name.trim(),
        validMinutes: filled.validMinutes,
        region: filled.region,
      },
      {
        onSuccess() {
          void message.success(words.saved);
          onClose();
        },
        onError: (error) => form.setFields(fieldErrors(error, NAMES).fields),
      },
    );
  const failure = save.error ? fieldErrors(save.error, NAMES).rest : undefined;
  return (
    <Drawer
      open
      size={720}
      title={template ? words.edit : words.write}
      onClose={onClose}
      extra={
        <Button type="primary" loading={save.isPending} onClick={form.submit}>
          {words.save}
        </Button>
      }
    >
      <Flex vertical gap={16}>
        <AlertPreview item={item} />
        {failure && <Notice type="error" showIcon title={failure} />}
        <Form form={form} layout="vertical" requiredMark={false} initialValues={initialOf(template)} onFinish={go}>
          <Form.Item name="name" label={words.fields.name} rules={REQUIRED}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="severity" label={words.fields.severity} extra={texts.alerts.grades[severity]}>
            <Radio.Group
              optionType="button"
              options={SEVERITIES.map((value) => ({ value, label: texts.alerts.severities[value] }))}
            />
          </Form.Item>
          <Form.Item name="event" label={words.fields.event} rules={REQUIRED}>
            <Input maxLength={ALERT_LIMITS.event} placeholder={words.fields.eventPlaceholder} />
          </Form.Item>
          <Form.Item name="title" label={words.fields.title} rules={REQUIRED}>
            <Input maxLength={ALERT_LIMITS.title} showCount />
          </Form.Item>
          <Form.Item name="text" label={words.fields.text} extra={words.fields.textHint} rules={REQUIRED}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
          <Form.Item name="instructions" label={words.fields.instructions} extra={words.fields.instructionsHint}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
          <Form.Item name="sound" label={words.fields.sound} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="validMinutes" label={words.fields.validMinutes} rules={REQUIRED}>
            <InputNumber min={5} max={MOST_MINUTES[severity]} precision={0} style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="region" label={words.fields.region} rules={REQUIRED}>
            <RegionPicker permission="alert.template" placeholder={texts.common.region} />
          </Form.Item>
        </Form>
        <Typography.Text type="secondary">{words.hint}</Typography.Text>
      </Flex>
    </Drawer>
  );
}

const wordingOf = ({ severity, event, title, text, instructions, sound }: Partial<Values>): AlertWording => ({
  severity: severity ?? 'orange',
  event: event?.trim() ?? '',
  title: title?.trim() ?? '',
  text: linesOf(text),
  instructions: linesOf(instructions),
  sound: sound ?? false,
});

function initialOf(template: AlertTemplate | undefined): Partial<Values> {
  if (!template) return { severity: 'orange', sound: true, validMinutes: 720 };
  const { name, severity, event, title, text, instructions, sound, validMinutes, region } = template;
  return {
    name,
    severity,
    event,
    title,
    sound,
    validMinutes,
    region,
    text: textOf(text),
    instructions: textOf(instructions),
  };
}

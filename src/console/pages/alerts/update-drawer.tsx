// Changing what is on the screens: graver or less, other words, longer, wider; released by a second person.
import { App, Button, Drawer, Flex, Form, Input, InputNumber, Alert as Notice, Radio, Switch, Typography } from 'antd';
import { ALERT_LIMITS, type Alert, MOST_MINUTES, SEVERITIES, type Severity } from '../../../contract/alerts.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { useUpdateAlert } from '../../api/alerts.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { RegionsPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { CarriersField } from './carriers.tsx';
import { linesOf, textOf } from './lines.ts';

const words = texts.alerts;
const fields = texts.alertTemplates.fields;
const REQUIRED = [{ required: true, message: words.prepare.needed }];
const NAMES = ['regions', 'validMinutes', 'carriers', 'text', 'instructions', 'title', 'reason'] as const;

interface Values {
  readonly severity: Severity;
  readonly title: string;
  readonly text: string;
  readonly instructions: string;
  readonly sound: boolean;
  readonly regions: RegionCode[];
  readonly validMinutes: number;
  /** Absent where the grade covers nothing. */
  readonly carriers?: NoticeId[];
  readonly reason: string;
}

export function UpdateDrawer({ alert, onClose }: { readonly alert: Alert; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const update = useUpdateAlert(alert.id);
  const severity = Form.useWatch('severity', form) ?? alert.severity;
  const { item } = alert;
  const initial: Partial<Values> = {
    severity: item.severity,
    title: item.title,
    text: textOf(item.text),
    instructions: textOf(item.instructions),
    sound: item.sound,
    regions: alert.regions.map(({ code }) => code),
    validMinutes: Math.min(MOST_MINUTES[item.severity], 720),
    carriers: (item.carriers ?? []).map(({ id }) => id),
  };
  const save = ({ text, instructions, title, reason, ...rest }: Values) =>
    update.mutate(
      {
        ...rest,
        revision: alert.revision,
        title: title.trim(),
        reason: reason.trim(),
        text: linesOf(text),
        instructions: linesOf(instructions),
      },
      {
        onSuccess() {
          void message.success(words.prepare.asked);
          onClose();
        },
        onError: (error) => form.setFields(fieldErrors(error, NAMES).fields),
      },
    );
  const failure = update.error ? fieldErrors(update.error, NAMES).rest : undefined;
  return (
    <Drawer
      open
      size={640}
      title={words.one.updateTitle}
      onClose={onClose}
      extra={
        <Button type="primary" loading={update.isPending} onClick={form.submit}>
          {words.one.updateOk}
        </Button>
      }
    >
      <Flex vertical gap={16}>
        <Typography.Text type="secondary">{words.one.updateHint}</Typography.Text>
        {failure && <Notice type="error" showIcon title={failure} />}
        <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={save}>
          <Form.Item name="severity" label={fields.severity} extra={words.grades[severity]}>
            <Radio.Group
              optionType="button"
              options={SEVERITIES.map((value) => ({ value, label: words.severities[value] }))}
            />
          </Form.Item>
          <Form.Item name="title" label={fields.title} rules={REQUIRED}>
            <Input maxLength={ALERT_LIMITS.title} showCount />
          </Form.Item>
          <Form.Item name="text" label={fields.text} rules={REQUIRED}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
          <Form.Item name="instructions" label={fields.instructions} extra={fields.instructionsHint}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
          <Form.Item name="sound" label={fields.sound} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="regions" label={words.prepare.regions} rules={REQUIRED}>
            <RegionsPicker permission="alert.write" />
          </Form.Item>
          <Form.Item
            name="validMinutes"
            label={words.prepare.minutes}
            extra={words.prepare.most(MOST_MINUTES[severity] / 60)}
            rules={REQUIRED}
          >
            <InputNumber min={5} max={MOST_MINUTES[severity]} precision={0} style={{ width: 160 }} />
          </Form.Item>
          <CarriersField severity={severity} />
          <Form.Item name="reason" label={texts.common.reason} rules={REQUIRED}>
            <Input maxLength={ALERT_LIMITS.reason} placeholder={texts.common.reasonPlaceholder} />
          </Form.Item>
        </Form>
      </Flex>
    </Drawer>
  );
}

// When within its validity a notice is on, and where on the screen: with what that means, in words and in days.
import { Checkbox, Divider, Flex, Form, type FormInstance, InputNumber, Radio, Typography } from 'antd';
import { DAY_KINDS, PLACEMENTS, type Placement, SCHEDULE_LIMITS, type Schedule } from '../../../contract/schedule.ts';
import { texts } from '../../texts/zh-CN.ts';
import { DaypartsField } from './dayparts-field.tsx';
import type { NoticeForm } from './notice-form.ts';
import { RecurrenceField } from './recurrence-field.tsx';
import { SchedulePreview } from './schedule-preview.tsx';

const words = texts.airing;

export function AiringFields({ form }: { readonly form: FormInstance<NoticeForm> }) {
  const placements = Form.useWatch('placements', form) ?? [];
  const pinned = Form.useWatch('pinned', form) ?? false;
  const shares = pinned || placements.some((each) => each !== 'ticker' && each !== 'full');
  return (
    <>
      <Divider titlePlacement="start">{words.title}</Divider>
      <Form.Item name="schedule" style={{ marginBottom: 12 }}>
        <ScheduleField />
      </Form.Item>
      <SchedulePreview form={form} />
      <Form.Item name="placements" label={words.places} extra={words.placesHint}>
        <PlacementsField />
      </Form.Item>
      <Form.Item name="weight" label={words.weight} extra={words.weightHint} hidden={!shares}>
        <InputNumber min={1} max={SCHEDULE_LIMITS.weight} precision={0} />
      </Form.Item>
    </>
  );
}

interface ScheduleProps {
  readonly value?: Schedule;
  readonly onChange?: (value: Schedule) => void;
}

function ScheduleField({ value, onChange }: ScheduleProps) {
  if (!value) return null;
  const change = (part: Partial<Schedule>) => onChange?.({ ...value, ...part });
  return (
    <Flex vertical gap={12}>
      <Labelled label={words.repeat}>
        <RecurrenceField value={value.recurrence} onChange={(recurrence) => change({ recurrence })} />
      </Labelled>
      <Labelled label={words.days}>
        <Radio.Group
          value={value.days}
          options={DAY_KINDS.map((kind) => ({ value: kind, label: words.dayKinds[kind] }))}
          onChange={({ target }) => change({ days: target.value })}
        />
      </Labelled>
      <Labelled label={words.parts}>
        <DaypartsField value={value.dayparts} onChange={(dayparts) => change({ dayparts })} />
      </Labelled>
    </Flex>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <Flex gap={12} align="baseline">
      <Typography.Text style={{ width: 56, flex: 'none' }}>{label}</Typography.Text>
      {children}
    </Flex>
  );
}

interface PlacementsProps {
  readonly value?: Placement[];
  readonly onChange?: (value: Placement[]) => void;
}

function PlacementsField({ value = [], onChange }: PlacementsProps) {
  return (
    <Checkbox.Group value={value} onChange={(next) => onChange?.(PLACEMENTS.filter((each) => next.includes(each)))}>
      <Flex vertical gap={6}>
        {PLACEMENTS.map((placement) => (
          <Checkbox key={placement} value={placement}>
            {words.placements[placement].name}
            <Typography.Text type="secondary" style={{ marginInlineStart: 8 }}>
              {words.placements[placement].what}
            </Typography.Text>
          </Checkbox>
        ))}
      </Flex>
    </Checkbox.Group>
  );
}

// What a schedule means: in words, and the next ten days on which it is on.
import { Alert, Flex, Form, type FormInstance, Tag, Typography } from 'antd';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { previewSchedule } from '../../../contract/calendar.ts';
import { useSchedulePreview } from '../../api/schedule.ts';
import { formatInstant, fromPicker } from '../../shared/time.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';
import type { NoticeForm } from './notice-form.ts';
import { scheduleInWords } from './schedule-words.ts';
import { useFaults } from './use-faults.ts';

const words = texts.airing;
const DEBOUNCE_MS = 400;
const FIELDS = ['schedule', 'validTo'] as const;
const MIDNIGHT = '00:00';
const DAY_END = '24:00';

export function SchedulePreview({ form }: { readonly form: FormInstance<NoticeForm> }) {
  const values = useDebounced(Form.useWatch([], form), DEBOUNCE_MS);
  const written = useMemo(() => {
    if (!values?.schedule || !values.validFrom) return undefined;
    const { schedule, validFrom, validTo } = values;
    return { schedule, validFrom: fromPicker(validFrom), validTo: validTo && fromPicker(validTo) };
  }, [values]);
  const preview = useSchedulePreview(written);
  useFaults(form, preview.error, FIELDS);
  if (!written) return null;
  const isNever = preview.data?.days.length === 0;
  return (
    <Alert
      type={isNever ? 'warning' : 'info'}
      style={{ marginBottom: 24 }}
      title={`${words.means}：${scheduleInWords(written.schedule)}`}
      description={
        preview.isPending ? texts.common.loading : isNever ? words.never : preview.data && <Days {...preview.data} />
      }
    />
  );
}

function Days({ days, more }: z.output<typeof previewSchedule.reply>) {
  return (
    <Flex gap={4} wrap align="center">
      <Typography.Text type="secondary">{words.nextDays}</Typography.Text>
      {days.map(({ day, spans }) => (
        <Tag key={day}>
          {texts.schedule.day(day.slice(5), weekday(day))} {spans.map(hours).filter(Boolean).join('、')}
        </Tag>
      ))}
      {more && <Typography.Text type="secondary">{words.more}</Typography.Text>}
    </Flex>
  );
}

const weekday = (day: string): string => texts.schedule.weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? '';

/** Nothing where it is the whole day. */
function hours({ from, to }: { readonly from: string; readonly to: string }): string {
  const [start, end] = [formatInstant(from).slice(11), formatInstant(to).slice(11)];
  return start === MIDNIGHT && end === MIDNIGHT ? '' : `${start}–${end === MIDNIGHT ? DAY_END : end}`;
}

// The hours of the day in which a notice is on: the whole day, or some.
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Flex, Radio, TimePicker, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Daypart, SCHEDULE_LIMITS } from '../../../contract/schedule.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.airing;
const MORNING: Daypart = { from: 8 * 60, to: 11 * 60 };
const DAY_MINUTES = 1440;

interface Props {
  readonly value: Daypart[] | null;
  readonly onChange: (value: Daypart[] | null) => void;
}

export function DaypartsField({ value, onChange }: Props) {
  const parts = value ?? [];
  return (
    <Flex vertical gap={8}>
      <Radio.Group
        value={value !== null}
        options={[
          { value: false, label: words.wholeDay },
          { value: true, label: words.someHours },
        ]}
        onChange={({ target }) => onChange(target.value ? [MORNING] : null)}
      />
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a daypart has nothing else to tell it from another
        <Flex key={index} gap={8} align="center">
          <TimePicker.RangePicker
            value={[pickerOf(part.from), pickerOf(part.to)]}
            format="HH:mm"
            minuteStep={5}
            order={false}
            allowClear={false}
            needConfirm={false}
            onChange={(picked) => onChange(parts.map((each, at) => (at === index ? daypartOf(picked, each) : each)))}
          />
          {part.to <= part.from && <Typography.Text type="secondary">{words.overnight}</Typography.Text>}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={words.removePart}
            disabled={parts.length === 1}
            onClick={() => onChange(parts.filter((_, at) => at !== index))}
          />
        </Flex>
      ))}
      {value !== null && parts.length < SCHEDULE_LIMITS.dayparts && (
        <Button size="small" style={{ alignSelf: 'start' }} onClick={() => onChange([...parts, MORNING])}>
          {words.addPart}
        </Button>
      )}
    </Flex>
  );
}

/** Only the figures count. */
const pickerOf = (minute: number): Dayjs => dayjs('2000-01-01T00:00').add(minute % DAY_MINUTES, 'minute');

function daypartOf(picked: readonly (Dayjs | null)[] | null, before: Daypart): Daypart {
  const [from, to] = picked ?? [];
  if (!from || !to) return before;
  // Midnight ends a day as its last minute, and begins one as its first.
  return { from: minuteOf(from), to: minuteOf(to) || DAY_MINUTES };
}

const minuteOf = (time: Dayjs): number => time.hour() * 60 + time.minute();

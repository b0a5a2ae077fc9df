// The periods of one day: none, some, or the whole day.
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Flex, TimePicker, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Period, PLACE_LIMITS } from '../../../contract/places.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.places;
const DAY_MINUTES = 1440;
const WHOLE_DAY: Period = { from: 0, to: DAY_MINUTES };
const MORNING: Period = { from: 8 * 60 + 30, to: 12 * 60 };
/** After the last one: two hours, as far as the day goes. */
const PAUSE = 60;
const LENGTH = 120;

interface Props {
  /** 周一 */
  readonly label: string;
  readonly value: readonly Period[];
  readonly onChange: (value: Period[]) => void;
}

export function PeriodsField({ label, value, onChange }: Props) {
  const isWhole = value.length === 1 && value[0]?.from === 0 && value[0].to === DAY_MINUTES;
  const next = nextAfter(value);
  return (
    <Flex gap={8} wrap align="center">
      {value.length === 0 && <Typography.Text type="secondary">{words.closed}</Typography.Text>}
      {value.map((period, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period has nothing else to tell it from another
        <Flex key={at} gap={2} align="center">
          {isWhole ? (
            <Typography.Text>{words.wholeDay}</Typography.Text>
          ) : (
            <TimePicker.RangePicker
              value={[pickerOf(period.from), pickerOf(period.to)]}
              aria-label={label}
              format="HH:mm"
              minuteStep={5}
              order={false}
              allowClear={false}
              needConfirm={false}
              style={{ width: 168 }}
              onChange={(picked) =>
                onChange(value.map((each, index) => (index === at ? periodOf(picked, each) : each)))
              }
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={`${label} ${words.removePeriod}`}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </Flex>
      ))}
      {!isWhole && next && value.length < PLACE_LIMITS.periods && (
        <Button size="small" aria-label={`${label} ${words.addPeriod}`} onClick={() => onChange([...value, next])}>
          {words.addPeriod}
        </Button>
      )}
      {value.length === 0 && (
        <Button size="small" aria-label={`${label} ${words.wholeDay}`} onClick={() => onChange([WHOLE_DAY])}>
          {words.wholeDay}
        </Button>
      )}
    </Flex>
  );
}

/** Undefined where the day is full. */
function nextAfter(value: readonly Period[]): Period | undefined {
  const last = value.at(-1);
  if (!last) return MORNING;
  const from = last.to + PAUSE;
  return from < DAY_MINUTES ? { from, to: Math.min(from + LENGTH, DAY_MINUTES) } : undefined;
}

/** Only the figures count. */
const pickerOf = (minute: number): Dayjs => dayjs('2000-01-01T00:00').add(minute % DAY_MINUTES, 'minute');

function periodOf(picked: readonly (Dayjs | null)[] | null, before: Period): Period {
  const [from, to] = picked ?? [];
  if (!from || !to) return before;
  // Midnight ends a day as its last minute, and begins one as its first.
  return { from: minuteOf(from), to: minuteOf(to) || DAY_MINUTES };
}

const minuteOf = (time: Dayjs): number => time.hour() * 60 + time.minute();

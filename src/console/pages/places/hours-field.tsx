// The hours of a place: a week, what holds on holidays, and days on which it is otherwise.
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, DatePicker, Flex, Radio, Switch, Typography } from 'antd';
import dayjs from 'dayjs';
import { type Hours, type Period, PLACE_LIMITS, type SpecialDay } from '../../../contract/places.ts';
import { Day } from '../../../contract/time.ts';
import { addDays } from '../../../domain/time/days.ts';
import { browserNow } from '../../shared/clock.ts';
import { dayOf } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { PeriodsField } from './periods-field.tsx';
import { USUAL_HOURS } from './place-form.ts';

const words = texts.places;
const LABEL = { width: 48, flexShrink: 0, lineHeight: '32px' } as const;
const WORKDAYS = 5;

interface Props {
  readonly value?: Hours | null;
  readonly onChange?: (value: Hours | null) => void;
}

export function HoursField({ value = null, onChange = () => {} }: Props) {
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} align="center">
        <Switch
          checked={value !== null}
          aria-label={words.hasHours}
          onChange={(checked) => onChange(checked ? USUAL_HOURS : null)}
        />
        <Typography.Text>{words.hasHours}</Typography.Text>
      </Flex>
      {value && <Filled value={value} onChange={onChange} />}
    </Flex>
  );
}

function Filled({ value, onChange }: { readonly value: Hours; readonly onChange: (value: Hours) => void }) {
  const { week, holidays, exceptions } = value;
  const [monday = []] = week;
  const setDay = (at: number, periods: Period[]) =>
    onChange({ ...value, week: week.map((each, index) => (index === at ? periods : each)) });
  const copy = () => onChange({ ...value, week: week.map((each, index) => (index < WORKDAYS ? monday : each)) });
  return (
    <>
      <Flex vertical gap={6}>
        {week.map((periods, at) => {
          const label = words.weekdays[at] ?? '';
          return (
            <Flex key={label} gap={8}>
              <span style={LABEL}>{label}</span>
              <PeriodsField label={label} value={periods} onChange={(next) => setDay(at, next)} />
            </Flex>
          );
        })}
        <Button size="small" style={{ alignSelf: 'start', marginInlineStart: 56 }} onClick={copy}>
          {words.copy}
        </Button>
      </Flex>
      <Flex vertical gap={4}>
        <Typography.Text type="secondary">{words.holidays}</Typography.Text>
        <Radio.Group
          value={holidays}
          options={Object.entries(words.holidayKinds).map(([kind, label]) => ({ value: kind, label }))}
          onChange={({ target }) => onChange({ ...value, holidays: target.value })}
        />
      </Flex>
      <Exceptions value={exceptions} onChange={(next) => onChange({ ...value, exceptions: next })} />
    </>
  );
}

interface ExceptionsProps {
  readonly value: readonly SpecialDay[];
  readonly onChange: (value: SpecialDay[]) => void;
}

function Exceptions({ value, onChange }: ExceptionsProps) {
  const set = (at: number, part: Partial<SpecialDay>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Flex vertical gap={6}>
      <Typography.Text type="secondary">{words.exceptionsHint}</Typography.Text>
      {value.map(({ day, periods }, at) => (
        <Flex key={day} gap={8} align="start">
          <DatePicker
            value={dayjs(day)}
            aria-label={words.exceptions}
            allowClear={false}
            style={{ width: 132, flexShrink: 0 }}
            disabledDate={(each) => value.some((other) => other.day !== day && other.day === each.format('YYYY-MM-DD'))}
            onChange={(picked) => picked && set(at, { day: Day.parse(picked.format('YYYY-MM-DD')) })}
          />
          <PeriodsField label={day} value={periods} onChange={(next) => set(at, { periods: next })} />
          <Button
            type="link"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            {words.removeException}
          </Button>
        </Flex>
      ))}
      {value.length < PLACE_LIMITS.exceptions && (
        <Button
          size="small"
          style={{ alignSelf: 'start' }}
          onClick={() => onChange([...value, { day: freeDay(value), periods: [] }])}
        >
          {words.addException}
        </Button>
      )}
    </Flex>
  );
}

/** The first from tomorrow on that is not told yet. */
function freeDay(value: readonly SpecialDay[]): Day {
  let day = addDays(Day.parse(dayOf(browserNow())), 1);
  while (value.some((each) => each.day === day)) day = addDays(day, 1);
  return day;
}

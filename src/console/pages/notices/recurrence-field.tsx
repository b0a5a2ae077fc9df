// How often a notice is on, in plain words: every week on some days, every month on some dates, and the like.
import { Flex, InputNumber, Select, Typography } from 'antd';
import { useState } from 'react';
import { WEEKDAYS } from '../../../domain/schedule/recurrence.ts';
import { texts } from '../../texts/zh-CN.ts';
import { formOfRule, REPEATS, type RecurrenceForm, ruleOf } from './recurrence-form.ts';

const words = texts.airing;
const MONTH_DAYS = [...Array.from({ length: 31 }, (_, index) => index + 1), -1];
const NTHS = [1, 2, 3, 4, -1];
const weekdayOptions = WEEKDAYS.map((value) => ({ value, label: words.weekday(words.weekdays[value]) }));

interface Props {
  readonly value: string | null;
  readonly onChange: (rule: string | null) => void;
}

export function RecurrenceField({ value, onChange }: Props) {
  const [form, setForm] = useState(() => formOfRule(value));
  // What comes from outside, such as another's version, is shown anew.
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    setForm(formOfRule(value));
  }
  const change = (part: Partial<RecurrenceForm>) => {
    const next = { ...form, ...part };
    const rule = ruleOf(next);
    setForm(next);
    setTold(rule);
    onChange(rule);
  };
  const repeats = REPEATS.filter((repeat) => repeat !== 'other' || form.repeat === 'other');
  return (
    <Flex gap={8} wrap align="center">
      <Select
        aria-label={words.repeat}
        value={form.repeat}
        style={{ width: 168 }}
        options={repeats.map((repeat) => ({ value: repeat, label: words.repeats[repeat] }))}
        onChange={(repeat) => change({ repeat })}
      />
      <Which form={form} change={change} />
    </Flex>
  );
}

interface WhichProps {
  readonly form: RecurrenceForm;
  readonly change: (part: Partial<RecurrenceForm>) => void;
}

function Which({ form, change }: WhichProps) {
  switch (form.repeat) {
    case 'none':
      return null;
    case 'other':
      return <Typography.Text code>{form.rule}</Typography.Text>;
    case 'daily':
      return <Interval form={form} change={change} unit={words.unit.days} />;
    case 'weekly':
      return (
        <>
          <Select
            mode="multiple"
            aria-label={words.repeats.weekly}
            value={[...form.weekdays]}
            style={{ minWidth: 200 }}
            options={weekdayOptions}
            onChange={(weekdays) => weekdays.length > 0 && change({ weekdays })}
          />
          <Interval form={form} change={change} unit={words.unit.weeks} />
        </>
      );
    case 'month-days':
      return (
        <>
          <Select
            mode="multiple"
            aria-label={words.repeats['month-days']}
            value={[...form.monthDays]}
            style={{ minWidth: 200 }}
            options={MONTH_DAYS.map((day) => ({ value: day, label: words.monthDay(day) }))}
            onChange={(monthDays) => monthDays.length > 0 && change({ monthDays })}
          />
          <Interval form={form} change={change} unit={words.unit.months} />
        </>
      );
    case 'month-week':
      return (
        <>
          <Select
            aria-label={words.repeats['month-week']}
            value={form.nth}
            style={{ width: 112 }}
            options={NTHS.map((nth) => ({ value: nth, label: words.nth(nth) }))}
            onChange={(nth) => change({ nth })}
          />
          <Select
            aria-label={words.weekday('')}
            value={form.nthWeekday}
            style={{ width: 88 }}
            options={weekdayOptions}
            onChange={(nthWeekday) => change({ nthWeekday })}
          />
          <Interval form={form} change={change} unit={words.unit.months} />
        </>
      );
  }
}

function Interval({ form, change, unit }: WhichProps & { readonly unit: string }) {
  return (
    <Flex gap={8} align="center">
      <Typography.Text>{words.every}</Typography.Text>
      <InputNumber
        aria-label={words.every + unit}
        min={1}
        max={99}
        precision={0}
        value={form.interval}
        style={{ width: 64 }}
        onChange={(interval) => interval !== null && change({ interval })}
      />
      <Typography.Text>{unit}</Typography.Text>
    </Flex>
  );
}

// The conditions of the coverage figures: where, as of when, and what counts as active.
import { DatePicker, Flex, InputNumber, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { ACTIVE_DAYS, type readCoverage } from '../../../contract/coverage.ts';
import { Day } from '../../../contract/time.ts';
import { browserNow } from '../../shared/clock.ts';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { dayOf } from '../../shared/time.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.coverage;
const FORMAT = 'YYYY-MM-DD';
const STILL_MS = 500;
type Query = z.output<typeof readCoverage.query>;

interface Props {
  readonly query: Query;
  /** The day the figures shown are of. */
  readonly asOf: Day | undefined;
  readonly change: (part: Partial<Query>) => void;
  readonly clear: () => void;
}

export function CoverageQuery({ query, asOf, change, clear }: Props) {
  const day = query.asOf ?? asOf;
  return (
    <QueryBar onClear={clear}>
      <div style={{ width: 220 }}>
        <RegionPicker
          permission="coverage.read"
          value={query.region}
          placeholder={words.region}
          onChange={(region) => change({ region })}
        />
      </div>
      <Flex gap={8} align="center">
        <Typography.Text>{words.asOf}</Typography.Text>
        <DatePicker
          aria-label={words.asOf}
          value={day ? dayjs(day) : null}
          allowClear={query.asOf !== undefined}
          disabledDate={isAhead}
          onChange={(next: Dayjs | null) => change({ asOf: next ? Day.parse(next.format(FORMAT)) : undefined })}
        />
      </Flex>
      <DaysField key={query.days} days={query.days} onDays={(days) => change({ days })} />
    </QueryBar>
  );
}

/** Only figures count: a picker's days are of the browser's zone. */
const isAhead = (day: Dayjs): boolean => day.format(FORMAT) > dayOf(browserNow());

/** Asks when the figure has stood still, and only for one that is allowed. */
function DaysField({ days, onDays }: { readonly days: number; readonly onDays: (days: number) => void }) {
  const [typed, setTyped] = useState<number | null>(days);
  const settled = useDebounced(typed, STILL_MS);
  useEffect(() => {
    if (settled !== null && settled !== days) onDays(settled);
  }, [settled, days, onDays]);
  return (
    <Flex gap={8} align="center">
      <Typography.Text>{words.days}</Typography.Text>
      <InputNumber
        aria-label={words.days}
        min={ACTIVE_DAYS.least}
        max={ACTIVE_DAYS.most}
        precision={0}
        value={typed}
        style={{ width: 76 }}
        onChange={setTyped}
      />
      <Typography.Text type="secondary">{words.daysUnit}</Typography.Text>
    </Flex>
  );
}

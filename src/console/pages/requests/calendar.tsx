// The district's working days of a year: twelve months to look at and to correct, saved together.
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Alert, App, Button, Col, Flex, Row, Skeleton, Tag, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { readWorkingDays, WorkingDayChange } from '../../../contract/working-days.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useSaveWorkingDays, useWorkingDays } from '../../api/request-settings.ts';
import { useMay } from '../../frame/session-context.ts';
import { browserNow } from '../../shared/clock.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { dayOf } from '../../shared/time.ts';
import { UnsavedGuard } from '../../shared/unsaved-guard.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { type CalendarDay, monthsOf, withChange } from './calendar-days.ts';
import { DayDialog } from './day-dialog.tsx';
import { LOOKS, MonthGrid } from './month-grid.tsx';

const words = texts.requestCalendar;
type Year = z.output<typeof readWorkingDays.reply>;

export function CalendarTab() {
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || Number(dayOf(browserNow()).slice(0, 4));
  // In the address, so that what is not saved is asked for before another year is shown.
  const setYear = (next: number) => void setSearch({ tab: 'calendar', year: String(next) });
  const days = useWorkingDays(year);
  return (
    <Flex vertical gap={16}>
      <Flex gap={8} align="center">
        <Button aria-label={words.before} icon={<LeftOutlined aria-hidden />} onClick={() => setYear(year - 1)} />
        <Typography.Text strong style={{ fontSize: 16 }}>
          {words.year(year)}
        </Typography.Text>
        <Button aria-label={words.after} icon={<RightOutlined aria-hidden />} onClick={() => setYear(year + 1)} />
        <Legend />
      </Flex>
      <LoadFailure error={days.error} onRetry={() => void days.refetch()} />
      {days.isPending && <Skeleton active />}
      {days.data && <YearOf key={`${year} ${days.data.revision}`} saved={days.data} />}
    </Flex>
  );
}

function YearOf({ saved }: { readonly saved: Year }) {
  const { message } = App.useApp();
  const mayManage = useMay('request.manage');
  const save = useSaveWorkingDays(saved.year);
  const [changes, setChanges] = useState<readonly WorkingDayChange[]>(saved.changes);
  const [open, setOpen] = useState<CalendarDay | null>(null);
  const months = useMemo(() => monthsOf(saved.year, changes), [saved.year, changes]);
  const isChanged = changes !== saved.changes;
  return (
    <>
      {!saved.loaded && <Alert type="warning" showIcon title={words.missing(saved.year)} />}
      {mayManage && (
        <Flex gap={12} align="center">
          <Button
            type="primary"
            loading={save.isPending}
            disabled={!isChanged && saved.loaded}
            onClick={() =>
              // This page is made anew with what is saved: its own callbacks would be gone.
              void save.mutateAsync({ changes: [...changes], revision: saved.revision }).then(
                () => void message.success(words.saved),
                () => undefined,
              )
            }
          >
            {words.save}
          </Button>
          <Typography.Text type={isChanged ? 'warning' : 'secondary'}>
            {isChanged ? words.changed : words.hint}
          </Typography.Text>
        </Flex>
      )}
      {save.error && <Alert type="error" showIcon title={sentenceOf(save.error)} />}
      <Row gutter={[12, 12]}>
        {months.map((month) => (
          <Col key={month.month} xs={24} md={12} xl={8} xxl={6}>
            <MonthGrid month={month} onDay={mayManage ? setOpen : undefined} />
          </Col>
        ))}
      </Row>
      {open && (
        <DayDialog
          day={open}
          onSet={(next) => {
            setChanges(withChange(changes, open.day, next));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      <UnsavedGuard wouldLose={() => isChanged} />
    </>
  );
}

function Legend() {
  const kinds = ['holiday', 'makeUp', 'weekend'] as const;
  return (
    <Flex gap={4}>
      {kinds.map((kind) => {
        const { mark, background, color } = LOOKS[kind];
        return (
          <Tag key={kind} style={{ background, color }}>
            {mark} {words.legend[kind]}
          </Tag>
        );
      })}
    </Flex>
  );
}

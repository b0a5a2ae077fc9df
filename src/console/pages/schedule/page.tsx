// The calendar of a region: a week of what its televisions show, conflicts, and any moment looked at closely.
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, Card, Flex, Skeleton, Typography } from 'antd';
import { useSearchParams } from 'react-router';
import { RegionCode } from '../../../contract/regions.ts';
import type { Staff } from '../../../contract/staff.ts';
import { Day } from '../../../contract/time.ts';
import { addDays } from '../../../domain/time/days.ts';
import { useCalendar } from '../../api/schedule.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { browserNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { dayOf } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ConflictsCard } from './conflicts-card.tsx';
import { lanesOf, WEEK_DAYS } from './lanes.ts';
import { OnAirCard } from './on-air-card.tsx';
import { WeekGrid } from './week-grid.tsx';

const words = texts.schedule;

export function SchedulePage() {
  const { staff } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const today = Day.parse(dayOf(browserNow()));
  const region = RegionCode.safeParse(search.get('region')).data ?? ownRegion(staff);
  const monday = mondayOf(Day.safeParse(search.get('week')).data ?? today);
  const calendar = useCalendar(region && { region, from: monday, to: addDays(monday, WEEK_DAYS - 1) });
  const go = (next: { region?: RegionCode | undefined; week?: Day }) =>
    setSearch({ ...(region && { region }), week: monday, ...next } as Record<string, string>);
  return (
    <Page title={words.title}>
      <Card size="small">
        <Flex gap={12} wrap align="center">
          <div style={{ width: 240 }}>
            <RegionPicker
              permission="notice.read"
              value={region}
              placeholder={words.region}
              onChange={(next) => next && go({ region: next })}
            />
          </div>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={words.previous}
            onClick={() => go({ week: addDays(monday, -WEEK_DAYS) })}
          />
          <Typography.Text strong>{words.span(monday, addDays(monday, WEEK_DAYS - 1))}</Typography.Text>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={words.next}
            onClick={() => go({ week: addDays(monday, WEEK_DAYS) })}
          />
          <Button onClick={() => go({ week: today })}>{words.today}</Button>
        </Flex>
      </Card>
      <LoadFailure error={calendar.error} onRetry={() => void calendar.refetch()} />
      {calendar.isPending && region && <Skeleton active />}
      {calendar.data && (
        <>
          <ConflictsCard conflicts={calendar.data.conflicts} items={calendar.data.items} />
          <Card size="small" styles={{ body: { overflowX: 'auto' } }}>
            <WeekGrid
              lanes={lanesOf(calendar.data.items, calendar.data.conflicts, monday)}
              monday={monday}
              today={today}
            />
            <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
              {words.legend}
            </Typography.Paragraph>
          </Card>
        </>
      )}
      {region && <OnAirCard key={region} region={region} />}
    </Page>
  );
}

/** Those who work for one community look at it first. */
function ownRegion({ grants }: Staff): RegionCode | undefined {
  return (grants.find(({ role }) => role === 'community') ?? grants[0])?.region;
}

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

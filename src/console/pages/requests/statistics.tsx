// The figures of requests: by region, department, category or month, in a chart and in a table that leads to the cases.
import { Card, Checkbox, DatePicker, Empty, Flex, Segmented, Skeleton, Typography } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useMemo } from 'react';
import { EXCLUSIONS } from '../../../contract/request-figures.ts';
import { Day } from '../../../contract/time.ts';
import { excludedIn, excludeOf } from '../../../domain/requests/exclude.ts';
import { useRequestStatistics } from '../../api/requests.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { browserNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { dayOf } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type By, figuresSchema } from './figures-query.ts';
import { FiguresTable } from './figures-table.tsx';

const words = texts.requestStatistics;
const FORMAT = 'YYYY-MM-DD';
const BYS = (Object.keys(words.bys) as By[]).map((value) => ({ value, label: words.bys[value] }));
const CHOICES = EXCLUSIONS.map((value) => ({ value, label: words.exclusions[value] }));
const FiguresChart = lazy(() => import('./figures-chart.tsx'));

export function RequestStatisticsPage() {
  const schema = useMemo(() => figuresSchema(Day.parse(dayOf(browserNow()))), []);
  const { query, change, clear } = useTableQuery(schema);
  const figures = useRequestStatistics(query);
  const { data } = figures;
  return (
    <Page title={words.title} actions={<BackButton to="/requests" />}>
      <QueryBar onClear={clear}>
        <Segmented<By> aria-label={words.by} value={query.by} options={BYS} onChange={(by) => change({ by })} />
        <DatePicker.RangePicker
          aria-label={words.span}
          value={[dayjs(query.from), dayjs(query.to)]}
          allowClear={false}
          onChange={(_, [from, to]) => change({ from: Day.parse(from), to: Day.parse(to) })}
          format={FORMAT}
        />
        <div style={{ width: 180 }}>
          <RegionPicker
            permission="request.read"
            value={query.region}
            placeholder={texts.common.region}
            onChange={(region) => change({ region })}
          />
        </div>
        <Flex gap={8} align="center" wrap>
          <Typography.Text>{words.exclude}</Typography.Text>
          <Checkbox.Group
            options={CHOICES}
            value={excludedIn(query.exclude)}
            onChange={(chosen) => change({ exclude: excludeOf(chosen) })}
          />
        </Flex>
      </QueryBar>
      <LoadFailure error={figures.error} onRetry={() => void figures.refetch()} />
      {figures.isPending && <Skeleton active />}
      {data?.total.received === 0 && <Empty description={words.empty} />}
      {data && data.total.received > 0 && (
        <>
          <Card size="small" title={words.chart}>
            <Suspense fallback={<Skeleton active />}>
              <FiguresChart items={data.items} isCourse={query.by === 'month'} />
            </Suspense>
          </Card>
          <Typography.Text type="secondary">{words.hint}</Typography.Text>
          <FiguresTable query={query} total={data.total} items={data.items} />
        </>
      )}
    </Page>
  );
}

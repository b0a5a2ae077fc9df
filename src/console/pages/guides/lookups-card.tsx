// How often guides were looked up in a period, and day by day; the chart is loaded when it is first wanted.
import { Card, Empty, Flex, Skeleton, Statistic, Typography } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import type { z } from 'zod';
import type { guideStatistics } from '../../../contract/guide-calls.ts';
import { texts } from '../../texts/zh-CN.ts';
import { everyDay } from './lookup-days.ts';

const words = texts.guideStatistics;
const LookupsChart = lazy(() => import('./lookups-chart.tsx'));

export type Statistics = z.output<typeof guideStatistics.reply>;

export function LookupsCard({ statistics }: { readonly statistics: Statistics }) {
  const { from, to, total, byDay, byGuide } = statistics;
  const days = useMemo(() => everyDay(from, to, byDay), [from, to, byDay]);
  return (
    <Card
      size="small"
      title={words.byDay}
      extra={<Typography.Text type="secondary">{words.span(from, to)}</Typography.Text>}
    >
      <Flex vertical gap={16}>
        <Flex gap={48} wrap>
          <Statistic title={words.total} value={total} suffix={words.times} />
          <Statistic title={words.perDay} value={total / days.length} precision={1} suffix={words.times} />
          <Statistic title={words.opened} value={byGuide.length} suffix={words.guides} />
        </Flex>
        {total === 0 ? (
          <Empty description={words.noneYet} style={{ marginBlock: 32 }} />
        ) : (
          <Suspense fallback={<Skeleton active />}>
            <LookupsChart days={days} />
          </Suspense>
        )}
        <Typography.Text type="secondary">{words.hint}</Typography.Text>
      </Flex>
    </Card>
  );
}

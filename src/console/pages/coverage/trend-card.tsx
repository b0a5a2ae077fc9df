// The course of a region's coverage over twelve months; the chart is loaded when it is first wanted.
import { Card, Empty, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
import { useCoverageTrend } from '../../api/coverage.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { hasFigures, yearBefore } from './trend-series.ts';

const words = texts.coverage;
const TrendChart = lazy(() => import('./trend-chart.tsx'));

interface Props {
  readonly region: RegionCode;
  readonly name: string;
  readonly asOf: Day;
  readonly days: number;
}

export function TrendCard({ region, name, asOf, days }: Props) {
  const trend = useCoverageTrend({ region, from: yearBefore(asOf), to: asOf, days });
  return (
    <Card size="small" title={words.trendTitle(name)}>
      <LoadFailure error={trend.error} onRetry={() => void trend.refetch()} />
      {trend.isPending && <Skeleton active />}
      {trend.data && !hasFigures(trend.data.items) && <Empty description={words.trendEmpty} />}
      {trend.data && hasFigures(trend.data.items) && (
        <Suspense fallback={<Skeleton active />}>
          <TrendChart name={name} items={trend.data.items} target={trend.data.target} />
        </Suspense>
      )}
    </Card>
  );
}

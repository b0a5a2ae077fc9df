// The course of an item since its publication; the chart is loaded when it is first wanted.
import { Card, Empty, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { Proof } from '../../../contract/proof.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.proof;
const CurveChart = lazy(() => import('./curve-chart.tsx'));

export function CurveCard({ proof }: { readonly proof: Proof }) {
  const { curve, total, item } = proof;
  const hasReports = total.received > 0 || total.refused > 0;
  return (
    <Card size="small" title={words.curveTitle}>
      {hasReports ? (
        <Suspense fallback={<Skeleton active />}>
          <CurveChart title={item.title} curve={curve} addressed={total.addressed} />
        </Suspense>
      ) : (
        <Empty description={words.curveEmpty} />
      )}
    </Card>
  );
}

// Coverage of a region and of what lies below it, how it was counted, its course, and the households behind it.
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { readCoverage } from '../../../contract/coverage.ts';
import { coverageXlsxUrl, useCoverage } from '../../api/coverage.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ChildrenTable } from './children-table.tsx';
import { CoverageQuery } from './coverage-query.tsx';
import { HouseholdsDrawer, type Lens } from './households-drawer.tsx';
import { TotalCard } from './total-card.tsx';
import { TrendCard } from './trend-card.tsx';
import { Way } from './way.tsx';

const words = texts.coverage;

export function CoveragePage() {
  const { query, change, clear } = useTableQuery(readCoverage.query);
  const coverage = useCoverage(query);
  const [lens, setLens] = useState<Lens | null>(null);
  const { data } = coverage;
  return (
    <Page
      title={words.title}
      actions={
        <Button icon={<DownloadOutlined aria-hidden />} href={coverageXlsxUrl(query)} download>
          {words.export}
        </Button>
      }
    >
      <CoverageQuery query={query} asOf={data?.asOf} change={change} clear={clear} />
      <LoadFailure error={coverage.error} onRetry={() => void coverage.refetch()} />
      {coverage.isPending && <Skeleton active />}
      {data && (
        <>
          <Way region={data.total.region} onGo={(region) => change({ region })} />
          <TotalCard total={data.total} asOf={data.asOf} days={data.activeDays} onLook={setLens} />
          {data.total.kind !== 'community' && (
            <ChildrenTable
              items={data.items}
              isLoading={coverage.isPlaceholderData}
              onGo={(region) => change({ region })}
              onLook={setLens}
            />
          )}
          <TrendCard region={data.total.region} name={data.total.name} asOf={data.asOf} days={data.activeDays} />
          {lens && (
            <HouseholdsDrawer lens={lens} asOf={data.asOf} days={data.activeDays} onClose={() => setLens(null)} />
          )}
        </>
      )}
    </Page>
  );
}

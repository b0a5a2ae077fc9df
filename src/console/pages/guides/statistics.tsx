// What residents look up in the service guides, and what they look for without finding it.
import { Col, Row, Segmented, Skeleton } from 'antd';
import { Department } from '../../../contract/departments.ts';
import { guideStatistics } from '../../../contract/guide-calls.ts';
import { useGuideStatistics } from '../../api/guides.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { LookupsCard } from './lookups-card.tsx';
import { MissedCard } from './missed-card.tsx';
import { namesOf, useDepartments } from './own-departments.ts';
import { TopCard } from './top-card.tsx';

const words = texts.guideStatistics;
const PERIODS = Object.entries(words.periods).map(([days, label]) => ({ value: Number(days), label }));

export function GuideStatisticsPage() {
  const { query, change, clear } = useTableQuery(guideStatistics.query);
  const statistics = useGuideStatistics(query);
  const departments = useDepartments('guide.read');
  const { data } = statistics;
  return (
    <Page title={words.title} actions={<BackButton to="/guides" />}>
      <QueryBar onClear={clear}>
        <Segmented<number>
          aria-label={words.period}
          value={query.days}
          options={PERIODS}
          onChange={(days) => change({ days })}
        />
        {departments.length > 1 && (
          <ChoiceBox<string>
            label={texts.guides.department}
            value={query.department}
            names={namesOf(departments)}
            width={130}
            onChange={(department) => change({ department: Department.safeParse(department).data })}
          />
        )}
      </QueryBar>
      <LoadFailure error={statistics.error} onRetry={() => void statistics.refetch()} />
      {statistics.isPending && <Skeleton active />}
      {data && (
        <>
          <LookupsCard statistics={data} />
          <Row gutter={[16, 16]}>
            <Col xs={24} xl={11}>
              <TopCard byGuide={data.byGuide} />
            </Col>
            <Col xs={24} xl={13}>
              <MissedCard missed={data.missed} />
            </Col>
          </Row>
        </>
      )}
    </Page>
  );
}

// One case: how far it is, what it is about, what may be done now, and everything that happened.
import { Card, Col, Flex, Row, Skeleton, Steps, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import type { RequestDetail } from '../../../contract/request-calls.ts';
import { useRequest } from '../../api/requests.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { stepsOf } from './case-steps.ts';
import { FactsCard, PhotosCard } from './facts-card.tsx';
import { MovesCard } from './moves-card.tsx';
import { RecordCard } from './record-card.tsx';
import { LightTag, Marks, StateTag } from './tags.tsx';

const words = texts.requestCase;

export function RequestPage() {
  const { id = '' } = useParams();
  const request = useRequest(id);
  if (request.data) return <Case key={request.data.id} request={request.data} />;
  return (
    <Page title={texts.requests.title}>
      <LoadFailure error={request.error} onRetry={() => void request.refetch()} />
      {request.isPending && <Skeleton active />}
    </Page>
  );
}

function Case({ request }: { readonly request: RequestDetail }) {
  const { titles, current, status } = stepsOf(request.state);
  return (
    <Page
      title={
        <Flex gap={8} align="center" wrap>
          {words.title(request.number)}
          <StateTag state={request.state} />
          <LightTag light={request.light} />
          <Marks {...request} />
        </Flex>
      }
      actions={<BackButton to="/requests" />}
    >
      <Card size="small">
        <Steps size="small" current={current} status={status} items={titles.map((title) => ({ title }))} />
      </Card>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14}>
          <Flex vertical gap={16}>
            <FactsCard request={request} />
            <PhotosCard request={request} />
            <Duplicates request={request} />
          </Flex>
        </Col>
        <Col xs={24} xl={10}>
          <Flex vertical gap={16}>
            <MovesCard request={request} />
            <RecordCard request={request} />
          </Flex>
        </Col>
      </Row>
    </Page>
  );
}

function Duplicates({ request: { duplicates } }: { readonly request: RequestDetail }) {
  if (duplicates.length === 0) return null;
  return (
    <Card size="small" title={words.duplicates}>
      <Flex vertical gap={8}>
        <Typography.Text type="secondary">{words.duplicatesHint}</Typography.Text>
        {duplicates.map(({ id, number, place, state, askedAt }) => (
          <Flex key={id} gap={12} wrap align="center">
            <Link to={`/requests/${id}`}>{number}</Link>
            {place}
            <StateTag state={state} />
            <Typography.Text type="secondary">{formatInstant(askedAt)}</Typography.Text>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}

// One alert: what waits for whom in large letters, how it looks, how far it got, how it came about.
import { Button, Card, Col, Descriptions, Flex, Alert as Notice, Row, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Alert } from '../../../contract/alerts.ts';
import { useAlert } from '../../api/alerts.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { AlertPreview } from './alert-preview.tsx';
import { ConfirmCard } from './confirm-card.tsx';
import { AlertDeliveryCard } from './delivery.tsx';
import { CancelDialog, ReviewDialog } from './dialogs.tsx';
import { RevisionsCard } from './revisions.tsx';
import { KindTag, SeverityTag, StateTags } from './tags.tsx';
import { UpdateDrawer } from './update-drawer.tsx';
import { waitingItem } from './waiting-item.ts';

const words = texts.alerts;
const MINUTE_MS = 60_000;

export function AlertPage() {
  const { id = '' } = useParams();
  const alert = useAlert(id);
  if (alert.data) return <AlertDetail key={alert.data.id} alert={alert.data} />;
  return (
    <Page title={words.title}>
      <LoadFailure error={alert.error} onRetry={() => void alert.refetch()} />
      {alert.isPending && <Skeleton active />}
    </Page>
  );
}

type Open = 'update' | 'cancel' | 'review' | null;

function AlertDetail({ alert }: { readonly alert: Alert }) {
  const nowMs = useNow(MINUTE_MS);
  const [open, setOpen] = useState<Open>(null);
  const waiting = alert.revisions.find(({ state }) => state === 'prepared' || state === 'incoming');
  const close = () => setOpen(null);
  return (
    <Page
      title={
        <Flex gap={8} align="center">
          <SeverityTag severity={alert.severity} />
          <KindTag rehearsal={alert.rehearsal} />
          {alert.title}
          <StateTags alert={alert} nowMs={nowMs} />
        </Flex>
      }
      actions={<Actions alert={alert} onOpen={setOpen} />}
    >
      {waiting && <ConfirmCard alert={alert} waiting={waiting} />}
      <ReviewDue alert={alert} nowMs={nowMs} />
      <Row gutter={[16, 16]}>
        <Col span={14}>
          <Flex vertical gap={16}>
            <Facts alert={alert} />
            {alert.releasedAt && (
              <AlertDeliveryCard id={alert.id} isLive={alert.state === 'standing' || alert.state === 'cancelled'} />
            )}
            <RevisionsCard alert={alert} />
          </Flex>
        </Col>
        <Col span={10}>
          <AlertPreview item={waiting ? waitingItem(alert, waiting) : alert.item} />
        </Col>
      </Row>
      {open === 'update' && <UpdateDrawer alert={alert} onClose={close} />}
      {open === 'cancel' && <CancelDialog alert={alert} onClose={close} />}
      {open === 'review' && <ReviewDialog alert={alert} onClose={close} />}
    </Page>
  );
}

function Actions({ alert, onOpen }: { readonly alert: Alert; readonly onOpen: (what: Open) => void }) {
  const may = (step: Alert['moves'][number]) => alert.moves.includes(step);
  return (
    <>
      <BackButton to="/alerts" />
      {may('review') && <Button onClick={() => onOpen('review')}>{words.moves.review}</Button>}
      {may('update') && <Button onClick={() => onOpen('update')}>{words.moves.update}</Button>}
      {may('cancel') && (
        <Button type="primary" onClick={() => onOpen('cancel')}>
          {words.moves.cancel}
        </Button>
      )}
    </>
  );
}

function ReviewDue({ alert, nowMs }: { readonly alert: Alert; readonly nowMs: number }) {
  const { staff } = useSignedIn();
  const { reviewDueAt, revisions } = alert;
  if (!reviewDueAt) return null;
  const tookPart = revisions.some(({ preparedBy, releasedBy }) => [preparedBy?.id, releasedBy?.id].includes(staff.id));
  const isLate = Date.parse(reviewDueAt) < nowMs;
  return (
    <Notice
      type={isLate ? 'warning' : 'info'}
      showIcon
      title={words.reviewDue(formatInstant(reviewDueAt))}
      description={tookPart ? words.one.reviewOther : words.one.reviewHint}
    />
  );
}

function Facts({ alert }: { readonly alert: Alert }) {
  const { facts } = words.one;
  const { template, regions, authority, origin, validTo } = alert;
  const names = regions.map(({ name }) => name).join('、');
  const items = [
    { key: 'regions', label: facts.regions, children: <Typography.Text strong>{names}</Typography.Text> },
    { key: 'authority', label: facts.authority, children: authority.name },
    ...(validTo ? [{ key: 'validTo', label: facts.validTo, children: formatInstant(validTo) }] : []),
    template
      ? {
          key: 'template',
          label: facts.template,
          children: words.one.templateVersion(template.name, template.version),
        }
      : { key: 'origin', label: facts.origin, children: words.origins[origin] },
  ];
  return (
    <Card size="small">
      <Descriptions size="small" column={1} items={items} />
    </Card>
  );
}

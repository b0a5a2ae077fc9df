// One notice: what it is, how it looks on the television, how it came about, what can be done, how far it got.
import { Alert, Card, Col, Flex, Row, Skeleton } from 'antd';
import { useParams } from 'react-router';
import type { NoticeItem } from '../../../contract/feed.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Notice } from '../../../contract/notices.ts';
import { stepOfState } from '../../../domain/review/steps.ts';
import { ALWAYS } from '../../../domain/schedule/airing.ts';
import { useNotice } from '../../api/notices.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { BodyText } from './body-text.tsx';
import { DeliveryCard } from './delivery.tsx';
import { EditButton } from './edit-button.tsx';
import { Facts } from './facts.tsx';
import { HistoryCard } from './history.tsx';
import { MoveButtons } from './moves.tsx';
import { ReviewCard } from './review-card.tsx';
import { isVoided } from './review-steps.ts';
import { OverdueTag, StateTag } from './tags.tsx';
import { TvPreview } from './tv-preview.tsx';

const words = texts.detail;
const MINUTE_MS = 60_000;

export function NoticePage() {
  const { id } = useParams();
  const notice = useNotice(id);
  if (notice.data) return <NoticeDetail key={notice.data.id} notice={notice.data} />;
  return (
    <Page title={texts.notices.title}>
      <LoadFailure error={notice.error} onRetry={() => void notice.refetch()} />
      {notice.isPending && <Skeleton active />}
    </Page>
  );
}

function NoticeDetail({ notice }: { readonly notice: Notice }) {
  const { staff } = useSignedIn();
  const nowMs = useNow(MINUTE_MS);
  const isOut = notice.state === 'published' || notice.state === 'withdrawn';
  const isBroken = notice.approvals.some(({ holds }) => !holds) && stepOfState(notice.state) !== undefined;
  return (
    <Page
      title={
        <Flex gap={12} align="center">
          {notice.title}
          <StateTag state={notice.state} />
          <OverdueTag dueAt={notice.dueAt} nowMs={nowMs} />
        </Flex>
      }
      actions={
        <>
          <BackButton to="/notices" />
          {notice.moves.includes('edit') && <EditButton notice={notice} />}
          <MoveButtons notice={notice} nowMs={nowMs} />
        </>
      }
    >
      <Alert type="info" showIcon title={standing(notice, staff.id, nowMs)} />
      {isVoided(notice) && <Alert type="warning" showIcon title={words.voided} description={words.voidedHint} />}
      {isBroken && <Alert type="error" showIcon title={words.broken} description={words.brokenHint} />}
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={13}>
          <Flex vertical gap={16}>
            <ReviewCard notice={notice} nowMs={nowMs} />
            {isOut && <DeliveryCard id={notice.id} isLive={notice.state === 'published'} />}
            <Facts notice={notice} />
            <HistoryCard history={notice.history} />
          </Flex>
        </Col>
        <Col xs={24} xl={11}>
          <Flex vertical gap={16} style={{ position: 'sticky', top: 72 }}>
            <TvPreview item={itemOf(notice)} reading={notice.reading} />
            <Card size="small" title={words.text}>
              <BodyText blocks={notice.blocks} />
            </Card>
          </Flex>
        </Col>
      </Row>
    </Page>
  );
}

/** One sentence: what is the matter with this notice now. */
function standing(notice: Notice, reader: StaffId, nowMs: number): string {
  const { state, validFrom, validTo, author, approvals } = notice;
  if (state === 'submitted' && author.id === reader) return words.ownReview;
  if (stepOfState(state) && approvals.some((each) => [each.by.id, each.for?.id].includes(reader)))
    return `${words.waiting[state]}${words.takenPart}`;
  if (state === 'published' && nowMs < Date.parse(validFrom)) return words.scheduled(formatInstant(validFrom));
  if (state === 'published' && validTo && nowMs >= Date.parse(validTo)) return words.expired;
  return words.waiting[state];
}

function itemOf(notice: Notice): NoticeItem {
  const { id, revision, title, source, category, blocks, pinned, validFrom, validTo, publishedAt, updatedAt } = notice;
  return {
    kind: 'notice',
    id,
    revision,
    title,
    source,
    category,
    blocks,
    pinned,
    validFrom,
    validTo,
    airing: ALWAYS,
    placements: [],
    weight: 1,
    publishedAt: publishedAt ?? updatedAt,
  };
}

// One guide: how it reads, how it looks on the television, what is there now, its versions, and what can be done.
import { Alert, App, Button, Card, Col, Flex, Row, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Guide } from '../../../contract/guide-calls.ts';
import { carry } from '../../../domain/guides/carry.ts';
import { useGuide } from '../../api/guides.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { Changes } from './changes.tsx';
import { CompareDrawer, type Pair } from './compare-drawer.tsx';
import { ContentCard } from './content-card.tsx';
import { FindingsCard } from './findings-card.tsx';
import { MoveButtons } from './moves.tsx';
import { RecheckTag, StateTag } from './tags.tsx';
import { GuidePreview } from './tv-preview.tsx';
import { VersionsCard } from './versions-card.tsx';

const words = texts.guideDetail;

export function GuidePage() {
  const { number } = useParams();
  const guide = useGuide(number);
  if (guide.data) return <GuideDetail key={guide.data.number} guide={guide.data} />;
  return (
    <Page title={texts.guides.title}>
      <LoadFailure error={guide.error} onRetry={() => void guide.refetch()} />
      {guide.isPending && <Skeleton active />}
    </Page>
  );
}

function GuideDetail({ guide }: { readonly guide: Guide }) {
  const [pair, setPair] = useState<Pair | null>(null);
  const carried = useMemo(() => carry(guide.content, []), [guide.content]);
  const { publishedContent, published, revision, content } = guide;
  return (
    <Page
      title={
        <Flex gap={12} align="center" wrap>
          {guide.number} {guide.name}
          <StateTag state={guide.state} />
          <RecheckTag recheckDue={guide.recheckDue} />
        </Flex>
      }
      actions={
        <>
          <BackButton to="/guides" />
          {guide.moves.includes('edit') && <EditButton guide={guide} />}
          <MoveButtons guide={guide} />
        </>
      }
    >
      <Standing guide={guide} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14}>
          <Flex vertical gap={16}>
            {publishedContent && published !== null && published !== revision && (
              <Card size="small" title={words.difference(published)}>
                <Changes before={publishedContent} after={content} />
              </Card>
            )}
            <ContentCard guide={content} />
          </Flex>
        </Col>
        <Col xs={24} xl={10}>
          <Flex vertical gap={16}>
            <GuidePreview guide={carried} />
            <FindingsCard findings={guide.findings} />
            <VersionsCard guide={guide} onCompare={setPair} />
          </Flex>
        </Col>
      </Row>
      {pair && <CompareDrawer guide={guide} first={pair} onClose={() => setPair(null)} />}
    </Page>
  );
}

/** What is the matter with this guide now, and what it asks for. */
function Standing({ guide }: { readonly guide: Guide }) {
  const { staff } = useSignedIn();
  const { state, published, revision, author, moves, recheckDue, verified, checkedOn } = guide;
  const isOwn = state === 'submitted' && author?.id === staff.id;
  const onTv = published !== null && published !== revision ? words.alsoOnTv(published) : '';
  const mayConfirm = moves.includes('confirm');
  return (
    <Flex vertical gap={8}>
      <Alert type="info" showIcon title={`${isOwn ? words.ownWaits : words.standing[state]}${onTv}`} />
      {mayConfirm && recheckDue && <Alert type="error" showIcon title={words.recheck(checkedOn)} />}
      {mayConfirm && !recheckDue && !verified && <Alert type="warning" showIcon title={words.unverified} />}
    </Flex>
  );
}

/** For a guide that waits to be published only after a question: an edit takes it back to a draft. */
function EditButton({ guide }: { readonly guide: Guide }) {
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const go = () => void navigate(`/guides/${guide.number}/edit`);
  const ask = () =>
    void modal.confirm({ title: words.editWaiting, content: words.editWaitingHint, okText: words.edit, onOk: go });
  return <Button onClick={guide.state === 'submitted' ? ask : go}>{words.edit}</Button>;
}

// How far an item got on the boxes it was sent to, when, and which did not show it and why; to be handed out as evidence.
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Select, Skeleton, Tooltip, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { listProofBoxes, type Proof } from '../../../contract/proof.ts';
import { proofXlsxUrl, useProof } from '../../api/proof.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant, formatSecond } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { CurveCard } from './curve-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { GapsCard } from './gaps-card.tsx';

const words = texts.proof;

export function ProofPage() {
  const { item = '' } = useParams();
  const { query, change, pagination } = useTableQuery(listProofBoxes.query);
  const { region, revision } = query;
  const look = { region, revision };
  const proof = useProof(item, look);
  const { data } = proof;
  return (
    <Page
      title={data ? words.of(data.item.title) : words.title}
      actions={
        data && (
          <>
            {data.item.kind === 'notice' && (
              <Link to={`/notices/${item}`}>
                <Button>{words.back.notice}</Button>
              </Link>
            )}
            {data.item.kind === 'alert' && (
              <Link to={`/alerts/${item}`}>
                <Button>{words.back.alert}</Button>
              </Link>
            )}
            <Tooltip title={words.exportHint}>
              <Button icon={<DownloadOutlined aria-hidden />} href={proofXlsxUrl(item, look)} download>
                {words.export}
              </Button>
            </Tooltip>
          </>
        )
      }
    >
      <LoadFailure error={proof.error} onRetry={() => void proof.refetch()} />
      {proof.isPending && <Skeleton active />}
      {data && (
        <>
          <Typography.Text type="secondary">
            {words.sent(data.item.source, formatSecond(data.publishedAt), formatSecond(data.asOf))}
            {data.revisions.length > 1 && (
              <RevisionPicker proof={data} onPick={(picked) => change({ revision: picked })} />
            )}
          </Typography.Text>
          <FiguresCard proof={data} region={region} onGo={(next) => change({ region: next })} />
          <CurveCard proof={data} />
          <GapsCard item={item} proof={data} query={query} change={change} pagination={pagination} />
        </>
      )}
    </Page>
  );
}

function RevisionPicker({ proof, onPick }: { readonly proof: Proof; readonly onPick: (revision: number) => void }) {
  return (
    <Select
      aria-label={words.revisionLabel}
      style={{ marginInlineStart: 12, width: 260 }}
      value={proof.revision}
      options={proof.revisions.map(({ revision, at }) => ({
        value: revision,
        label: words.revision(revision, formatInstant(at)),
      }))}
      onChange={onPick}
    />
  );
}

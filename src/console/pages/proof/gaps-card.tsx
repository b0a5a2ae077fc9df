// The boxes that have not shown an item, each with why.
import { Card, Flex, Table, type TableColumnsType, type TablePaginationConfig, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { listProofBoxes, Proof, ProofBox, ProofGap } from '../../../contract/proof.ts';
import { useProofBoxes } from '../../api/proof.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { LoadFailure } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { formatSecond } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.proof;
type Query = z.output<typeof listProofBoxes.query>;

const COLORS: Readonly<Record<ProofGap, string>> = {
  refused: 'red',
  'not-drawn': 'blue',
  lagging: 'orange',
  offline: 'default',
  'never-seen': 'default',
  'not-joined': 'default',
};

interface Props {
  readonly item: string;
  readonly proof: Proof;
  readonly query: Query;
  readonly change: (part: Partial<Query>) => void;
  readonly pagination: (total: number) => TablePaginationConfig;
}

export function GapsCard({ item, proof, query, change, pagination }: Props) {
  const boxes = useProofBoxes(item, query);
  return (
    <Card
      size="small"
      title={words.gapsTitle}
      extra={
        <ChoiceBox
          label={words.gap}
          value={query.gap}
          names={words.gaps}
          width={180}
          onChange={(gap) => change({ gap })}
        />
      }
    >
      <Flex vertical gap={12}>
        <Typography.Text type="secondary">{words.gapsHint}</Typography.Text>
        {proof.refusals.length > 0 && <Typography.Text type="danger">{refusedText(proof)}</Typography.Text>}
        <LoadFailure error={boxes.error} onRetry={() => void boxes.refetch()} />
        <Table
          size="small"
          rowKey="id"
          columns={COLUMNS}
          {...pagedRows(boxes, pagination, query.gap ? texts.common.nothingFound : words.noGaps)}
        />
      </Flex>
    </Card>
  );
}

const COLUMNS: TableColumnsType<ProofBox> = [
  { title: words.columns.place, dataIndex: 'place', width: 160, ellipsis: true },
  { title: words.columns.name, render: (_, { id, name }) => <Link to={`/boxes/${id}`}>{name}</Link> },
  { title: words.columns.smartCard, dataIndex: 'smartCard', width: 190 },
  {
    title: words.columns.gap,
    width: 240,
    render: (_, { gap, reason }) => (
      <>
        <Tag color={COLORS[gap]}>{words.gaps[gap]}</Tag>
        {reason !== null && reasonText(reason)}
      </>
    ),
  },
  { title: words.columns.since, width: 180, render: (_, { since }) => since && formatSecond(since) },
];

const reasonText = (reason: string): string => words.refusals[reason] ?? reason;

const refusedText = ({ refusals }: Proof): string =>
  words.refusedBy(refusals.map(({ reason, boxes }) => words.refusal(reasonText(reason), boxes)));

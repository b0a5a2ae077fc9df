// The figures in all and per region; a region's name leads to what lies below it.
import { Button, Card, Empty, Flex, Progress, Statistic, Table, type TableColumnsType, Typography } from 'antd';
import { PROOF_STEPS, type Proof, type ProofRegion } from '../../../contract/proof.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { kindOf } from '../../../domain/regions/code.ts';
import { texts } from '../../texts/zh-CN.ts';
import { percent } from '../notices/delivery-totals.ts';

const words = texts.proof;

interface Props {
  readonly proof: Proof;
  /** The one asked for; undefined: all the item was sent to. */
  readonly region: RegionCode | undefined;
  readonly onGo: (region: RegionCode | undefined) => void;
}

export function FiguresCard({ proof, region, onGo }: Props) {
  const { total, items, regions } = proof;
  return (
    <Card
      size="small"
      title={regions.map(({ name }) => name).join('、')}
      extra={region && <Button onClick={() => onGo(undefined)}>{words.whole}</Button>}
    >
      <Flex vertical gap={16}>
        <Flex justify="space-between" gap={16} wrap>
          <Statistic title={words.addressed} value={total.addressed} suffix={<Unit>{words.boxes}</Unit>} />
          {PROOF_STEPS.map((step) => (
            <Statistic
              key={step}
              title={words.steps[step]}
              value={total[step]}
              suffix={<Unit>{words.share(percent(total[step], total.addressed))}</Unit>}
            />
          ))}
          <Statistic title={words.notJoined} value={total.notJoined} suffix={<Unit>{words.boxes}</Unit>} />
        </Flex>
        <Table
          size="small"
          rowKey={(row) => row.region.code}
          columns={columnsFor(onGo)}
          dataSource={items}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Empty description={words.empty} /> }}
        />
      </Flex>
    </Card>
  );
}

const columnsFor = (onGo: Props['onGo']): TableColumnsType<ProofRegion> => [
  {
    title: words.region,
    ellipsis: true,
    render: (_, { region }) =>
      kindOf(region.code) === 'household' ? (
        region.name
      ) : (
        <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onGo(region.code)}>
          {region.name}
        </Button>
      ),
  },
  {
    title: words.addressed,
    width: 90,
    align: 'right',
    render: (_, { figures }) => `${figures.addressed} ${words.boxes}`,
  },
  ...PROOF_STEPS.map((step) => ({
    title: words.steps[step],
    width: 150,
    sorter: (one: ProofRegion, other: ProofRegion) => one.figures[step] - other.figures[step],
    render: (_: unknown, { figures }: ProofRegion) => (
      <Progress
        size="small"
        status={step === 'refused' && figures.refused > 0 ? 'exception' : 'normal'}
        percent={percent(figures[step], figures.addressed)}
        format={() => `${figures[step]} ${words.boxes}`}
      />
    ),
  })),
];

function Unit({ children }: { readonly children: string }) {
  return <Typography.Text type="secondary">{children}</Typography.Text>;
}

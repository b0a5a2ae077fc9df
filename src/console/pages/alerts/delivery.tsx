// How soon the boxes showed an alert, and which have not, while one watches.
import { Button, Card, Flex, Progress, Statistic, Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import type { AlertDelivery } from '../../../contract/alerts.ts';
import type { AlertId } from '../../../contract/ids.ts';
import { useAlertDelivery } from '../../api/alerts.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.alerts.delivery;
type Region = AlertDelivery['regions'][number];
type Laggard = AlertDelivery['laggards'][number];

const share = ({ rendered, addressed }: Pick<Region, 'rendered' | 'addressed'>): number =>
  addressed === 0 ? 0 : Math.floor((rendered / addressed) * 100);

const regionColumns: TableColumnsType<Region> = [
  { title: words.region, render: (_, { region }) => region.name, ellipsis: true },
  { title: words.addressed, width: 90, align: 'right', render: (_, { addressed }) => `${addressed} ${words.box}` },
  { title: words.rendered, width: 160, render: (_, row) => <Progress size="small" percent={share(row)} /> },
  { title: words.p50, width: 120, align: 'right', render: (_, { p50Ms }) => words.ms(p50Ms) },
  { title: words.p99, width: 120, align: 'right', render: (_, { p99Ms }) => words.ms(p99Ms) },
];

const laggardColumns: TableColumnsType<Laggard> = [
  {
    title: words.laggards,
    render: (_, { box, name, place }) => (
      <Link to={`/boxes/${box}`}>
        {place} {name}
      </Link>
    ),
  },
  {
    title: words.took,
    width: 120,
    align: 'right',
    render: (_, { ms }) =>
      ms === null ? <Typography.Text type="danger">{words.notYet}</Typography.Text> : words.ms(ms),
  },
];

/** `isLive` false: expired, the figures stand still. */
export function AlertDeliveryCard({ id, isLive }: { readonly id: AlertId; readonly isLive: boolean }) {
  const delivery = useAlertDelivery(id, isLive);
  const { data } = delivery;
  return (
    <Card
      size="small"
      title={words.title}
      extra={
        <Flex gap={12} align="center">
          {isLive && <Typography.Text type="secondary">{words.live}</Typography.Text>}
          <Link to={`/proof/${id}`}>
            <Button size="small">{texts.proof.open}</Button>
          </Link>
        </Flex>
      }
    >
      <LoadFailure error={delivery.error} onRetry={() => void delivery.refetch()} />
      {data && (
        <Flex vertical gap={16}>
          <Flex justify="space-between" gap={16} wrap>
            <Statistic title={words.addressed} value={data.total.addressed} suffix={words.box} />
            <Statistic title={words.received} value={data.total.received} suffix={words.box} />
            <Statistic
              title={words.rendered}
              value={data.total.rendered}
              suffix={`${words.box} · ${share(data.total)}%`}
            />
            <Statistic title={words.p50} value={words.ms(data.total.p50Ms)} />
            <Statistic title={words.p99} value={words.ms(data.total.p99Ms)} />
            <Statistic title={words.max} value={words.ms(data.total.maxMs)} />
          </Flex>
          <Table
            size="small"
            rowKey={({ region }) => region.code}
            columns={regionColumns}
            dataSource={data.regions}
            pagination={{ pageSize: 10, hideOnSinglePage: true }}
          />
          <Table
            size="small"
            rowKey="box"
            columns={laggardColumns}
            dataSource={data.laggards}
            pagination={{ pageSize: 5, hideOnSinglePage: true, showSizeChanger: false }}
          />
          <Typography.Text type="secondary">{words.hint}</Typography.Text>
        </Flex>
      )}
    </Card>
  );
}

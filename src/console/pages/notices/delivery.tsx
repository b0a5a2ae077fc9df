// How far a published notice got, region by region, while one watches.
import { Button, Card, Empty, Flex, Progress, Statistic, Table, type TableColumnsType, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NoticeId } from '../../../contract/ids.ts';
import type { Delivery } from '../../../contract/notices.ts';
import { isComplete, useDelivery } from '../../api/notices.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { DELIVERY_STEPS, percent, totalsOf } from './delivery-totals.ts';

const words = texts.delivery;

const columns: TableColumnsType<Delivery> = [
  { title: words.region, render: (_, { region }) => region.name, ellipsis: true },
  { title: words.addressed, width: 76, align: 'right', render: (_, { addressed }) => `${addressed} ${words.boxes}` },
  ...DELIVERY_STEPS.map((step) => ({
    title: words[step],
    width: 148,
    render: (_: unknown, row: Delivery) => (
      <Progress size="small" percent={percent(row[step], row.addressed)} format={() => `${row[step]} ${words.boxes}`} />
    ),
  })),
];

/** `isLive` false: withdrawn, the figures stand still. */
export function DeliveryCard({ id, isLive }: { readonly id: NoticeId; readonly isLive: boolean }) {
  const delivery = useDelivery(id, isLive);
  const items = delivery.data?.items ?? [];
  const totals = totalsOf(items);
  const isDone = totals.addressed > 0 && isComplete(items);
  return (
    <Card
      size="small"
      title={words.title}
      extra={
        <Flex gap={12} align="center">
          {isDone && <Tag color="green">{words.complete}</Tag>}
          {!isDone && isLive && <Typography.Text type="secondary">{words.live}</Typography.Text>}
          <Link to={`/proof/${id}`}>
            <Button size="small">{texts.proof.open}</Button>
          </Link>
        </Flex>
      }
    >
      <LoadFailure error={delivery.error} onRetry={() => void delivery.refetch()} />
      {delivery.isSuccess && (
        <Flex vertical gap={16}>
          <Flex justify="space-between" gap={16}>
            <Statistic title={words.addressed} value={totals.addressed} suffix={<Unit>{words.boxes}</Unit>} />
            {DELIVERY_STEPS.map((step) => (
              <Statistic
                key={step}
                title={words[step]}
                value={totals[step]}
                suffix={<Unit>{words.share(percent(totals[step], totals.addressed))}</Unit>}
              />
            ))}
          </Flex>
          <Table
            size="small"
            rowKey={({ region }) => region.code}
            columns={columns}
            dataSource={items}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            locale={{ emptyText: <Empty description={words.noBoxes} /> }}
          />
          <Typography.Text type="secondary">{words.hint}</Typography.Text>
        </Flex>
      )}
    </Card>
  );
}

function Unit({ children }: { readonly children: ReactNode }) {
  return <Typography.Text type="secondary">{children}</Typography.Text>;
}

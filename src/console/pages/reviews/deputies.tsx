// Who stands in for whom, when and why.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { Deputy } from '../../../contract/reviews.ts';
import { useDeputies, useEndDeputy } from '../../api/reviews.ts';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { dayOf } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type DeputyStanding, standingOf } from './deputy-standing.ts';
import { NameDeputy } from './name-deputy.tsx';

const words = texts.reviews;
const MINUTE_MS = 60_000;
const COLORS: Readonly<Record<DeputyStanding, string>> = {
  ahead: 'blue',
  now: 'green',
  over: 'default',
  ended: 'default',
};

export function Deputies() {
  const deputies = useDeputies();
  const today = dayOf(useNow(MINUTE_MS));
  const [isNaming, setNaming] = useState(false);
  const [ending, setEnding] = useState<Deputy | null>(null);
  return (
    <Flex vertical gap={16}>
      <Flex justify="space-between" gap={16}>
        <Typography.Text type="secondary">{words.deputiesHint}</Typography.Text>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setNaming(true)}>
          {words.name}
        </Button>
      </Flex>
      <LoadFailure error={deputies.error} onRetry={() => void deputies.refetch()} />
      <Table
        rowKey="id"
        columns={columnsFor(today, setEnding)}
        dataSource={deputies.data ?? []}
        loading={deputies.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        scroll={{ x: 800 }}
        locale={{ emptyText: deputies.isSuccess ? <Empty description={words.noDeputies} /> : ' ' }}
      />
      {isNaming && <NameDeputy today={today} onClose={() => setNaming(false)} />}
      {ending && <EndDeputy deputy={ending} onClose={() => setEnding(null)} />}
    </Flex>
  );
}

function columnsFor(today: string, onEnd: (deputy: Deputy) => void): TableColumnsType<Deputy> {
  return [
    { title: words.absent, width: 120, render: (_, { for: absent }) => absent.name },
    { title: words.deputy, width: 120, render: (_, { by }) => by.name },
    { title: words.days, width: 240, render: (_, { from, to }) => words.dayRun(from, to) },
    {
      title: words.status,
      width: 120,
      render: (_, deputy) => {
        const standing = standingOf(deputy, today);
        return <Tag color={COLORS[standing]}>{words.statuses[standing]}</Tag>;
      },
    },
    { title: texts.common.reason, dataIndex: 'reason', ellipsis: true },
    {
      title: words.actions,
      width: 110,
      render: (_, deputy) =>
        ['ahead', 'now'].includes(standingOf(deputy, today)) && (
          <Button type="link" style={{ padding: 0 }} onClick={() => onEnd(deputy)}>
            {words.end}
          </Button>
        ),
    },
  ];
}

function EndDeputy({ deputy, onClose }: { readonly deputy: Deputy; readonly onClose: () => void }) {
  const end = useEndDeputy();
  return (
    <AskReason
      title={words.endTitle(deputy.by.name, deputy.for.name)}
      hint={words.endHint}
      okText={words.end}
      placeholder={words.reasonEnd}
      onReason={(reason) => end.mutateAsync({ id: deputy.id, reason })}
      done={words.ended}
      onClose={onClose}
    />
  );
}

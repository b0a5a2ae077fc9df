// The senders with how far each is trusted, and what to do about one.
import { App, Button, Card, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { CapSender } from '../../../contract/cap-calls.ts';
import { useCapSenders, useRenewCapToken } from '../../api/cap.ts';
import { sentenceOf } from '../../api/problem.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { SenderDialog } from './sender-dialog.tsx';
import { TokenOnce } from './token-once.tsx';

const words = texts.cap;

export function SendersCard() {
  const senders = useCapSenders();
  const renew = useRenewCapToken();
  const { modal, message } = App.useApp();
  const [changing, setChanging] = useState<CapSender | null>(null);
  const [renewed, setRenewed] = useState<{ sender: CapSender; token: string } | null>(null);
  const askToRenew = (sender: CapSender) =>
    modal.confirm({
      title: words.renewTitle(sender.name),
      content: words.renewHint,
      okText: words.renew,
      onOk: () =>
        renew.mutateAsync(sender.id).then(
          ({ token }) => setRenewed({ sender, token }),
          (error: unknown) => void message.error(sentenceOf(error)),
        ),
    });
  return (
    <Card size="small" title={words.senders} styles={{ body: { padding: 0 } }}>
      <LoadFailure error={senders.error} onRetry={() => void senders.refetch()} />
      <Typography.Paragraph type="secondary" style={{ padding: '12px 16px 0' }}>
        {words.sendersHint}
      </Typography.Paragraph>
      <Table
        rowKey="id"
        columns={columnsFor(setChanging, askToRenew)}
        dataSource={senders.data ?? []}
        loading={senders.isPending}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: senders.isSuccess ? <Empty description={words.noSenders} /> : ' ' }}
      />
      {changing && <SenderDialog sender={changing} onClose={() => setChanging(null)} />}
      {renewed && <TokenOnce {...renewed} onClose={() => setRenewed(null)} />}
    </Card>
  );
}

function columnsFor(
  onChange: (sender: CapSender) => void,
  onRenew: (sender: CapSender) => void,
): TableColumnsType<CapSender> {
  return [
    {
      title: words.columns.name,
      render: (_, { name, identity }) => (
        <Flex vertical>
          <span>{name}</span>
          <Typography.Text type="secondary" ellipsis={{ tooltip: identity }}>
            {identity}
          </Typography.Text>
        </Flex>
      ),
    },
    { title: words.columns.authority, dataIndex: 'authorityName', width: 130 },
    { title: words.columns.trust, width: 190, render: (_, sender) => <Trust sender={sender} /> },
    { title: words.columns.poll, width: 190, render: (_, sender) => <Poll sender={sender} /> },
    {
      title: words.columns.last,
      width: 150,
      render: (_, { lastAt }) => (lastAt ? formatInstant(lastAt) : words.nothingYet),
    },
    {
      title: words.columns.actions,
      width: 150,
      render: (_, sender) => (
        <Flex gap="middle">
          <Button type="link" style={{ padding: 0 }} onClick={() => onChange(sender)}>
            {words.change}
          </Button>
          <Button type="link" style={{ padding: 0 }} onClick={() => onRenew(sender)}>
            {words.renew}
          </Button>
        </Flex>
      ),
    },
  ];
}

function Trust({ sender }: { readonly sender: CapSender }) {
  if (!sender.active) return <Tag>{words.off}</Tag>;
  return (
    <>
      <Tag color={sender.direct ? 'red' : 'blue'}>{sender.direct ? words.direct : words.waits}</Tag>
      {sender.mustSign && <Tag color="green">{words.signed}</Tag>}
    </>
  );
}

function Poll({ sender: { poll, pollFailure } }: { readonly sender: CapSender }) {
  if (!poll) return words.never;
  return (
    <Flex vertical>
      <Typography.Text ellipsis={{ tooltip: poll.url }}>{words.every(poll.everySeconds)}</Typography.Text>
      {pollFailure && <Typography.Text type="danger">{pollFailure}</Typography.Text>}
    </Flex>
  );
}

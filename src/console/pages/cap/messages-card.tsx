// The documents that came in, newest first, with what came of each and why.
import { Button, Card, Drawer, Empty, Flex, Select, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { CAP_STATES, type CapMessage, type CapState, listCapMessages } from '../../../contract/cap-calls.ts';
import { useCapDocument, useCapMessages } from '../../api/cap.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.cap;
const COLORS: Readonly<Record<CapState, string>> = {
  released: 'green',
  waiting: 'orange',
  stored: 'default',
  refused: 'red',
};

export function MessagesCard() {
  const { query, change, pagination } = useTableQuery(listCapMessages.query);
  const messages = useCapMessages(query);
  const [open, setOpen] = useState<CapMessage | null>(null);
  return (
    <Card
      size="small"
      title={words.messages}
      styles={{ body: { padding: 0 } }}
      extra={
        <Select
          value={query.state ?? null}
          placeholder={words.state}
          aria-label={words.state}
          allowClear
          style={{ width: 130 }}
          options={CAP_STATES.map((state) => ({ value: state, label: words.states[state] }))}
          onChange={(state) => change({ state: state ?? undefined })}
        />
      }
    >
      <LoadFailure error={messages.error} onRetry={() => void messages.refetch()} />
      <Table
        rowKey="id"
        columns={columnsFor(setOpen)}
        dataSource={messages.data?.items ?? []}
        loading={messages.isPending || messages.isPlaceholderData}
        pagination={{ ...pagination(messages.data?.total ?? 0), style: { paddingInline: 16 } }}
        scroll={{ x: 960 }}
        locale={{ emptyText: messages.isSuccess ? <Empty description={words.messagesEmpty} /> : ' ' }}
      />
      {open && <DocumentDrawer message={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function columnsFor(onOpen: (message: CapMessage) => void): TableColumnsType<CapMessage> {
  return [
    { title: words.messageColumns.at, width: 150, render: (_, { at }) => formatInstant(at) },
    { title: words.messageColumns.sender, dataIndex: 'sender', width: 160, ellipsis: true },
    {
      title: words.messageColumns.title,
      ellipsis: true,
      render: (_, message) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => onOpen(message)}>
          {message.title || message.identifier || words.document}
        </Button>
      ),
    },
    {
      title: words.messageColumns.state,
      width: 110,
      render: (_, { state }) => <Tag color={COLORS[state]}>{words.states[state]}</Tag>,
    },
    {
      title: words.messageColumns.detail,
      width: 340,
      render: (_, { detail, alert }) => (
        <Flex vertical>
          {detail}
          {alert && <Link to={`/alerts/${alert}`}>{words.toAlert}</Link>}
        </Flex>
      ),
    },
  ];
}

function DocumentDrawer({ message, onClose }: { readonly message: CapMessage; readonly onClose: () => void }) {
  const document = useCapDocument(message.id);
  return (
    <Drawer open title={message.title || words.document} size="large" onClose={onClose} loading={document.isPending}>
      <LoadFailure error={document.error} onRetry={() => void document.refetch()} />
      {message.detail && <Typography.Paragraph>{message.detail}</Typography.Paragraph>}
      <pre style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>{document.data?.document}</pre>
    </Drawer>
  );
}

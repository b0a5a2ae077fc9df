// The documents that came in, newest first, with what came of each and why.
import { Button, Card, Drawer, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type CapMessage, type CapState, listCapMessages } from '../../../contract/cap-calls.ts';
import { useCapDocument, useCapMessages } from '../../api/cap.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { LoadFailure } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
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
        <ChoiceBox
          label={words.state}
          value={query.state}
          names={words.states}
          width={130}
          onChange={(state) => change({ state })}
        />
      }
    >
      <LoadFailure error={messages.error} onRetry={() => void messages.refetch()} />
      <Table
        rowKey="id"
        columns={columnsFor(setOpen)}
        scroll={{ x: 960 }}
        {...pagedRows(
          messages,
          (total) => ({ ...pagination(total), style: { paddingInline: 16 } }),
          words.messagesEmpty,
        )}
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

// The keys that sign what reaches a screen: which there are, the next one, and one that is trusted no longer.
import SwapOutlined from '@ant-design/icons/SwapOutlined';
import { Button, Card, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { KeyId, SigningKey } from '../../../contract/signing.ts';
import { useKeys, useRevokeKey, useRotateKey } from '../../api/keys.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.keys;
const COLORS: Readonly<Record<SigningKey['state'], string>> = { current: 'green', retired: 'default', revoked: 'red' };

export function KeysPage() {
  const keys = useKeys();
  const [rotating, setRotating] = useState(false);
  const [revoking, setRevoking] = useState<KeyId | null>(null);
  return (
    <Page
      title={words.title}
      actions={
        <Button type="primary" icon={<SwapOutlined aria-hidden />} onClick={() => setRotating(true)}>
          {words.rotate}
        </Button>
      }
    >
      <Typography.Text type="secondary">{words.hint}</Typography.Text>
      <LoadFailure error={keys.error} onRetry={() => void keys.refetch()} />
      {keys.data && (
        <Card size="small" title={words.root} extra={words.version(keys.data.version)}>
          <Typography.Text code copyable={{ tooltips: [words.copy, words.copied] }}>
            {keys.data.root.publicKey}
          </Typography.Text>
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
            {words.rootHint}
          </Typography.Paragraph>
        </Card>
      )}
      <Table
        rowKey="id"
        columns={columnsFor(setRevoking)}
        dataSource={keys.data?.keys ?? []}
        loading={keys.isPending}
        pagination={{ hideOnSinglePage: true, pageSize: 20 }}
        scroll={{ x: 760 }}
      />
      {rotating && <Rotate onClose={() => setRotating(false)} />}
      {revoking && <Revoke id={revoking} onClose={() => setRevoking(null)} />}
    </Page>
  );
}

function columnsFor(onRevoke: (id: KeyId) => void): TableColumnsType<SigningKey> {
  return [
    { title: words.columns.id, dataIndex: 'id', render: (id: KeyId) => <Typography.Text code>{id}</Typography.Text> },
    {
      title: words.columns.state,
      width: 120,
      render: (_, { state }) => <Tag color={COLORS[state]}>{words.states[state]}</Tag>,
    },
    { title: words.columns.created, width: 160, render: (_, { createdAt }) => formatInstant(createdAt) },
    {
      title: words.columns.ended,
      width: 160,
      render: (_, { revokedAt, retiredAt }) => {
        const ended = revokedAt ?? retiredAt;
        return ended && formatInstant(ended);
      },
    },
    {
      title: words.columns.actions,
      width: 90,
      render: (_, { id, state }) =>
        state !== 'revoked' && (
          <Button type="link" danger style={{ padding: 0 }} onClick={() => onRevoke(id)}>
            {words.revoke}
          </Button>
        ),
    },
  ];
}

function Rotate({ onClose }: { readonly onClose: () => void }) {
  const rotate = useRotateKey();
  return (
    <AskReason
      title={words.rotateTitle}
      hint={words.rotateHint}
      okText={words.rotate}
      placeholder={words.reasonPlaceholder}
      onReason={(reason) => rotate.mutateAsync(reason)}
      done={words.rotated}
      onClose={onClose}
    />
  );
}

function Revoke({ id, onClose }: { readonly id: KeyId; readonly onClose: () => void }) {
  const revoke = useRevokeKey();
  return (
    <AskReason
      danger
      title={words.revokeTitle(id)}
      hint={words.revokeHint}
      okText={words.revoke}
      placeholder={words.reasonPlaceholder}
      onReason={(reason) => revoke.mutateAsync({ id, reason })}
      done={words.revoked}
      onClose={onClose}
    />
  );
}

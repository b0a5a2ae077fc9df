// The frame of every page: where one is, what one can do here, and what went wrong.
import { Alert, Button, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { texts } from '../texts/zh-CN.ts';

interface Props {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Stays in sight, so that a long form can be saved from anywhere. */
const HEADER = {
  position: 'sticky',
  top: 0,
  zIndex: 5,
  minHeight: 64,
  marginBlock: -16,
  paddingBlock: 16,
  background: '#f5f6f8',
} as const;

export function Page({ title, actions, children }: Props) {
  return (
    <Flex vertical gap={16}>
      <Flex justify="space-between" align="center" gap={16} wrap style={HEADER}>
        <Typography.Title level={4} style={{ margin: 0 }}>
          {title}
        </Typography.Title>
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      </Flex>
      {children}
    </Flex>
  );
}

/** What could not be read, why, and the one thing to do. Nothing where nothing failed. */
export function LoadFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  if (!error) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={texts.failure.load}
      description={sentenceOf(error)}
      action={<Button onClick={onRetry}>{texts.common.retry}</Button>}
    />
  );
}

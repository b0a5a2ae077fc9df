// The plain page around log-in and forced password change.
import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { texts } from '../texts/zh-CN.ts';

export function EntryFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Flex
      vertical
      align="center"
      gap={24}
      style={{ minHeight: '100vh', padding: '16vh 12px 0', background: '#f5f6f8' }}
    >
      <Typography.Title level={3} style={{ margin: 0 }}>
        {texts.product}
      </Typography.Title>
      <Card title={title} style={{ width: 400, maxWidth: '100%' }}>
        {children}
      </Card>
    </Flex>
  );
}

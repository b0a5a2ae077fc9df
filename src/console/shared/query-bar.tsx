// The bar of conditions above a table, the same on every page.
import { Button, Card, Flex } from 'antd';
import type { ReactNode } from 'react';
import { texts } from '../texts/zh-CN.ts';

interface Props {
  readonly children: ReactNode;
  readonly onClear: () => void;
}

export function QueryBar({ children, onClear }: Props) {
  return (
    <Card size="small">
      <Flex gap={12} wrap align="center">
        {children}
        <Button type="text" onClick={onClear}>
          {texts.common.clear}
        </Button>
      </Flex>
    </Card>
  );
}

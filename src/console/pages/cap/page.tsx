// Warnings from other offices: who may send them, and what came in.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { MessagesCard } from './messages-card.tsx';
import { SenderDialog } from './sender-dialog.tsx';
import { SendersCard } from './senders-card.tsx';

const words = texts.cap;

export function CapPage() {
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={words.title}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <SendersCard />
      <MessagesCard />
      {adding && <SenderDialog sender={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

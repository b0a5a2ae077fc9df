// Shows a sender's token this once; it cannot be read again.
import { Descriptions, Typography } from 'antd';
import type { CapSender } from '../../../contract/cap-calls.ts';
import { ShownOnce } from '../../shared/shown-once.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.cap;

interface Props {
  readonly sender: CapSender;
  readonly token: string;
  readonly onClose: () => void;
}

export function TokenOnce({ sender, token, onClose }: Props) {
  const code = (
    <Typography.Text code copyable style={{ wordBreak: 'break-all' }}>
      {token}
    </Typography.Text>
  );
  return (
    <ShownOnce title={words.tokenTitle} hint={words.tokenHint} okText={words.done} onClose={onClose}>
      <Descriptions
        column={1}
        items={[
          { key: 'name', label: words.name, children: sender.name },
          { key: 'token', label: words.token, children: code },
        ]}
      />
    </ShownOnce>
  );
}

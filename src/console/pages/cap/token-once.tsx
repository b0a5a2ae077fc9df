// Shows a sender's token this once; it cannot be read again.
import { Alert, Button, Descriptions, Modal, Typography } from 'antd';
import type { CapSender } from '../../../contract/cap-calls.ts';
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
    <Modal
      open
      title={words.tokenTitle}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <Descriptions
        column={1}
        items={[
          { key: 'name', label: words.name, children: sender.name },
          { key: 'token', label: words.token, children: code },
        ]}
      />
      <Alert type="warning" showIcon title={words.tokenHint} style={{ marginTop: 16 }} />
    </Modal>
  );
}

// Shows a temporary password this once; it cannot be read again.
import { Alert, Button, Descriptions, Modal, Typography } from 'antd';
import type { Staff } from '../../../contract/staff.ts';
import { texts } from '../../texts/zh-CN.ts';

interface Props {
  readonly title: string;
  readonly staff: Staff;
  readonly password: string;
  readonly onClose: () => void;
}

const words = texts.staff;

export function TemporaryPassword({ title, staff, password, onClose }: Props) {
  return (
    <Modal
      open
      title={title}
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
          { key: 'name', label: words.name, children: staff.name },
          { key: 'account', label: words.account, children: staff.account },
          {
            key: 'password',
            label: words.temporary,
            children: (
              <Typography.Text code copyable style={{ fontSize: 18 }}>
                {password}
              </Typography.Text>
            ),
          },
        ]}
      />
      <Alert type="warning" showIcon title={words.temporaryHint} style={{ marginTop: 16 }} />
    </Modal>
  );
}

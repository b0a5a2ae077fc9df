// Shows a temporary password this once; it cannot be read again.
import { Descriptions, Typography } from 'antd';
import type { Staff } from '../../../contract/staff.ts';
import { ShownOnce } from '../../shared/shown-once.tsx';
import { texts } from '../../texts/zh-CN.ts';

interface Props {
  readonly title: string;
  readonly staff: Staff;
  readonly password: string;
  readonly onClose: () => void;
}

const words = texts.staff;

export function TemporaryPassword({ title, staff, password, onClose }: Props) {
  const code = (
    <Typography.Text code copyable style={{ fontSize: 18 }}>
      {password}
    </Typography.Text>
  );
  return (
    <ShownOnce title={title} hint={words.temporaryHint} okText={words.done} onClose={onClose}>
      <Descriptions
        column={1}
        items={[
          { key: 'name', label: words.name, children: staff.name },
          { key: 'account', label: words.account, children: staff.account },
          { key: 'password', label: words.temporary, children: code },
        ]}
      />
    </ShownOnce>
  );
}

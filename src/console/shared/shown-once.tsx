// Shows what can't be read again: it is left by the button alone, once it has been written down.
import { Alert, Button, Flex, Modal } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** To whom it goes, and that it is shown this once. */
  readonly hint: string;
  readonly okText: string;
  readonly onClose: () => void;
}

export function ShownOnce({ title, children, hint, okText, onClose }: Props) {
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {okText}
        </Button>
      }
    >
      <Flex vertical gap={16}>
        {children}
        <Alert type="warning" showIcon title={hint} />
      </Flex>
    </Modal>
  );
}

// Shows a household's new PIN this once; it cannot be read again.
import { Alert, Button, Flex, Modal, Typography } from 'antd';
import { texts } from '../../texts/zh-CN.ts';
import { BigPin } from './big-pin.tsx';

const words = texts.household;

interface Props {
  /** 车站社区 1号楼 101 */
  readonly address: string;
  readonly pin: string;
  readonly onClose: () => void;
}

export function ToldPin({ address, pin, onClose }: Props) {
  return (
    <Modal
      open
      title={words.pinTitle}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.pinDone}
        </Button>
      }
    >
      <Flex vertical gap={8}>
        <Typography.Text>{address}</Typography.Text>
        <BigPin pin={pin} />
        <Alert type="warning" showIcon title={words.pinOnce} />
      </Flex>
    </Modal>
  );
}

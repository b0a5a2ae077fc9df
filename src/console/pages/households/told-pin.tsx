// Shows a household's new PIN this once; it cannot be read again.
import { Typography } from 'antd';
import { ShownOnce } from '../../shared/shown-once.tsx';
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
    <ShownOnce title={words.pinTitle} hint={words.pinOnce} okText={words.pinDone} onClose={onClose}>
      <Typography.Text>{address}</Typography.Text>
      <BigPin pin={pin} />
    </ShownOnce>
  );
}

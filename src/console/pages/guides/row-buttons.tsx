// Moves a row of a list up or down, or takes it out: by mouse and by keyboard alike.
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Flex } from 'antd';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guideEditor;

interface Props {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly onDrop: (index: number) => void;
}

export function RowButtons({ index, count, onMove, onDrop }: Props) {
  return (
    <Flex>
      <Button
        type="text"
        aria-label={words.up(index + 1)}
        icon={<ArrowUpOutlined aria-hidden />}
        disabled={index === 0}
        onClick={() => onMove(index, index - 1)}
      />
      <Button
        type="text"
        aria-label={words.down(index + 1)}
        icon={<ArrowDownOutlined aria-hidden />}
        disabled={index === count - 1}
        onClick={() => onMove(index, index + 1)}
      />
      <Button
        type="text"
        aria-label={words.drop(index + 1)}
        icon={<DeleteOutlined aria-hidden />}
        onClick={() => onDrop(index)}
      />
    </Flex>
  );
}

// The end of a list of rows: one more, how many there are of how many, and what is wrong with the list as a whole.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Flex, Form, Typography } from 'antd';
import type { ReactNode } from 'react';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guideEditor;

interface Props {
  readonly label: string;
  readonly count: number;
  readonly most?: number;
  readonly errors: ReactNode[];
  readonly onAdd: () => void;
}

export function ListFoot({ label, count, most, errors, onAdd }: Props) {
  return (
    <>
      <Flex justify="space-between" align="center">
        <Button
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          disabled={most !== undefined && count >= most}
          onClick={onAdd}
        >
          {label}
        </Button>
        {most !== undefined && <Typography.Text type="secondary">{words.countOf(count, most)}</Typography.Text>}
      </Flex>
      <Form.ErrorList errors={errors} />
    </>
  );
}

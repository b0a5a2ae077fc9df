// A list of sentences in their order, a field each: conditions, steps, what it goes by.
import { Flex, Form, Input, Typography } from 'antd';
import type { z } from 'zod';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from './contract-rule.ts';
import { ListFoot } from './list-foot.tsx';
import { RowButtons } from './row-buttons.tsx';

const words = texts.guideEditor;
const NUMBER_WIDTH = 20;

interface Props {
  readonly name: 'conditions' | 'steps' | 'basis';
  readonly schema: z.ZodArray<z.ZodString>;
  /** In lines, and in characters of each. */
  readonly most: number;
  readonly length: number;
  readonly placeholder: string;
  readonly addText: string;
}

export function LinesField({ name, schema, most, length, placeholder, addText }: Props) {
  const label = texts.guides.fields[name];
  return (
    <Form.List name={name} rules={[{ validator: atLeastOne }]}>
      {(rows, { add, remove, move }, { errors }) => (
        <Flex vertical gap={8}>
          {rows.map((row, index) => (
            <Flex key={row.key} gap={8} align="start">
              <Typography.Text type="secondary" style={{ width: NUMBER_WIDTH, lineHeight: '32px', flex: 'none' }}>
                {index + 1}
              </Typography.Text>
              <Form.Item
                name={row.name}
                rules={[byContract(schema.element)]}
                style={{ flex: 1, marginBottom: 0 }}
                messageVariables={{ label }}
              >
                <Input.TextArea
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  maxLength={length}
                  aria-label={words.line(label, index + 1)}
                  placeholder={placeholder}
                />
              </Form.Item>
              <RowButtons index={index} count={rows.length} onMove={move} onDrop={remove} />
            </Flex>
          ))}
          <ListFoot label={addText} count={rows.length} most={most} errors={errors} onAdd={() => add('')} />
        </Flex>
      )}
    </Form.List>
  );
}

const atLeastOne = (_: unknown, lines: readonly string[] | undefined) =>
  lines && lines.length > 0 ? Promise.resolve() : Promise.reject(new Error(words.tooFew(1)));

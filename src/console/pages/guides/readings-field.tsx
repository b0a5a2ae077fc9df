// Words whose pinyin the dictionary reads wrongly, and how they are read.
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Flex, Form, type FormInstance, Input } from 'antd';
import { GuideInput } from '../../../contract/guides.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from './contract-rule.ts';
import type { GuideForm } from './guide-form.ts';
import { ListFoot } from './list-foot.tsx';

const words = texts.guideEditor;
const { keyType, valueType } = GuideInput.shape.readings;
const TIGHT = { flex: 1, marginBottom: 0 } as const;

export function ReadingsField() {
  return (
    <Form.List name="readings">
      {(rows, { add, remove }, { errors }) => (
        <Flex vertical gap={8}>
          {rows.map((row, index) => (
            <Flex key={row.key} gap={8} align="start">
              <Form.Item name={[row.name, 'word']} rules={[byContract(keyType), onlyOnce]} style={TIGHT}>
                <Input
                  maxLength={20}
                  aria-label={words.line(words.readingWord, index + 1)}
                  placeholder={words.readingWord}
                />
              </Form.Item>
              <Form.Item
                name={[row.name, 'syllables']}
                rules={[byContract(valueType, words.readingWrong)]}
                style={TIGHT}
              >
                <Input
                  maxLength={120}
                  aria-label={words.line(words.readingSyllables, index + 1)}
                  placeholder={words.readingSyllables}
                />
              </Form.Item>
              <Button
                type="text"
                aria-label={words.drop(index + 1)}
                icon={<DeleteOutlined aria-hidden />}
                onClick={() => remove(row.name)}
              />
            </Flex>
          ))}
          <ListFoot
            label={words.addReading}
            count={rows.length}
            errors={errors}
            onAdd={() => add({ word: '', syllables: '' })}
          />
        </Flex>
      )}
    </Form.List>
  );
}

/** Two of one word would be saved as one. */
const onlyOnce = ({ getFieldValue }: Pick<FormInstance<GuideForm>, 'getFieldValue'>) => ({
  validator: (_: unknown, word: string) => {
    const readings: GuideForm['readings'] = getFieldValue('readings');
    const same = readings.filter((each) => each.word.trim() !== '' && each.word.trim() === word.trim());
    return same.length > 1 ? Promise.reject(new Error(words.readingTwice)) : Promise.resolve();
  },
});

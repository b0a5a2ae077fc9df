// How long it takes: at once, or so many working days, days or hours.
import { Flex, Form, InputNumber, Select } from 'antd';
import { TimeLimit } from '../../../contract/guides.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from './contract-rule.ts';
import type { GuideForm } from './guide-form.ts';

const words = texts.guideEditor;
const { count } = TimeLimit.options[1].shape;
const KINDS = Object.entries(words.limitKinds).map(([value, label]) => ({ value, label }));
const WITH_NONE = [{ value: 'none', label: texts.guides.noLegalLimit }, ...KINDS];

interface Props {
  readonly name: 'promisedLimit' | 'legalLimit';
}

export function LimitField({ name }: Props) {
  const kind = Form.useWatch<GuideForm['legalLimit']['kind']>([name, 'kind']);
  const isCounted = kind !== undefined && kind !== 'none' && kind !== 'at-once';
  return (
    <Form.Item label={texts.guides.fields[name]} style={{ marginBottom: 0 }}>
      <Flex gap={8} align="start">
        {isCounted && (
          <Form.Item name={[name, 'count']} rules={[byContract(count)]} style={{ width: 96 }}>
            <InputNumber min={1} max={365} precision={0} aria-label={words.count} style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item name={[name, 'kind']} style={{ flex: 1 }}>
          <Select options={name === 'legalLimit' ? WITH_NONE : KINDS} aria-label={texts.guides.fields[name]} />
        </Form.Item>
      </Flex>
    </Form.Item>
  );
}

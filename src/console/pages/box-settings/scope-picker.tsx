// Chooses the boxes settings are for: those of a region, of a model, or a single one.
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { SettingScope } from '../../../contract/box-settings.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { BoxPicker } from './box-picker.tsx';

const words = texts.boxSettings;
type Kind = SettingScope['kind'];
const KINDS: readonly Kind[] = ['region', 'model', 'box'];

interface Props {
  readonly value: SettingScope | undefined;
  readonly onChange: (scope: SettingScope | undefined) => void;
}

export function ScopePicker({ value, onChange }: Props) {
  const [kind, setKind] = useState<Kind>(value?.kind ?? 'region');
  return (
    <>
      <Form.Item label={words.kind}>
        <Radio.Group
          value={kind}
          options={KINDS.map((each) => ({ value: each, label: words.kinds[each] }))}
          onChange={({ target }) => {
            setKind(target.value as Kind);
            onChange(undefined);
          }}
        />
      </Form.Item>
      <Form.Item label={words[kind]}>
        {kind === 'region' && (
          <RegionPicker
            permission="box.manage"
            placeholder={words.regionPlaceholder}
            value={value?.kind === 'region' ? value.region : undefined}
            onChange={(region) => onChange(region && { kind: 'region', region })}
          />
        )}
        {kind === 'model' && (
          <Input
            placeholder={words.modelPlaceholder}
            maxLength={60}
            value={value?.kind === 'model' ? value.model : ''}
            onChange={({ target }) => onChange(target.value ? { kind: 'model', model: target.value } : undefined)}
          />
        )}
        {kind === 'box' && (
          <BoxPicker
            value={value?.kind === 'box' ? value.box : null}
            onChange={(box) => onChange(box ? { kind: 'box', box } : undefined)}
          />
        )}
      </Form.Item>
    </>
  );
}

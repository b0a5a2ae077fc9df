// Who shall work on it: a department of the district, or the staff of a town or community.
import { Flex, Segmented, Select } from 'antd';
import { useState } from 'react';
import { DEPARTMENTS, type Department } from '../../../contract/departments.ts';
import type { Handler } from '../../../contract/requests.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requestCase.form;
const KINDS = [
  { value: 'department', label: words.department },
  { value: 'region', label: words.region },
] as const satisfies { value: Handler['kind']; label: string }[];

interface Props {
  readonly id?: string;
  readonly value?: Handler | undefined;
  readonly onChange?: (handler: Handler | undefined) => void;
}

export function HandlerPicker({ value, onChange }: Props) {
  const [kind, setKind] = useState<Handler['kind']>(value?.kind ?? 'department');
  const turn = (next: Handler['kind']) => {
    setKind(next);
    onChange?.(undefined);
  };
  return (
    <Flex vertical gap={8}>
      <Segmented<Handler['kind']> options={KINDS.slice()} value={kind} onChange={turn} style={{ alignSelf: 'start' }} />
      {kind === 'department' ? (
        <Select<Department | null>
          aria-label={words.departmentPick}
          placeholder={words.departmentPick}
          value={value?.kind === 'department' ? value.department : null}
          showSearch={{ optionFilterProp: 'label' }}
          options={DEPARTMENTS.map((each) => ({ value: each, label: DEPARTMENT_NAMES[each] }))}
          onChange={(department) => onChange?.(department ? { kind: 'department', department } : undefined)}
        />
      ) : (
        <RegionPicker
          permission="request.read"
          placeholder={words.regionPick}
          value={value?.kind === 'region' ? value.region : undefined}
          onChange={(region) => onChange?.(region ? { kind: 'region', region } : undefined)}
        />
      )}
    </Flex>
  );
}

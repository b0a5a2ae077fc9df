// Who shall work on it: a department of the district, the staff of a town or community, or the cable operator.
import { Flex, Segmented, Select } from 'antd';
import { useState } from 'react';
import { DEPARTMENTS, type Department } from '../../../contract/departments.ts';
import type { Handler } from '../../../contract/requests.ts';
import { can } from '../../../domain/access/can.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requestCase.form;
const REGION = { value: 'region', label: words.region } as const;
const KINDS = [
  { value: 'department', label: words.department },
  REGION,
  { value: 'operator', label: words.operator },
] as const satisfies { value: Handler['kind']; label: string }[];

interface Props {
  readonly id?: string;
  readonly value?: Handler | undefined;
  readonly onChange?: (handler: Handler | undefined) => void;
}

/** Departments and the operator get their work from the district's office alone. */
export function HandlerPicker({ value, onChange }: Props) {
  const { staff } = useSignedIn();
  const kinds = can(staff, 'request.assign', DISTRICT) ? KINDS : [REGION];
  const [kind, setKind] = useState<Handler['kind']>(value?.kind ?? kinds[0].value);
  const turn = (next: Handler['kind']) => {
    setKind(next);
    onChange?.(next === 'operator' ? { kind: next } : undefined);
  };
  return (
    <Flex vertical gap={8}>
      {kinds.length > 1 && (
        <Segmented<Handler['kind']>
          options={kinds.slice()}
          value={kind}
          onChange={turn}
          style={{ alignSelf: 'start' }}
        />
      )}
      {kind === 'department' && (
        <Select<Department | null>
          aria-label={words.departmentPick}
          placeholder={words.departmentPick}
          value={value?.kind === 'department' ? value.department : null}
          showSearch={{ optionFilterProp: 'label' }}
          options={DEPARTMENTS.map((each) => ({ value: each, label: DEPARTMENT_NAMES[each] }))}
          onChange={(department) => onChange?.(department ? { kind: 'department', department } : undefined)}
        />
      )}
      {kind === 'region' && (
        <RegionPicker
          permission="request.assign"
          placeholder={words.regionPick}
          value={value?.kind === 'region' ? value.region : undefined}
          onChange={(region) => onChange?.(region ? { kind: 'region', region } : undefined)}
        />
      )}
    </Flex>
  );
}

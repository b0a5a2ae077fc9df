// Finds a household by words of its address.
import { Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import type { RegionCode } from '../../../contract/regions.ts';
import { useHouseholds } from '../../api/households.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.household;
const STILL_MS = 300;

interface Props {
  readonly id?: string;
  readonly value?: RegionCode | null;
  readonly onChange?: (household: RegionCode | null) => void;
}

export function HouseholdPicker({ id, value = null, onChange }: Props) {
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), STILL_MS);
  const found = useHouseholds(asked);
  // The chosen one stays among the options when another search replaces the list: its address is shown, not its code.
  const [chosen, setChosen] = useState<{ value: RegionCode; label: string } | null>(null);
  const options = (found.data ?? []).map(({ code, address, boxes }) => ({ value: code, label: address, boxes }));
  const all = chosen && !options.some((each) => each.value === chosen.value) && value === chosen.value;
  return (
    <>
      <Select<RegionCode | null, { value: RegionCode; label: string; boxes?: number }>
        {...(id !== undefined && { id })}
        value={value}
        placeholder={words.pick}
        aria-label={words.pick}
        allowClear
        style={{ width: '100%' }}
        showSearch={{ filterOption: false, onSearch: setText }}
        loading={found.isFetching}
        options={all ? [...options, chosen] : options}
        optionRender={({ data }) => (
          <Flex vertical style={{ whiteSpace: 'normal' }}>
            {data.label}
            {data.boxes !== undefined && (
              <Typography.Text type="secondary">{words.pickBoxes(data.boxes)}</Typography.Text>
            )}
          </Flex>
        )}
        notFoundContent={
          <Typography.Text type={found.error ? 'danger' : 'secondary'}>
            {found.error ? sentenceOf(found.error) : nothingText(asked, found.isSuccess && !found.isFetching)}
          </Typography.Text>
        }
        onChange={(next, option) => {
          setChosen(next && option && !Array.isArray(option) ? { value: next, label: option.label } : null);
          onChange?.(next ?? null);
        }}
      />
      <Typography.Text type="secondary">{words.pickHint}</Typography.Text>
    </>
  );
}

function nothingText(asked: string, isAnswered: boolean): string {
  if (asked === '') return words.pickHint;
  return isAnswered ? words.pickNone : texts.common.loading;
}

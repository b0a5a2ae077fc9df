// Finds one box by its smart card or its name.
import { Select, Typography } from 'antd';
import { useState } from 'react';
import type { BoxId } from '../../../contract/ids.ts';
import { useBoxes } from '../../api/boxes.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.boxSettings;
const STILL_MS = 300;

interface Props {
  readonly value: BoxId | null;
  readonly onChange: (box: BoxId | null) => void;
}

export function BoxPicker({ value, onChange }: Props) {
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), STILL_MS);
  const found = useBoxes({ page: 1, pageSize: 20, ...(asked && { text: asked }) });
  const options = (found.data?.items ?? []).map(({ id, place, name }) => ({ value: id, label: `${place} ${name}` }));
  // The chosen one stays when another search replaces the list.
  const [chosen, setChosen] = useState<{ value: BoxId; label: string } | null>(null);
  const isAway = chosen !== null && chosen.value === value && !options.some((each) => each.value === value);
  return (
    <Select<BoxId | null, { value: BoxId; label: string }>
      value={value}
      placeholder={words.boxPlaceholder}
      aria-label={words.boxPlaceholder}
      allowClear
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      options={isAway ? [...options, chosen] : options}
      notFoundContent={
        <Typography.Text type="secondary">{found.isFetching ? texts.common.loading : words.boxNone}</Typography.Text>
      }
      onChange={(next, option) => {
        setChosen(next && option && !Array.isArray(option) ? option : null);
        onChange(next ?? null);
      }}
    />
  );
}

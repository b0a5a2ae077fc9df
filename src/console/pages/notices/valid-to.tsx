// Until when a notice is shown: a time, or until it is withdrawn.
import { Checkbox, DatePicker, Flex } from 'antd';
import type { Dayjs } from 'dayjs';
import { endOfDays } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.editor;
const LASTS = [1, 3, 7, 30] as const;
const DEFAULT_DAYS = 7;

/** `id`, `value`, `onChange` come from the form's item; `from` is where the presets count from. */
interface Props {
  readonly id?: string;
  readonly value?: Dayjs | null;
  readonly onChange?: (value: Dayjs | null) => void;
  readonly from: Dayjs | undefined;
}

export function ValidTo({ id, value = null, onChange, from }: Props) {
  return (
    <Flex gap={12} align="center" wrap>
      <DatePicker
        {...(id !== undefined && { id })}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        allowClear={false}
        needConfirm={false}
        value={value}
        disabled={value === null}
        presets={from ? LASTS.map((days) => ({ label: words.lasts(days), value: endOfDays(from, days) })) : []}
        onChange={(next) => onChange?.(next)}
      />
      <Checkbox
        checked={value === null}
        onChange={({ target }) => onChange?.(target.checked || !from ? null : endOfDays(from, DEFAULT_DAYS))}
      >
        {words.toOpen}
      </Checkbox>
    </Flex>
  );
}

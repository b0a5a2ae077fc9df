// A box for a part of a text in a query bar: asks on Enter, on the button, and when emptied.
import { Input } from 'antd';

interface Props {
  readonly value: string | undefined;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly width?: number;
  readonly onSearch: (text: string | undefined) => void;
}

export function SearchBox({ value, placeholder, maxLength, width = 240, onSearch }: Props) {
  return (
    <Input.Search
      // Made anew when the address changes from elsewhere: going back, clearing the conditions.
      key={value ?? ''}
      defaultValue={value ?? ''}
      placeholder={placeholder}
      aria-label={placeholder}
      maxLength={maxLength}
      allowClear
      style={{ width }}
      onSearch={(text) => onSearch(text.trim() || undefined)}
    />
  );
}

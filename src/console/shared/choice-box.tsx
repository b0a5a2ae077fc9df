// A box for one of a few conditions in a query bar; emptied, it asks for all.
import { Select } from 'antd';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  /** What can be chosen, in this order, with what each is called. */
  readonly names: Readonly<Record<Value, string>>;
  readonly width: number;
  readonly onChange: (value: Value | undefined) => void;
}

export function ChoiceBox<Value extends string>({ label, value, names, width, onChange }: Props<Value>) {
  return (
    <Select<Value | null>
      value={value ?? null}
      placeholder={label}
      aria-label={label}
      allowClear
      style={{ width }}
      options={Object.entries<string>(names).map(([key, name]) => ({ value: key as Value, label: name }))}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

// Names who stands in for someone who is away.
import { DatePicker, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { StaffId } from '../../../contract/ids.ts';
import type { Colleague } from '../../../contract/reviews.ts';
import { Day } from '../../../contract/time.ts';
import { useColleagues, useCreateDeputy } from '../../api/reviews.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.reviews;
const FORMAT = 'YYYY-MM-DD';

interface Props {
  /** 2026-11-23 */
  readonly today: string;
  readonly onClose: () => void;
}

export function NameDeputy({ today, onClose }: Props) {
  const { staff } = useSignedIn();
  const colleagues = useColleagues();
  const create = useCreateDeputy();
  const people = colleagues.data ?? [];
  const [absent, setAbsent] = useState<StaffId>(staff.id);
  const [deputy, setDeputy] = useState<StaffId | null>(null);
  const [days, setDays] = useState<{ from: Day; to: Day } | null>(null);
  const readDays = (run: readonly (Dayjs | null)[] | null) => {
    const [from, to] = run ?? [];
    setDays(from && to ? { from: Day.parse(from.format(FORMAT)), to: Day.parse(to.format(FORMAT)) } : null);
  };
  return (
    <AskReason
      title={words.name}
      hint={words.nameHint}
      okText={words.nameOk}
      placeholder={words.reasonDeputy}
      onReason={deputy && days && ((reason) => create.mutateAsync({ for: absent, by: deputy, ...days, reason }))}
      done={words.named}
      onClose={onClose}
    >
      <LoadFailure error={colleagues.error} onRetry={() => void colleagues.refetch()} />
      <Form.Item label={words.absent}>
        <PersonSelect
          label={words.absent}
          people={people.filter((each) => each.mayBeStoodInFor)}
          value={absent}
          isLoading={colleagues.isPending}
          onChange={setAbsent}
        />
      </Form.Item>
      <Form.Item label={words.deputy}>
        <PersonSelect
          label={words.deputy}
          people={people.filter(({ id }) => id !== absent)}
          value={deputy}
          isLoading={colleagues.isPending}
          onChange={setDeputy}
        />
      </Form.Item>
      <Form.Item label={words.days}>
        <DatePicker.RangePicker
          style={{ width: '100%' }}
          disabledDate={(day) => day.format(FORMAT) < today}
          onChange={readDays}
        />
      </Form.Item>
    </AskReason>
  );
}

interface SelectProps {
  readonly label: string;
  readonly people: readonly Colleague[];
  readonly value: StaffId | null;
  readonly isLoading: boolean;
  readonly onChange: (id: StaffId) => void;
}

function PersonSelect({ label, people, value, isLoading, onChange }: SelectProps) {
  const options = people.map(({ id, name, grants }) => ({
    value: id,
    label: words.person(name, grants.map((each) => each.regionName).join('、')),
  }));
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.pick}
      loading={isLoading}
      // A name is not known before the list is.
      value={people.some(({ id }) => id === value) ? value : null}
      options={options}
      onChange={(id) => {
        if (id) onChange(id);
      }}
    />
  );
}

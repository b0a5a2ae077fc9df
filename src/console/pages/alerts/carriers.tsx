// The notices that an alert does not cover, because they say it themselves: chosen by one person, seen by the other.
import { Flex, Form, Select } from 'antd';
import { Link } from 'react-router';
import { ALERT_LIMITS, type AlertCarrier, type Severity } from '../../../contract/alerts.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import { useNotices } from '../../api/notices.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.alerts.carriers;

/** The last that were published or changed: whoever looks for one has just put it on the screens. */
const usePublished = () => useNotices({ state: 'published', page: 1, pageSize: 100 });

/** Nothing where the alert covers nothing anyway. */
export function CarriersField({ severity }: { readonly severity: Severity }) {
  if (severity !== 'red' && severity !== 'orange') return null;
  return (
    <Form.Item name="carriers" label={words.label} extra={words.hint}>
      <CarriersPicker />
    </Form.Item>
  );
}

interface PickerProps {
  readonly id?: string;
  readonly value?: NoticeId[];
  readonly onChange?: (value: NoticeId[]) => void;
}

function CarriersPicker({ value = [], ...props }: PickerProps) {
  const published = usePublished();
  const options = (published.data?.items ?? []).map(({ id, title, source }) => ({
    value: id,
    label: `${title}（${source}）`,
  }));
  const gone = value.filter((id) => !options.some((option) => option.value === id));
  return (
    <Select<NoticeId[]>
      {...props}
      mode="multiple"
      value={value}
      allowClear
      loading={published.isPending}
      maxCount={ALERT_LIMITS.carriers}
      placeholder={words.placeholder}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options, ...gone.map((id) => ({ value: id, label: published.isPending ? '' : words.gone }))]}
    />
  );
}

export function CarrierLinks({ carriers }: { readonly carriers: readonly AlertCarrier[] }) {
  const published = usePublished();
  return (
    <Flex vertical>
      {carriers.map(({ id, revision }) => (
        <Link key={id} to={`/notices/${id}`}>
          {published.data?.items.find((each) => each.id === id && each.revision === revision)?.title ?? words.other}
        </Link>
      ))}
    </Flex>
  );
}

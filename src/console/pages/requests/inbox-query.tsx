// The conditions above the inbox.
import { Checkbox, DatePicker, Tag } from 'antd';
import dayjs from 'dayjs';
import type { z } from 'zod';
import type { listRequests } from '../../../contract/request-calls.ts';
import { CategoryCode } from '../../../contract/requests.ts';
import { Day } from '../../../contract/time.ts';
import { KEEPER_NAMES } from '../../../domain/requests/keepers.ts';
import { useCategories } from '../../api/request-settings.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requests;
const figures = texts.requestStatistics;
const FORMAT = 'YYYY-MM-DD';
const NUMBER_LENGTH = 11;

type Query = z.output<typeof listRequests.query>;
type Change = (part: Partial<Query>) => void;

/** Nothing asked for; the tab stays. */
const NOTHING: Partial<Query> = {
  state: undefined,
  category: undefined,
  region: undefined,
  alone: undefined,
  department: undefined,
  open: undefined,
  supervised: undefined,
  light: undefined,
  from: undefined,
  to: undefined,
  text: undefined,
  rate: undefined,
  met: undefined,
};

export const isNarrowed = (query: Query): boolean =>
  Object.keys(NOTHING).some((name) => query[name as keyof Query] !== undefined);

export function InboxQuery({ query, change }: { readonly query: Query; readonly change: Change }) {
  const categories = useCategories();
  const categoryNames = Object.fromEntries((categories.data ?? []).map(({ code, name }) => [code, name]));
  return (
    <QueryBar onClear={() => change(NOTHING)}>
      <SearchBox
        value={query.text}
        placeholder={words.search}
        maxLength={NUMBER_LENGTH}
        width={160}
        onSearch={(text) => change({ text })}
      />
      <ChoiceBox
        label={words.state}
        value={query.state}
        names={words.states}
        width={110}
        onChange={(state) => change({ state })}
      />
      <ChoiceBox<string>
        label={words.category}
        // A code stands there as it is until its name is known.
        value={query.category}
        names={categoryNames}
        width={140}
        onChange={(category) => change({ category: CategoryCode.safeParse(category).data })}
      />
      <div style={{ width: 160 }}>
        <RegionPicker
          permission="request.read"
          value={query.region}
          placeholder={texts.common.region}
          onChange={(region) => change({ region, alone: undefined })}
        />
      </div>
      <ChoiceBox
        label={words.department}
        value={query.department}
        names={KEEPER_NAMES}
        width={110}
        onChange={(department) => change({ department })}
      />
      <ChoiceBox
        label={words.light}
        value={query.light}
        names={words.lights}
        width={110}
        onChange={(light) => change({ light })}
      />
      <DayBox label={words.from} value={query.from} onChange={(from) => change({ from })} />
      <DayBox label={words.to} value={query.to} onChange={(to) => change({ to })} />
      <Checkbox
        checked={query.open === '1'}
        onChange={({ target }) => change({ open: target.checked ? '1' : undefined })}
      >
        {words.onlyOpen}
      </Checkbox>
      <Checkbox
        checked={query.supervised === '1'}
        onChange={({ target }) => change({ supervised: target.checked ? '1' : undefined })}
      >
        {words.onlySupervised}
      </Checkbox>
      {query.alone && (
        <Tag closable onClose={() => change({ alone: undefined })}>
          {figures.alone}
        </Tag>
      )}
      {query.rate && (
        <Tag closable onClose={() => change({ rate: undefined, met: undefined })}>
          {(query.met ? figures.met[query.met] : figures.reckoned)(figures.rates[query.rate])}
        </Tag>
      )}
    </QueryBar>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
}

function DayBox({ label, value, onChange }: DayProps) {
  return (
    <DatePicker
      aria-label={label}
      placeholder={label}
      style={{ width: 130 }}
      value={value ? dayjs(value) : null}
      onChange={(next) => onChange(next ? Day.parse(next.format(FORMAT)) : undefined)}
    />
  );
}

// The table of places: what residents of a region see, and what its office keeps of it.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { App, Button, Flex, Table, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { listPlaces, PLACE_PAGE_PATH, type Place } from '../../../contract/places.ts';
import { weekLines } from '../../../domain/places/hours-words.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { usePlaces, useRemovePlace } from '../../api/places.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useMay } from '../../frame/session-context.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { OpenNow } from './open-now.tsx';
import { PlaceDrawer } from './place-drawer.tsx';

const words = texts.places;
const MINUTE_MS = 60_000;

/** Undefined: none is open; null: a new one. */
type Open = Place | null | undefined;

export function PlacesPage() {
  const { query, change, clear, pagination } = useTableQuery(listPlaces.query);
  const places = usePlaces(query);
  const mayWrite = useMay('place.write');
  const nowMs = useNow(MINUTE_MS);
  const [open, setOpen] = useState<Open>(undefined);
  const remove = useAskRemove();
  const isNarrowed = query.region || query.kind || query.text;
  return (
    <Page
      title={words.title}
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(null)}>
            {words.add}
          </Button>
        )
      }
    >
      <QueryBar onClear={clear}>
        <div style={{ width: 200 }}>
          <RegionPicker
            permission="place.read"
            value={query.region}
            placeholder={texts.common.region}
            onChange={(region) => change({ region })}
          />
        </div>
        <ChoiceBox
          label={words.kind}
          value={query.kind}
          names={PLACE_KIND_NAMES}
          width={140}
          onChange={(kind) => change({ kind })}
        />
        <SearchBox value={query.text} placeholder={words.search} maxLength={20} onSearch={(text) => change({ text })} />
      </QueryBar>
      <LoadFailure error={places.error} onRetry={() => void places.refetch()} />
      <Table
        rowKey="id"
        scroll={{ x: 1208 }}
        columns={columnsFor(nowMs, mayWrite ? { onEdit: setOpen, onRemove: remove } : undefined)}
        {...pagedRows(places, pagination, isNarrowed ? texts.common.nothingFound : words.empty)}
      />
      {open !== undefined && <PlaceDrawer place={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function useAskRemove(): (place: Place) => void {
  const { modal, message } = App.useApp();
  const remove = useRemovePlace();
  return ({ id, name }) =>
    void modal.confirm({
      title: words.removeTitle(name),
      content: words.removeHint,
      okText: words.remove,
      okButtonProps: { danger: true },
      onOk: () =>
        remove.mutateAsync(id).then(
          () => void message.success(words.removed),
          (error: unknown) => void message.error(sentenceOf(error)),
        ),
    });
}

interface Deeds {
  readonly onEdit: (place: Place) => void;
  readonly onRemove: (place: Place) => void;
}

function columnsFor(nowMs: number, deeds: Deeds | undefined): TableColumnsType<Place> {
  const columns: TableColumnsType<Place> = [
    {
      title: words.columns.name,
      width: 170,
      render: (_, { id, name }) => (
        <Flex vertical>
          {name}
          <Typography.Link href={PLACE_PAGE_PATH.replace(':id', id)} target="_blank" style={{ fontSize: 12 }}>
            {words.onPhone}
          </Typography.Link>
        </Flex>
      ),
    },
    { title: words.columns.kind, width: 100, render: (_, { kind }) => PLACE_KIND_NAMES[kind] },
    { title: words.columns.region, dataIndex: 'regionName', width: 110 },
    { title: words.columns.address, dataIndex: 'address' },
    {
      title: words.columns.hours,
      width: 320,
      render: (_, { hours }) => <Lines lines={hours ? weekLines(hours.week) : []} />,
    },
    { title: words.columns.now, width: 210, render: (_, { hours }) => <OpenNow hours={hours} nowMs={nowMs} /> },
  ];
  if (!deeds) return columns;
  const actions: TableColumnsType<Place>[number] = {
    title: words.columns.actions,
    width: 112,
    fixed: 'end',
    render: (_, place) =>
      place.editable && (
        <Flex gap={12}>
          <Button type="link" style={{ padding: 0 }} onClick={() => deeds.onEdit(place)}>
            {words.change}
          </Button>
          <Button type="link" danger style={{ padding: 0 }} onClick={() => deeds.onRemove(place)}>
            {words.remove}
          </Button>
        </Flex>
      ),
  };
  return [...columns, actions];
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Flex vertical>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Flex>
  );
}

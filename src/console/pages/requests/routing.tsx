// Who gets new requests of a category: in the district, and where it is otherwise.
import { Button, Checkbox, Flex, Form, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useMemo, useState } from 'react';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Handler } from '../../../contract/requests.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { useRegionName } from '../../api/regions.ts';
import { useCategories, useRouting, useSaveRouting } from '../../api/request-settings.ts';
import { useMay } from '../../frame/session-context.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { HandlerPicker } from './handler-picker.tsx';
import { type RoutingRow, routingRows } from './routing-rows.ts';

const words = texts.requestRouting;

export function RoutingTab() {
  const categories = useCategories();
  const routing = useRouting();
  const mayManage = useMay('request.manage');
  const [setting, setSetting] = useState<RoutingRow | null>(null);
  const rows = useMemo(() => routingRows(categories.data ?? [], routing.data ?? []), [categories.data, routing.data]);
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">{words.hint}</Typography.Text>
      <LoadFailure error={routing.error ?? categories.error} onRetry={() => void routing.refetch()} />
      <Table<RoutingRow>
        rowKey={({ category }) => category.code}
        columns={columnsFor(mayManage ? setSetting : undefined)}
        dataSource={rows}
        loading={routing.isPending || categories.isPending}
        pagination={false}
        scroll={{ x: 800 }}
        locale={{ emptyText: ' ' }}
      />
      {setting && <RuleDialog row={setting} onClose={() => setSetting(null)} />}
    </Flex>
  );
}

function columnsFor(onSet: ((row: RoutingRow) => void) | undefined): TableColumnsType<RoutingRow> {
  const columns: TableColumnsType<RoutingRow> = [
    { title: words.columns.category, width: 150, render: (_, { category }) => category.name },
    {
      title: words.columns.district,
      width: 180,
      render: (_, { district }) =>
        district?.to.name ?? <Typography.Text type="secondary">{words.community}</Typography.Text>,
    },
    {
      title: words.columns.others,
      render: (_, { others }) => (
        <Flex gap={4} wrap>
          {others.map(({ region, to }) => (
            <RuleTag key={region} region={region} to={to.name} />
          ))}
        </Flex>
      ),
    },
  ];
  if (!onSet) return columns;
  return [
    ...columns,
    {
      title: words.columns.actions,
      width: 80,
      render: (_, row) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => onSet(row)}>
          {words.set}
        </Button>
      ),
    },
  ];
}

function RuleTag({ region, to }: { readonly region: RegionCode; readonly to: string }) {
  return <Tag>{words.item(useRegionName(region) ?? region, to)}</Tag>;
}

function RuleDialog({ row, onClose }: { readonly row: RoutingRow; readonly onClose: () => void }) {
  const { category, district, others } = row;
  const save = useSaveRouting();
  const [region, setRegion] = useState<RegionCode | undefined>(DISTRICT);
  const [to, setTo] = useState<Handler | undefined>(undefined);
  const [isCleared, setCleared] = useState(false);
  const handler = isCleared ? null : to;
  const present = [district, ...others].find((rule) => rule?.region === region);
  const isComplete = region !== undefined && handler !== undefined;
  return (
    <AskReason
      title={words.setTitle(category.name)}
      hint={words.setHint}
      okText={texts.requestCategories.save}
      placeholder={words.reason}
      done={words.saved}
      onReason={
        isComplete ? (reason) => save.mutateAsync({ category: category.code, region, to: handler, reason }) : null
      }
      onClose={onClose}
    >
      <Form.Item label={words.region}>
        <RegionPicker
          permission="request.manage"
          placeholder={texts.common.region}
          value={region}
          onChange={setRegion}
        />
      </Form.Item>
      <Form.Item label={texts.requestCase.form.to} extra={present && words.present(present.to.name)}>
        {!isCleared && <HandlerPicker value={to} onChange={setTo} />}
        <Checkbox checked={isCleared} style={{ marginTop: 8 }} onChange={({ target }) => setCleared(target.checked)}>
          {words.clear}
        </Checkbox>
      </Form.Item>
    </AskReason>
  );
}

// The table of categories of requests, and the drawer in which one is made or changed.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Empty, Flex, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { StoredCategory } from '../../../contract/request-settings.ts';
import { useCategories } from '../../api/request-settings.ts';
import { useMay } from '../../frame/session-context.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { CategoryDrawer } from './category-drawer.tsx';

const words = texts.requestCategories;
const names = texts.requests;

/** Undefined: none is open; null: a new one. */
type Open = StoredCategory | null | undefined;

export function CategoriesTab() {
  const categories = useCategories();
  const mayManage = useMay('request.manage');
  const [open, setOpen] = useState<Open>(undefined);
  return (
    <Flex vertical gap={16}>
      {mayManage && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          style={{ alignSelf: 'end' }}
          onClick={() => setOpen(null)}
        >
          {words.add}
        </Button>
      )}
      <LoadFailure error={categories.error} onRetry={() => void categories.refetch()} />
      <Table<StoredCategory>
        rowKey="code"
        columns={columnsFor(mayManage ? setOpen : undefined)}
        dataSource={categories.data ?? []}
        loading={categories.isPending}
        pagination={false}
        scroll={{ x: 1000 }}
        locale={{ emptyText: categories.isSuccess ? <Empty description={words.empty} /> : ' ' }}
      />
      {open !== undefined && (
        <CategoryDrawer category={open} all={categories.data ?? []} onClose={() => setOpen(undefined)} />
      )}
    </Flex>
  );
}

function columnsFor(onEdit: ((category: StoredCategory) => void) | undefined): TableColumnsType<StoredCategory> {
  const columns: TableColumnsType<StoredCategory> = [
    { title: words.columns.order, dataIndex: 'order', width: 64 },
    { title: words.columns.name, dataIndex: 'name', width: 130 },
    { title: words.columns.group, width: 110, render: (_, { group }) => names.groups[group] },
    { title: words.columns.timeClass, width: 100, render: (_, { timeClass }) => names.timeClasses[timeClass] },
    { title: words.columns.privacy, width: 170, render: (_, { privacy }) => names.privacies[privacy] },
    {
      title: words.columns.phrases,
      ellipsis: true,
      render: (_, { fields }) => fields[0]?.options.map(({ name }) => name).join('、'),
    },
    {
      title: words.columns.active,
      width: 90,
      render: (_, { active }) => <Tag color={active ? 'green' : 'default'}>{active ? words.on : words.off}</Tag>,
    },
  ];
  if (!onEdit) return columns;
  return [
    ...columns,
    {
      title: words.columns.actions,
      width: 80,
      fixed: 'end',
      render: (_, category) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => onEdit(category)}>
          {words.change}
        </Button>
      ),
    },
  ];
}

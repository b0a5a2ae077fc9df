// The table of staff accounts, with new accounts and new temporary passwords for those who manage them.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Flex, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { listStaff, type Staff } from '../../../contract/staff.ts';
import { useStaff } from '../../api/staff.ts';
import { useMay } from '../../frame/session-context.ts';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { CreateStaff } from './create-staff.tsx';
import { ResetPassword } from './reset-password.tsx';

const words = texts.staff;
const MINUTE_MS = 60_000;

export function StaffPage() {
  const { query, change, clear, pagination } = useTableQuery(listStaff.query);
  const staff = useStaff(query);
  const mayManage = useMay('staff.manage');
  const nowMs = useNow(MINUTE_MS);
  const [creating, setCreating] = useState(false);
  const [resetting, setResetting] = useState<Staff | null>(null);
  return (
    <Page
      title={words.title}
      actions={
        mayManage && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <QueryBar onClear={clear}>
        <SearchBox value={query.text} placeholder={words.search} maxLength={40} onSearch={(text) => change({ text })} />
      </QueryBar>
      <LoadFailure error={staff.error} onRetry={() => void staff.refetch()} />
      <Table
        rowKey="id"
        columns={columnsFor(nowMs, mayManage ? setResetting : undefined)}
        {...pagedRows(staff, pagination, query.text ? texts.common.nothingFound : words.empty)}
      />
      {creating && <CreateStaff onClose={() => setCreating(false)} />}
      {resetting && <ResetPassword staff={resetting} onClose={() => setResetting(null)} />}
    </Page>
  );
}

function columnsFor(nowMs: number, onReset: ((staff: Staff) => void) | undefined): TableColumnsType<Staff> {
  const columns: TableColumnsType<Staff> = [
    { title: words.columns.name, dataIndex: 'name', width: 160 },
    { title: words.columns.account, dataIndex: 'account', width: 180 },
    {
      title: words.columns.grants,
      render: (_, { grants }) => (
        <Flex vertical>
          {grants.map((grant) => (
            <span key={`${grant.role} ${grant.region}`}>{words.grant(grant)}</span>
          ))}
        </Flex>
      ),
    },
    { title: words.columns.status, width: 260, render: (_, row) => <Status staff={row} nowMs={nowMs} /> },
  ];
  if (!onReset) return columns;
  const actions = {
    title: words.columns.actions,
    width: 120,
    render: (_: unknown, row: Staff) => (
      <Button type="link" style={{ padding: 0 }} onClick={() => onReset(row)}>
        {words.reset}
      </Button>
    ),
  };
  return [...columns, actions];
}

function Status({ staff, nowMs }: { readonly staff: Staff; readonly nowMs: number }) {
  const { lockedUntil, mustChangePassword } = staff;
  if (lockedUntil && Date.parse(lockedUntil) > nowMs) {
    return <Tag color="red">{words.locked(formatInstant(lockedUntil))}</Tag>;
  }
  return mustChangePassword ? <Tag color="orange">{words.mustChange}</Tag> : <Tag color="green">{words.fine}</Tag>;
}

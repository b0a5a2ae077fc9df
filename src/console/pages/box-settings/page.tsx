// Settings at a distance: what is in force where, new versions, and the way back.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Empty, Flex, Table, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SettingScope, SettingVersion } from '../../../contract/box-settings.ts';
import { BoxId } from '../../../contract/ids.ts';
import { scopeKey } from '../../../domain/boxes/settings.ts';
import { useSettings } from '../../api/box-settings.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { HistoryDrawer } from './history-drawer.tsx';
import { Lines } from './lines.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

const words = texts.boxSettings;
/** `add`: a scope is still to be chosen. */
type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'history'; readonly scope: SettingScope; readonly name: string };

export function BoxSettingsPage() {
  const settings = useSettings();
  const [search, setSearch] = useSearchParams();
  // From a box's own page one comes to set something for that box.
  const box = BoxId.safeParse(search.get('box'));
  const [open, setOpen] = useState<Open | null>(() =>
    box.success ? { kind: 'change', scope: { kind: 'box', box: box.data }, name: '' } : null,
  );
  const close = () => {
    setOpen(null);
    setSearch({}, { replace: true });
  };
  return (
    <Page
      title={words.title}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
          {words.add}
        </Button>
      }
    >
      <Typography.Text type="secondary">{words.hint}</Typography.Text>
      <LoadFailure error={settings.error} onRetry={() => void settings.refetch()} />
      <Table
        rowKey={({ scope }) => scopeKey(scope)}
        columns={columnsFor(setOpen)}
        dataSource={settings.data ?? []}
        loading={settings.isPending}
        pagination={{ hideOnSinglePage: true, pageSize: 50 }}
        scroll={{ x: 980 }}
        locale={{ emptyText: settings.isSuccess ? <Empty description={words.empty} /> : ' ' }}
      />
      {open?.kind === 'add' && <SettingsDialog onClose={close} />}
      {open?.kind === 'change' && <SettingsDialog scope={open.scope} name={open.name} onClose={close} />}
      {open?.kind === 'history' && <HistoryDrawer scope={open.scope} name={open.name} onClose={close} />}
    </Page>
  );
}

function columnsFor(onOpen: (open: Open) => void): TableColumnsType<SettingVersion> {
  return [
    { title: words.columns.kind, width: 110, render: (_, { scope }) => words.kinds[scope.kind] },
    { title: words.columns.scope, dataIndex: 'scopeName', width: 170, ellipsis: true },
    { title: words.columns.settings, render: (_, { settings }) => <Lines settings={settings} /> },
    { title: words.columns.version, width: 84, render: (_, { version }) => words.version(version) },
    { title: words.columns.reason, dataIndex: 'reason', ellipsis: true, width: 160 },
    { title: words.columns.by, dataIndex: 'by', width: 100, ellipsis: true },
    { title: words.columns.at, width: 150, render: (_, { at }) => formatInstant(at) },
    {
      title: words.columns.actions,
      width: 110,
      render: (_, { scope, scopeName }) => (
        <Flex gap={12}>
          {(['change', 'history'] as const).map((kind) => (
            <Button
              key={kind}
              type="link"
              style={{ padding: 0 }}
              onClick={() => onOpen({ kind, scope, name: scopeName })}
            >
              {words[kind]}
            </Button>
          ))}
        </Flex>
      ),
    },
  ];
}

// Templates of alerts: written by one, approved by another; a change is a new version.
import { App, Button, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { AlertTemplate, TemplateState } from '../../../contract/alert-templates.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { useAlertTemplates, useMoveTemplate } from '../../api/alerts.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useRegionName } from '../../api/regions.ts';
import { useMay } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { SeverityTag } from './tags.tsx';
import { TemplateDrawer } from './template-drawer.tsx';

const words = texts.alertTemplates;
const STATE_COLORS: Readonly<Record<TemplateState, string>> = { draft: 'gold', approved: 'green', retired: 'default' };

/** What the drawer is open for: a template that is changed, or a new one. */
type Editing = AlertTemplate | 'new' | null;

export function AlertTemplatesPage() {
  const templates = useAlertTemplates();
  const mayWrite = useMay('alert.template');
  const [editing, setEditing] = useState<Editing>(null);
  return (
    <Page
      title={words.title}
      actions={
        <>
          <BackButton to="/alerts" />
          {mayWrite && (
            <Button type="primary" onClick={() => setEditing('new')}>
              {words.write}
            </Button>
          )}
        </>
      }
    >
      <Typography.Text type="secondary">{words.hint}</Typography.Text>
      <LoadFailure error={templates.error} onRetry={() => void templates.refetch()} />
      <Table
        rowKey={({ id, version }) => `${id} ${version}`}
        columns={columnsFor(setEditing)}
        dataSource={templates.data ?? []}
        loading={templates.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        scroll={{ x: 1000 }}
        locale={{ emptyText: templates.isSuccess ? <Empty description={words.empty} /> : ' ' }}
      />
      {editing && (
        <TemplateDrawer template={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}

const columnsFor = (onEdit: (template: AlertTemplate) => void): TableColumnsType<AlertTemplate> => [
  {
    title: words.columns.name,
    width: 230,
    render: (_, { name, severity, version }) => (
      <Flex gap={8} align="center" wrap>
        <SeverityTag severity={severity} />
        {name}
        <Typography.Text type="secondary">{words.version(version)}</Typography.Text>
      </Flex>
    ),
  },
  { title: words.columns.title, dataIndex: 'title', ellipsis: true },
  {
    title: words.columns.state,
    width: 90,
    render: (_, { state }) => <Tag color={STATE_COLORS[state]}>{words.states[state]}</Tag>,
  },
  {
    title: words.columns.people,
    width: 150,
    render: (_, { author, approver }) => [author.name, approver?.name].filter(Boolean).join(' / '),
  },
  { title: words.columns.region, width: 110, render: (_, { region }) => <RegionName code={region} /> },
  {
    title: words.columns.actions,
    width: 170,
    render: (_, template) => <Actions template={template} onEdit={() => onEdit(template)} />,
  },
];

function RegionName({ code }: { readonly code: RegionCode }) {
  return <>{useRegionName(code)}</>;
}

function Actions({ template, onEdit }: { readonly template: AlertTemplate; readonly onEdit: () => void }) {
  const { message, modal } = App.useApp();
  const move = useMoveTemplate();
  const ask = (to: 'approve' | 'retire') =>
    void modal.confirm({
      title: to === 'approve' ? words.approveTitle(template.name) : words.retireTitle(template.name),
      content: to === 'approve' ? words.approveHint : words.retireHint,
      okText: words[to],
      onOk: () =>
        move.mutate(
          { id: template.id, version: template.version, move: to },
          {
            onSuccess: () => void message.success(words.done[to]),
            onError: (error) => void modal.error({ title: words.failed, content: sentenceOf(error) }),
          },
        ),
    });
  return (
    <Flex gap={12}>
      {template.moves.map((each) => (
        <Button
          key={each}
          type="link"
          danger={each === 'retire'}
          style={{ padding: 0 }}
          onClick={() => (each === 'edit' ? onEdit() : ask(each))}
        >
          {words[each]}
        </Button>
      ))}
    </Flex>
  );
}

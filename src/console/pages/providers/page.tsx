// The providers of bills and outages: which answer, which fail and how, and a question now.
import { Alert, App, Button, Card, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import type { CallState, ProviderState } from '../../../contract/providers.ts';
import { UTILITY_NAMES } from '../../../domain/bills/utility-names.ts';
import { useProviders, useTryProvider } from '../../api/bills.ts';
import { sentenceOf } from '../../api/problem.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { standingOf } from './standing.ts';

const words = texts.providers;

export function ProvidersPage() {
  const providers = useProviders();
  return (
    <Page title={words.title}>
      <Typography.Text type="secondary">{words.hint}</Typography.Text>
      <LoadFailure error={providers.error} onRetry={() => void providers.refetch()} />
      {providers.data?.length === 0 && <Empty description={words.none} />}
      {providers.data?.map((provider) => (
        <ProviderCard key={provider.utility} provider={provider} />
      ))}
    </Page>
  );
}

function ProviderCard({ provider }: { readonly provider: ProviderState }) {
  const { message } = App.useApp();
  const attempt = useTryProvider();
  const { utility, kind, accounts, calls, unknownAreas } = provider;
  const tryNow = () =>
    attempt.mutate(utility, {
      onSuccess: () => void message.success(words.tried),
      onError: (error) => void message.error(sentenceOf(error)),
    });
  return (
    <Card
      size="small"
      title={
        <Flex gap={12} align="center" wrap>
          {`${UTILITY_NAMES[utility]} · ${provider.provider.name}`}
          <Tag>{words.kinds[kind]}</Tag>
          <Typography.Text type="secondary">{words.accounts(accounts)}</Typography.Text>
        </Flex>
      }
      extra={
        <Button loading={attempt.isPending} onClick={tryNow}>
          {words.tryNow}
        </Button>
      }
    >
      <Flex vertical gap={16}>
        <Table size="small" rowKey="call" columns={COLUMNS} dataSource={calls} pagination={false} scroll={{ x: 720 }} />
        {unknownAreas.length > 0 && <Alert type="warning" showIcon title={words.unknownAreas(unknownAreas)} />}
      </Flex>
    </Card>
  );
}

const COLUMNS: TableColumnsType<CallState> = [
  { title: words.columns.call, width: 120, render: (_, { call }) => words.calls[call] },
  {
    title: words.columns.standing,
    width: 230,
    render: (_, state) => {
      const { color, text } = standingOf(state);
      return <Tag color={color}>{text}</Tag>;
    },
  },
  {
    title: words.columns.succeeded,
    width: 160,
    render: (_, { succeededAt }) => (succeededAt ? formatInstant(succeededAt) : '—'),
  },
  { title: words.columns.failed, render: (_, state) => failureOf(state) },
];

function failureOf({ failedAt, trouble, detail }: CallState): string {
  if (!failedAt) return '—';
  return [formatInstant(failedAt), trouble && words.troubles[trouble], detail].filter(Boolean).join(' · ');
}

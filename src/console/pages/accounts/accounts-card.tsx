// A household's accounts with its providers: linked, changed and taken off by whoever stands in its doorway.
import { App, Button, Card, Flex, Popconfirm, Table, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import type { Utility } from '../../../contract/bills.ts';
import type { HouseholdAccount } from '../../../contract/household-accounts.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { UTILITY_NAMES } from '../../../domain/bills/utility-names.ts';
import { useAccounts, useUnlinkAccount } from '../../api/bills.ts';
import { sentenceOf } from '../../api/problem.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { LinkAccount } from './link-account.tsx';

const words = texts.accounts;

/** Nothing where no provider is connected. */
export function AccountsCard({ household }: { readonly household: RegionCode }) {
  const { message } = App.useApp();
  const accounts = useAccounts(household);
  const unlink = useUnlinkAccount(household);
  const [linking, setLinking] = useState<Utility | null>(null);
  const items = accounts.data?.items ?? [];
  if (accounts.data && items.length === 0) return null;
  const takeOff = (utility: Utility) =>
    unlink.mutate(utility, {
      onSuccess: () => void message.success(words.unlinked),
      onError: (error) => void message.error(sentenceOf(error)),
    });
  return (
    <Card size="small" title={words.title}>
      <Flex vertical gap={12}>
        <Typography.Text type="secondary">{words.hint}</Typography.Text>
        <LoadFailure error={accounts.error} onRetry={() => void accounts.refetch()} />
        <Table
          size="small"
          showHeader={false}
          rowKey="utility"
          columns={columnsFor(setLinking, takeOff)}
          dataSource={items}
          loading={accounts.isPending || unlink.isPending}
          pagination={false}
        />
      </Flex>
      {linking && <LinkAccount household={household} utility={linking} onClose={() => setLinking(null)} />}
    </Card>
  );
}

function columnsFor(
  onLink: (utility: Utility) => void,
  onUnlink: (utility: Utility) => void,
): TableColumnsType<HouseholdAccount> {
  return [
    { dataIndex: 'utility', width: 110, render: (utility: Utility) => UTILITY_NAMES[utility] },
    {
      dataIndex: 'linked',
      render: (linked: HouseholdAccount['linked']) =>
        linked ? (
          <Flex vertical>
            <Typography.Text code>{linked.account}</Typography.Text>
            <Typography.Text type="secondary">{words.linkedBy(linked.by, formatInstant(linked.at))}</Typography.Text>
          </Flex>
        ) : (
          <Typography.Text type="secondary">{words.none}</Typography.Text>
        ),
    },
    {
      width: 130,
      align: 'end',
      render: (_, { utility, linked }) => (
        <Flex justify="end">
          <Button type="link" size="small" onClick={() => onLink(utility)}>
            {linked ? words.change : words.link}
          </Button>
          {linked && (
            <Popconfirm title={words.unlinkTitle} okText={words.unlink} onConfirm={() => onUnlink(utility)}>
              <Button type="link" size="small" danger>
                {words.unlink}
              </Button>
            </Popconfirm>
          )}
        </Flex>
      ),
    },
  ];
}

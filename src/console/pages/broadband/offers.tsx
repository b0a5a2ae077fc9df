// The offers, as the operator keeps them for all providers alike.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { App, Button, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { BroadbandOffer } from '../../../contract/broadband.ts';
import { useOffers, useRemoveOffer } from '../../api/broadband.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { dayOf } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { OfferDrawer } from './offer-drawer.tsx';

const words = texts.broadband;
const MINUTE_MS = 60_000;
const PAGE_SIZE = 20;

export function Offers() {
  const [page, setPage] = useState(1);
  const offers = useOffers({ page, pageSize: PAGE_SIZE });
  const today = dayOf(useNow(MINUTE_MS));
  /** Undefined: none is open; null: a new one. */
  const [open, setOpen] = useState<BroadbandOffer | null | undefined>(undefined);
  const remove = useAskRemove();
  const pagination = (total: number) => ({
    current: page,
    pageSize: PAGE_SIZE,
    total,
    hideOnSinglePage: true,
    onChange: setPage,
  });
  return (
    <Flex vertical gap={16}>
      <Flex justify="space-between" align="center" gap={16}>
        <Typography.Text type="secondary">{words.neutral}</Typography.Text>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(null)}>
          {words.add}
        </Button>
      </Flex>
      <LoadFailure error={offers.error} onRetry={() => void offers.refetch()} />
      <Table
        rowKey="id"
        scroll={{ x: 1100 }}
        columns={columnsFor(today, { onEdit: setOpen, onRemove: remove })}
        {...pagedRows(offers, pagination, words.empty)}
      />
      {open !== undefined && <OfferDrawer offer={open} onClose={() => setOpen(undefined)} />}
    </Flex>
  );
}

function useAskRemove(): (offer: BroadbandOffer) => void {
  const { modal, message } = App.useApp();
  const remove = useRemoveOffer();
  return ({ id, provider, name }) =>
    void modal.confirm({
      title: words.removeTitle(`${provider} ${name}`),
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
  readonly onEdit: (offer: BroadbandOffer) => void;
  readonly onRemove: (offer: BroadbandOffer) => void;
}

function columnsFor(today: string, { onEdit, onRemove }: Deeds): TableColumnsType<BroadbandOffer> {
  return [
    { title: words.columns.provider, dataIndex: 'provider', width: 140 },
    {
      title: words.columns.name,
      width: 180,
      render: (_, { name, technology }) => (
        <Flex vertical>
          {name}
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {words.technologies[technology]}
          </Typography.Text>
        </Flex>
      ),
    },
    { title: words.columns.speed, width: 120, render: (_, { downMbps, upMbps }) => words.speed(downMbps, upMbps) },
    { title: words.columns.fee, width: 90, align: 'right', render: (_, { monthlyFee }) => words.yuan(monthlyFee) },
    { title: words.columns.install, width: 90, align: 'right', render: (_, { installFee }) => words.yuan(installFee) },
    { title: words.columns.contract, width: 100, render: (_, { contractMonths }) => words.months(contractMonths) },
    { title: words.columns.regions, render: (_, { regionNames }) => regionNames.join('、') },
    {
      title: words.columns.validTo,
      width: 120,
      render: (_, { validTo }) => {
        if (validTo === null) return words.openEnd;
        return validTo < today ? <Tag color="red">{words.over}</Tag> : validTo;
      },
    },
    {
      title: words.columns.actions,
      width: 120,
      fixed: 'end',
      render: (_, offer) =>
        offer.editable && (
          <Flex gap={12}>
            <Button type="link" style={{ padding: 0 }} onClick={() => onEdit(offer)}>
              {words.change}
            </Button>
            <Button type="link" danger style={{ padding: 0 }} onClick={() => onRemove(offer)}>
              {words.remove}
            </Button>
          </Flex>
        ),
    },
  ];
}

// Households that want to be called: those to be done, and those that are.
import { App, Button, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { Contact, ContactState } from '../../../contract/broadband.ts';
import { useContacts, useMoveContact, useReadContact } from '../../api/broadband.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { formatAgo, formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.broadband.contacts;
const MINUTE_MS = 60_000;
const PAGE_SIZE = 20;
const COLORS: Readonly<Record<ContactState, string>> = { new: 'orange', contacted: 'blue', closed: 'default' };

export function Contacts({ done }: { readonly done: boolean }) {
  const [page, setPage] = useState(1);
  const contacts = useContacts({ done: done ? '1' : '0', page, pageSize: PAGE_SIZE });
  const nowMs = useNow(MINUTE_MS);
  const [closing, setClosing] = useState<Contact | null>(null);
  const deeds = { onShow: useShow(), onContact: useMarkContacted(), onClose: setClosing };
  const pagination = (total: number) => ({
    current: page,
    pageSize: PAGE_SIZE,
    total,
    showTotal: texts.common.total,
    onChange: setPage,
  });
  return (
    <Flex vertical gap={16}>
      <LoadFailure error={contacts.error} onRetry={() => void contacts.refetch()} />
      <Table
        rowKey="id"
        scroll={{ x: 1000 }}
        columns={done ? columnsDone(deeds) : columnsToDo(nowMs, deeds)}
        {...pagedRows(contacts, pagination, done ? words.nothingDone : words.nothingToDo)}
      />
      {closing && <CloseContact contact={closing} onClose={() => setClosing(null)} />}
    </Flex>
  );
}

interface Deeds {
  readonly onShow: (contact: Contact) => void;
  readonly onContact: (contact: Contact) => void;
  readonly onClose: (contact: Contact) => void;
}

const offerOf = ({ offer }: Contact): string => `${offer.provider} ${offer.name}`;

const commonFor = ({ onShow }: Deeds): TableColumnsType<Contact> => [
  { title: words.offer, render: (_, contact) => offerOf(contact) },
  { title: words.region, dataIndex: 'regionName', width: 120 },
  {
    title: words.address,
    width: 260,
    render: (_, contact) => (
      <Flex gap={8} align="center">
        {contact.address}
        <Button type="link" style={{ padding: 0 }} onClick={() => onShow(contact)}>
          {words.show}
        </Button>
      </Flex>
    ),
  },
];

function columnsToDo(nowMs: number, deeds: Deeds): TableColumnsType<Contact> {
  return [
    {
      title: words.askedAt,
      width: 150,
      render: (_, { askedAt }) => (
        <Flex vertical>
          {formatInstant(askedAt)}
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {formatAgo(askedAt, nowMs)}
          </Typography.Text>
        </Flex>
      ),
    },
    ...commonFor(deeds),
    {
      title: words.state,
      width: 110,
      render: (_, { state }) => <Tag color={COLORS[state]}>{words.states[state]}</Tag>,
    },
    { title: words.by, width: 110, render: (_, { by }) => by ?? '' },
    {
      title: words.actions,
      width: 140,
      fixed: 'end',
      render: (_, contact) => (
        <Flex gap={12}>
          {contact.moves.includes('contact') && (
            <Button type="link" style={{ padding: 0 }} onClick={() => deeds.onContact(contact)}>
              {words.contact}
            </Button>
          )}
          {contact.moves.includes('close') && (
            <Button type="link" style={{ padding: 0 }} onClick={() => deeds.onClose(contact)}>
              {words.close}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}

const columnsDone = (deeds: Deeds): TableColumnsType<Contact> => [
  { title: words.doneAt, width: 150, render: (_, { updatedAt }) => formatInstant(updatedAt) },
  ...commonFor(deeds),
  { title: words.by, width: 110, render: (_, { by }) => by ?? '' },
  { title: words.reason, width: 240, render: (_, { reason }) => reason ?? '' },
];

function useShow(): (contact: Contact) => void {
  const { modal, message } = App.useApp();
  const read = useReadContact();
  return ({ id }) =>
    read.mutate(id, {
      onSuccess: ({ address }) =>
        void modal.info({
          title: words.addressTitle,
          okText: words.known,
          content: (
            <>
              <Typography.Paragraph copyable style={{ fontSize: 18 }}>
                {address}
              </Typography.Paragraph>
              <Typography.Text type="secondary">{words.addressHint}</Typography.Text>
            </>
          ),
        }),
      onError: (error) => void message.error(sentenceOf(error)),
    });
}

function useMarkContacted(): (contact: Contact) => void {
  const { message } = App.useApp();
  const move = useMoveContact();
  return ({ id }) =>
    move.mutate(
      { id, move: 'contact' },
      {
        onSuccess: () => void message.success(words.contacted),
        onError: (error) => void message.error(sentenceOf(error)),
      },
    );
}

function CloseContact({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const move = useMoveContact();
  return (
    <AskReason
      title={words.closeTitle(offerOf(contact))}
      hint={words.closeHint}
      okText={words.close}
      placeholder={words.closeReason}
      onReason={(reason) => move.mutateAsync({ id: contact.id, move: 'close', reason })}
      done={words.closed}
      onClose={onClose}
    />
  );
}

// Who may hand in warnings, what came in and what came of it, and where warnings go in and out.
import { z } from 'zod';
import { CapIdentity, CapReason } from './cap.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { AlertId, CapMessageId, CapSenderId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** Who may hand in documents here. */
export const CapSender = z.object({
  id: CapSenderId,
  name: z.string(),
  /** What its documents name as sender (CAP) or as SenderCode (EBM). */
  identity: z.string(),
  /** Its office: it may warn this region and what lies below, and its alerts rank as this region's. */
  authority: RegionCode,
  authorityName: z.string(),
  /** Its documents are signed, and without this key's signature they are refused. */
  mustSign: z.boolean(),
  /** SHA-256 of the key or certificate, for comparing with what the sender says on the phone. */
  fingerprint: z.string().nullable(),
  /** On the screens at once; else it waits for two people. */
  direct: z.boolean(),
  poll: z.object({ url: z.string(), everySeconds: z.int() }).nullable(),
  active: z.boolean(),
  lastAt: Instant.nullable(),
  /** What went wrong with the last poll. */
  pollFailure: z.string().nullable(),
});
export type CapSender = z.infer<typeof CapSender>;

export const POLL_SECONDS = { least: 30, most: 86_400 } as const;

export const CapSenderInput = z.strictObject({
  name: z.string().trim().min(1).max(60),
  identity: z.string().trim().pipe(CapIdentity),
  authority: RegionCode,
  /** PEM of the sender's certificate or public key; with it, every document must be signed. */
  key: z.string().trim().max(10_000).nullable(),
  direct: z.boolean(),
  poll: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).max(2_000),
      everySeconds: z.int().min(POLL_SECONDS.least).max(POLL_SECONDS.most),
    })
    .nullable(),
});
export type CapSenderInput = z.infer<typeof CapSenderInput>;

/** `released`: on the screens; `waiting`: for two people; `stored`: not meant for screens; `refused`: see the reason. */
export const CAP_STATES = ['released', 'waiting', 'stored', 'refused'] as const;
export const CapState = z.enum(CAP_STATES);
export type CapState = z.infer<typeof CapState>;

export const CapMessage = z.object({
  id: CapMessageId,
  at: Instant,
  sender: z.string(),
  format: z.enum(['cap', 'ebm']),
  /** By what name its sender knows it; empty where it could not be read that far. */
  identifier: z.string(),
  title: z.string(),
  state: CapState,
  reason: CapReason.nullable(),
  /** The reason in a sentence, or what is worth knowing of a stored one. */
  detail: z.string().nullable(),
  alert: AlertId.nullable(),
});
export type CapMessage = z.infer<typeof CapMessage>;

/** What came of a document that was handed in. `duplicate`: it was known already, and nothing happened again. */
export const CapOutcome = z.object({ message: CapMessage, duplicate: z.boolean() });
export type CapOutcome = z.infer<typeof CapOutcome>;

/** Not in the endpoint table's shape: XML in (`application/cap+xml`, `text/xml`), a CapOutcome or a problem out. */
export const CAP_PATH = '/api/cap';
export const EBM_PATH = '/api/ebm';
/** The same by staff, for a file they have: whose it is, it says itself. */
export const CAP_IMPORT_PATH = '/api/cap/import';
/** Not in the endpoint table's shape: XML out. The feed is public. */
export const CAP_FEED_PATH = '/api/cap/feed';
export const ALERT_CAP_PATH = '/api/alerts/:id/cap';
export const ALERT_EBM_PATH = '/api/alerts/:id/ebm';
export const ALERT_RECEIPT_PATH = '/api/alerts/:id/ebm-state';

const weather: z.input<typeof CapSender> = {
  id: '019ab000-0000-7000-8000-0000000000e1',
  name: '淄博市气象台',
  identity: 'qxt@zibo.example.cn',
  authority: '370306',
  authorityName: '周村区',
  mustSign: false,
  fingerprint: null,
  direct: false,
  poll: null,
  active: true,
  lastAt: null,
  pollFailure: null,
};
const input: z.input<typeof CapSenderInput> = {
  name: weather.name,
  identity: weather.identity,
  authority: weather.authority,
  key: null,
  direct: false,
  poll: null,
};
const token = 'cap-Zk3nq8V5f0yF7dY2cJ1uXw9sTb4hRa6e';

export const listCapSenders = endpoint({
  method: 'GET',
  path: '/api/cap/senders',
  access: 'staff',
  summary: 'Who may hand in warnings',
  reply: z.object({ items: z.array(CapSender) }),
  example: { reply: { items: [weather] } },
});

export const createCapSender = endpoint({
  method: 'POST',
  path: '/api/cap/senders',
  access: 'staff',
  summary: 'Admit a sender; its token is told this once',
  body: CapSenderInput,
  reply: z.object({ sender: CapSender, token: z.string() }),
  status: 201,
  example: { body: input, reply: { sender: weather, token } },
});

export const updateCapSender = endpoint({
  method: 'PUT',
  path: '/api/cap/senders/:id',
  access: 'staff',
  summary: 'Change a sender, or shut it out; `key: null` with `keepKey` leaves the key as it is',
  params: z.object({ id: CapSenderId }),
  body: CapSenderInput.extend({ keepKey: z.boolean(), active: z.boolean() }),
  reply: CapSender,
  example: {
    params: { id: weather.id },
    body: { ...input, keepKey: true, active: false },
    reply: { ...weather, active: false },
  },
});

export const renewCapToken = endpoint({
  method: 'POST',
  path: '/api/cap/senders/:id/token',
  access: 'staff',
  summary: 'Give a sender a new token, told this once; the one before is void',
  params: z.object({ id: CapSenderId }),
  reply: z.object({ token: z.string() }),
  example: { params: { id: weather.id }, reply: { token } },
});

export const listCapMessages = endpoint({
  method: 'GET',
  path: '/api/cap/messages',
  access: 'staff',
  summary: 'Documents that came in, newest first, with what came of each',
  query: PageQuery.extend({ state: CapState.optional() }),
  reply: pageOf(CapMessage),
  example: {
    query: { page: 1 },
    reply: {
      items: [
        {
          id: '019ab000-0000-7000-8000-0000000000e2',
          at: '2026-11-23T04:00:00.000Z',
          sender: weather.name,
          format: 'cap',
          identifier: 'ZB-2026-1123-1',
          title: '暴雨红色预警',
          state: 'refused',
          reason: 'region-outside',
          detail: '预警的地区不在发布单位的管辖范围内。',
          alert: null,
        },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
});

export const readCapDocument = endpoint({
  method: 'GET',
  path: '/api/cap/messages/:id',
  access: 'staff',
  summary: 'A document as it came in, the first 512 kB as text',
  params: z.object({ id: CapMessageId }),
  reply: z.object({ message: CapMessage, document: z.string() }),
  example: {
    params: { id: '019ab000-0000-7000-8000-0000000000e2' },
    reply: {
      message: {
        id: '019ab000-0000-7000-8000-0000000000e2',
        at: '2026-11-23T04:00:00.000Z',
        sender: weather.name,
        format: 'cap',
        identifier: '',
        title: '',
        state: 'refused',
        reason: 'not-xml',
        detail: '这不是完整的 XML 文件。',
        alert: null,
      },
      document: '<alert',
    },
  },
});

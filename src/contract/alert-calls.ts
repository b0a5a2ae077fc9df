// The calls about alerts: prepared by one person, released by another, looked at by a third.
import { z } from 'zod';
import {
  Alert,
  type AlertContent,
  AlertDelivery,
  AlertInput,
  type AlertItem,
  AlertMove,
  AlertReason,
  AlertReview,
  AlertState,
  AlertSummary,
  AlertUpdateInput,
  Severity,
} from './alerts.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { AlertId } from './ids.ts';
import { RegionCode } from './regions.ts';

const wording = {
  severity: 'orange',
  event: '暴雨',
  text: ['预计今晚到明天上午全区有暴雨，雨量 80 到 100 毫米。'],
  instructions: ['不要在低洼处停车', '河边、桥下不要去', '家里进水先断电'],
  sound: true,
} as const;
/** It has told people what to do in heavy rain since the morning. */
const carriers = [{ id: '019ab000-0000-7000-8000-0000000000a1', revision: 1 }];
const content: z.input<typeof AlertContent> = {
  ...wording,
  title: '暴雨橙色预警：今晚到明天上午有暴雨',
  source: '周村区气象台',
  text: [...wording.text],
  instructions: [...wording.instructions],
  regions: ['370306001'],
  validFrom: null,
  validity: { minutes: 720 },
  carriers,
};
const zhou = { id: '019ab000-0000-7000-8000-000000000003', name: '周主任' };
const liu = { id: '019ab000-0000-7000-8000-000000000004', name: '刘科长' };
const town = { code: '370306001', name: '丝绸路街道' };
const item: z.input<typeof AlertItem> = {
  ...wording,
  kind: 'alert',
  id: '019ab000-0000-7000-8000-0000000000d1',
  revision: 1,
  rehearsal: true,
  standing: true,
  title: content.title,
  source: content.source,
  authority: '370306',
  text: content.text,
  instructions: content.instructions,
  sentAt: '2026-11-23T12:00:00.000Z',
  validFrom: '2026-11-23T12:00:00.000Z',
  validTo: '2026-11-24T00:00:00.000Z',
  carriers,
};
const released: z.input<typeof AlertSummary> = {
  id: item.id,
  origin: 'console',
  rehearsal: true,
  authority: { code: '370306', name: '周村区' },
  state: 'standing',
  revision: 1,
  severity: 'orange',
  event: content.event,
  title: content.title,
  regions: [town],
  pending: null,
  preparedBy: zhou,
  preparedAt: '2026-11-23T11:58:00.000Z',
  releasedBy: liu,
  releasedAt: item.sentAt,
  validTo: item.validTo,
  reviewDueAt: '2026-11-24T12:00:00.000Z',
};
const alert: z.input<typeof Alert> = {
  ...released,
  template: { id: '019ab000-0000-7000-8000-0000000000c1', version: 1, name: '暴雨橙色预警' },
  revisions: [
    {
      revision: 1,
      act: 'issue',
      state: 'released',
      content,
      reason: null,
      preparedBy: zhou,
      preparedAt: released.preparedAt,
      releasedBy: liu,
      releasedAt: released.releasedAt,
      validTo: released.validTo,
      cap: null,
      review: null,
    },
  ],
  item,
  moves: ['update', 'cancel'],
  history: [{ at: item.sentAt, who: liu.name, action: 'release', reason: null }],
};
const params = z.object({ id: AlertId });

export const listAlerts = endpoint({
  method: 'GET',
  path: '/api/alerts',
  access: 'staff',
  summary: "Alerts that target, or were sent from, the actor's regions; what waits for someone first, then the newest",
  query: PageQuery.extend({
    state: AlertState.optional(),
    /** Only those with something to do: a revision that waits, or a review that is not done. */
    todo: z.enum(['release', 'review']).optional(),
    severity: Severity.optional(),
    region: RegionCode.optional(),
  }),
  reply: pageOf(AlertSummary),
  example: { query: { page: 1, state: 'standing' }, reply: { items: [released], total: 1, page: 1, pageSize: 20 } },
});

export const prepareAlert = endpoint({
  method: 'POST',
  path: '/api/alerts',
  access: 'staff',
  summary: 'Fill in an approved template and ask for its release; a second person releases it',
  body: AlertInput,
  reply: Alert,
  status: 201,
  example: {
    body: {
      template: '019ab000-0000-7000-8000-0000000000c1',
      version: 1,
      fields: { 时间: '今晚到明天上午', 雨量: '80 到 100' },
      source: content.source,
      authority: '370306',
      regions: ['370306001'],
      validMinutes: 720,
      rehearsal: true,
      carriers: carriers.map(({ id }) => id),
    },
    reply: {
      ...alert,
      state: 'waiting',
      pending: 'issue',
      releasedBy: null,
      releasedAt: null,
      validTo: null,
      reviewDueAt: null,
      revisions: [],
      moves: ['discard'],
      history: [],
    },
  },
});

export const readAlert = endpoint({
  method: 'GET',
  path: '/api/alerts/:id',
  access: 'staff',
  summary: 'One alert with its revisions, history and possible moves',
  params,
  reply: Alert,
  example: { params: { id: item.id }, reply: alert },
});

export const updateAlert = endpoint({
  method: 'POST',
  path: '/api/alerts/:id/updates',
  access: 'staff',
  summary: 'Ask for an update of what is on the screens; a second person releases it',
  params,
  body: AlertUpdateInput,
  reply: Alert,
  status: 201,
  example: {
    params: { id: item.id },
    body: {
      revision: 1,
      severity: 'red',
      title: '暴雨红色预警：今晚到明天上午有暴雨',
      text: [...wording.text],
      instructions: [...wording.instructions],
      sound: true,
      regions: ['370306001'],
      validMinutes: 720,
      reason: '雨比预计的大',
    },
    reply: { ...alert, pending: 'update' },
  },
});

export const cancelAlert = endpoint({
  method: 'POST',
  path: '/api/alerts/:id/cancels',
  access: 'staff',
  summary: 'Ask for the end of what is on the screens; a second person releases it',
  params,
  body: z.strictObject({ revision: z.int().positive(), reason: AlertReason }),
  reply: Alert,
  status: 201,
  example: {
    params: { id: item.id },
    body: { revision: 1, reason: '雨已经停了' },
    reply: { ...alert, pending: 'cancel' },
  },
});

export const moveAlert = endpoint({
  method: 'POST',
  path: '/api/alerts/:id/moves',
  access: 'staff',
  summary: 'Endorse, release or discard the revision that waits',
  params,
  body: z.strictObject({ move: AlertMove, revision: z.int().positive(), reason: AlertReason.optional() }),
  reply: Alert,
  example: { params: { id: item.id }, body: { move: 'release', revision: 1 }, reply: alert },
});

export const reviewAlert = endpoint({
  method: 'POST',
  path: '/api/alerts/:id/reviews',
  access: 'staff',
  summary: 'A third person notes whether what was released was in order',
  params,
  body: z.strictObject({
    /** The newest that was looked at; those before it count, too. */
    revision: z.int().positive(),
    verdict: AlertReview.shape.verdict,
    note: AlertReason,
  }),
  reply: Alert,
  example: {
    params: { id: item.id },
    body: { revision: 1, verdict: 'in-order', note: '按预案发布' },
    reply: { ...alert, reviewDueAt: null },
  },
});

export const readAlertDelivery = endpoint({
  method: 'GET',
  path: '/api/alerts/:id/delivery',
  access: 'staff',
  summary: 'How many boxes show the newest released revision, how soon they did, and which do not',
  params,
  reply: AlertDelivery,
  example: {
    params: { id: item.id },
    reply: {
      revision: 1,
      releasedAt: item.sentAt,
      total: { addressed: 8, received: 8, rendered: 7, p50Ms: 92, p99Ms: 310, maxMs: 310 },
      regions: [{ region: town, addressed: 8, received: 8, rendered: 7, p50Ms: 92, p99Ms: 310, maxMs: 310 }],
      laggards: [{ box: '019ab000-0000-7000-8000-0000000000b1', name: '客厅', place: '车站社区', ms: null }],
    },
  },
});

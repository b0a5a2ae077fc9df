// Templates of alerts: written and approved in quiet times, so that in an emergency only gaps are filled in.
import { z } from 'zod';
import { AlertPerson, AlertWording, ValidMinutes } from './alerts.ts';
import { endpoint } from './endpoint.ts';
import { AlertTemplateId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

export const TEMPLATE_STATES = ['draft', 'approved', 'retired'] as const;
export const TemplateState = z.enum(TEMPLATE_STATES);
export type TemplateState = z.infer<typeof TemplateState>;

/** What is approved beforehand. `{雨量}` in title, text and instructions is filled in when an alert is prepared. */
export const AlertTemplateInput = AlertWording.extend({
  name: z.string().trim().min(1).max(40),
  /** How long an alert of it holds unless told. */
  validMinutes: ValidMinutes,
  /** Who may use it: offices in this region and below. */
  region: RegionCode,
});
export type AlertTemplateInput = z.infer<typeof AlertTemplateInput>;

/** One version of a template. A saved change is a new version in draft; approving it retires the one before. */
export const AlertTemplate = AlertTemplateInput.extend({
  id: AlertTemplateId,
  version: z.int().positive(),
  state: TemplateState,
  /** Names of the places to fill in, in the order they are read. */
  fields: z.array(z.string()),
  author: AlertPerson,
  approver: AlertPerson.nullable(),
  updatedAt: Instant,
  moves: z.array(z.enum(['edit', 'approve', 'retire'])),
});
export type AlertTemplate = z.infer<typeof AlertTemplate>;

const template: z.input<typeof AlertTemplate> = {
  severity: 'orange',
  event: '暴雨',
  sound: true,
  id: '019ab000-0000-7000-8000-0000000000c1',
  version: 1,
  state: 'approved',
  name: '暴雨橙色预警',
  title: '暴雨橙色预警：{时间}有暴雨',
  text: ['预计{时间}全区有暴雨，雨量 {雨量} 毫米。'],
  instructions: ['不要在低洼处停车', '河边、桥下不要去', '家里进水先断电'],
  validMinutes: 720,
  region: '370306',
  fields: ['时间', '雨量'],
  author: { id: '019ab000-0000-7000-8000-000000000003', name: '周主任' },
  approver: { id: '019ab000-0000-7000-8000-000000000004', name: '刘科长' },
  updatedAt: '2026-11-20T01:00:00.000Z',
  moves: ['edit', 'retire'],
};
const templateInput: z.input<typeof AlertTemplateInput> = {
  severity: 'orange',
  event: '暴雨',
  sound: true,
  name: template.name,
  title: template.title,
  text: template.text,
  instructions: template.instructions,
  validMinutes: template.validMinutes,
  region: template.region,
};
const params = z.object({ id: AlertTemplateId });

export const listAlertTemplates = endpoint({
  method: 'GET',
  path: '/api/alert-templates',
  access: 'staff',
  summary: "The templates of the actor's regions and of those above: each version that is not retired",
  query: z.object({ state: TemplateState.optional() }),
  reply: z.object({ items: z.array(AlertTemplate) }),
  example: { query: {}, reply: { items: [template] } },
});

export const createAlertTemplate = endpoint({
  method: 'POST',
  path: '/api/alert-templates',
  access: 'staff',
  summary: 'Save a new template as a draft',
  body: AlertTemplateInput,
  reply: AlertTemplate,
  status: 201,
  example: {
    body: templateInput,
    reply: { ...template, state: 'draft', approver: null, moves: ['edit', 'retire'] },
  },
});

export const updateAlertTemplate = endpoint({
  method: 'PUT',
  path: '/api/alert-templates/:id',
  access: 'staff',
  summary: 'Save a change as a new version in draft; the approved one stays in use until the new one is approved',
  params: params,
  body: AlertTemplateInput.extend({ version: z.int().positive() }),
  reply: AlertTemplate,
  example: {
    params: { id: template.id },
    body: { ...templateInput, version: 1 },
    reply: { ...template, version: 2, state: 'draft', approver: null },
  },
});

export const moveAlertTemplate = endpoint({
  method: 'POST',
  path: '/api/alert-templates/:id/moves',
  access: 'staff',
  summary: 'Approve a draft that someone else wrote, or take a version out of use',
  params: params,
  body: z.strictObject({ version: z.int().positive(), move: z.enum(['approve', 'retire']) }),
  reply: AlertTemplate,
  example: { params: { id: template.id }, body: { version: 1, move: 'approve' }, reply: template },
});

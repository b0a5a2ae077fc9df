// What staff set for requests: the categories with their forms, who gets what where, ready words for answers.
import { z } from 'zod';
import { LAMP_FORM } from './box-requests.ts';
import { endpoint } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { CategoryCode, Handler, NamedHandler, RequestCategory } from './requests.ts';

export const StoredCategory = RequestCategory.extend({ revision: z.int().positive() });
export type StoredCategory = z.infer<typeof StoredCategory>;
const lamp: z.input<typeof StoredCategory> = { ...LAMP_FORM, active: true, revision: 1 };
const { revision: _, ...lampInput } = lamp;

export const listCategories = endpoint({
  method: 'GET',
  path: '/api/request-categories',
  access: 'staff',
  summary: 'Every category of requests in its order, also those that are switched off',
  reply: z.object({ items: z.array(StoredCategory) }),
  example: { reply: { items: [lamp] } },
});

export const saveCategory = endpoint({
  method: 'PUT',
  path: '/api/request-categories/:code',
  access: 'staff',
  summary: 'Add or change a category and its form; boxes carry it from then on. `revision` 0: it is new',
  params: z.object({ code: CategoryCode }),
  body: z.strictObject({ category: RequestCategory, revision: z.int().nonnegative() }),
  reply: StoredCategory,
  example: {
    params: { code: 'street-lamp' },
    body: { category: lampInput, revision: 1 },
    reply: { ...lamp, revision: 2 },
  },
});

const housing: z.input<typeof NamedHandler> = { handler: { kind: 'department', department: 'housing' }, name: '住建' };

/** Who gets a new request of a category in a region; the most particular region wins, then the district's rule. */
export const RoutingRule = z.object({ category: CategoryCode, region: RegionCode, to: NamedHandler });
export type RoutingRule = z.infer<typeof RoutingRule>;
const rule: z.input<typeof RoutingRule> = { category: 'street-lamp', region: '370306', to: housing };

export const listRouting = endpoint({
  method: 'GET',
  path: '/api/request-routing',
  access: 'staff',
  summary: 'The table of who gets what, where',
  reply: z.object({ items: z.array(RoutingRule) }),
  example: { reply: { items: [rule] } },
});

export const saveRouting = endpoint({
  method: 'PUT',
  path: '/api/request-routing/:category/:region',
  access: 'staff',
  summary: 'Set one cell of the table; null takes it out. Old cases stay where they are',
  params: z.object({ category: CategoryCode, region: RegionCode }),
  body: z.strictObject({ to: Handler.nullable(), reason: z.string().trim().min(2).max(200) }),
  reply: z.object({ items: z.array(RoutingRule) }),
  example: {
    params: { category: 'street-lamp', region: '370306' },
    body: { to: housing.handler, reason: '路灯归住建' },
    reply: { items: [rule] },
  },
});

/** Ready words for an answer, of the actor's department or region. */
export const AnswerTemplate = z.object({
  name: z.string().trim().min(2).max(20),
  text: z.string().trim().min(2).max(500),
});
export type AnswerTemplate = z.infer<typeof AnswerTemplate>;

export const readAnswerTemplates = endpoint({
  method: 'GET',
  path: '/api/request-templates',
  access: 'staff',
  summary: "The actor's office's ready words for answers",
  reply: z.object({ items: z.array(AnswerTemplate) }),
  example: { reply: { items: [{ name: '已修好', text: '您反映的问题已经处理好，感谢您的提醒。' }] } },
});

export const saveAnswerTemplates = endpoint({
  method: 'PUT',
  path: '/api/request-templates',
  access: 'staff',
  summary: "Replace the actor's office's ready words",
  body: z.strictObject({ items: z.array(AnswerTemplate).max(30) }),
  reply: z.object({ items: z.array(AnswerTemplate) }),
  example: {
    body: { items: [{ name: '已修好', text: '您反映的问题已经处理好，感谢您的提醒。' }] },
    reply: { items: [{ name: '已修好', text: '您反映的问题已经处理好，感谢您的提醒。' }] },
  },
});

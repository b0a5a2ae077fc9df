// The audit log: who did what to what, when and why.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

export const AuditRow = z.object({
  id: z.int(),
  at: Instant,
  /** The name as it was then; 系统 for the system itself. */
  who: z.string(),
  /** `capability.verb`: notice.publish, staff.signin-failed */
  action: z.string(),
  subject: z.string(),
  region: RegionCode.nullable(),
  detail: z.record(z.string(), z.json()),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  access: 'staff',
  summary: "Audit rows of the actor's regions, newest first",
  query: PageQuery.extend({ action: z.string().max(60).optional(), subject: z.string().max(80).optional() }),
  reply: pageOf(AuditRow),
  example: {
    query: { page: 1 },
    reply: {
      items: [
        {
          id: 1,
          at: '2026-11-23T01:10:00.000Z',
          who: '张主任',
          action: 'notice.publish',
          subject: '019ab000-0000-7000-8000-0000000000a1',
          region: '370306001001',
          detail: { revision: 1 },
        },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
});

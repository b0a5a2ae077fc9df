// The audit log: who did what to what, when and why; and the chain that shows that nothing in it was altered.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

export const AuditRow = z.object({
  id: z.int(),
  /** Its place in the chain, from 1; null: it was put into the store past the chain. */
  link: z.int().nullable(),
  at: Instant,
  /** The name as it was then; 系统 for the system itself. */
  who: z.string(),
  /** `capability.verb`: notice.sign-off, staff.signin-failed */
  action: z.string(),
  subject: z.string(),
  region: RegionCode.nullable(),
  detail: z.record(z.string(), z.json()),
});
export type AuditRow = z.infer<typeof AuditRow>;

/**
 * What is wrong where the chain breaks. `changed`: a row is not as it was written. `removed`: a row or its link is gone.
 * `reordered`: a row stands in another's place. `added`: a row came into the store past the chain. `cut`: the end is
 * missing. `rewritten`: the chain agrees with itself, but not with what was sealed. `seal`: a seal is forged or gone.
 */
export const AUDIT_FAULTS = ['changed', 'removed', 'reordered', 'added', 'cut', 'rewritten', 'seal'] as const;

export const AuditFault = z.object({
  kind: z.enum(AUDIT_FAULTS),
  /** The first link that does not hold; of `rewritten` the first that may not. Null: the row has none (`added`). */
  link: z.int().nullable(),
  /** The row's id, where there is one. */
  row: z.int().nullable(),
});
export type AuditFault = z.infer<typeof AuditFault>;

export const Verification = z.object({
  at: Instant,
  by: z.string(),
  /** Links that were followed, up to the first fault. */
  rows: z.int(),
  /** Of the first and the last row followed; null: the log is empty. */
  from: Instant.nullable(),
  to: Instant.nullable(),
  /** Where the chain was followed to; the hash in lower-case hex. */
  head: z.object({ link: z.int(), hash: z.string() }),
  /** Seals that fit, and the last link they cover. */
  seals: z.object({ count: z.int(), link: z.int(), at: Instant.nullable() }),
  fault: AuditFault.nullable(),
});
export type Verification = z.infer<typeof Verification>;

/** `last` is the newest that came to its end, whoever asked for it; `failed`: one after it did not, the server's log says why. */
export const VerificationState = z.object({
  running: z.object({ done: z.int(), total: z.int() }).nullable(),
  failed: z.boolean(),
  last: Verification.nullable(),
});
export type VerificationState = z.infer<typeof VerificationState>;

const head = { link: 1, hash: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b' };
const state: z.input<typeof VerificationState> = {
  running: null,
  failed: false,
  last: {
    at: '2026-11-23T02:00:00.000Z',
    by: '周审计',
    rows: 1,
    from: '2026-11-23T01:10:00.000Z',
    to: '2026-11-23T01:10:00.000Z',
    head,
    seals: { count: 1, link: 1, at: '2026-11-23T01:20:00.000Z' },
    fault: null,
  },
};

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
          link: 1,
          at: '2026-11-23T01:10:00.000Z',
          who: '张主任',
          action: 'notice.sign-off',
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

export const readVerification = endpoint({
  method: 'GET',
  path: '/api/audit/verification',
  access: 'staff',
  summary: "How far the verification of the audit log's chain is, and what the last one found",
  reply: VerificationState,
  example: { reply: state },
});

export const startVerification = endpoint({
  method: 'POST',
  path: '/api/audit/verification',
  access: 'staff',
  summary: "Begin to verify the audit log's chain, or join the verification that runs",
  reply: VerificationState,
  status: 201,
  example: { reply: { running: { done: 0, total: 1 }, failed: false, last: null } },
});

export const sealAudit = endpoint({
  method: 'POST',
  path: '/api/audit/seals',
  access: 'staff',
  summary: "Seal the chain's present end now instead of within ten minutes",
  reply: z.object({ link: z.int(), hash: z.string() }),
  status: 201,
  example: { reply: head },
});

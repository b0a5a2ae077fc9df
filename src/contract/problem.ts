// RFC 9457 problem details: what every error of the API looks like.
import { z } from 'zod';

/** Stable codes: clients and tests rely on them, texts may change. The status is the code's own. */
export const PROBLEM_STATUS = {
  'bad-input': 400,
  'not-signed-in': 401,
  'login-failed': 401,
  'password-change-required': 403,
  'password-too-weak': 422,
  forbidden: 403,
  'region-outside': 403,
  'cross-site': 403,
  'account-locked': 429,
  'too-many-requests': 429,
  'not-found': 404,
  'account-taken': 409,
  'stale-revision': 409,
  'move-not-allowed': 409,
  'reviewer-is-author': 409,
  'reason-missing': 422,
  'notice-markup': 422,
  'notice-validity': 422,
  'notice-regions': 422,
  'picture-unknown': 422,
  'picture-invalid': 422,
  'too-large': 413,
  'unsupported-type': 415,
  'ticket-invalid': 401,
  'cursor-invalid': 400,
  'receipt-not-addressed': 403,
  'code-unknown': 404,
  'code-guesses': 429,
  'code-cancelled': 409,
  'smart-card-unknown': 422,
  'household-unknown': 422,
  'household-missing': 422,
  'box-state': 409,
  'box-offline': 409,
  'box-not-authorised': 403,
  'pin-missing': 409,
  'pin-wrong': 403,
  'pin-locked': 429,
  'private-closed': 403,
  'import-unreadable': 422,
  'import-busy': 409,
  'setting-stale': 409,
  'day-ahead': 422,
  crowded: 503,
  draining: 503,
  'store-unavailable': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const Problem = z.object({
  /** `/api/problems/<code>`: a page that explains the code. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
  /** A sentence in Chinese for the person at the screen. */
  detail: z.string(),
  /** Where the input was wrong: a JSON path and a sentence for each place. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

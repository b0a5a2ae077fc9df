// What a call can fail with, as one typed error: the server's problem, or the way to it being broken.
import { Problem, type ProblemCode } from '../../contract/problem.ts';
import { texts } from '../texts/zh-CN.ts';

/** `offline`: no answer at all. `unreadable`: an answer that the contract does not know. */
export type FailureCode = ProblemCode | 'offline' | 'unreadable';

export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** `message` is a Chinese sentence for the person at the screen. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  declare readonly code: FailureCode;
  /** HTTP status; 0 where there was no answer. */
  declare readonly status: number;
  declare readonly errors: readonly FieldFault[];

  constructor(code: FailureCode, status: number, message: string, errors: readonly FieldFault[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.errors = errors;
  }
}

/** The error of an answer that is not a success; a gateway's HTML page becomes `unreadable`. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get('content-type')?.includes('application/problem+json') ?? false;
  const parsed = isProblem ? Problem.safeParse(await response.json().catch(() => undefined)) : undefined;
  if (!parsed?.success) return new ProblemError('unreadable', response.status, texts.failure.status(response.status));
  const { code, status, detail, errors } = parsed.data;
  return new ProblemError(code, status, detail, errors);
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ProblemError ? error.message : texts.failure.unknown;
}

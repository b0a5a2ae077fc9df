// The typed error of the server: a stable code and a Chinese sentence, turned into RFC 9457 at the edge.
import { PROBLEM_STATUS, type Problem, type ProblemCode } from '../contract/problem.ts';
import { PROBLEM_TEXTS } from './texts/problems.zh-CN.ts';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  declare readonly code: ProblemCode;
  declare readonly errors: Problem['errors'];

  /** `detail` replaces the code's own sentence where more can be said; `errors` tells the places in the input. */
  constructor(code: ProblemCode, given: { detail?: string; errors?: Problem['errors'] } = {}) {
    super(given.detail ?? PROBLEM_TEXTS[code].detail);
    this.code = code;
    this.errors = given.errors;
  }
}

/** The body of the answer (`application/problem+json`). */
export function problemBody(error: ProblemError): Problem {
  return {
    type: `/api/problems/${error.code}`,
    title: PROBLEM_TEXTS[error.code].title,
    status: PROBLEM_STATUS[error.code],
    code: error.code,
    detail: error.message,
    ...(error.errors && { errors: error.errors }),
  };
}

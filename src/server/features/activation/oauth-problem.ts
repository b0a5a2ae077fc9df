// The errors of OAuth (RFC 6749 section 5.2, RFC 8628 section 3.5): another shape than the API's problems.
import type { OauthError } from '../../../contract/activation.ts';

export class OauthProblem extends Error {
  override readonly name = 'OauthProblem';
  readonly error: OauthError['error'];

  constructor(error: OauthError['error']) {
    super(error);
    this.error = error;
  }

  get status(): number {
    if (this.error === 'invalid_client') return 401;
    return this.error === 'temporarily_unavailable' ? 503 : 400;
  }
}

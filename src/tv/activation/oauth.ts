// The two questions of the device flow (RFC 8628) as a box asks them, and what their answers mean.
import type { BoxFacts } from '../../contract/activation.ts';
import { CONTRACT } from '../constants.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, parse } from '../feed/record.ts';
import type { Http, HttpAnswer } from '../ports.ts';
import type { IssuedCode, Verdict } from './state.ts';

const TIMEOUT_MS = 15_000;
const SCOPE = 'box';
/** What the RFC says when the server says nothing. */
const INTERVAL_S = 5;
/** As session.ts keeps it; anything else would not survive a restart. */
const TOKEN = /^[A-Za-z0-9._~+/=-]{8,400}$/;

export interface Issued {
  readonly code: IssuedCode;
  /** Between two questions, ms. */
  readonly intervalMs: number;
}

/** @returns null when no code was to be had. */
export async function askForCode(http: Http, facts: BoxFacts, steady: () => number): Promise<Issued | null> {
  const { status, body } = await post(http, PATHS.authorize, { client_id: CONTRACT.clientId, scope: SCOPE, ...facts });
  const answer = status === 200 ? parse(body) : null;
  if (!isObject(answer)) return null;
  const { device_code, user_code, verification_uri_complete, verification_uri, expires_in, interval } = answer;
  const link = isText(verification_uri_complete) ? verification_uri_complete : verification_uri;
  if (!isText(device_code) || !isText(user_code) || !isText(link) || !isSeconds(expires_in)) return null;
  return {
    code: { deviceCode: device_code, userCode: user_code, link, expiresAt: steady() + expires_in * 1000 },
    intervalMs: (isSeconds(interval) ? interval : INTERVAL_S) * 1000,
  };
}

export async function askForToken(http: Http, deviceCode: string): Promise<Verdict> {
  const fields = { grant_type: CONTRACT.deviceGrant, device_code: deviceCode, client_id: CONTRACT.clientId };
  return verdictOf(await post(http, PATHS.token, fields));
}

function verdictOf({ status, body }: HttpAnswer): Verdict {
  const answer = parse(body);
  if (!isObject(answer)) return { kind: 'unreachable' };
  if (status === 200) {
    const { access_token: token } = answer;
    return isText(token) && TOKEN.test(token) ? { kind: 'token', token } : { kind: 'unreachable' };
  }
  if (status < 400 || status >= 500) return { kind: 'unreachable' };
  switch (answer.error) {
    case 'authorization_pending':
      return { kind: 'pending' };
    case 'slow_down':
      return { kind: 'slower' };
    case 'access_denied':
      return { kind: 'denied' };
    case 'expired_token':
    case 'invalid_grant':
      return { kind: 'over' };
    default:
      return { kind: 'unreachable' };
  }
}

function post(http: Http, path: string, fields: Readonly<Record<string, string | undefined>>): Promise<HttpAnswer> {
  const body = Object.keys(fields)
    .flatMap((name) => {
      const value = fields[name];
      return value === undefined ? [] : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    })
    .join('&');
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return http({ method: 'POST', path, headers, body, timeoutMs: TIMEOUT_MS });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isSeconds = (value: unknown): value is number => typeof value === 'number' && value > 0;

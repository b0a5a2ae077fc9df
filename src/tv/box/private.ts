// What only those see who know the household's PIN. The pass lives here and nowhere else, until it is forgotten.
import type { UtilityBills } from '../../contract/bills.ts';
import type { OwnRequest, OwnRequestDetail } from '../../contract/box-requests.ts';
import type { HouseholdView } from '../../contract/households.ts';
import type { Instant } from '../../contract/time.ts';
import { CONTRACT } from '../constants.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, parse } from '../feed/record.ts';
import type { PinTrouble } from '../navigation/context.ts';
import type { HttpAnswer, HttpRequest } from '../ports.ts';
import { type OwnMove, readOwnRequest, readOwnRequests } from '../requests/read.ts';
import { type Ask, JSON_BODY } from './ask.ts';
import { readBills } from './read-bills.ts';
import { readHousehold } from './read-household.ts';

/** `refused`: why what was asked for was not done, in a sentence. `closed`: the pass is not good any more. */
export type PrivateAnswer<T> =
  | { readonly value: T; readonly refused?: string }
  | { readonly trouble: 'closed' | 'unreachable' };

export interface PrivateDoor {
  /** Null: it is open. */
  open(pin: string): Promise<PinTrouble | null>;
  household(): Promise<PrivateAnswer<HouseholdView>>;
  bills(): Promise<PrivateAnswer<readonly UtilityBills[]>>;
  /** Asks to be called about an offer; the value is since when that is on record. */
  contact(offer: string): Promise<PrivateAnswer<Instant>>;
  requests(): Promise<PrivateAnswer<readonly OwnRequest[]>>;
  request(id: string): Promise<PrivateAnswer<OwnRequestDetail>>;
  /** The value is the request as it is then, also where the move was refused. */
  moveRequest(id: string, move: OwnMove): Promise<PrivateAnswer<OwnRequestDetail>>;
  /** Null: this box is in no household any more, and its credential is void. */
  unbind(pin: string): Promise<PinTrouble | null>;
  forget(): void;
}

export function privateDoor(ask: Ask): PrivateDoor {
  let pass: string | null = null;
  /** An answer that comes after the door was closed opens nothing. */
  let turn = 0;

  async function asked(method: HttpRequest['method'], path: string, body?: string): Promise<HttpAnswer | null> {
    if (pass === null) return null;
    const headers = { [CONTRACT.privateHeader]: pass };
    return ask(
      body === undefined ? { method, path, headers } : { method, path, headers: { ...headers, ...JSON_BODY }, body },
    );
  }

  async function shown<T>(
    method: HttpRequest['method'],
    path: string,
    read: (value: unknown) => T | null,
  ): Promise<PrivateAnswer<T>> {
    return answered(await asked(method, path), read);
  }

  return {
    async open(pin) {
      const mine = turn;
      const answer = await ask({
        method: 'POST',
        path: PATHS.private,
        headers: JSON_BODY,
        body: JSON.stringify({ pin }),
      });
      const body = parse(answer.body);
      const given = answer.status === 201 && isObject(body) && typeof body.pass === 'string' ? body.pass : null;
      if (given === null) return troubleOf(answer);
      if (mine === turn) pass = given;
      return null;
    },
    household: () => shown('GET', PATHS.household, readHousehold),
    bills: () => shown('GET', PATHS.bills, readBills),
    contact: (offer) => shown('PUT', PATHS.contact.replace(':id', offer), readAsked),
    requests: () => shown('GET', PATHS.requests, readOwnRequests),
    request: (id) => shown('GET', PATHS.request.replace(':id', id), readOwnRequest),
    async moveRequest(id, move) {
      const answer = await asked('POST', PATHS.requestMoves.replace(':id', id), JSON.stringify(move));
      if (answer?.status !== 409) return answered(answer, readOwnRequest);
      // It is not any more what was shown.
      const now = await shown('GET', PATHS.request.replace(':id', id), readOwnRequest);
      return 'value' in now ? { ...now, refused: detailOf(answer) } : now;
    },
    async unbind(pin) {
      const body = JSON.stringify({ pin });
      const answer = await ask({ method: 'POST', path: PATHS.unbind, headers: JSON_BODY, body });
      return answer.status >= 200 && answer.status < 300 ? null : troubleOf(answer);
    },
    forget() {
      turn += 1;
      pass = null;
    },
  };
}

/** Null: the pass is gone. */
function answered<T>(answer: HttpAnswer | null, read: (value: unknown) => T | null): PrivateAnswer<T> {
  if (answer === null || answer.status === 403) return { trouble: 'closed' };
  const value = answer.status === 200 ? read(parse(answer.body)) : null;
  return value === null ? { trouble: 'unreachable' } : { value };
}

/** Of a problem (RFC 9457). */
function detailOf({ body }: HttpAnswer): string {
  const problem = parse(body);
  return isObject(problem) && typeof problem.detail === 'string' ? problem.detail : '';
}

const readAsked = (value: unknown): Instant | null =>
  isObject(value) && typeof value.askedAt === 'string' && !Number.isNaN(Date.parse(value.askedAt))
    ? (value.askedAt as Instant)
    : null;

const TROUBLES: Readonly<Record<string, PinTrouble>> = {
  'pin-wrong': 'wrong',
  'pin-locked': 'locked',
  'pin-missing': 'missing',
  'box-not-authorised': 'not-authorised',
};

function troubleOf({ body }: HttpAnswer): PinTrouble {
  const problem = parse(body);
  const code = isObject(problem) && typeof problem.code === 'string' ? problem.code : '';
  return TROUBLES[code] ?? 'unreachable';
}

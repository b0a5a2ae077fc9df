// What is handed in: a report, whoever brought it.
import type { Transaction } from 'kysely';
import type { SentRequest } from '../../../contract/box-requests.ts';
import type { RequestId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { RequestInput } from '../../../contract/requests.ts';
import type { Actor } from '../../../domain/access/can.ts';
import type { Database } from '../../store/schema.ts';

export type ReportFrom =
  /** From the television, or the phone that went on for it. */
  | { readonly kind: 'box'; readonly household: RegionCode }
  /** At a counter or by telephone. */
  | { readonly kind: 'staff'; readonly actor: Actor; readonly household: RegionCode }
  /** By another system; `region` is the community it is in, or one above where nobody can say. Its `where` is public. */
  | { readonly kind: 'system'; readonly name: string; readonly region: RegionCode };

export interface Report {
  /** Made by the sender: the same again is the same report. */
  readonly id: RequestId;
  readonly input: RequestInput;
  readonly from: ReportFrom;
}

/**
 * Takes a report in, whole or not at all: a new case, or one more reporter of a case of the same. Sent again under the
 * same id by the same sender it answers as it did. Checks no access.
 * @throws ProblemError not-found (the id is somebody else's), category-unknown, bad-input (form, place),
 * photo-unknown, too-many-requests (of one home in a day)
 */
export type Receive = (trx: Transaction<Database>, report: Report) => Promise<SentRequest>;

// Who may hear, asked of the store at the door and again after a gap: a ticket lives longer than a word to revoke it.
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Instant } from '../../contract/time.ts';

/** A box as its ticket knows it. */
export interface Holder {
  readonly box: BoxId;
  readonly household: RegionCode;
  /** When the credential was issued that bought the ticket. */
  readonly credentialAt: Instant;
}

export interface Door {
  /** False where the credential that bought the ticket is void, or the box stands elsewhere by now. */
  admits(holder: Holder): Promise<boolean>;
  /** Those of the boxes that may no longer, or stand elsewhere by now. */
  strangers(holders: readonly Holder[]): Promise<BoxId[]>;
}

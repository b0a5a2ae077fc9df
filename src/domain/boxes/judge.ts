// The verdict on one row of the operator's list: stored as it is, or why not. Pure; the server looks things up before.
import type { SmartCard } from '../../contract/activation.ts';
import type { BoxState } from '../../contract/boxes.ts';
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { AddressFault, DuplicateFault, ListRow, MalformedFault } from './fault.ts';
import { type Listing, readListing } from './listing.ts';

export interface Home {
  readonly household: RegionCode;
  /** 1号楼 101 */
  readonly name: string;
}

/** A box that has this smart card already. `place`: 车站社区 1号楼 101. */
export interface KnownBox {
  readonly id: BoxId;
  readonly household: RegionCode;
  readonly state: BoxState;
  readonly model: string | null;
  readonly chipId: string | null;
  readonly twoWay: boolean;
  readonly hd: boolean;
  readonly place: string;
}

/** What was looked up for the rows at hand. */
export interface Known {
  home(listing: Listing): Home | AddressFault;
  /** An earlier row of the list with this smart card. */
  earlierRow(card: SmartCard): number | undefined;
  box(card: SmartCard): KnownBox | undefined;
  /** Whether whoever imports may manage boxes there. */
  manages(region: RegionCode): boolean;
}

export type Verdict =
  | { readonly result: 'good'; readonly listing: Listing; readonly home: Home; readonly box: BoxId | null }
  | { readonly result: 'same' }
  | { readonly result: 'malformed'; readonly faults: readonly MalformedFault[] }
  | { readonly result: 'unknown-address'; readonly faults: readonly [AddressFault] }
  | { readonly result: 'duplicate'; readonly faults: readonly [DuplicateFault] };

/** `box` of a good row is the listed box it updates; null: a new one. */
export function judge(row: ListRow, known: Known): Verdict {
  const listing = readListing(row);
  if (Array.isArray(listing)) return { result: 'malformed', faults: listing };

  const earlier = known.earlierRow(listing.smartCard);
  if (earlier !== undefined) return duplicate({ kind: 'earlier-row', row: earlier });

  const home = known.home(listing);
  if ('kind' in home) return { result: 'unknown-address', faults: [home] };
  if (!known.manages(home.household)) return { result: 'unknown-address', faults: [{ kind: 'outside' }] };

  const box = known.box(listing.smartCard);
  if (!box) return { result: 'good', listing, home, box: null };
  if (isSame(box, listing, home)) return { result: 'same' };
  const mine = known.manages(box.household);
  // Once a box speaks, it is moved by people, with a reason, not by a list.
  if (box.state !== 'listed' || !mine)
    return duplicate({ kind: 'other-box', place: mine ? box.place : null, state: box.state });
  return { result: 'good', listing, home, box: box.id };
}

const duplicate = (fault: DuplicateFault): Verdict => ({ result: 'duplicate', faults: [fault] });

const isSame = (box: KnownBox, listing: Listing, home: Home) =>
  box.household === home.household &&
  box.model === listing.model &&
  box.chipId === listing.chipId &&
  box.twoWay === listing.twoWay &&
  box.hd === listing.hd;

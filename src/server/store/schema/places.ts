// The tables of places, of broadband offers and of households that asked to be called (migration 011).
import type { JSONColumnType } from 'kysely';
import type { CarriedOffer, ContactState, OfferInput } from '../../../contract/broadband.ts';
import type { ContactId, OfferId, PlaceId, StaffId } from '../../../contract/ids.ts';
import type { Hours, PlaceKind } from '../../../contract/places.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';

export interface PlaceTables {
  place: PlaceTable;
  offer: OfferTable;
  offer_region: { offer_id: OfferId; region_code: RegionCode };
  contact: ContactTable;
}

interface PlaceTable {
  id: PlaceId;
  region_code: RegionCode;
  revision: number;
  kind: PlaceKind;
  name: string;
  address: string;
  hours: JSONColumnType<Hours> | null;
  phone: string | null;
  /** GCJ-02; both or neither. */
  lat: number | null;
  lon: number | null;
  note: string | null;
  updated_at: Instant;
}

interface OfferTable {
  id: OfferId;
  revision: number;
  /** All but the regions. */
  content: JSONColumnType<Omit<OfferInput, 'regions'>>;
  updated_at: Instant;
}

interface ContactTable {
  id: ContactId;
  offer_id: OfferId;
  /** What the household saw. */
  offer: JSONColumnType<CarriedOffer>;
  household: RegionCode;
  state: ContactState;
  reason: string | null;
  by_id: StaffId | null;
  asked_at: Instant;
  updated_at: Instant;
}

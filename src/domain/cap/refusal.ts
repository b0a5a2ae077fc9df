// Why a document of a warning is not taken: a stable reason and the place in the document.
import type { CapReason } from '../../contract/cap.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  declare readonly reason: CapReason;
  /** Names from the root down: `alert/info/severity`; empty where it is the whole. */
  declare readonly place: string;

  constructor(reason: CapReason, place = '') {
    super(place ? `${reason} at ${place}` : reason);
    this.reason = reason;
    this.place = place;
  }
}

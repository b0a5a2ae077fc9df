// Which requests somebody sees: those of their region, and those that their office works on.
import { DEPARTMENTS } from '../../contract/departments.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Handler, Privacy } from '../../contract/requests.ts';
import { type Actor, scopesOf } from '../access/can.ts';
import { coverOf, isWithin } from '../regions/code.ts';

/** What a read is narrowed to: true where one of the four is. */
export interface Reading {
  /** Requests of these regions, but for anonymous ones. */
  readonly regions: readonly RegionCode[];
  /** All requests of these regions: somebody has to send them on. */
  readonly dispatched: readonly RegionCode[];
  /** What offices of these regions work on. */
  readonly offices: readonly RegionCode[];
  /** What these work on; as `keyOf` names them. */
  readonly handlers: readonly string[];
}

/** What somebody's grants let them see, to be asked of many cases. */
export function readingOf(actor: Actor): Reading {
  const of = (...roles: string[]) => actor.grants.filter(({ role }) => roles.includes(role));
  const codes = (grants: Actor['grants']) => coverOf(grants.map(({ region }) => region));
  const departments = of('department').flatMap(({ department }) => department ?? DEPARTMENTS);
  return {
    regions: codes(of('district', 'town', 'community', 'auditor')),
    dispatched: scopesOf(actor, 'request.assign'),
    offices: codes(of('town', 'community')),
    handlers: [
      ...new Set(departments.map((each) => `department:${each}`)),
      ...(of('operator').length > 0 ? ['operator'] : []),
    ],
  };
}

export interface Readable {
  readonly region: RegionCode;
  readonly privacy: Privacy;
  readonly handler: Handler | null;
  readonly joint: readonly Handler[];
}

/** An anonymous case is for its handlers and dispatchers alone; any other for its region and those who work on it too. */
export function isReadable(reading: Reading, { region, privacy, handler, joint }: Readable): boolean {
  if (privacy !== 'anonymous' && reading.regions.some((each) => isWithin(region, each))) return true;
  if (reading.dispatched.some((each) => isWithin(region, each))) return true;
  return [...(handler ? [handler] : []), ...joint].some((each) => isTheirs(reading, each));
}

const isTheirs = ({ offices, handlers }: Reading, handler: Handler): boolean =>
  handler.kind === 'region'
    ? offices.some((each) => isWithin(handler.region, each))
    : handlers.includes(handler.kind === 'department' ? `department:${handler.department}` : 'operator');

// The office somebody speaks for.
import type { Handler } from '../../contract/requests.ts';
import { type Actor, can } from '../access/can.ts';

/** Of the first role that handles requests, else of the first that sends them on; null for who does neither. */
export function officeOf(actor: Actor): Handler | null {
  const grants = (['request.handle', 'request.assign'] as const).flatMap((permission) =>
    actor.grants.filter((grant) => can({ ...actor, grants: [grant] }, permission, grant.region)),
  );
  const [grant] = grants;
  if (!grant) return null;
  if (grant.role === 'operator') return { kind: 'operator' };
  if (grant.department) return { kind: 'department', department: grant.department };
  return { kind: 'region', region: grant.region };
}

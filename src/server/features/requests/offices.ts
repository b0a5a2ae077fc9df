// For which office somebody acts: residents read its name, not the person's.
import { type Actor, can } from '../../../domain/access/can.ts';
import { DISTRICT, isWithin } from '../../../domain/regions/code.ts';
import { mayHandle } from '../../../domain/requests/decide.ts';
import type { Case } from '../../../domain/requests/state.ts';
import { nameHandlers } from './names.ts';
import type { RequestRow } from './record.ts';
import type { Trx } from './store.ts';

/** The handler they belong to; else their own place among the offices above the case. */
export async function officeOf(
  trx: Trx,
  actor: Actor,
  now: Case,
  { region_code }: Pick<RequestRow, 'region_code'>,
): Promise<string> {
  const own = [...(now.handler ? [now.handler] : []), ...now.joint].find((each) => mayHandle(actor, each));
  const [above = DISTRICT] = actor.grants
    .map(({ region }) => region)
    .filter((region) => isWithin(region_code, region) && can(actor, 'request.read', region))
    .sort((one, other) => other.length - one.length);
  const handler = own ?? { kind: 'region' as const, region: above };
  return (await nameHandlers(trx, [handler]))(handler).name;
}

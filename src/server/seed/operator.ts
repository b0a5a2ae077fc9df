// The first account of a real district: an operator with a temporary password, who makes all the others.
import { DISTRICT } from '../../domain/regions/code.ts';
import { temporaryPassword } from '../features/staff/passwords.ts';
import type { StaffService } from '../features/staff/service.ts';
import type { Runtime } from '../runtime.ts';

export interface FirstOperator {
  readonly account: string;
  readonly password: string;
}

/** Undefined where there is staff already. The password is told only here and must be changed at the first log-in. */
export async function seedOperator(deps: {
  staff: StaffService;
  runtime: Runtime;
}): Promise<FirstOperator | undefined> {
  if (await deps.staff.anyone()) return undefined;
  const account = 'operator';
  const password = temporaryPassword(deps.runtime.random);
  const grants = [{ role: 'operator' as const, region: DISTRICT }];
  await deps.staff.ensure({ account, name: '运营管理员', password, mustChange: true }, grants);
  return { account, password };
}

// The command line as a caller: whoever can read the server's own file may do what an operator and the district may.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { StaffId } from '../../../contract/ids.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { NO_PASSWORD } from './passwords.ts';
import { COMMAND_LINE, ensureNobodys } from './store.ts';

const NAME = '命令行';
const PREFIX = 'cli-';
const ROLES = ['operator', 'district'] as const;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * What is written down names who did it, so the command line has a row among the staff. Its roles are not in the
 * store: they come with the token alone, and the lists of staff, which go by roles, leave it out.
 */
export function createCommandLine(deps: { store: Store; runtime: Runtime }) {
  const { store, runtime } = deps;
  const token = `${PREFIX}${runtime.random(32).toString('base64url')}`;
  const expected = digest(token);
  let known: StaffId | undefined;

  /** Its row, made at the first use. */
  async function row(): Promise<StaffId> {
    return store.transaction(async (trx) => {
      const at = instantOf(runtime.clock());
      const made = {
        id: runtime.uuids() as StaffId,
        account: COMMAND_LINE,
        name: NAME,
        hash: NO_PASSWORD,
        at,
      } as const;
      const id = await ensureNobodys(trx, made);
      if (id === made.id)
        await recordAudit(trx, { at, actor: null, action: 'staff.create', subject: COMMAND_LINE, region: DISTRICT });
      return id;
    });
  }

  return {
    token,

    /** Is this bearer credential meant as the command line's, right or wrong? */
    claims: (bearer: string) => bearer.startsWith(PREFIX),

    /** @throws ProblemError `not-signed-in` for every token but this start's own */
    async authenticate(bearer: string) {
      if (!timingSafeEqual(digest(bearer), expected)) throw new ProblemError('not-signed-in');
      known ??= await row();
      const grants = ROLES.map((role) => ({ role, region: DISTRICT }));
      return { id: known, name: NAME, grants, mustChangePassword: false, session: '' };
    },
  };
}

export type CommandLine = ReturnType<typeof createCommandLine>;

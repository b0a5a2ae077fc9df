// Changes this box's credential for a new one: first kept on the box, only then used, so that no power cut loses it.
import { PATHS } from '../feed/paths.ts';
import { isObject, parse, type ShelfRecord } from '../feed/record.ts';
import type { Log } from '../log.ts';
import type { Ask } from './ask.ts';

export interface Credential {
  /** What to ask with. */
  token(): string;
  /** Does nothing while a change is on its way. */
  rotate(ask: Ask): Promise<void>;
}

/** As session.ts takes it back. */
const TOKEN = /^[A-Za-z0-9._~+/=-]{8,400}$/;

export function createCredential(first: string, kept: ShelfRecord<string>, log: Log): Credential {
  let token = first;
  let rotating = false;
  return {
    token: () => token,
    async rotate(ask) {
      if (rotating) return;
      rotating = true;
      const { status, body } = await ask({ method: 'POST', path: PATHS.credential, headers: {} });
      rotating = false;
      const answer = parse(body);
      const given = status === 201 && isObject(answer) ? answer.token : null;
      if (typeof given !== 'string' || !TOKEN.test(given)) return log.warn(`credential: not changed, ${status}`);
      // Shelves that are full may say so only when they are read.
      if (!kept.write(given) || kept.read() !== given) {
        kept.write(token);
        return log.warn('credential: the shelf refused the new one, the old one stays');
      }
      token = given;
      log.info('credential: changed');
    },
  };
}

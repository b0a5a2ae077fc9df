// Signing in and staff accounts over HTTP.
import {
  changePassword,
  createStaff,
  listStaff,
  readSession,
  resetPassword,
  signIn,
  signOut,
} from '../../../contract/staff.ts';
import type { Serve } from '../../http/route.ts';
import type { StaffService } from './service.ts';
import { SESSION_MS, type Sessions } from './sessions.ts';

export const SESSION_COOKIE = 'linli_session';

export function staffRoutes(
  serve: Serve,
  deps: { staff: StaffService; sessions: Sessions; secureCookie: boolean },
): void {
  const { staff, sessions } = deps;
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: deps.secureCookie } as const;
  const describe = async (token: string) => {
    const caller = await sessions.authenticate(token);
    return staff.describe(caller, caller.expiresAt);
  };

  serve(
    signIn,
    async ({ body, reply }) => {
      const token = await sessions.signIn(body.account, body.password);
      reply.setCookie(SESSION_COOKIE, token, { ...cookie, maxAge: SESSION_MS / 1000 });
      return describe(token);
    },
    // Per address; the lock per account stands beside it.
    { rateLimit: { max: 30, timeWindow: 60_000 } },
  );
  serve(readSession, ({ request }) => describe(request.cookies[SESSION_COOKIE] ?? ''));
  serve(signOut, async ({ caller, reply }) => {
    await sessions.signOut(caller.session);
    reply.clearCookie(SESSION_COOKIE, cookie);
    return undefined;
  });
  serve(changePassword, async ({ caller, body, request }) => {
    await staff.changePassword(caller, caller.session, body);
    return describe(request.cookies[SESSION_COOKIE] ?? '');
  });
  serve(listStaff, ({ caller, query }) => staff.list(caller, query));
  serve(createStaff, ({ caller, body }) => staff.create(caller, body));
  serve(resetPassword, ({ caller, params, body }) => staff.resetPassword(caller, params.id, body.reason));
}

// A credential is changed without a moment in which the box has none, or an answer that makes it forget itself.
import { describe, expect, it } from 'vitest';
import { askWith } from '../../../src/tv/box/ask.ts';
import { createCredential } from '../../../src/tv/box/credential.ts';
import { sessionOn } from '../../../src/tv/feed/session.ts';
import { createLog } from '../../../src/tv/log.ts';
import type { HttpRequest } from '../../../src/tv/ports.ts';
import { fakeHttp, fakeShelf, settled } from '../fakes.ts';

const ROTATE = 'POST /api/box/credential';
const OLD = 'old-token-1';
const NEW = 'bD9rq_Hywj62qIuigrzNS_eePzOB8oaQ';

function start(room?: number) {
  const shelf = fakeShelf(room);
  const session = sessionOn(shelf);
  session.write(OLD);
  const net = fakeHttp({ [ROTATE]: { status: 201, json: { token: NEW } } });
  const log = createLog(() => 0);
  const credential = createCredential(OLD, session, log);
  const ask = askWith(net.http, credential.token);
  return { shelf, session, net, log, credential, ask };
}
const bearer = ({ headers }: HttpRequest) => headers.Authorization;

describe('changing the credential', () => {
  it('asks with the old one, keeps the new one, and only then uses it', async () => {
    const { credential, ask, session, net } = start();
    await credential.rotate(ask);
    expect([session.read(), credential.token()]).toEqual([NEW, NEW]);
    await ask({ method: 'GET', path: '/api/box', headers: {} });
    expect(net.requests.map(bearer)).toEqual([`Bearer ${OLD}`, `Bearer ${NEW}`]);
  });

  it('leaves the old one in use when the shelf refuses the new one', async () => {
    const { credential, ask, session, log } = start(JSON.stringify({ v: 1, data: OLD }).length);
    await credential.rotate(ask);
    expect([session.read(), credential.token(), log.waiting().length]).toEqual([OLD, OLD, 1]);
  });

  it.each([
    { status: 0 },
    { status: 503 },
    { status: 201, json: { token: 7 } },
    { status: 201, json: { token: 'a b' } },
  ])('leaves the old one in use after %j', async (reply) => {
    const { credential, ask, session, net } = start();
    net.routes[ROTATE] = reply;
    await credential.rotate(ask);
    expect([session.read(), credential.token()]).toEqual([OLD, OLD]);
  });

  it('asks once while it is being changed', async () => {
    const { credential, ask, net } = start();
    await Promise.all([credential.rotate(ask), credential.rotate(ask)]);
    expect(net.asked(ROTATE)).toHaveLength(1);
  });
});

describe('a question that was out while the credential changed', () => {
  it('is asked again with the new one, and does not look like a refusal of the box', async () => {
    let token = OLD;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const used: (string | undefined)[] = [];
    const ask = askWith(
      async (request) => {
        used.push(bearer(request));
        if (used.length > 1) return { status: 200, body: 'ok', etag: null };
        await held;
        return { status: 401, body: '{"code":"not-signed-in"}', etag: null };
      },
      () => token,
    );
    const answer = ask({ method: 'GET', path: '/api/feed', headers: {} });
    token = NEW;
    release();
    expect((await answer).status).toBe(200);
    await settled();
    expect(used).toEqual([`Bearer ${OLD}`, `Bearer ${NEW}`]);
  });

  it('is a refusal when the credential is the same', async () => {
    const net = fakeHttp({ 'GET /api/box': { status: 401 } });
    const answer = await askWith(net.http, () => OLD)({ method: 'GET', path: '/api/box', headers: {} });
    expect([answer.status, net.requests.length]).toEqual([401, 1]);
  });
});

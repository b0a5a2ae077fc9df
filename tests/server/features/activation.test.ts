// Activation: a box asks, staff decide, the box gets its credential; by the letter of RFC 8628, with a standard client.
import * as oauth from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  approveActivation,
  DEVICE_AUTHORIZATION_PATH,
  DEVICE_GRANT,
  denyActivation,
  readActivation,
  TOKEN_PATH,
  TV_CLIENT_ID,
} from '../../../src/contract/activation.ts';
import { listAudit } from '../../../src/contract/audit.ts';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import { CARD_GUESSES, GUESS_WAIT_MS, GUESSES } from '../../../src/domain/boxes/user-code.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

const HOME = '3703060010010010010101';
const OTHER_HOME = '3703060010010010010102';
const VILLAGE_HOME = '3703061022150010010101';

describe('activation', () => {
  let server: TestServer;
  let community: Caller;
  let operator: Caller;

  beforeAll(async () => {
    server = await openTestServer();
    community = await server.staff('chezhan');
    operator = await server.staff('operator');
  });
  afterAll(() => server.stop());
  beforeEach(() => server.store.db.deleteFrom('guess').execute());

  const form = (url: string, fields: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'linli.example' },
      payload: new URLSearchParams(fields).toString(),
    });
  const ask = async (facts: Record<string, string> = {}) => {
    const answer = await form(DEVICE_AUTHORIZATION_PATH, { client_id: TV_CLIENT_ID, scope: 'box', ...facts });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  const poll = async (deviceCode: string) => {
    const fields = { grant_type: DEVICE_GRANT, client_id: TV_CLIENT_ID, device_code: deviceCode };
    const answer = await form(TOKEN_PATH, fields);
    return { status: answer.statusCode, ...answer.json() };
  };
  const approve = (caller: Caller, userCode: string, body: object = {}, address = '10.1.0.1') =>
    server.send(caller, approveActivation, {
      params: { userCode },
      body: { household: HOME, smartCard: null, ...body },
      address,
    });
  const bearer = (token: string): Caller => ({ headers: { authorization: `Bearer ${token}` } });
  const list = async (card: string, household = HOME) => {
    const id = crypto.randomUUID();
    await server.store.db
      .insertInto('box')
      .values({
        id,
        household,
        name: '1号楼 101',
        smart_card: card,
        model: 'HC3100',
        chip_id: null,
        state: 'listed',
        suspect_since: null,
        created_at: server.instant(),
      } as never)
      .execute();
    await server.store.db
      .insertInto('box_state')
      .values({ box_id: id } as never)
      .execute();
    return id;
  };

  it('works with a standard client of the device flow, from its metadata on', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as { port: number };
    const config = await oauth.discovery(new URL(`http://127.0.0.1:${port}`), TV_CLIENT_ID, undefined, oauth.None(), {
      algorithm: 'oauth2',
      execute: [oauth.allowInsecureRequests],
    });
    const asked = await oauth.initiateDeviceAuthorization(config, { scope: 'box', model: 'HC3100' });
    expect(asked.verification_uri_complete).toContain(asked.user_code.replace('-', ''));
    const denied = await oauth.initiateDeviceAuthorization(config, { scope: 'box' });
    await server.send(community, denyActivation, { params: { userCode: denied.user_code } });
    // The client waits its interval (5 s of its own clock) before it asks.
    await expect(oauth.pollDeviceAuthorizationGrant(config, denied)).rejects.toMatchObject({ error: 'access_denied' });
    expect((await approve(community, asked.user_code)).status).toBe(200);
    const tokens = await oauth.pollDeviceAuthorizationGrant(config, asked);
    expect(tokens.token_type).toBe('bearer');
    expect(await server.send(bearer(tokens.access_token), readBoxHome)).toMatchObject({
      status: 200,
      body: { state: 'bound', community: { name: '车站社区' } },
    });
  });

  it('answers each question too soon with slow_down, and asks for five seconds more', async () => {
    const { device_code, interval } = await ask();
    expect(interval).toBe(5);
    expect(await poll(device_code)).toMatchObject({ status: 400, error: 'authorization_pending' });
    server.pass(4_999);
    expect(await poll(device_code)).toMatchObject({ status: 400, error: 'slow_down' });
    server.pass(9_999);
    expect(await poll(device_code)).toMatchObject({ error: 'slow_down' });
    server.pass(15_000);
    expect(await poll(device_code)).toMatchObject({ error: 'authorization_pending' });
  });

  it('has the errors of the RFC for everything else that can be wrong', async () => {
    const { device_code } = await ask();
    const cases: [Record<string, string>, number, string][] = [
      [{ grant_type: DEVICE_GRANT, device_code }, 400, 'invalid_request'],
      [{ client_id: 'somebody', grant_type: DEVICE_GRANT, device_code }, 401, 'invalid_client'],
      [{ client_id: TV_CLIENT_ID, device_code }, 400, 'invalid_request'],
      [{ client_id: TV_CLIENT_ID, grant_type: 'password', device_code }, 400, 'unsupported_grant_type'],
      [{ client_id: TV_CLIENT_ID, grant_type: DEVICE_GRANT }, 400, 'invalid_request'],
      [{ client_id: TV_CLIENT_ID, grant_type: DEVICE_GRANT, device_code: 'guessed' }, 400, 'invalid_grant'],
    ];
    for (const [fields, status, error] of cases) {
      const answer = await form(TOKEN_PATH, fields);
      expect([answer.statusCode, answer.json().error], JSON.stringify(fields)).toEqual([status, error]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    server.pass(15 * 60_000);
    expect(await poll(device_code)).toMatchObject({ status: 400, error: 'expired_token' });
    const wrong = await form(DEVICE_AUTHORIZATION_PATH, { client_id: TV_CLIENT_ID, smart_card: 'no number' });
    expect([wrong.statusCode, wrong.json()]).toEqual([400, { error: 'invalid_request' }]);
  });

  it('hands the credential out again while it was not used, and never after', async () => {
    const { device_code, user_code } = await ask();
    await approve(community, user_code);
    const lost = await poll(device_code);
    const got = await poll(device_code);
    expect(await server.send(bearer(lost.access_token), readBoxHome)).toMatchObject({ status: 401 });
    expect(await server.send(bearer(got.access_token), readBoxHome)).toMatchObject({ status: 200 });
    server.pass(1);
    expect(await poll(device_code)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('shows the staff what stands behind a code, however it is typed', async () => {
    const { user_code } = await ask({ model: 'HC3100', engine: 'WPE 2.38' });
    const typed = ` ${user_code.toLowerCase().replace('-', ' ')}`;
    expect(await server.send(community, readActivation, { params: { userCode: typed } })).toMatchObject({
      status: 200,
      body: { facts: { model: 'HC3100', engine: 'WPE 2.38' }, listed: null },
    });
  });

  it("binds a box of the operator's list by its smart card, without anyone choosing a household", async () => {
    const id = await list('8531002026000017', OTHER_HOME);
    const { user_code, device_code } = await ask({ smart_card: '8531002026000017' });
    expect(await server.send(community, readActivation, { params: { userCode: user_code } })).toMatchObject({
      body: { listed: { id, household: OTHER_HOME, place: '车站社区', name: '1号楼 101', state: 'listed' } },
    });
    expect(await approve(community, user_code, { household: null })).toMatchObject({
      status: 200,
      body: { box: id, place: '车站社区', name: '1号楼 102' },
    });
    expect(await server.send(bearer((await poll(device_code)).access_token), readBoxHome)).toMatchObject({
      body: { id, state: 'bound' },
    });
  });

  it('tells the PIN of a household with its first box only', async () => {
    await server.store.db.deleteFrom('household_pin').execute();
    const first = await approve(community, (await ask()).user_code);
    expect(first.body.pin).toMatch(/^\d{6}$/);
    const second = await approve(community, (await ask()).user_code);
    expect(second.body.pin).toBeNull();
  });

  it('wants a household where the list knows none, and only one that exists in the own regions', async () => {
    const { user_code } = await ask();
    const codeOf = async (household: string | null) => (await approve(community, user_code, { household })).body.code;
    expect(await codeOf(null)).toBe('household-missing');
    expect(await codeOf('3703060010010010019999')).toBe('household-unknown');
    expect(await codeOf('370306001001')).toBe('household-unknown');
    expect(await codeOf(VILLAGE_HOME)).toBe('region-outside');
    expect(await codeOf(HOME)).toBeUndefined();
  });

  it("does not tell one community what stands in another's list", async () => {
    await list('8531002026000099', VILLAGE_HOME);
    const { user_code } = await ask({ smart_card: '8531002026000099' });
    expect((await server.send(community, readActivation, { params: { userCode: user_code } })).body.listed).toBeNull();
    expect(
      (await server.send(operator, readActivation, { params: { userCode: user_code } })).body.listed,
    ).not.toBeNull();
  });

  it('is over for a code that was decided', async () => {
    const { user_code, device_code } = await ask();
    expect((await server.send(community, denyActivation, { params: { userCode: user_code } })).status).toBe(204);
    expect((await approve(community, user_code)).body.code).toBe('code-unknown');
    expect(await poll(device_code)).toMatchObject({ error: 'access_denied' });
  });

  it('is bound once, by whichever of two deciders is faster', async () => {
    const { user_code } = await ask();
    const answers = await Promise.all([approve(community, user_code), approve(operator, user_code, {}, '10.1.0.2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  describe('guessing', () => {
    const wrong = (address: string, caller = community) =>
      server.send(caller, readActivation, { params: { userCode: '2222-2222' }, address });

    it(`stops after ${GUESSES} wrong codes from one account, right ones included, until it has waited`, async () => {
      const { user_code } = await ask();
      const look = (address: string) =>
        server.send(community, readActivation, { params: { userCode: user_code }, address });
      for (let n = 0; n < GUESSES; n++) expect((await wrong(`10.2.0.${n}`)).body.code).toBe('code-unknown');
      expect((await look('10.2.1.1')).body.code).toBe('code-guesses');
      server.pass(GUESS_WAIT_MS + 1);
      expect((await look('10.2.1.1')).status).toBe(200);
    });

    it('stops from one address, whatever account it uses', async () => {
      for (let n = 0; n < GUESSES; n++) await wrong('10.3.0.1', n % 2 ? community : operator);
      expect((await wrong('10.3.0.1', await server.staff('wangcun'))).body.code).toBe('code-guesses');
    });

    it('counts guesses that come all at once', async () => {
      const answers = await Promise.all(Array.from({ length: 3 * GUESSES }, () => wrong('10.4.0.1')));
      expect(answers.filter(({ body }) => body.code === 'code-unknown').length).toBeLessThanOrEqual(GUESSES);
    });

    it('does not count those who type the right code', async () => {
      const { user_code } = await ask();
      for (let n = 0; n < 3 * GUESSES; n++)
        expect((await server.send(community, readActivation, { params: { userCode: user_code } })).status).toBe(200);
    });

    it(`ends a code with the ${CARD_GUESSES}th wrong smart card, for good`, async () => {
      await list('8531002026000500');
      const { user_code, device_code } = await ask({ smart_card: '8531002026000500' });
      const guess = (n: number) => approve(community, user_code, { household: null, smartCard: `853100202600060${n}` });
      for (let n = 1; n < CARD_GUESSES; n++) expect((await guess(n)).body.code).toBe('smart-card-unknown');
      expect((await guess(CARD_GUESSES)).body.code).toBe('code-cancelled');
      expect((await approve(community, user_code, { household: null })).body.code).toBe('code-unknown');
      expect(await poll(device_code)).toMatchObject({ error: 'access_denied' });
    });
  });

  it('leaves an audit row with who bound which box where', async () => {
    const { user_code } = await ask();
    const { body } = await approve(community, user_code);
    const auditor = await server.staff('auditor');
    const { body: page } = await server.send(auditor, listAudit, { query: { subject: body.box } });
    expect(page.items).toMatchObject([{ who: '李书记', action: 'box.activate', region: HOME }]);
    expect(JSON.stringify(page)).not.toContain(body.pin ?? 'no pin told');
  });

  it('is refused to those who stand in no doorway', async () => {
    const { user_code } = await ask();
    for (const account of ['auditor', 'district'])
      expect((await approve(await server.staff(account), user_code)).body.code).toBe('forbidden');
  });

  it('keeps neither device codes nor credentials in the store', async () => {
    const { device_code, user_code } = await ask();
    await approve(community, user_code);
    const { access_token } = await poll(device_code);
    const rows = [
      await server.store.db.selectFrom('activation').selectAll().execute(),
      await server.store.db.selectFrom('box_credential').selectAll().execute(),
    ];
    for (const secret of [device_code, access_token]) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

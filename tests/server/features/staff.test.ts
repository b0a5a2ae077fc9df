import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import {
  changePassword,
  createStaff,
  listStaff,
  readSession,
  resetPassword,
  signIn,
  signOut,
} from '../../../src/contract/staff.ts';
import { FAILURE_LIMIT, IDLE_MS, LOCK_MS, SESSION_MS } from '../../../src/server/features/staff/sessions.ts';
import { DEMO_STAFF } from '../../../src/server/seed/demo-data.ts';
import { storeEngines } from '../../support/engines.ts';
import { DEMO_PASSWORD, nobody, openTestServer, type TestServer } from '../../support/server.ts';

describe.each(await storeEngines())('signing in, on $kind', ({ openDemo }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
  });
  afterAll(() => server.stop());

  const attempt = (account: string, password: string) => server.send(nobody, signIn, { body: { account, password } });

  it('tells who one is and what one may do', async () => {
    const answer = await attempt('sichoulu', DEMO_PASSWORD);
    expect(answer.body.staff).toMatchObject({
      name: '张科长',
      grants: [{ role: 'town', region: '370306001', regionName: '丝绸路街道' }],
    });
    expect(answer.body.permissions).toContain('notice.review');
  });

  it('hands out a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await attempt('chezhan', DEMO_PASSWORD);
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  it('says the same of a wrong password and of an unknown account', async () => {
    const wrong = await attempt('chezhan', 'wrong-password');
    const unknown = await attempt('nobody-here', 'wrong-password');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'login-failed' } });
    expect(unknown.body).toEqual(wrong.body);
  });

  it('locks the account at the fifth failure, even for the right password, and opens it after a while', async () => {
    for (let failure = 1; failure < FAILURE_LIMIT; failure++)
      expect(await attempt('lijiatuan', 'wrong')).toMatchObject({ body: { code: 'login-failed' } });
    expect(await attempt('lijiatuan', 'wrong')).toMatchObject({ status: 429, body: { code: 'account-locked' } });
    expect(await attempt('lijiatuan', DEMO_PASSWORD)).toMatchObject({ body: { code: 'account-locked' } });
    server.pass(LOCK_MS);
    expect(await attempt('lijiatuan', 'wrong')).toMatchObject({ body: { code: 'login-failed' } });
    expect(await attempt('lijiatuan', DEMO_PASSWORD)).toMatchObject({ status: 200 });
  });

  it('counts failures that come at once', async () => {
    await Promise.all(Array.from({ length: FAILURE_LIMIT }, () => attempt('wangcun', 'wrong')));
    expect(await attempt('wangcun', DEMO_PASSWORD)).toMatchObject({ body: { code: 'account-locked' } });
  });

  it('limits attempts from one address', async () => {
    const answers = [];
    for (let index = 0; index < 32; index++) answers.push(await attempt(`guess.${index}`, 'wrong'));
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  });

  it('ends when idle, and at the latest after its time', async () => {
    const idle = await server.staff('chezhan');
    server.pass(IDLE_MS - 1000);
    expect(await server.send(idle, readSession)).toMatchObject({ status: 200 });
    server.pass(IDLE_MS);
    expect(await server.send(idle, readSession)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });

    const busy = await server.staff('chezhan');
    for (let passed = 0; passed < SESSION_MS; passed += IDLE_MS / 2) {
      expect(await server.send(busy, readSession)).toMatchObject({ status: 200 });
      server.pass(IDLE_MS / 2);
    }
    expect(await server.send(busy, readSession)).toMatchObject({ status: 401 });
  });

  it('ends at signing out', async () => {
    const caller = await server.staff('chezhan');
    expect(await server.send(caller, signOut)).toMatchObject({ status: 204 });
    expect(await server.send(caller, readSession)).toMatchObject({ status: 401 });
  });

  it('stores neither passwords nor session tokens', async () => {
    const caller = await server.staff('chezhan');
    const token = caller.headers.cookie?.split('=')[1] ?? '';
    const rows = await server.store.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const { password_hash } = await server.store.db
      .selectFrom('staff')
      .selectAll()
      .where('account', '=', 'chezhan')
      .executeTakeFirstOrThrow();
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('accounts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.stop());

  const create = async (account: string, region = '370306001001', role = 'community') =>
    server.send(await server.staff('operator'), createStaff, { body: { account, name: '王五', role, region } });

  it('are listed within the own regions, page by page', async () => {
    const town = await server.send(await server.staff('sichoulu'), listStaff);
    expect(town.body.items.map((each: { account: string }) => each.account)).toEqual([
      'chezhan',
      'chezhan2',
      'sichoulu',
    ]);
    const page = await server.send(await server.staff('district'), listStaff, { query: { page: 2, pageSize: 3 } });
    expect(page.body).toMatchObject({ page: 2, pageSize: 3, total: DEMO_STAFF.length });
    expect(page.body.items).toHaveLength(3);
  });

  it('are made by the operator with a temporary password that must be changed', async () => {
    const made = await create('wang.wu');
    expect(made.status).toBe(201);
    const caller = await server.staff('wang.wu', made.body.temporaryPassword);
    expect((await server.send(caller, readSession)).body.staff.mustChangePassword).toBe(true);
    const changed = await server.send(caller, changePassword, {
      body: { current: made.body.temporaryPassword, next: 'a sentence of my own' },
    });
    expect(changed.body.staff.mustChangePassword).toBe(false);
  });

  it('cannot be made by a town', async () => {
    const caller = await server.staff('sichoulu');
    const body = { account: 'wang.wu', name: '王五', role: 'community', region: '370306001001' };
    expect(await server.send(caller, createStaff, { body })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('have a name of their own', async () => {
    await create('zhao.liu');
    expect(await create('zhao.liu')).toMatchObject({ status: 409, body: { code: 'account-taken' } });
    expect(await create('chezhan')).toMatchObject({ status: 409 });
  });

  it('refuse weak passwords and wrong current ones', async () => {
    const caller = await server.staff('chezhan');
    const change = (current: string, next: string) => server.send(caller, changePassword, { body: { current, next } });
    expect(await change(DEMO_PASSWORD, 'short')).toMatchObject({ status: 422, body: { code: 'password-too-weak' } });
    expect(await change(DEMO_PASSWORD, 'chezhan-2026')).toMatchObject({ body: { code: 'password-too-weak' } });
    expect(await change(DEMO_PASSWORD, DEMO_PASSWORD)).toMatchObject({ body: { code: 'password-too-weak' } });
    expect(await change('not it at all', 'a long new sentence')).toMatchObject({ status: 401 });
  });

  it('lose their other sessions when the password changes, and all when it is reset', async () => {
    const [here, there] = [await server.staff('wangcun'), await server.staff('wangcun')];
    await server.send(here, changePassword, { body: { current: DEMO_PASSWORD, next: 'a long new sentence' } });
    expect(await server.send(here, readSession)).toMatchObject({ status: 200 });
    expect(await server.send(there, readSession)).toMatchObject({ status: 401 });

    const operator = await server.staff('operator');
    const list = await server.send(operator, listStaff, { query: { text: 'wangcun' } });
    const reset = await server.send(operator, resetPassword, {
      params: { id: list.body.items[0].id },
      body: { reason: '忘记密码' },
    });
    expect(await server.send(here, readSession)).toMatchObject({ status: 401 });
    const again = await server.staff('wangcun', reset.body.temporaryPassword);
    expect((await server.send(again, readSession)).body.staff.mustChangePassword).toBe(true);
  });

  it('leave a trace of each change', async () => {
    await create('qian.qi');
    const audit = await server.send(await server.staff('auditor'), listAudit, { query: { subject: 'qian.qi' } });
    expect(audit.body.items).toMatchObject([{ action: 'staff.create', who: '广电运维', region: '370306001001' }]);
  });
});

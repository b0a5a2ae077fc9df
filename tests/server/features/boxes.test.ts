// The fleet: presence, sequences, commands, credentials, moving and revoking, on both stores and real sockets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import {
  acknowledgeCommand,
  type BoxReport,
  readBoxHome,
  reportBox,
  rotateCredential,
  unbindBox,
} from '../../../src/contract/boxes.ts';
import { createTicket, readFeed, STREAM_PATH } from '../../../src/contract/feed.ts';
import {
  authoriseBoxes,
  commandBox,
  listBoxes,
  listFleet,
  moveBox,
  readBox,
  revokeBox,
  trustBox,
} from '../../../src/contract/fleet.ts';
import { resetPin } from '../../../src/contract/households.ts';
import { BEHIND_AFTER_MS } from '../../../src/domain/boxes/standing.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';
import { soon } from '../../support/soon.ts';
import { openStream } from '../../support/stream.ts';

const OTHER_HOME = '3703060020070010010101';

describe.each(await storeEngines())('the fleet, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let operator: Caller;
  let community: Caller;
  let url: string;
  /** Each test takes a demo box of its own: 车站社区 has eight, 爱国社区 eight more. */
  let taken = 0;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    operator = await server.staff('operator');
    community = await server.staff('chezhan');
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  const fresh = async () => {
    const n = taken++;
    const caller = n < 8 ? server.box('车站社区', n) : server.box('爱国社区', n - 8);
    const home = await server.send(caller, readBoxHome);
    return { caller, id: home.body.id as string, household: home.body.chain.at(-1) as string };
  };
  const cursor = async (caller: Caller) => (await server.send(caller, readFeed)).body.cursor;
  const ticket = async (caller: Caller) =>
    (await server.send(caller, createTicket, { body: { since: await cursor(caller) } })).body.ticket;
  const stream = async (caller: Caller) => openStream(`${url}${STREAM_PATH}?ticket=${await ticket(caller)}`);
  const look = async (id: string) => (await server.send(operator, readBox, { params: { id } })).body;
  const report = (caller: Caller, at: string, change: Partial<BoxReport> = {}) =>
    server.send(caller, reportBox, {
      body: {
        instance: 'instance-1',
        app: '0.1.0',
        engine: 'WPE 2.38',
        model: 'HC3100',
        screen: '1920x1080',
        memoryMb: 84,
        received: at,
        verified: at,
        rendered: at,
        errors: 0,
        log: [],
        ...change,
      },
    });
  const act = (
    endpoint: typeof moveBox | typeof revokeBox | typeof trustBox | typeof commandBox,
    id: string,
    body: object,
  ) => server.send(operator, endpoint, { params: { id }, body });
  const publish = async () => {
    await server.published(community, server.draft());
  };

  describe('presence', () => {
    it('is online while a box has its stream, and offline within moments of its end', async () => {
      const { caller, id } = await fresh();
      expect((await look(id)).standing).toBe('offline');
      const open = await stream(caller);
      await soon(async () => expect((await look(id)).standing).toBe('online'));
      open.close();
      await soon(async () => expect((await look(id)).standing).toBe('offline'));
    });

    it('counts a box as seen in its household on that day, once', async () => {
      const { caller, id, household } = await fresh();
      (await stream(caller)).close();
      (await stream(caller)).close();
      const days = () =>
        server.store.db
          .selectFrom('box_activity')
          .selectAll()
          .where('box_id', '=', id as never)
          .execute();
      await soon(async () =>
        expect(await days()).toMatchObject([
          { household, first_day: '2026-11-23', last_day: '2026-11-23', ended_day: null },
        ]),
      );
    });

    it('leaves nobody online whose process was killed', async () => {
      const { id } = await fresh();
      const node = crypto.randomUUID();
      const ended = server.instant(-1);
      await server.store.db.insertInto('node').values({ id: node, started_at: ended, lease_until: ended }).execute();
      await server.store.db
        .updateTable('box_state')
        .set({ node_id: node })
        .where('box_id', '=', id as never)
        .execute();
      expect((await look(id)).standing).toBe('offline');
    });
  });

  describe('what a box shows', () => {
    it('is told by its sequences, region by region and in all', async () => {
      const { caller, id } = await fresh();
      await publish();
      const at = await cursor(caller);
      await report(caller, at, { rendered: at.replace(/370306001001:\d+/, '370306001001:0') });
      const box = await look(id);
      const here = box.feeds.find(({ region }: { region: string }) => region === '370306001001');
      expect(here).toMatchObject({ name: '车站社区', received: here.desired, verified: here.desired, rendered: 0 });
      expect(box.position).toMatchObject({
        received: box.position.desired,
        rendered: box.position.desired - here.desired,
      });
      expect(box).toMatchObject({ engine: 'WPE 2.38', screen: '1920x1080', memoryMb: 84, app: '0.1.0' });
    });

    it('is behind where a change of two minutes ago is not on the screen, and found as such', async () => {
      const { caller, id } = await fresh();
      const open = await stream(caller);
      await soon(async () => expect((await look(id)).standing).toBe('online'));
      await publish();
      await report(caller, '370306:0');
      expect((await look(id)).standing).toBe('online');
      server.pass(BEHIND_AFTER_MS + 1);
      await soon(async () => expect((await look(id)).standing).toBe('behind'));
      const ids = async (standing: string) =>
        (await server.send(operator, listBoxes, { query: { standing, pageSize: 100 } })).body.items.map(
          (box: { id: string }) => box.id,
        );
      expect(await ids('behind')).toContain(id);
      expect(await ids('online')).not.toContain(id);
      await report(caller, await cursor(caller));
      expect((await look(id)).standing).toBe('online');
      expect(await ids('online')).toContain(id);
      open.close();
    });

    it('comes with the newest lines of its log', async () => {
      const { caller, id } = await fresh();
      const lines = Array.from({ length: 50 }, (_, n) => ({
        at: server.instant(n),
        level: 'warn' as const,
        text: `line ${n}`,
      }));
      for (let n = 0; n < 5; n++) await report(caller, '370306:0', { log: lines });
      const { log } = await look(id);
      expect([log.length, log[0].text]).toEqual([100, 'line 49']);
      const { count } = await server.store.db
        .selectFrom('box_log')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('box_id', '=', id as never)
        .executeTakeFirstOrThrow();
      expect(count).toBe(200);
    });
  });

  describe('commands', () => {
    it('reach a box that is online, and are marked when it has carried them out', async () => {
      const { caller, id } = await fresh();
      const open = await stream(caller);
      await open.next();
      await soon(async () => expect((await look(id)).standing).not.toBe('offline'));
      const sent = await act(commandBox, id, { kind: 'log-level', level: 'debug' });
      expect(sent).toMatchObject({ status: 200, body: { commands: [{ order: { kind: 'log-level' }, doneAt: null }] } });
      const arrived = await open.next();
      expect(arrived).toMatchObject({ event: 'command', data: { order: { kind: 'log-level', level: 'debug' } } });
      expect((await server.send(caller, acknowledgeCommand, { params: { id: arrived.data.id } })).status).toBe(204);
      expect((await look(id)).commands[0]).toMatchObject({ by: '广电运维', doneAt: server.instant() });
      open.close();
      const auditor = await server.staff('auditor');
      const { body } = await server.send(auditor, listAudit, { query: { subject: id, action: 'box.command' } });
      expect(body.items).toMatchObject([{ who: '广电运维', detail: { kind: 'log-level', level: 'debug' } }]);
    });

    it('are refused while a box is offline, and marked by nobody but that box', async () => {
      const { caller, id } = await fresh();
      expect(await act(commandBox, id, { kind: 'identify' })).toMatchObject({
        status: 409,
        body: { code: 'box-offline' },
      });
      const open = await stream(caller);
      await soon(async () => expect((await look(id)).standing).not.toBe('offline'));
      await act(commandBox, id, { kind: 'identify' });
      const [command] = (await look(id)).commands;
      await server.send(server.box('李家疃村'), acknowledgeCommand, { params: { id: command.id } });
      expect((await look(id)).commands[0].doneAt).toBeNull();
      open.close();
    });
  });

  describe('a credential', () => {
    const bearer = (token: string): Caller => ({ headers: { authorization: `Bearer ${token}` } });
    const status = async (caller: Caller) => (await server.send(caller, readBoxHome)).status;

    it('is followed by a new one without a gap, and betrays a second box when the old one comes back', async () => {
      const { caller, id } = await fresh();
      const { body } = await server.send(caller, rotateCredential);
      expect(await status(caller)).toBe(200);
      expect((await look(id)).suspectSince).toBeNull();
      expect(await status(bearer(body.token))).toBe(200);
      expect(await status(caller)).toBe(401);
      expect((await look(id)).suspectSince).toBe(server.instant());
      const { body: page } = await server.send(operator, listBoxes, { query: { suspect: '1' } });
      expect(page.items.map((box: { id: string }) => box.id)).toContain(id);
      expect((await act(trustBox, id, { reason: '已上门核实' })).body.suspectSince).toBeNull();
    });

    it('is asked to be rotated after thirty days', async () => {
      const { caller } = await fresh();
      expect((await server.send(caller, readBoxHome)).body.rotate).toBe(false);
      await server.store.db
        .updateTable('box_credential')
        .set({ issued_at: server.instant(-31 * 86_400_000) as never })
        .execute();
      expect((await server.send(caller, readBoxHome)).body.rotate).toBe(true);
    });

    it('is held by two boxes when an instance comes back after a newer one', async () => {
      const { caller, id } = await fresh();
      await report(caller, '370306:0', { instance: 'instance-a' });
      await report(caller, '370306:0', { instance: 'instance-b' });
      await report(caller, '370306:0', { instance: 'instance-b' });
      expect((await look(id)).suspectSince).toBeNull();
      await report(caller, '370306:0', { instance: 'instance-a' });
      expect((await look(id)).suspectSince).not.toBeNull();
    });

    it('is void at once when it is revoked: streams close, tickets bought before are refused', async () => {
      const { caller, id } = await fresh();
      const open = await stream(caller);
      const bought = await ticket(caller);
      const at = performance.now();
      expect((await act(revokeBox, id, { reason: '机顶盒丢失' })).body).toMatchObject({
        state: 'revoked',
        credentialAt: null,
      });
      await open.closed();
      expect(performance.now() - at).toBeLessThan(1_000);
      expect(await status(caller)).toBe(401);
      const refused = await fetch(`${url}${STREAM_PATH}?ticket=${bought}`);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, 'ticket-invalid']);
    });
  });

  describe('a box that moves', () => {
    it('hears nothing of the old home any more, must be authorised anew, and counts there no longer', async () => {
      const { caller, id, household } = await fresh();
      const open = await stream(caller);
      const bought = await ticket(caller);
      const moved = await act(moveBox, id, { household: OTHER_HOME, reason: '用户搬家' });
      expect(moved.body).toMatchObject({ household: OTHER_HOME, state: 'bound', position: { received: 0 } });
      await open.closed();
      expect((await fetch(`${url}${STREAM_PATH}?ticket=${bought}`)).status).toBe(401);
      expect((await server.send(caller, readBoxHome)).body).toMatchObject({
        state: 'bound',
        community: { code: '370306002007' },
      });
      const { body: feed } = await server.send(caller, readFeed, {
        query: { since: `370306:1,370306001:0,370306001001:1` },
      });
      expect(feed.mode).toBe('snapshot');
      expect(JSON.stringify(feed)).not.toContain('370306001001');
      const days = await server.store.db
        .selectFrom('box_activity')
        .selectAll()
        .where('box_id', '=', id as never)
        .execute();
      expect(days.filter((row) => row.household === household).every((row) => row.ended_day !== null)).toBe(true);
      expect((await server.send(operator, authoriseBoxes, { body: { boxes: [id] } })).body).toEqual({ authorised: 1 });
      expect((await server.send(caller, readBoxHome)).body.state).toBe('authorised');
    });

    it('is refused where it stands already, where nobody lives, and to those it does not belong to', async () => {
      const { id, household } = await fresh();
      const code = async (home: string) => (await act(moveBox, id, { household: home, reason: '搬家' })).body.code;
      expect(await code(household)).toBe('box-state');
      expect(await code('3703060020070010019999')).toBe('household-unknown');
      expect(
        (await server.send(community, moveBox, { params: { id }, body: { household: OTHER_HOME, reason: '搬家' } }))
          .body.code,
      ).toBe('forbidden');
    });
  });

  it("is taken out by its installer only with the household's PIN", async () => {
    const { caller, id, household } = await fresh();
    const { body } = await server.send(operator, resetPin, { params: { code: household }, body: { reason: '装机' } });
    const wrong = body.pin === '000000' ? '000001' : '000000';
    expect((await server.send(caller, unbindBox, { body: { pin: wrong } })).body.code).toBe('pin-wrong');
    expect((await server.send(caller, unbindBox, { body: { pin: body.pin } })).status).toBe(204);
    expect((await server.send(caller, readBoxHome)).status).toBe(401);
    expect((await look(id)).state).toBe('revoked');
  });

  describe('the staff', () => {
    it('see the boxes of their own regions only', async () => {
      const { body } = await server.send(community, listBoxes, { query: { pageSize: 100 } });
      expect(body.total).toBeGreaterThan(0);
      expect(body.items.every((box: { household: string }) => box.household.startsWith('370306001001'))).toBe(true);
      const { body: all } = await server.send(operator, listBoxes, { query: { pageSize: 100, region: '370306102' } });
      const [elsewhere] = all.items;
      expect((await server.send(community, readBox, { params: { id: elsewhere.id } })).status).toBe(404);
      expect((await server.send(community, listBoxes, { query: { region: '370306102' } })).body.code).toBe(
        'region-outside',
      );
    });

    it('find a box by its smart card, its name, its model and its state', async () => {
      const { id } = await fresh();
      await server.store.db
        .updateTable('box')
        .set({ smart_card: '8531002026000777' as never, model: 'HC_100%' })
        .where('id', '=', id as never)
        .execute();
      const found = async (query: object) =>
        (await server.send(operator, listBoxes, { query: query as never })).body.items.map(
          (box: { id: string }) => box.id,
        );
      expect(await found({ text: '85310020260007' })).toEqual([id]);
      expect(await found({ text: '%' })).toEqual([]);
      expect(await found({ model: 'HC_100%' })).toEqual([id]);
      expect(await found({ model: 'HC_100%', state: 'bound' })).toEqual([]);
    });

    it('see each region in numbers that add up, from the district down to the home', async () => {
      const rows = async (parent?: string) =>
        (await server.send(operator, listFleet, { query: parent ? { parent } : {} })).body.items;
      const [district] = await rows();
      const towns = await rows('370306');
      const total = (list: { boxes: number }[]) => list.reduce((sum, row) => sum + row.boxes, 0);
      expect(district).toMatchObject({ name: '周村区', households: 24 });
      expect(total(towns)).toBe(district.boxes);
      expect(total(await rows('370306001'))).toBe(
        towns.find(({ region }: { region: string }) => region === '370306001').boxes,
      );
      const buildings = await rows('370306001001001');
      expect(buildings.map(({ name, households }: { name: string; households: number }) => [name, households])).toEqual(
        [
          ['1号楼', 4],
          ['2号楼', 4],
        ],
      );
    });
  });
});

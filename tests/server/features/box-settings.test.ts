// Settings at a distance: versioned, reversible, at the boxes within moments.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSettings, saveSettings, settingHistory } from '../../../src/contract/box-settings.ts';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import { createTicket, STREAM_PATH } from '../../../src/contract/feed.ts';
import { readBox } from '../../../src/contract/fleet.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';
import { openStream } from '../../support/stream.ts';

describe('settings at a distance', () => {
  let server: TestServer;
  let operator: Caller;
  let box: Caller;
  let id: string;
  let url: string;

  beforeAll(async () => {
    server = await openTestServer();
    operator = await server.staff('operator');
    box = server.box('车站社区');
    id = (await server.send(box, readBoxHome)).body.id;
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  const save = (scope: object, settings: object, after: number, reason = '新遥控器', caller = operator) =>
    server.send(caller, saveSettings, { body: { scope, settings, reason, after } });
  const effective = async () => (await server.send(box, readBoxHome)).body.settings;
  const community = { kind: 'region', region: '370306001001' };

  it('reach a box by its region, its model and itself, the narrowest last', async () => {
    await server.store.db
      .updateTable('box')
      .set({ model: 'HC3100' })
      .where('id', '=', id as never)
      .execute();
    expect(await effective()).toEqual({});
    await save(community, { elder: false, remote: 'rdk' }, 0);
    expect(await effective()).toEqual({ elder: false, remote: 'rdk' });
    await save({ kind: 'model', model: 'HC3100' }, { remote: 'ipanel' }, 0);
    await save({ kind: 'box', box: id }, { motion: false }, 0);
    expect(await effective()).toEqual({ elder: false, remote: 'ipanel', motion: false });
    expect((await server.send(operator, readBox, { params: { id } })).body.settings).toEqual(await effective());
  });

  it('go back to an earlier version by saving it again; nothing is lost', async () => {
    await save(community, { elder: true }, 1, '试一试');
    expect(await save(community, { elder: false, remote: 'rdk' }, 2, '恢复')).toMatchObject({
      status: 201,
      body: { version: 3, scopeName: '车站社区', by: '广电运维' },
    });
    const { body } = await server.send(operator, settingHistory, { body: { scope: community } });
    expect(body.items.map(({ version, reason }: { version: number; reason: string }) => [version, reason])).toEqual([
      [3, '恢复'],
      [2, '试一试'],
      [1, '新遥控器'],
    ]);
    const { body: list } = await server.send(operator, listSettings);
    expect(
      list.items.map(({ scopeName, version }: { scopeName: string; version: number }) => [scopeName, version]).sort(),
    ).toEqual([
      ['1号楼 101', 1],
      ['HC3100', 1],
      ['车站社区', 3],
    ]);
  });

  it('are not overwritten unseen', async () => {
    expect((await save(community, {}, 1)).body.code).toBe('setting-stale');
    const both = await Promise.all([save(community, { elder: true }, 3), save(community, { elder: false }, 3)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('ring at the boxes they concern, and at no other', async () => {
    const stream = async (caller: Caller) => {
      const { body } = await server.send(caller, createTicket, { body: { since: '' } });
      const open = await openStream(`${url}${STREAM_PATH}?ticket=${body.ticket}`);
      const arrived = async (): Promise<string> => {
        const { event } = await open.next();
        return event === 'refresh' ? event : arrived();
      };
      return { open, arrived };
    };
    const [here, there] = [await stream(box), await stream(server.box('李家疃村'))];
    await save(community, {}, 4);
    expect(await here.arrived()).toBe('refresh');
    await save({ kind: 'box', box: id }, {}, 1);
    expect(await here.arrived()).toBe('refresh');
    await save({ kind: 'region', region: '370306102' }, {}, 0);
    expect(await there.arrived()).toBe('refresh');
    expect(here.open.pending()).toBe(0);
    here.open.close();
    there.open.close();
  });

  it('are refused where there is no such place or box, for what is no setting, and to others', async () => {
    expect((await save({ kind: 'region', region: '370306999' }, {}, 0)).status).toBe(404);
    expect((await save({ kind: 'box', box: crypto.randomUUID() }, {}, 0)).status).toBe(404);
    expect((await save(community, { volume: 11 }, 5)).body.code).toBe('bad-input');
    expect((await save(community, { remote: 'telepathy' }, 5)).body.code).toBe('bad-input');
    expect((await save(community, {}, 5, '改一下', await server.staff('chezhan'))).body.code).toBe('forbidden');
  });
});

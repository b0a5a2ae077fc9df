// The way of a warning through the whole server: handed in, on a television, told on, answered for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ALERT_CAP_PATH,
  ALERT_RECEIPT_PATH,
  CAP_FEED_PATH,
  CAP_PATH,
  createCapSender,
} from '../../../src/contract/cap-calls.ts';
import { readFeed, sendReceipts } from '../../../src/contract/feed.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Instant } from '../../../src/contract/time.ts';
import { toCap } from '../../../src/domain/cap/cap.ts';
import { capNode } from '../../../src/domain/cap/cap-document.ts';
import { writeXml } from '../../../src/domain/cap/xml-write.ts';
import { storeEngines } from '../../support/engines.ts';
import { openTestServer, type TestServer } from '../../support/server.ts';
import { rainstorm } from '../../support/warnings.ts';

describe.each(await storeEngines())('a warning of the weather office, on $kind', ({ openDemo }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
  });
  afterAll(() => server.stop());

  const document = (identifier: string) =>
    writeXml(
      capNode(
        toCap(
          {
            ...rainstorm,
            identifier,
            sentAt: server.instant(),
            content: {
              ...rainstorm.content,
              regions: ['370306001001' as RegionCode],
              validFrom: server.instant(),
              validTo: server.instant(3_600_000) as Instant,
            },
          },
          () => '车站社区',
        ),
      ),
    );
  const post = (token: string, payload: string) =>
    server.app.inject({
      method: 'POST',
      url: CAP_PATH,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cap+xml' },
      payload,
    });
  const get = (url: string) => server.app.inject({ method: 'GET', url });
  const alertsOn = async (place: string) => {
    const { body } = await server.send(server.box(place), readFeed);
    return body.entries.flatMap(({ item }: { item?: { kind: string; id: string; title: string } }) =>
      item?.kind === 'alert' ? [item] : [],
    );
  };

  it('reaches the televisions of its community and no other, and its receipts come back as a share', async () => {
    const operator = await server.staff('operator');
    const input = {
      name: '淄博市气象台',
      identity: rainstorm.sender,
      authority: '370306',
      key: null,
      direct: true,
      poll: null,
    };
    const { token } = (await server.send(operator, createCapSender, { body: input })).body;
    const answer = await post(token, document('ZB-1'));
    expect(answer.json()).toMatchObject({ message: { state: 'released' }, duplicate: false });
    const { alert } = answer.json().message;
    expect(await alertsOn('车站社区')).toMatchObject([{ id: alert, title: rainstorm.content.title, severity: 'red' }]);
    expect(await alertsOn('李家疃村')).toEqual([]);
    expect((await post(token, document('ZB-1'))).json()).toMatchObject({ duplicate: true });

    expect((await get(CAP_FEED_PATH)).body).toContain(alert);
    expect((await get(ALERT_CAP_PATH.replace(':id', alert))).body).toContain(`linli-${alert}-1`);
    await server.send(server.box('车站社区'), sendReceipts, {
      body: { receipts: [{ item: alert, revision: 1, step: 'rendered', at: server.instant() }] },
    });
    const receipt = (await get(ALERT_RECEIPT_PATH.replace(':id', alert))).body;
    const percent = Number(/<CoveragePercent>([\d.]+)</.exec(receipt)?.[1]);
    expect(percent).toBeGreaterThan(0);
    expect(percent).toBeLessThan(100);
  });

  it('is not taken from staff without the permission, nor admitted by them', async () => {
    const community = await server.staff('chezhan');
    const input = { name: 'x', identity: 'x', authority: '370306001001', key: null, direct: false, poll: null };
    expect(await server.send(community, createCapSender, { body: input })).toMatchObject({ status: 403 });
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import {
  ALERT_CAP_PATH,
  ALERT_EBM_PATH,
  ALERT_RECEIPT_PATH,
  CAP_FEED_PATH,
} from '../../../../src/contract/cap-calls.ts';
import type { AlertId, BoxId } from '../../../../src/contract/ids.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import { fromCap } from '../../../../src/domain/cap/cap.ts';
import { parseCap } from '../../../../src/domain/cap/cap-document.ts';
import type { Warning, WarningContent } from '../../../../src/domain/cap/warning.ts';
import { readXml } from '../../../../src/domain/cap/xml-read.ts';
import { storeEngines } from '../../../support/engines.ts';
import { rainstorm } from '../../../support/warnings.ts';
import { openCap, type TestCap } from './open-cap.ts';

const schema = await readFile(path.join(import.meta.dirname, '../../../support/cap/CAP-v1.2.xsd'), 'utf8');
const at = (route: string, id: string) => route.replace(':id', id);

async function schemaErrors(xml: string) {
  const { errors } = await validateXML({ xml: [{ fileName: 'alert.xml', contents: xml }], schema: [schema] });
  return errors;
}

describe.each(await storeEngines())('an alert on the screens, on $kind', ({ open }) => {
  let cap: TestCap;
  let office: Awaited<ReturnType<TestCap['sender']>>;
  beforeAll(async () => {
    cap = await openCap(await open());
    office = await cap.sender();
  });
  afterAll(() => cap.stop());

  async function release(change: Partial<Warning> = {}, content: Partial<WarningContent> = {}) {
    const warning = cap.warning(office, change, content);
    const answer = await cap.post(office, cap.xml(warning));
    expect(answer.body.message).toMatchObject({ state: 'released' });
    return { warning, id: answer.body.message.alert as AlertId };
  }

  it('is CAP that the OASIS schema takes, and says what the alert says', async () => {
    const { id } = await release();
    const answer = await cap.get(at(ALERT_CAP_PATH, id));
    expect(answer.headers['content-type']).toBe('application/cap+xml; charset=utf-8');
    expect(await schemaErrors(answer.text)).toEqual([]);
    expect(fromCap(parseCap(readXml(answer.text)))).toMatchObject({
      warning: {
        act: 'issue',
        identifier: `linli-${id}-1`,
        sender: 'linli.370306',
        purpose: 'actual',
        content: { title: rainstorm.content.title, severity: 'red', regions: rainstorm.content.regions },
      },
    });
  });

  it('is judged by a schema that does refuse', async () => {
    const { text } = await cap.get(at(ALERT_CAP_PATH, (await release()).id));
    expect(await schemaErrors(text.replace('<scope>Public</scope>', ''))).not.toEqual([]);
  });

  it('comes back through another office of the kind, with its update and its cancel', async () => {
    const neighbour = await cap.sender({ identity: 'linli.370306' });
    const { id, warning } = await release();
    const through = async () => {
      const { text } = await cap.get(at(ALERT_CAP_PATH, id));
      expect(await schemaErrors(text)).toEqual([]);
      return (await cap.post(neighbour, text)).body.message;
    };
    const first = await through();
    expect(first).toMatchObject({ state: 'released' });
    expect(first.alert).not.toBe(id);
    cap.pass(1_000);
    const { warning: update } = await release({ act: 'update', references: [warning] }, { severity: 'orange' });
    expect(await through()).toMatchObject({ alert: first.alert, state: 'released' });
    expect(await cap.revisionOf(first.alert)).toMatchObject({ act: 'update', content: { severity: 'orange' } });
    cap.pass(1_000);
    await release({ act: 'cancel', references: [update] }, { text: ['降雨已经结束。'] });
    expect(await through()).toMatchObject({ alert: first.alert, state: 'released' });
    expect(await cap.revisionOf(first.alert)).toMatchObject({ act: 'cancel', reason: '降雨已经结束。' });
  });

  it('is in the feed that everyone may read, as long as it stands', async () => {
    const { id: shown } = await release({}, { title: '大风预警' });
    const { id: over, warning } = await release();
    await release({ act: 'cancel', references: [warning] });
    const feed = await cap.get(CAP_FEED_PATH);
    expect(feed.headers).toMatchObject({ 'content-type': 'application/atom+xml; charset=utf-8' });
    expect(feed.text).toContain(`https://linli.example/api/alerts/${shown}/cap`);
    expect(feed.text).toContain('<title>大风预警</title>');
    expect(feed.text).not.toContain(over);
    expect(readXml(feed.text).name).toBe('feed');
  });

  it('is told to nobody before it is released', async () => {
    const careful = await cap.sender({ direct: false });
    const { alert } = (await cap.post(careful, cap.xml(cap.warning(careful)))).body.message;
    expect((await cap.get(at(ALERT_CAP_PATH, alert))).status).toBe(404);
    expect((await cap.get(CAP_FEED_PATH)).text).not.toContain(alert);
  });

  it('for a grid is named to nobody outside', async () => {
    const region = '370306001001001' as RegionCode;
    const place = { name: '第一网格', short_name: '第一网格', setting: null, kind: 'grid' as const };
    await cap.store.db
      .insertInto('region')
      .values({ code: region, parent: '370306001001' as RegionCode, ...place })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { id } = await release({}, { regions: [region] });
    expect((await cap.get(CAP_FEED_PATH)).text).not.toContain(id);
    for (const route of [ALERT_CAP_PATH, ALERT_EBM_PATH, ALERT_RECEIPT_PATH])
      expect(await cap.get(at(route, id))).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const staff = { cookie: 'linli_session=x' };
    expect((await cap.get(at(ALERT_CAP_PATH, id), staff)).text).toContain(`<value>${region}</value>`);
  });

  it('is a message of the emergency broadcast under one number a revision, counted by the day', async () => {
    const alerts = [await release(), await release()];
    const numbers = await Promise.all(
      alerts.map(async ({ id }) => {
        const [first, again] = [await cap.get(at(ALERT_EBM_PATH, id)), await cap.get(at(ALERT_EBM_PATH, id))];
        expect(again.text).toBe(first.text);
        return /<EBMID>(\d+)</.exec(first.text)?.[1] ?? '';
      }),
    );
    expect(new Set(numbers).size).toBe(2);
    for (const number of numbers) expect(number).toMatch(/^4370306000000\d{10}20261123\d{4}$/);
  });

  it('is cancelled in the emergency broadcast by type 2 with the number of what was sent before', async () => {
    const { id, warning } = await release();
    const before = /<EBMID>(\d+)</.exec((await cap.get(at(ALERT_EBM_PATH, id))).text)?.[1];
    cap.pass(1_000);
    await release({ act: 'cancel', references: [warning] });
    const { text } = await cap.get(at(ALERT_EBM_PATH, id));
    expect(text).toContain('<MsgType>2</MsgType>');
    expect(text.replaceAll(/\s/g, '')).toContain(`<RelatedInfo><EBMID>${before}</EBMID></RelatedInfo>`);
  });

  it('is answered for with the share of boxes that showed it', async () => {
    const { id } = await release({}, { regions: ['370306001003' as RegionCode] });
    await addBoxes(8, 3, id);
    const receipt = await cap.get(at(ALERT_RECEIPT_PATH, id));
    for (const part of [
      '<EBDType>EBMStateResponse</EBDType>',
      '<BrdStateCode>2</BrdStateCode>',
      '<CoveragePercent>37.5</CoveragePercent>',
      '<CoverageRate>0.375</CoverageRate>',
      '<AreaCode>370306001003</AreaCode>',
    ])
      expect(receipt.text).toContain(part);
  });

  it('that is not there is not found, whatever its id looks like', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'x', '..%2f..'])
      expect(await cap.get(at(ALERT_CAP_PATH, id))).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  /** Boxes in a building of 370306001003, of which `shown` rendered the alert. */
  async function addBoxes(count: number, shown: number, alert: AlertId) {
    const household = '3703060010030010010101' as RegionCode;
    const place = { name: '101', short_name: '101', setting: null, kind: 'household' as const };
    const { db } = cap.store;
    await db
      .insertInto('region')
      .values({ code: household, parent: '370306001003' as RegionCode, ...place })
      .execute();
    for (let n = 0; n < count; n += 1) {
      const { id } = await db
        .insertInto('box')
        .values({
          id: cap.runtime.uuids() as BoxId,
          household,
          name: `机顶盒 ${n}`,
          smart_card: null,
          model: null,
          chip_id: null,
          state: 'bound',
          suspect_since: null,
          created_at: cap.instant(),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      if (n >= shown) continue;
      await db
        .insertInto('receipt')
        .values({ box_id: id, item_id: alert, revision: 1, step: 'rendered', at: cap.instant() })
        .execute();
    }
  }
});

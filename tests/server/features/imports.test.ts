import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SmartCard } from '../../../src/contract/activation.ts';
import { listAudit } from '../../../src/contract/audit.ts';
import {
  applyImport,
  createImport,
  IMPORT_FILE_LIMIT,
  listImportRows,
  listImports,
  readImport,
} from '../../../src/contract/imports.ts';
import { createStaff } from '../../../src/contract/staff.ts';
import { csvOf, HEADINGS, type Row, writeXlsx } from '../../support/box-list.ts';
import { toGb18030 } from '../../support/gb18030.ts';
import { type Caller, DEMO_PASSWORD, openTestServer, type TestServer } from '../../support/server.ts';
import { multipart, uploads } from '../../support/upload.ts';

const CARD = '9531002026000001';
const OURS = '9531%' as SmartCard;
const HOME = '3703060010010010010101';
const row = (
  card: string,
  change: Partial<Record<'address' | 'household' | 'model' | 'chipId' | 'twoWay' | 'hd', string>> = {},
): Row => {
  const {
    address = '车站社区1号楼',
    household = '101',
    model = 'HC3100',
    chipId = 'A0B1',
    twoWay = '是',
    hd = '是',
  } = change;
  return [card, model, chipId, address, household, twoWay, hd];
};
const list = (...rows: Row[]) => csvOf([HEADINGS, ...rows]);

describe('importing a list of boxes', () => {
  let server: TestServer;
  let operator: Caller;
  let { upload, uploadFile, finished, report, carryOut } = {} as ReturnType<typeof uploads>;

  beforeAll(async () => {
    server = await openTestServer();
    operator = await server.staff('operator');
    ({ upload, uploadFile, finished, report, carryOut } = uploads(server));
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    const listed = server.store.db.selectFrom('box').select('id').where('smart_card', 'like', OURS);
    await server.store.db.deleteFrom('box_state').where('box_id', 'in', listed).execute();
    await server.store.db.deleteFrom('box').where('smart_card', 'like', OURS).execute();
  });

  const boxes = () =>
    server.store.db
      .selectFrom('box')
      .innerJoin('box_state', 'box_state.box_id', 'box.id')
      .select(['smart_card', 'household', 'name', 'model', 'chip_id', 'two_way', 'hd', 'state'])
      .where('smart_card', 'like', OURS)
      .orderBy('smart_card')
      .execute();
  const folder = () => path.join(server.dataDir, 'imports');
  const setState = (state: 'bound' | 'authorised' | 'revoked', card = CARD as SmartCard) =>
    server.store.db.updateTable('box').set({ state }).where('smart_card', '=', card).execute();
  /** An operator of one region only. */
  async function operatorOf(account: string, region: string): Promise<Caller> {
    const made = await server.send(operator, createStaff, {
      body: { account, name: '网点', role: 'operator', region },
    });
    await server.store.db
      .updateTable('staff')
      .set({ must_change_password: false })
      .where('account', '=', account)
      .execute();
    return server.staff(account, made.body.temporaryPassword);
  }

  it('stores good rows as listed boxes, each with its household and its name', async () => {
    const done = await carryOut(operator, list(row(CARD), row('9531002026000002', { household: '102', hd: '否' })), {
      dryRun: false,
    });
    expect(done).toMatchObject({ state: 'done', rows: 2, done: 2, failure: null, dryRun: false, by: '广电运维' });
    expect(done.counts).toEqual({ good: 2, same: 0, duplicate: 0, 'unknown-address': 0, malformed: 0 });
    expect(done.report).toEqual([
      { row: 2, result: 'good', smartCard: CARD, message: '' },
      { row: 3, result: 'good', smartCard: '9531002026000002', message: '' },
    ]);
    const facts = { model: 'HC3100', chip_id: 'A0B1', two_way: true, hd: true, state: 'listed' };
    expect(await boxes()).toEqual([
      { ...facts, smart_card: CARD, household: HOME, name: '1号楼 101' },
      { ...facts, smart_card: '9531002026000002', household: '3703060010010010010102', name: '1号楼 102', hd: false },
    ]);
  });

  it('answers at once, before anything is read', async () => {
    const { status, body } = await upload(operator, list(row(CARD)));
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'reading', rows: null, done: 0, dryRun: true, file: '清单.csv' });
    await finished(operator, body.id);
  });

  it('stores nothing in a dry run, and everything when it is applied', async () => {
    const dry = await carryOut(operator, list(row(CARD), row('1')));
    expect(dry.counts).toMatchObject({ good: 1, malformed: 1 });
    expect(await boxes()).toEqual([]);

    const applied = await server.send(operator, applyImport, { params: { id: dry.id } });
    expect(applied).toMatchObject({ status: 201, body: { dryRun: false, file: '清单.csv' } });
    expect(applied.body.id).not.toBe(dry.id);
    expect((await finished(operator, applied.body.id)).counts).toEqual(dry.counts);
    expect((await boxes()).map((box) => box.smart_card)).toEqual([CARD]);
  });

  it('applies only what was a dry run and has come to its end', async () => {
    const { id } = await carryOut(operator, list(row(CARD)), { dryRun: false });
    const failed = await carryOut(operator, '别的表\n');
    for (const each of [id, failed.id])
      expect(await server.send(operator, applyImport, { params: { id: each } })).toMatchObject({
        status: 409,
        body: { code: 'move-not-allowed', detail: '只有检查完的清单才能正式导入。' },
      });
  });

  it('finds every row the same when the list comes a second time', async () => {
    const text = list(row(CARD), row('9531002026000002', { household: '102' }));
    await carryOut(operator, text, { dryRun: false });
    const again = await carryOut(operator, text, { dryRun: false });
    expect(again.counts).toMatchObject({ good: 0, same: 2 });
    expect(await boxes()).toHaveLength(2);
  });

  it('takes a list in GB18030 and one in XLSX', async () => {
    const gb = await carryOut(operator, toGb18030(list(row(CARD))), { dryRun: false });
    expect(gb.counts).toMatchObject({ good: 1 });
    const file = path.join(server.dataDir, 'list.xlsx');
    await writeXlsx(file, () => [HEADINGS, row(CARD), row('9531002026000002', { household: '1号楼 102' })]);
    const { body } = await uploadFile(operator, file, { name: '清单.xlsx', dryRun: false });
    expect((await finished(operator, body.id)).counts).toMatchObject({ good: 1, same: 1 });
  });

  it.each([
    ['车站社区1号楼', '101'],
    ['丝绸路街道 车站社区 １号楼', '101室'],
    ['周村区丝绸路街道车站社区居委会第一网格1号楼101', '101'],
    ['山东省淄博市周村区车站社区1#楼', '1号楼101'],
    ['车站社区', HOME],
    ['不知道在哪里', HOME],
  ])('finds the home at %s, %s', async (address, household) => {
    const done = await carryOut(operator, list(row(CARD, { address, household })), { dryRun: false });
    expect(done.report).toEqual([{ row: 2, result: 'good', smartCard: CARD, message: '' }]);
    expect(await boxes()).toMatchObject([{ household: HOME, name: '1号楼 101' }]);
  });

  it.each([
    ['别处社区1号楼', '101', '找不到“别处社区1号楼”所在的社区或村，请核对地址，如“车站社区1号楼”。'],
    ['车站社区9号楼', '101', '车站社区没有“9号楼”这栋楼，请核对地址。'],
    ['车站社区1号楼', '909', '车站社区 1号楼没有“909”这一户，请核对户号。'],
    ['和家村1排', '101', '有几个社区或村都叫“和家村”，请在前面写上镇办的名称。'],
    ['车站社区1号楼', '3703060010010010019999', '没有编号为 3703060010010010019999 的住户，请核对户号。'],
    ['车站社区2号楼', HOME, '户号和地址不是同一个地方：户号在车站社区 1号楼 101，请核对。'],
  ])('says what it does not find of %s, %s', async (address, household, message) => {
    const { report } = await carryOut(operator, list(row(CARD, { address, household })));
    expect(report).toEqual([{ row: 2, result: 'unknown-address', smartCard: CARD, message }]);
  });

  it.each<[string, Row, string]>([
    ['a wrong number', row('953x'), '智能卡号“953x”不对，应是 8 到 20 位数字。'],
    [
      'a number the spreadsheet has rounded',
      row('9.53100202600000E+15'),
      '智能卡号被表格软件存成了数字（9.53100202600000E+15），后几位可能已经丢失。请把这一列设为“文本”格式，重新填写原来的号码。',
    ],
    ['several things', row(CARD, { model: '', hd: '也许' }), '型号没有填；高清要填“是”或“否”，现在是“也许”。'],
    ['a row cut short', [CARD, 'HC3100'], '芯片号没有填；地址没有填；户号没有填；双向没有填；高清没有填。'],
  ])('says how to mend %s', async (_what, wrong, message) => {
    const { report } = await carryOut(operator, list(wrong));
    expect(report).toMatchObject([{ row: 2, result: 'malformed', message }]);
  });

  it('says which earlier row has the same number, in the same batch or long before', async () => {
    const between = Array.from({ length: 600 }, (_, n) => row(String(9_531_100_000 + n)));
    const { id, counts } = await carryOut(operator, list(row(CARD), row(CARD), ...between, row(CARD)));
    expect(counts).toMatchObject({ good: 601, duplicate: 2 });
    expect(await report(operator, id, 'duplicate')).toEqual([
      { row: 3, result: 'duplicate', smartCard: CARD, message: '智能卡号和第 2 行重复，请只留一行。' },
      { row: 604, result: 'duplicate', smartCard: CARD, message: '智能卡号和第 2 行重复，请只留一行。' },
    ]);
  });

  it('updates a box that is still only listed', async () => {
    await carryOut(operator, list(row(CARD)), { dryRun: false });
    const change = { household: '202', model: 'HC4000', twoWay: 'N' };
    expect((await carryOut(operator, list(row(CARD, change)))).counts).toMatchObject({ good: 1 });
    expect(await boxes()).toMatchObject([{ model: 'HC3100' }]);
    await carryOut(operator, list(row(CARD, change)), { dryRun: false });
    expect(await boxes()).toMatchObject([
      { household: '3703060010010010010202', name: '1号楼 202', model: 'HC4000', two_way: false, hd: true },
    ]);
  });

  it('leaves a box alone that has been activated, and says where it stands', async () => {
    await carryOut(operator, list(row(CARD)), { dryRun: false });
    await setState('authorised');
    const done = await carryOut(operator, list(row(CARD, { household: '202' })), { dryRun: false });
    expect(done.report).toMatchObject([
      {
        result: 'duplicate',
        message: '这个智能卡号的机顶盒已经安装在车站社区 1号楼 101，和这一行不一样，请在机顶盒页面里修改。',
      },
    ]);
    expect(await boxes()).toMatchObject([{ household: HOME, state: 'authorised' }]);
  });

  describe('by the operator of one town', () => {
    let wangcun: Caller;
    beforeAll(async () => {
      wangcun = await operatorOf('wangcun.net', '370306102');
    });
    const village = { address: '王村镇李家疃村1排', household: '101' };

    it('finds a household in another town at no known address, by room and by code', async () => {
      const rows = [row(CARD), row('9531002026000002', { household: HOME }), row('9531002026000003', village)];
      const done = await carryOut(wangcun, list(...rows), { dryRun: false });
      expect(done.report).toMatchObject([
        { result: 'unknown-address', message: '这个地址不在您的管辖范围内。' },
        { result: 'unknown-address', message: '这个地址不在您的管辖范围内。' },
        { result: 'good' },
      ]);
      expect((await boxes()).map((box) => box.smart_card)).toEqual(['9531002026000003']);
    });

    it('neither moves a box of another town nor tells where it stands', async () => {
      await carryOut(operator, list(row(CARD)), { dryRun: false });
      const done = await carryOut(wangcun, list(row(CARD, village)), { dryRun: false });
      expect(done.report).toMatchObject([
        { result: 'duplicate', message: '这个智能卡号已经登记在您管辖范围以外的地方，请核对智能卡号。' },
      ]);
      expect(await boxes()).toMatchObject([{ household: HOME }]);
    });

    it('is seen by the operator above, while theirs is not seen from the town', async () => {
      const own = await carryOut(wangcun, list(row(CARD, village)));
      const above = await carryOut(operator, list(row(CARD)));
      const ids = async (caller: Caller) =>
        (await server.send(caller, listImports, { query: { pageSize: 100 } })).body.items.map(
          (each: { id: string }) => each.id,
        );
      expect(await ids(operator)).toEqual(expect.arrayContaining([own.id, above.id]));
      expect(await ids(wangcun)).toContain(own.id);
      expect(await ids(wangcun)).not.toContain(above.id);
      for (const endpoint of [readImport, listImportRows, applyImport])
        expect(await server.send(wangcun, endpoint, { params: { id: above.id } })).toMatchObject({
          status: 404,
          body: { code: 'not-found' },
        });
    });
  });

  it.each<[string, Buffer | string, RegExp]>([
    ['empty', '', /文件是空的/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /不是 CSV 或 XLSX/],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /另存为 \.xlsx/],
  ])('refuses a file that is %s, and keeps nothing of it', async (_what, content, detail) => {
    const before = await readdir(folder());
    const { status, body } = await upload(operator, content);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'import-unreadable' });
    expect(body.detail).toMatch(detail);
    expect(await readdir(folder())).toEqual(before);
  });

  it.each<[string, Buffer | string, RegExp]>([
    ['lacks columns', csvOf([HEADINGS.slice(1), row(CARD).slice(1)]), /缺少这些列：智能卡号。/],
    ['has headings only', list(), /列名下面一行内容也没有/],
    ['is in no encoding', Buffer.concat([Buffer.from(list(row(CARD))), Buffer.from([0xff, 0xff, 0x31])]), /什么编码/],
    [
      'leaves a quote open far below',
      `${list(...Array.from({ length: 1200 }, (_, n) => row(String(9_531_200_000 + n))))}"953`,
      /第 1202 行的引号没有配对/,
    ],
  ])('fails as a whole where the list %s: no box, no report', async (_what, content, failure) => {
    const done = await carryOut(operator, content, { dryRun: false });
    expect(done).toMatchObject({ state: 'failed', done: 0, report: [] });
    expect(done.failure).toMatch(failure);
    expect(await boxes()).toEqual([]);
  });

  it('refuses a file above 32 MB, and keeps nothing of it', async () => {
    const before = await readdir(folder());
    expect(await upload(operator, Buffer.alloc(IMPORT_FILE_LIMIT + 1, 'x'))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await readdir(folder())).toEqual(before);
  });

  it('takes a file larger than a picture may be', async () => {
    const remark = 'x'.repeat(19_000);
    const text = csvOf([[...HEADINGS, '备注'], row(CARD), ...Array.from({ length: 700 }, () => [...row('1'), remark])]);
    expect(text.length).toBeGreaterThan(13_000_000);
    const done = await carryOut(operator, text);
    expect(done).toMatchObject({ state: 'done', counts: { good: 1, malformed: 700 } });
  });

  it('is asked for a file', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: `${createImport.path}?name=a`,
      headers: { ...operator.headers, 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--\r\n',
    });
    expect(answer.json()).toMatchObject({ status: 422, code: 'import-unreadable' });
    const json = await server.send(operator, createImport, { query: { name: 'a' }, body: {} });
    expect(json).toMatchObject({ status: 415, body: { code: 'unsupported-type' } });
  });

  it('carries out one list at a time', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => row(String(9_531_300_000 + n)));
    const first = await upload(operator, list(...rows));
    expect(await upload(operator, list(row(CARD)))).toMatchObject({ status: 409, body: { code: 'import-busy' } });
    expect(await finished(operator, first.body.id)).toMatchObject({
      state: 'done',
      rows: 3000,
      counts: { good: 3000 },
    });
    expect((await carryOut(operator, list(row(CARD)))).state).toBe('done');
  });

  it('lets only one of two in that come at the same moment', async () => {
    const [one, two] = await Promise.all([
      upload(operator, list(row(CARD))),
      upload(operator, list(row('9531002026000002'))),
    ]);
    expect([one.status, two.status].sort()).toEqual([201, 409]);
    await finished(operator, one.status === 201 ? one.body.id : two.body.id);
  });

  it('pages its report and narrows it to one result', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => row(n % 3 === 0 ? 'x' : String(9_531_400_000 + n)));
    const { id } = await carryOut(operator, list(...rows));
    const page = async (query: object) =>
      (await server.send(operator, listImportRows, { params: { id }, query: query as never })).body;
    expect(await page({ pageSize: 10, page: 2 })).toMatchObject({ total: 30, items: { length: 10, 0: { row: 12 } } });
    expect(await page({ result: 'malformed' })).toMatchObject({ total: 10, items: { 1: { row: 5, smartCard: 'x' } } });
  });

  it('is on record, upload and application', async () => {
    const dry = await carryOut(operator, list(row(CARD)), { name: '一月.csv' });
    const { body } = await server.send(operator, applyImport, { params: { id: dry.id } });
    await finished(operator, body.id);
    const auditor = await server.staff('auditor', DEMO_PASSWORD);
    const told = async (subject: string) => (await server.send(auditor, listAudit, { query: { subject } })).body.items;
    expect(await told(dry.id)).toMatchObject([
      { action: 'import.create', who: '广电运维', region: '370306', detail: { file: '一月.csv', dryRun: true } },
    ]);
    expect(await told(body.id)).toMatchObject([
      { action: 'import.apply', detail: { file: '一月.csv', dryRun: false } },
    ]);
  });

  it.each(['chezhan', 'sichoulu', 'district'])('is refused to %s, before a byte is kept', async (account) => {
    const before = await readdir(folder());
    const { headers, payload } = multipart(list(row(CARD)));
    const answer = await server.app.inject({
      method: 'POST',
      url: `${createImport.path}?name=a`,
      headers: { ...(await server.staff(account)).headers, ...headers },
      payload,
    });
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await readdir(folder())).toEqual(before);
  });

  it('is not found under an id that is none of its own', async () => {
    const other = { params: { id: '019ab000-0000-7000-8000-0000000000ff' } };
    expect(await server.send(operator, readImport, other)).toMatchObject({ status: 404 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { GUIDES_WORKBOOK_PATH, GuideImport, readGuide } from '../../../../src/contract/guide-calls.ts';
import type { GuideInput } from '../../../../src/contract/guides.ts';
import { COLUMNS, plainHeading } from '../../../../src/server/features/guides/workbook/columns.ts';
import { readRow } from '../../../../src/server/features/guides/workbook/row.ts';
import { readShipped } from '../../../../src/server/seed/guides.ts';
import { GUIDE, guideWith } from '../../../domain/guides/example.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../../support/server.ts';
import { multipart } from '../../../support/upload.ts';
import { readXlsx } from '../../../support/xlsx.ts';

type Change = (cells: Record<string, string>) => void;

/** As a spreadsheet has it, with some cells changed by their heading. */
function rowOf(guide: GuideInput, change: Change = () => {}): Row {
  const cells = Object.fromEntries(COLUMNS.map(({ heading, write }) => [plainHeading(heading), write(guide)]));
  change(cells);
  return COLUMNS.map(({ heading }) => {
    const value = cells[plainHeading(heading)];
    return value ? { value, type: String } : null;
  });
}
const sheetOf = (...rows: Row[]): Promise<Buffer> =>
  writeXlsxFile([COLUMNS.map(({ heading }) => ({ value: heading, type: String })), ...rows]).toBuffer();

describe('a guide as a row', () => {
  it('comes back as it went, every one that comes with the system', async () => {
    const shipped = (await readShipped()).flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
    expect(shipped.length).toBeGreaterThan(100);
    for (const guide of [GUIDE, ...shipped]) {
      const cells = new Map(COLUMNS.map(({ path, write }) => [path, write(guide)]));
      expect(readRow(cells)).toEqual({ guide: { ...guide, verified: false } });
    }
  });

  const read = (change: Record<string, unknown>) =>
    readRow(
      new Map(COLUMNS.map(({ path, write }) => [path, (path in change ? change[path] : write(GUIDE)) as string])),
    );

  it('is forgiven what spreadsheets and people do to it', () => {
    expect(
      read({ number: GUIDE.number.slice(1), checkedOn: { spoilt: 'date', text: '46351' }, legalLimit: '60日' }),
    ).toEqual({
      guide: { ...GUIDE, checkedOn: '2026-11-25' },
    });
    expect(read({ checkedOn: '2026/11/25', 'fee.text': '免费', 'fee.basis': '' })).toMatchObject({
      guide: { fee: { kind: 'free' } },
    });
    expect(read({ promisedLimit: '当场办结' })).toMatchObject({ guide: { promisedLimit: { kind: 'at-once' } } });
    expect(read({ materials: '户口簿|原件|1|自己有' })).toMatchObject({ guide: { materials: GUIDE.materials } });
  });

  it('is refused by the cell, in words', () => {
    const errors = (change: Record<string, unknown>) => {
      const result = read(change);
      return 'errors' in result ? result.errors.join(' ') : '';
    };
    expect(errors({ department: '公安局' })).toMatch(/^部门：/);
    expect(errors({ promisedLimit: '很快' })).toMatch(/^承诺时限：/);
    expect(errors({ materials: '户口簿｜原件｜1份｜自己有\n照片｜一寸｜2份｜自己有' })).toMatch(/^申请材料第 2 行：/);
    expect(errors({ 'office.phone': '电话' })).toMatch(/^咨询电话：/);
    expect(errors({ 'office.hours': { spoilt: 'date', text: '46351' } })).toMatch(/^办理时间：被表格软件改过/);
  });
});

describe.each(await storeEngines())('a sheet of guides, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let police: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    police = await server.staff('gongan');
  });
  afterAll(() => server.stop());

  async function bringIn(file: Buffer, apply = false, caller = police) {
    const { headers, payload } = multipart(file);
    const response = await server.app.inject({
      method: 'POST',
      url: `${GUIDES_WORKBOOK_PATH}${apply ? '?apply=1' : ''}`,
      headers: { ...caller.headers, ...headers },
      payload,
    });
    return { status: response.statusCode, body: response.json() };
  }
  const outcomes = ({ rows }: GuideImport) => rows.map(({ row, outcome }) => [row, outcome]);
  const read = async (number: string) => (await server.send(police, readGuide, { params: { number } })).body;
  const NEW = guideWith({ number: '0298', name: '办一件新事', aliases: [] });

  it('is what a department has, and brought in again changes nothing', async () => {
    const answer = await server.app.inject({ url: GUIDES_WORKBOOK_PATH, headers: police.headers });
    expect(answer.headers['content-disposition']).toContain('guides.xlsx');
    const [heading, ...rows] = await readXlsx(answer.rawPayload);
    expect(heading).toHaveLength(COLUMNS.length);
    expect(rows.every(([number]) => String(number).startsWith('02'))).toBe(true);
    const { body } = await bringIn(answer.rawPayload);
    expect(new Set(GuideImport.parse(body).rows.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
    expect(body.rows).toHaveLength(rows.length);
  });

  it('is reported row by row, and writes nothing unless it is told to', async () => {
    const { content } = await read('0201');
    const file = await sheetOf(
      rowOf(NEW),
      rowOf(content, (cells) => {
        cells.名称 = '换了名称';
      }),
      rowOf(guideWith({ number: '0299' }), (cells) => {
        cells.咨询电话 = '没有';
      }),
      rowOf(NEW),
      rowOf(guideWith({ number: '0601', department: 'health' })),
      rowOf(guideWith({ number: '0299', department: 'health' })),
    );
    const tried = await bringIn(file);
    expect(tried.body.applied).toBe(false);
    const expected = [
      [2, 'new'],
      [3, 'changed'],
      [4, 'refused'],
      [5, 'refused'],
      [6, 'refused'],
      [7, 'refused'],
    ];
    expect(outcomes(tried.body)).toEqual(expected);
    expect((await read('0298')).code).toBe('not-found');
    expect((await read('0201')).revision).toBe(1);

    const applied = await bringIn(file, true);
    expect(outcomes(applied.body)).toEqual(expected);
    expect(await read('0298')).toMatchObject({ state: 'draft', revision: 1, content: NEW });
    expect(await read('0201')).toMatchObject({
      state: 'draft',
      revision: 2,
      published: 1,
      content: { ...content, name: '换了名称' },
    });
    expect(outcomes((await bringIn(await sheetOf(rowOf(NEW)))).body)).toEqual([[2, 'same']]);
  });

  it('is refused as a whole where it is none', async () => {
    expect((await bringIn(Buffer.from('编号,名称'))).body).toMatchObject({ code: 'import-unreadable' });
    const other = await writeXlsxFile([[{ value: '编号', type: String }]]).toBuffer();
    expect((await bringIn(other)).body.detail).toContain('第一行缺少这些列：部门');
    expect((await bringIn(other, false, await server.staff('auditor'))).body.code).toBe('forbidden');
    expect((await server.app.inject({ url: GUIDES_WORKBOOK_PATH })).statusCode).toBe(401);
  });
});

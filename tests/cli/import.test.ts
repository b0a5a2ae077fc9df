import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/server/config.ts';
import { type Server, startServer } from '../../src/server/main.ts';
import { csvOf, HEADINGS, type Row, writeXlsx } from '../support/box-list.ts';

const CLI = path.join(import.meta.dirname, '../../src/cli/main.ts');
const good = (n: number): Row => [String(9_531_000_000 + n), 'HC3100', 'A0B1', '车站社区1号楼', '101', '是', '是'];
const wrong: Row = ['1', 'HC3100', 'A0B1', '车站社区1号楼', '101', '是', '是'];

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('linli box import', () => {
  let folder: string;
  let server: Server;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-import-cli-'));
    server = await startServer(readConfig({ LINLI_DATA: path.join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' }));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function linli(data: string, ...args: string[]): Promise<Run> {
    const env = { ...process.env, LINLI_DATA: path.join(folder, data), LOG_LEVEL: 'silent' };
    return new Promise((resolve) => {
      execFile(process.execPath, [CLI, 'box', 'import', ...args], { env, cwd: folder }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  }
  async function list(...rows: Row[]): Promise<string> {
    await writeFile(path.join(folder, '清单.csv'), csvOf([HEADINGS, ...rows]));
    return '清单.csv';
  }

  it('tries a list, then stores it by the server that runs', async () => {
    const file = await list(good(1), good(2), wrong);
    const dry = await linli('data', file, '--dry-run');
    expect(dry.out.split('\n')).toEqual([
      '共 3 行：可用 2，已有 0，重复 0，地址不明 0，填写有误 1',
      '第 4 行 [填写有误] 1 智能卡号“1”不对，应是 8 到 20 位数字。',
      '只是检查，没有保存。去掉 --dry-run 再执行一次就会保存。',
      '',
    ]);
    expect(dry.code).toBe(0);
    expect((await linli('data', file)).out).toContain('共 3 行：可用 2，已有 0，');
    const again = await linli('data', file);
    expect(again.out).toContain('可用 0，已有 2，');
    expect(again.code).toBe(0);
  });

  it('shows how far it is in plain lines where there is no terminal', async () => {
    const { err } = await linli('data', await list(...Array.from({ length: 3000 }, (_, n) => good(n))), '--dry-run');
    expect(err.trimEnd().split('\n').at(-1)).toBe(`检查 [${'#'.repeat(30)}] 100% 3000/3000`);
    expect(err).not.toContain('\r');
  });

  it('tells of the first twenty rows that are wrong, and how many more there are', async () => {
    const { out, code } = await linli('data', await list(...Array.from({ length: 30 }, () => wrong)), '--dry-run');
    const lines = out.split('\n').filter((line) => line.startsWith('第'));
    expect(lines).toHaveLength(20);
    expect(lines[1]).toMatch(/^第 3 行/);
    expect(out).toContain('……还有 10 行，请在管理后台查看全部。');
    expect(code).toBe(1);
  });

  it.each<[string, string, RegExp]>([
    ['lacks its columns', '别的,表\n1,2\n', /^没有导入：第一行缺少这些列：智能卡号、/m],
    ['is empty', '', /文件是空的/],
  ])('says why in a sentence where the list %s', async (_what, text, sentence) => {
    await writeFile(path.join(folder, 'x.csv'), text);
    const { err, code } = await linli('data', 'x.csv');
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\s+at /);
    expect(code).toBe(1);
  });

  it('says so where there is no such file', async () => {
    expect(await linli('data', 'nowhere.csv')).toEqual({ code: 1, out: '', err: '找不到文件：nowhere.csv\n' });
  });

  it('needs no running server, nor the demo', async () => {
    await writeXlsx(path.join(folder, 'list.xlsx'), () => [HEADINGS, good(1)]);
    const { out, code } = await linli('fresh', 'list.xlsx');
    expect(out).toContain('共 1 行：可用 0，已有 0，重复 0，地址不明 1，填写有误 0');
    expect(out).toContain('[地址不明] 9531000001 车站社区没有“1号楼”这栋楼，请核对地址。');
    expect(code).toBe(1);
  });
});

describe('progress on a terminal', () => {
  it('is one line drawn over and over', () => {
    let written = '';
    const out = { isTTY: true, write: (text: string) => (written += text) } as unknown as NodeJS.WriteStream;
    const progress = createProgress('导入', out);
    progress.tell(0, null);
    progress.tell(50, 200);
    progress.tell(200, 200);
    progress.end();
    expect(written).toBe(
      `\r导入 …\u001b[K\r导入 [########----------------------] 25% 50/200\u001b[K\r导入 [${'#'.repeat(30)}] 100% 200/200\u001b[K\n`,
    );
  });
});

// `linli cap`: a warning in as a file, and out again as what the OASIS schema takes, beside a server that runs.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { withServer } from '../../src/cli/ask.ts';
import { createCapSender } from '../../src/contract/cap-calls.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import type { Instant } from '../../src/contract/time.ts';
import { toCap } from '../../src/domain/cap/cap.ts';
import { capNode } from '../../src/domain/cap/cap-document.ts';
import { toSecond } from '../../src/domain/cap/wire-time.ts';
import { writeXml } from '../../src/domain/cap/xml-write.ts';
import { readConfig } from '../../src/server/config.ts';
import { type Server, startServer } from '../../src/server/main.ts';
import { rainstorm } from '../support/warnings.ts';

const run = promisify(execFile);
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');
const XSD = path.join(import.meta.dirname, '../support/cap/CAP-v1.2.xsd');
const HOUR_MS = 3_600_000;

describe('linli cap', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let server: Server;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-cap-'));
    env = { ...process.env, LINLI_DATA: folder, DATABASE_URL: '', LINLI_DEMO: 'off', PORT: '0', LOG_LEVEL: 'silent' };
    server = await startServer(readConfig(env));
    const sender = { name: '周村区气象台', identity: rainstorm.sender, authority: '370306' as RegionCode };
    const trust = { key: null, direct: true, poll: null };
    await withServer(({ ask }) => ask(createCapSender, { body: { ...sender, ...trust } }), env);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const cap = (...args: string[]) => run(process.execPath, [MAIN, 'cap', ...args], { env });
  const now = (afterMs = 0) => toSecond(new Date(Date.now() + afterMs).toISOString() as Instant);

  async function file(name: string, change: (xml: string) => string = (xml) => xml): Promise<string> {
    const content = { ...rainstorm.content, validFrom: now(), validTo: now(HOUR_MS) };
    const warning = { ...rainstorm, identifier: name, sentAt: now(), content };
    const where = path.join(folder, `${name}.xml`);
    await writeFile(where, change(writeXml(capNode(toCap(warning, () => '车站社区')))));
    return where;
  }

  it('takes a document in, says what came of it, and writes the alert as valid CAP', async () => {
    const imported = await cap('import', await file('ZB-1'));
    expect(imported.stdout).toContain('已播出：周村区暴雨红色预警');
    const id = /预警：([0-9a-f-]{36})/.exec(imported.stdout)?.[1] ?? '';
    const { stdout } = await cap('export', id);
    const schema = [await readFile(XSD, 'utf8')];
    const { errors } = await validateXML({ xml: [{ fileName: 'alert.xml', contents: stdout }], schema });
    expect(errors).toEqual([]);
    expect(stdout).toContain('<headline>周村区暴雨红色预警</headline>');
    expect((await cap('export', id, '--format', 'ebm')).stdout).toContain('<MsgType>1</MsgType>');
    expect((await cap('export', id, '--format', 'receipt')).stdout).toContain('<CoveragePercent>0.0</CoveragePercent>');
  });

  it('says why a document is refused, and fails', async () => {
    const refused = (stderr: string) => ({ code: 1, stderr: expect.stringContaining(stderr) });
    const stranger = await file('ZB-2', (xml) => xml.replace(rainstorm.sender, 'nobody@example.org'));
    await expect(cap('import', stranger)).rejects.toMatchObject(refused('没有登记文件里写的发布单位'));
    const broken = await file('ZB-3', (xml) => xml.replace('<scope>Public</scope>', ''));
    await expect(cap('import', broken)).rejects.toMatchObject(refused('alert/scope'));
    await expect(cap('import', path.join(folder, 'none.xml'))).rejects.toMatchObject(refused('找不到文件'));
    await expect(cap('export', 'x')).rejects.toMatchObject(refused('不存在'));
    await expect(cap('export', 'x', '--format', 'pdf')).rejects.toMatchObject(refused('没有这种格式'));
  });
});

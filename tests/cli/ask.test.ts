// The command line's way to a server: the running one by its file, else one of its own; nobody else by the same way.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskError, createClient, withServer } from '../../src/cli/ask.ts';
import { listAudit } from '../../src/contract/audit.ts';
import { listRegions } from '../../src/contract/regions.ts';
import { createStaff, listStaff, readSession, signIn } from '../../src/contract/staff.ts';
import { readConfig } from '../../src/server/config.ts';
import { type Server, startServer } from '../../src/server/main.ts';
import { freePort } from '../support/free-port.ts';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('should have been refused'),
    (error: unknown) => error,
  );

describe('a command beside a running server', () => {
  let folder: string;
  let server: Server;
  let env: Record<string, string>;
  const file = () => path.join(folder, 'running.json');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-ask-'));
    env = { LINLI_DATA: folder, PORT: '0', LOG_LEVEL: 'silent', LINLI_PUBLIC_URL: 'https://linli.example' };
    server = await startServer(readConfig(env));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds it by a file that only its owner can read', async () => {
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    const told = JSON.parse(await readFile(file(), 'utf8'));
    expect(told).toEqual({ ...server.commandLine, pid: process.pid });
    expect(await withServer(async ({ url }) => url, env)).toBe(server.commandLine.url);
  });

  it('asks as the owner, and is on record as 命令行', async () => {
    const audit = await withServer(async ({ ask }) => {
      const body = { account: 'by.command', name: '王五', role: 'community', region: '370306001001' } as const;
      await ask(createStaff, { body });
      return ask(listAudit, { query: { subject: 'by.command' } });
    }, env);
    expect(audit.items).toMatchObject([{ action: 'staff.create', who: '命令行' }]);
  });

  it("tells the server's sentence and places where it refuses", async () => {
    const body = { account: 'by.command', name: '', role: 'community', region: '370306001001' } as const;
    const error = await refusal(withServer(({ ask }) => ask(createStaff, { body }), env));
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({ code: 'bad-input', message: expect.stringContaining('填得不对') });
    expect((error as AskError).errors).toMatchObject([{ path: 'name' }]);
  });

  it('is refused with a wrong token, a shortened one, and none', async () => {
    const { url, token } = server.commandLine;
    for (const wrong of [`cli-${'x'.repeat(43)}`, token.slice(0, -1), 'cli-', '']) {
      const error = await refusal(createClient({ url, token: wrong }).ask(listRegions, { query: {} }));
      expect(error).toMatchObject({ code: 'not-signed-in' });
    }
  });

  it('has no session, and is no account to sign in with or to be listed', async () => {
    const client = createClient(server.commandLine);
    expect(await refusal(client.ask(readSession, {}))).toMatchObject({ code: 'not-signed-in' });
    for (const password of ['none', '', ' '])
      expect(await refusal(client.ask(signIn, { body: { account: '#cli', password: password || 'x' } }))).toMatchObject(
        { code: 'login-failed' },
      );
    const { items } = await client.ask(listStaff, { query: { pageSize: 100 } });
    expect(items.map((each) => each.account)).toContain('chezhan');
    expect(items.map((each) => each.name)).not.toContain('命令行');
  });
});

describe('a command without a running server', () => {
  let folder: string;
  let env: Record<string, string>;
  const file = () => path.join(folder, 'running.json');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-ask-'));
    env = { LINLI_DATA: folder, PORT: '0', LOG_LEVEL: 'silent' };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The address asked; the district was there. */
  const visit = () =>
    withServer(async ({ ask, url }) => {
      const { items } = await ask(listRegions, { query: {} });
      expect(items).toMatchObject([{ code: '370306' }]);
      return url;
    }, env);

  it('starts one of its own, which ends with it and brings no first people', async () => {
    const people = await withServer(async ({ ask, url }) => {
      expect(existsSync(file())).toBe(false);
      const { items } = await ask(listStaff, { query: {} });
      return { url, items };
    }, env);
    expect(people.items).toEqual([]);
    await expect(fetch(people.url)).rejects.toThrow();
  });

  it('ends its own also when the command fails', async () => {
    let asked = '';
    const failing = withServer(async ({ url }) => {
      asked = url;
      throw new Error('the command failed');
    }, env);
    await expect(failing).rejects.toThrow('the command failed');
    await expect(fetch(asked)).rejects.toThrow();
  });

  it('passes over the file of a server that was killed, and one it cannot read', async () => {
    const dead = `http://127.0.0.1:${await freePort()}`;
    await writeFile(file(), JSON.stringify({ url: dead, token: 'cli-x', pid: process.pid }));
    expect(await visit()).not.toBe(dead);
    await writeFile(file(), '{"url":');
    await visit();
  });

  it('lets the next start find its first people, though a command was there before; the file goes at stop', async () => {
    const server = await startServer(readConfig(env));
    expect(server.demo?.fresh).toBe(true);
    expect(existsSync(file())).toBe(true);
    await server.stop();
    expect(existsSync(file())).toBe(false);
  });

  it('passes over another server that knows nothing of the token', async () => {
    const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'linli-ask-'));
    const other = await startServer(readConfig({ ...env, LINLI_DATA: elsewhere }));
    await writeFile(file(), JSON.stringify({ url: other.commandLine.url, token: 'cli-x', pid: process.pid }));
    expect(await visit()).not.toBe(other.commandLine.url);
    await other.stop();
    await rm(elsewhere, { recursive: true, force: true });
  });
});

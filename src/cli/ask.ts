// How a command reaches the server: the one that runs on this data folder, else one of its own for as long as it takes.
import type { z } from 'zod';
import { type Given, urlOf, type Values } from '../contract/call.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { Problem } from '../contract/problem.ts';
import { listProgrammeUnits } from '../contract/regions.ts';
import { type Config, readConfig } from '../server/config.ts';
import { startServer } from '../server/main.ts';
import { findRunning } from '../server/running.ts';
import { systemRuntime } from '../server/runtime.ts';
import { askTexts } from './texts/ask.zh-CN.ts';

/** A server that is alive answers far sooner; one that does not is passed over. */
const PROBE_MS = 3_000;

/** What the server refused, in its own words. */
export class AskError extends Error {
  override readonly name = 'AskError';
  declare readonly code: Problem['code'] | 'unreadable';
  declare readonly errors: NonNullable<Problem['errors']>;

  constructor(message: string, code: AskError['code'], errors: AskError['errors'] = []) {
    super(message);
    this.code = code;
    this.errors = errors;
  }
}

export interface Client {
  /** @throws AskError for every answer that is not a success */
  ask<E extends Endpoint>(endpoint: E, given: Given<E>): Promise<z.output<E['reply']>>;
  /** For what does not fit an endpoint's shape (files): `fetch(url + path, { headers })`. @throws AskError */
  send(path: string, init?: RequestInit): Promise<Response>;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** As the server's owner: with the roles operator and district, under the name 命令行. */
export async function withServer<T>(run: (client: Client) => Promise<T>, env = process.env): Promise<T> {
  const config = readConfig(env);
  const running = await findAlive(config);
  if (running) return run(running);
  const server = await startServer(
    { ...config, host: '127.0.0.1', port: 0, publicUrl: undefined, logLevel: 'warn' },
    systemRuntime,
    'command',
  );
  try {
    return await run(createClient(server.commandLine));
  } finally {
    await server.stop();
  }
}

async function findAlive({ dataDir }: Config): Promise<Client | undefined> {
  const running = await findRunning(dataDir);
  if (!running || !isAlive(running.pid)) return undefined;
  const client = createClient(running);
  // Its token is good there: another server may have got a dead one's port and process number.
  const answer = await client
    .send(listProgrammeUnits.path, { signal: AbortSignal.timeout(PROBE_MS) })
    .catch(() => undefined);
  return answer && client;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function createClient({ url, token }: { readonly url: string; readonly token: string }): Client {
  const headers = { authorization: `Bearer ${token}` };

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...headers } });
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  return {
    url,
    headers,
    send,
    async ask(endpoint, given) {
      const { params, query, body } = given as { params?: Values; query?: Values; body?: unknown };
      const response = await send(urlOf(endpoint.path, params, query), {
        method: endpoint.method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const json: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
      const parsed = (endpoint.reply as (typeof endpoint)['reply']).safeParse(json);
      if (!parsed.success) throw new AskError(askTexts.unreadable, 'unreadable');
      return parsed.data as z.output<(typeof endpoint)['reply']>;
    },
  };
}

async function errorOf(response: Response): Promise<AskError> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return new AskError(askTexts.unreadable, 'unreadable');
  return new AskError(parsed.data.detail, parsed.data.code, parsed.data.errors);
}

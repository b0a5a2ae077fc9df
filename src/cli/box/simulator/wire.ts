// The network of a simulated box: short requests over shared connections, and a stream on a socket of its own.
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';

interface Reply {
  /** 0: nobody answered. */
  readonly status: number;
  readonly body: unknown;
}

export interface Wire {
  call(
    method: 'GET' | 'POST',
    path: string,
    options?: { token?: string; body?: object; form?: object },
  ): Promise<Reply>;
  /** Opens a stream; `onEvent` hears each event, `onLost` once that it is over or was refused. Returns how to close it. */
  stream(path: string, onEvent: (event: StreamEvent) => void, onLost: () => void): () => void;
  close(): void;
}

interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/** Requests under way at any time: ten thousand boxes share a machine's ports. */
const SOCKETS = 128;
const TIMEOUT_MS = 60_000;

export function openWire(base: URL): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const where = { host: base.hostname, port: Number(base.port || 80) };
  return {
    call: (method, path, { token, body, form } = {}) =>
      new Promise((resolve) => {
        const text = form ? new URLSearchParams(Object.entries(form)).toString() : body && JSON.stringify(body);
        const sent = request({ ...where, agent, method, path, timeout: TIMEOUT_MS }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks).toString()) }),
          );
          response.on('error', () => resolve({ status: 0, body: null }));
        });
        if (token) sent.setHeader('authorization', `Bearer ${token}`);
        if (text) {
          sent.setHeader('content-type', form ? 'application/x-www-form-urlencoded' : 'application/json');
          sent.setHeader('content-length', Buffer.byteLength(text));
        }
        sent.on('timeout', () => sent.destroy());
        sent.on('error', () => resolve({ status: 0, body: null }));
        sent.end(text);
      }),

    stream(path, onEvent, onLost) {
      const socket: Socket = connect(where);
      let head = true;
      let text = '';
      socket.setEncoding('utf8');
      socket.on('connect', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nhost: ${base.host}\r\naccept: text/event-stream\r\n\r\n`),
      );
      socket.on('data', (chunk: string) => {
        text += chunk;
        if (head) {
          const end = text.indexOf('\r\n\r\n');
          if (end < 0) return;
          if (!/^HTTP\/1\.1 200/.test(text)) return void socket.destroy();
          head = false;
          text = text.slice(end + 4);
        }
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          const event = eventOf(part);
          if (event) onEvent(event);
        }
      });
      socket.on('error', () => {});
      socket.on('close', onLost);
      return () => {
        socket.off('close', onLost);
        socket.destroy();
      };
    },

    close: () => agent.destroy(),
  };
}

function eventOf(block: string): StreamEvent | null {
  let name = 'message';
  let data: string | null = null;
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) name = line.slice(7);
    if (line.startsWith('data: ')) data = line.slice(6);
  }
  return data === null ? null : { name, data };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

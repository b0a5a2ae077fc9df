// What stands between a box and the server: passes everything on, keeps the app's own files as a box's flash does, and
// cuts the line when it is told to.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface File {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** `deaf`: what is sent arrives, but no answer to it. */
type Line = 'whole' | 'deaf' | 'cut';

export interface Front {
  readonly url: string;
  /** Also ends whatever is open. */
  setLine(line: Line): void;
  close(): Promise<void>;
}

/** While `server` does not answer, or the line is not whole, files of /tv/ that were asked for before are served as they were; nothing else is. */
export async function openFront(server: string): Promise<Front> {
  const kept = new Map<string, File>();
  let line: Line = 'whole';

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const path = incoming.url ?? '/';
    if (line === 'cut') {
      fromFlash(path, answer);
      return;
    }
    const onward = request(new URL(path, server), { method: incoming.method, headers: incoming.headers });
    onward.on('response', (response) => {
      if (line !== 'whole') {
        response.resume();
        fromFlash(path, answer);
        return;
      }
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.on('error', () => answer.destroy());
      if (path.startsWith('/tv/') && response.statusCode === 200) void keep(path, response);
    });
    onward.on('error', () => fromFlash(path, answer));
    answer.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  async function keep(path: string, response: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(response, 'end');
    kept.set(path, { headers: response.headers, body: Buffer.concat(chunks) });
  }

  function fromFlash(path: string, answer: ServerResponse): void {
    const file = kept.get(path);
    if (file && !answer.headersSent) answer.writeHead(200, file.headers).end(file.body);
    else answer.destroy();
  }

  const front = createServer(pass).listen(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    setLine(to) {
      line = to;
      front.closeAllConnections();
    },
    async close() {
      front.closeAllConnections();
      front.close();
      await once(front, 'close');
    },
  };
}

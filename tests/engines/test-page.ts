// A small page of the size of a screen that shows whether an engine does what the TV app builds on.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HTML = `<!doctype html><meta charset="utf-8"><style>*{margin:0}canvas{position:absolute;left:0;top:0}</style>
<canvas></canvas>
<script>
var keys = [], events = [], fetched = null;
localStorage.setItem('visits', String(Number(localStorage.getItem('visits')) + 1));
var canvas = document.querySelector('canvas');
canvas.width = innerWidth; canvas.height = innerHeight;
var gl = null;
try { gl = canvas.getContext('webgl'); } catch (error) {}
if (gl) { gl.clearColor(255 / 255, 196 / 255, 92 / 255, 1); gl.clear(gl.COLOR_BUFFER_BIT); }
else { var c = canvas.getContext('2d'); c.fillStyle = '#FFC45C'; c.fillRect(0, 0, canvas.width, canvas.height); }
document.addEventListener('keydown', function (event) { keys.push([event.keyCode, event.isTrusted]); event.preventDefault(); });
var request = new XMLHttpRequest();
request.open('GET', '/fetched');
request.onload = function () { fetched = JSON.parse(request.responseText); };
request.send();
var source = new EventSource('/events');
source.addEventListener('entry', function (event) { events.push([event.lastEventId, event.data]); });
console.log('the page runs');
</script>`;

export interface TestPage {
  readonly url: string;
  /** Sends an event of type `entry` to every open page. */
  send(id: string, data: string): void;
  close(): Promise<void>;
}

/** Serves the page on a free port. */
export async function serveTestPage(): Promise<TestPage> {
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else if (request.url === '/fetched') response.end('{"text":"邻里"}');
    else response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    send(id, data) {
      for (const stream of streams) stream.write(`id: ${id}\nevent: entry\ndata: ${data}\n\n`);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

// A box on a real socket: asks for its stream, keeps what comes.
import { connect } from 'node:net';

export function streamClient(port: number, path: string, headers: readonly string[] = []) {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: false });
  const lines = [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1', 'accept: text/event-stream', ...headers];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.setEncoding('utf8');
  let text = '';
  let ended = false;
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // However it ends, by an end or a reset.
  socket.on('error', () => {});
  socket.on('close', () => {
    ended = true;
  });
  return {
    socket,
    text: () => text,
    ended: () => ended,
    /** Stops and starts to read; what comes meanwhile fills the buffers in between. */
    freeze: () => socket.pause(),
    thaw: () => socket.resume(),
  };
}

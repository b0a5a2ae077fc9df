// A socket without a network: it keeps what is written to it; frozen, it takes nothing until it is thawed.
import { Socket } from 'node:net';

type Done = (error?: Error | null) => void;

export class PaperSocket extends Socket {
  text = '';
  frozen = false;
  #waiting: (() => void)[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#take(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#take(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: Done): void {
    done();
  }

  thaw(): void {
    this.frozen = false;
    for (const take of this.#waiting.splice(0)) take();
  }

  #take(chunk: Buffer, done: Done): void {
    if (this.frozen) {
      this.#waiting.push(() => this.#take(chunk, done));
      return;
    }
    this.text += chunk.toString();
    done();
  }
}

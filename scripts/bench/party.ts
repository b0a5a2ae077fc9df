// A process that takes part in a benchmark, as the one that directs it sees it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Long enough for any machine; a run that hangs must end. */
const PATIENCE_MS = 300_000;

export type Party = ReturnType<typeof start>;

/** Starts a file; each of its answers is one message. */
export function start(file: URL) {
  const child = fork(file, { execArgv: ['--expose-gc'] });
  return {
    async ask<Answer>(command: object): Promise<Answer> {
      child.send(command);
      return this.next();
    },
    async next<Answer>(): Promise<Answer> {
      return (await answer(child, file.pathname)) as Answer;
    },
    /** As a power cut does it. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    /** Each kind of process exits when nobody directs it any more. */
    end(): void {
      if (child.connected) child.disconnect();
    },
  };
}

async function answer(child: ChildProcess, file: string): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  const died = async () => {
    await once(child, 'exit', { signal });
    throw new Error(`${file} ended early`);
  };
  const late = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: late }), died()]);
    return message;
  } finally {
    settled.abort();
  }
}

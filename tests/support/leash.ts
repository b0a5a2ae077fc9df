// A child process, with all it starts, that never outlives the test: not even when the test runner is killed.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * The shell leads a process group of its own and reads from our end of its stdin: when that closes - asked for, or
 * because we died - it kills the whole group. The command's own end is the shell's end, with the same code.
 */
const LEASH = `exec 3<&0
{ read -r _ <&3; kill -KILL 0; } &
reader=$!
"$@" 3<&- </dev/null &
wait $!
code=$?
kill "$reader"
exit "$code"`;

export interface Leashed {
  readonly child: ChildProcessWithoutNullStreams;
  /** Kills the command and everything it started; resolves when they are gone. */
  end(): Promise<void>;
}

/** Starts a command on a leash; `env` is its whole environment. */
export function leash(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Leashed {
  const child = spawn('bash', ['-c', LEASH, 'leash', ...command], { env, detached: true });
  const gone = once(child, 'close');
  return {
    child,
    async end() {
      child.stdin.destroy();
      await gone;
    },
  };
}

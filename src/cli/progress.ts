// Progress of long work on a terminal: one line that is drawn over; elsewhere (a file, a pipe) a plain line now and then.

const WIDTH = 30;
/** Without a terminal: a line for every tenth. */
const STEPS = 10;

export interface Progress {
  /** `total` null: not known yet. */
  tell(done: number, total: number | null): void;
  /** Leaves the last state standing. */
  end(): void;
}

export function createProgress(label: string, out: NodeJS.WriteStream): Progress {
  let step = -1;
  let drawn = false;

  function line(done: number, total: number | null): string {
    if (total === null) return `${label} …`;
    const part = total === 0 ? 1 : done / total;
    const filled = Math.round(part * WIDTH);
    const bar = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]`;
    return `${label} ${bar} ${Math.floor(part * 100)}% ${done}/${total}`;
  }

  return {
    tell(done, total) {
      if (out.isTTY) {
        // To the line's beginning, and what is left of a longer one is wiped away.
        out.write(`\r${line(done, total)}\u001b[K`);
        drawn = true;
        return;
      }
      const reached = total === null ? -1 : Math.floor((done / Math.max(total, 1)) * STEPS);
      if (reached <= step) return;
      step = reached;
      out.write(`${line(done, total)}\n`);
    },
    end() {
      if (drawn) out.write('\n');
    },
  };
}

// How far this process's resident set grows while something goes on.

const EVERY_MS = 20;

/** `stop` answers the growth in MB at its highest. */
export function watchMemory(): { stop(): number } {
  const before = process.memoryUsage.rss();
  let highest = before;
  const look = () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return (highest - before) / 1e6;
    },
  };
}

// Timers that never keep the process alive; injected, so that tests decide when they fire.

type Stop = () => void;

export interface Timers {
  after(ms: number, run: () => void): Stop;
  every(ms: number, run: () => void): Stop;
}

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
};

// Gets a box its credential: shows a code, asks whether somebody typed it, takes the token; over expiry and dead lines.
import type { BoxFacts } from '../../contract/activation.ts';
import { backoff } from '../feed/backoff.ts';
import type { Log } from '../log.ts';
import type { Cancel, Http, Random, Timers } from '../ports.ts';
import { askForCode, askForToken } from './oauth.ts';
import { type Activation, type IssuedCode, minutesLeft, nextMinute } from './state.ts';

export interface ActivationParts {
  readonly http: Http;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly facts: BoxFacts;
  readonly emit: (activation: Activation) => void;
  /** Once; nothing is emitted after it. */
  readonly onToken: (token: string) => void;
}

export interface LiveActivation {
  /** A new code now: after a refusal, after expiry, or instead of waiting out a pause. */
  again(): void;
  stop(): void;
}

/** RFC 8628, section 3.5: for good. */
const SLOWER_MS = 5_000;
const RETRY_MS = { first: 4_000, most: 120_000 };
/** Codes that come by themselves when one has expired: some two hours. A box in a storeroom does not ask for ever. */
const RENEWALS = 8;

export function startActivation(parts: ActivationParts): LiveActivation {
  const { http, timers, random, log, facts } = parts;
  let code: IssuedCode | null = null;
  let intervalMs = 0;
  let offline = false;
  let renewals = 0;
  let failures = 0;
  /** Answers to questions of before a new beginning are passed over. */
  let turn = 0;
  let next: Cancel = () => undefined;
  let minute: Cancel = () => undefined;

  function show(): void {
    minute();
    if (!code) {
      parts.emit({ step: 'asking', offline });
      return;
    }
    const { userCode, link } = code;
    const now = timers.steady();
    parts.emit({ step: 'code', userCode, link, minutes: minutesLeft(code, now), offline });
    minute = timers.after(nextMinute(code, now), () => {
      if (code && timers.steady() < code.expiresAt) show();
    });
  }

  function begin(): void {
    stop();
    code = null;
    failures = 0;
    show();
    void ask();
  }

  async function ask(): Promise<void> {
    const mine = turn;
    const issued = await askForCode(http, facts, timers.steady);
    if (mine !== turn) return;
    if (!issued) {
      offline = true;
      log.info('activation: no code');
      show();
      return later(backoff(random, failures++, RETRY_MS.first, RETRY_MS.most), () => void ask());
    }
    ({ code, intervalMs } = issued);
    offline = false;
    failures = 0;
    show();
    later(intervalMs, () => void poll());
  }

  async function poll(): Promise<void> {
    const mine = turn;
    if (!code) return;
    if (timers.steady() >= code.expiresAt) return renew();
    const verdict = await askForToken(http, code.deviceCode);
    if (mine !== turn) return;
    const reached = verdict.kind !== 'unreachable';
    if (reached) failures = 0;
    if (offline === reached) {
      offline = !reached;
      show();
    }
    switch (verdict.kind) {
      case 'token':
        stop();
        log.info('activation: done');
        return parts.onToken(verdict.token);
      case 'denied':
        return end('denied');
      case 'over':
        return renew();
      case 'slower':
        intervalMs += SLOWER_MS;
        return later(intervalMs, () => void poll());
      case 'pending':
        return later(intervalMs, () => void poll());
      case 'unreachable':
        // The interval is the least between two questions, also of those that nobody answers.
        return later(intervalMs + backoff(random, failures++, RETRY_MS.first, RETRY_MS.most), () => void poll());
    }
  }

  function renew(): void {
    renewals += 1;
    if (renewals > RENEWALS) end('expired');
    else begin();
  }

  function end(step: 'expired' | 'denied'): void {
    stop();
    code = null;
    log.info(`activation: ${step}`);
    parts.emit({ step });
  }

  const later = (ms: number, run: () => void) => {
    next = timers.after(ms, run);
  };

  function stop(): void {
    turn += 1;
    next();
    minute();
  }

  begin();
  return {
    again() {
      renewals = 0;
      begin();
    },
    stop,
  };
}
